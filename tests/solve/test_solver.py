"""The solver's interface without pandas: the same module for everybody, and nothing lost."""

from __future__ import annotations

import subprocess
import sys

import pytest

_BEGIN = "import sys\nfrom rotaplan.engines.solver import cp_model\n"


def _run(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_model_is_solved_without_pandas() -> None:
    """Pandas is not loaded by the interface, nor by a model that is written and solved."""
    _run(
        _BEGIN
        + """
from rotaplan.engines.cpsat import solve_part
model = cp_model.CpModel()
chosen = model.new_bool_var("chosen")
model.add(chosen + 1 >= 2)
solver = cp_model.CpSolver()
assert solver.solve(model) == cp_model.OPTIMAL and solver.value(chosen) == 1
assert "pandas" not in sys.modules
"""
    )


def test_series_still_work_for_whoever_uses_them() -> None:
    """The functions on series know the series of the real pandas, loaded before or after."""
    _run(
        _BEGIN
        + """
import pandas
model = cp_model.CpModel()
counts = model.new_int_var_series("counts", pandas.Index(["a", "b"]), 0, 5)
assert isinstance(counts, pandas.Series)
model.add(counts.sum() >= 3)
solver = cp_model.CpSolver()
assert solver.solve(model) == cp_model.OPTIMAL
assert sum(solver.values(counts)) >= 3
try:
    model.new_int_var_series("counts", ["a"], 0, 5)
except TypeError:
    sys.exit()
sys.exit("a list was taken for an index")
"""
    )


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_there_is_one_interface(first: str) -> None:
    """Whoever imports the interface by its own name gets the same module, first or second."""
    ours = "from rotaplan.engines.solver import cp_model"
    theirs = "import ortools.sat.python.cp_model as direct"
    order = (ours, theirs) if first == "ours" else (theirs, ours)
    _run("\n".join((*order, "assert direct is cp_model")))
