"""Rotation and shift planning: from the planner's workbook to a judged schedule.

The public names; each is loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rotaplan.api import Settings, check, load, read, replace, solve, swap
    from rotaplan.errors import Disagreement, ModelError, RotaplanError, WorkbookError

__version__ = "0.1.0"

__all__ = [
    "Disagreement",
    "ModelError",
    "RotaplanError",
    "Settings",
    "WorkbookError",
    "check",
    "load",
    "read",
    "replace",
    "solve",
    "swap",
]
_ERRORS = frozenset({"Disagreement", "ModelError", "RotaplanError", "WorkbookError"})


def __getattr__(name: str) -> Any:
    """Return a public name from the module that holds it."""
    if name not in __all__:
        raise AttributeError(f"module 'rotaplan' has no attribute {name!r}")
    return getattr(import_module("rotaplan.errors" if name in _ERRORS else "rotaplan.api"), name)
