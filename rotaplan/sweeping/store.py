"""Answers of earlier sweeps by the fingerprint of their question, in memory or in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Store:
    """Answers by fingerprint.

    What stands in a folder is plain JSON, and a roster is judged anew whenever it is used: a
    file that somebody has changed is at worst a bad roster, never a program.

    Parameters
    ----------
    folder
        Where answers are kept; in memory alone where None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> dict[str, Any] | None:
        """Return a known answer; None where there is none, or it cannot be read."""
        if key in self._known or self._folder is None:
            return self._known.get(key)
        try:
            found = json.loads(self._file(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def put(self, key: str, answer: dict[str, Any]) -> None:
        """Keep an answer; in a folder, whole or not at all."""
        self._known[key] = answer
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._file(key).with_suffix(".part")
        draft.write_text(json.dumps(answer), encoding="utf-8")
        draft.replace(self._file(key))

    def _file(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{key}.json"
