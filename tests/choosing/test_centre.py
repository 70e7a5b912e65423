"""The choice for a service of some size, counted again from the workbooks that were written."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from rotaplan.cli import main
from tests.choosing import centre
from tests.sheets.books import write_xlsx

DISTANCE = 30


@pytest.mark.slow
def test_none_is_beaten_and_any_two_are_apart_as_the_written_workbooks_say(tmp_path: Path) -> None:
    """Prices, distances and dominance are worked out without rotaplan, and are those it tells."""
    source = write_xlsx(tmp_path / "c.xlsx", centre.book())
    options = ["--plans", "4", "--distance", str(DISTANCE), "--time-limit", "0.3"]
    done = CliRunner().invoke(main, ["tradeoff", str(source), *options, "--reproducible"])
    assert done.exit_code == 0, done.output
    books = sorted(tmp_path.glob("c_choix_*.xlsx"))
    assert len(books) >= 3
    rosters = [centre.roster(one) for one in books]
    prices = [centre.prices(one) for one in rosters]
    for one, other in itertools.combinations(rosters, 2):
        assert centre.apart(one, other) >= DISTANCE
    for left, right in itertools.permutations(prices, 2):
        assert left == right or any(a > b for a, b in zip(left, right, strict=True))
    assert len(set(prices)) > 1, "nothing is traded"
    table = {row[0]: row[1:] for row in _table(tmp_path / "c_choix.xlsx")}
    goals = ("couverture", "équité", "souhaits")
    for goal, counted in zip(goals, zip(*prices, strict=True), strict=True):
        assert table[f"prix : {goal}"] == counted
    for number, one in enumerate(rosters, start=1):
        told = table[f"jours-agents différents du planning {number}"]
        assert told == tuple(centre.apart(one, other) for other in rosters)


def _table(path: Path) -> list[tuple[object, ...]]:
    sheet = load_workbook(path).worksheets[0]
    return [tuple(one for one in row if one is not None) for row in sheet.values if row[0]]
