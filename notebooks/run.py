"""Run notebooks again and keep their outputs: ``python notebooks/run.py [NAME...]``.

Whatever would differ from one run to the next is taken out: times, versions, the machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent
MOST_SECONDS = 600
"""Of one cell; far above what any takes, for machines that do other things."""


def notebooks() -> list[Path]:
    """Return all notebooks in their order."""
    return sorted(FOLDER.glob("[0-9][0-9]_*.ipynb"))


def executed(path: Path) -> Any:
    """Return a notebook with new outputs; raises CellExecutionError where a cell fails."""
    book = nbformat.read(path, as_version=4)
    NotebookClient(
        book,
        timeout=MOST_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(FOLDER)}},
        record_timing=False,
    ).execute()
    book.metadata = {"kernelspec": {"display_name": "Python 3", "name": "python3"}}
    for cell in book.cells:
        cell.metadata = {}
    return book


def main(names: list[str]) -> None:
    """Write new outputs into the notebooks whose names begin so; into all where none is named."""
    for path in notebooks():
        if not names or path.name.startswith(tuple(names)):
            nbformat.write(executed(path), path)
            print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
