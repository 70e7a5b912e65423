"""Rotation and shift planning: from the planner's workbook to a judged schedule.

The public names; each is loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rotaplan.api import Settings, read, replace, rotate, rotation_question, swap
    from rotaplan.errors import Disagreement, ModelError, RotaplanError, WorkbookError
    from rotaplan.exploring import (
        Answer,
        Comparison,
        Plans,
        Study,
        check,
        load,
        replan,
        robustness,
        solve,
        sweep,
        tradeoff,
        variants,
    )

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Comparison",
    "Disagreement",
    "ModelError",
    "Plans",
    "RotaplanError",
    "Settings",
    "Study",
    "WorkbookError",
    "check",
    "load",
    "read",
    "replace",
    "replan",
    "robustness",
    "rotate",
    "rotation_question",
    "solve",
    "swap",
    "sweep",
    "tradeoff",
    "variants",
]
_ERRORS = frozenset({"Disagreement", "ModelError", "RotaplanError", "WorkbookError"})
_API = frozenset({"Settings", "read", "replace", "rotate", "rotation_question", "swap"})


def __getattr__(name: str) -> Any:
    """Return a public name from the module that holds it."""
    if name not in __all__:
        raise AttributeError(f"module 'rotaplan' has no attribute {name!r}")
    if name in _ERRORS:
        return getattr(import_module("rotaplan.errors"), name)
    return getattr(import_module("rotaplan.api" if name in _API else "rotaplan.exploring"), name)
