"""Each article of each pack: accepted at its limit, rejected one minute beyond, with its citation.

The rules are those that a planner gets: read from a new workbook of the pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rotaplan.api import check
from rotaplan.judge import judge
from rotaplan.packs import Pack, PackRow, all_packs, load_pack
from rotaplan.rules.base import RuleBase
from rotaplan.sheets import read_workbook
from rotaplan.sheets.packs import citation
from rotaplan.sheets.template import write_template
from rotaplan.terminal import print_check
from tests.agreement.weighing import weigh
from tests.packs.rosters import rosters


@cache
def rules_of(name: str) -> dict[str, RuleBase]:
    """Return the rules of a pack by citation, all rows switched on."""
    pack = load_pack(name)
    pack = replace(pack, rows=tuple(replace(row, active=True) for row in pack.rows))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_template(path, language="fr", example=True, packs=[pack])
        scenario = read_workbook(path).scenario
    assert scenario is not None
    return {rule.reference: rule for rule in scenario.rules if isinstance(rule, RuleBase)}


def rows() -> Iterator[tuple[Pack, PackRow]]:
    """Yield every row of every pack."""
    for pack in all_packs():
        for row in pack.rows:
            yield pack, row


def limits() -> Iterator[object]:
    """Yield every limit of every row as a parameter."""
    for pack, row in rows():
        rule = rules_of(pack.name)[citation(pack, row, "fr")]
        for name in rosters(rule):
            yield pytest.param(pack, row, name, id=f"{row.id}-{name}")


@pytest.mark.parametrize(("pack", "row", "limit"), list(limits()))
def test_rejected_just_beyond_the_limit_and_not_at_it(pack: Pack, row: PackRow, limit: str) -> None:
    """Judge and model alike; the breach cites the article."""
    cited = citation(pack, row, "fr")
    build = rosters(rules_of(pack.name)[cited])[limit]
    scenario, schedule = build(0)
    assert not judge(scenario, schedule).broken
    assert not weigh(scenario, schedule).rejected
    scenario, schedule = build(1)
    broken = judge(scenario, schedule).broken
    assert broken
    assert {(v.rule, v.reference, v.must) for v in broken} == {(row.rule, cited, True)}
    assert weigh(scenario, schedule).rejected


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_terminal_and_the_json_cite_the_article(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = load_pack("fph")
    row = next(row for row in pack.rows if row.id == "FPH-RJ12")
    cited = citation(pack, row, "fr")
    scenario, schedule = rosters(rules_of("fph")[cited])["rest"](1)
    result = check(scenario, schedule.assignments)
    print_check(result, language)
    assert cited in capsys.readouterr().out
    assert result.to_json()["violations"][0]["reference"] == cited
