"""Another law: what a question is where the rules of a legal pack hold for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rotaplan.domain.scenario import Scenario
from rotaplan.errors import WorkbookError
from rotaplan.exploring.words import refused, selectors_of
from rotaplan.packs import Pack, load_pack, pack_names
from rotaplan.problem import Problems, nearest
from rotaplan.rules.base import RuleBase
from rotaplan.sheets import headings, tables
from rotaplan.sheets.packs import rule_rows
from rotaplan.sheets.parse.rules import read_rules
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.structure import locate


def under(scenario: Scenario, name: str) -> Scenario:
    """Return a scenario under a legal pack; see :meth:`rotaplan.exploring.Study.pack`."""
    if name not in pack_names():
        suggestion = nearest(name, pack_names())
        raise refused("explore-pack", found=name, known=pack_names(), suggestion=suggestion)
    pack = load_pack(name)
    if pack.regime:
        people = tuple(replace(one, regime=pack.regime) for one in scenario.people)
        scenario = replace(scenario, people=people)
    known = {(rule.key, rule.reference) for rule in scenario.rules if isinstance(rule, RuleBase)}
    rows = [one for one in _rows(scenario, pack) if (one.key, one.reference) not in known]
    # A basic rule that no row has set yet gives way to the row of the pack.
    replaced = {one.key for one in rows if one.basic}
    kept = [
        one
        for one in scenario.rules
        if not (isinstance(one, RuleBase) and one.key in replaced and one.origin is None)
    ]
    return replace(scenario, rules=(*kept, *rows))


def _rows(scenario: Scenario, pack: Pack) -> Iterator[RuleBase]:
    """Yield the active rows of a pack, read as those of a workbook are."""
    language = scenario.language
    columns = tables.RULES.columns
    titles = tuple(headings.heading("rules", one.name, language) for one in columns)
    cells = tuple(
        tuple("" if row.get(one.name) is None else row[one.name] for one in columns)
        for row in rule_rows(pack, language)
    )
    problems = Problems()
    sheet = locate(RawSheet(pack.name, (titles, *cells)), tables.RULES, problems)
    found = read_rules(sheet, selectors_of(scenario), problems)
    if problems.errors:
        raise WorkbookError(problems.errors)
    yield from (one for one in found if one.origin is not None)
