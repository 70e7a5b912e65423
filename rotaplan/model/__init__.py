"""What the rules ask for, as data that any engine can take."""
