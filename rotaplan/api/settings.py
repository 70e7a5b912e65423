"""How to search, and what an answer stands on."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

DEFAULT_SECONDS = 60.0
_STANDS_ON = ("ortools", "pandas", "python-calamine", "XlsxWriter", "holidays")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How to solve; what is None is taken from the workbook, else from the defaults.

    Attributes
    ----------
    seconds
        Time limit; 60 where neither says.
    seed
        Of every random choice; 0 where neither says.
    workers
        Searches side by side; as many as there are processors, at most 8, where None.
    reproducible
        One worker and a limit on effort instead of time: the same answer on every machine.
    strategy
        What the first worker does: take the model whole, search parts of it, or put together
        rosters of one person (columns); ``auto`` chooses by size, and where some rule cannot be
        priced by columns.
    proofs
        Whether to prove how good the roster is, which takes time; on one worker it can be left.
    """

    seconds: float | None = None
    seed: int | None = None
    workers: int | None = None
    reproducible: bool = False
    strategy: Literal["auto", "model", "search", "columns"] = "auto"
    proofs: bool = True


def first_given(*values: float | None) -> float:
    """Return the first value that is given."""
    return next(value for value in values if value is not None)


def processors() -> int:
    import os

    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)


def versions() -> dict[str, str]:
    """Return the versions of rotaplan and of what its answers depend on."""
    found = {"rotaplan": version("rotaplan"), "python": platform.python_version()}
    found.update({name: version(name) for name in _STANDS_ON})
    return found
