"""The answer written down: one module or folder per kind of file."""
