"""The package itself: its public names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

import rotaplan


@pytest.mark.parametrize("name", rotaplan.__all__)
def test_public_names_are_there(name: str) -> None:
    """Each public name can be taken from the package."""
    assert getattr(rotaplan, name).__name__ == name


def test_solve_stays_a_function() -> None:
    """No module of the package takes the place of a public name once it is imported."""
    code = (
        "import rotaplan, rotaplan.api\n"
        "from rotaplan.strategies.plan import Plan\n"
        "print(callable(rotaplan.solve))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"


def test_other_names_are_refused() -> None:
    """A name that is not public is an AttributeError, as for any module."""
    with pytest.raises(AttributeError):
        rotaplan.no_such_name  # noqa: B018


def test_import_loads_nothing() -> None:
    """Importing the package loads no other module of it, and nothing heavy."""
    heavy = ("matplotlib", "pandas", "numpy", "ortools", "openpyxl", "xlsxwriter", "distributed")
    code = (
        "import sys, rotaplan; print([m for m in sys.modules"
        f" if m.startswith('rotaplan.') or m in {heavy}])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_notebooks_load_drawings_and_tables_on_use() -> None:
    """What a notebook calls brings neither drawings, nor tables, nor a solver before it asks."""
    heavy = ("matplotlib", "pandas", "ortools", "IPython")
    code = f"import sys, rotaplan; rotaplan.solve; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_version_is_told_once() -> None:
    """The package and its metadata name the same version."""
    assert rotaplan.__version__ == version("rotaplan")
