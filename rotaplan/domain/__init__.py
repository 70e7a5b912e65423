"""What a planner works with, as frozen values: no solver, no table library, no language."""
