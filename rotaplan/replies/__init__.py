"""What a person sees of calls, exchanges, re-plans, conflicts, rotations: short lines."""
