"""CP-SAT as an engine: requirements as clauses, linear rows and work blocks."""

from rotaplan.engines.cpsat.engine import Watch, solve_part

__all__ = ["Watch", "solve_part"]
