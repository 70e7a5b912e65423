"""Packs as data and as rows of a workbook: complete, cited, read back without a problem."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from rotaplan.packs import Article, Pack, PackRow, _check, _made, all_packs, load_pack, pack_names
from rotaplan.rules.base import RuleBase, rule_class
from rotaplan.sheets import headings, read_workbook
from rotaplan.sheets.packs import citation, label, rule_rows, title
from rotaplan.sheets.reference import rules_reference
from rotaplan.sheets.template import write_template
from rotaplan.text import LANGUAGES

PACKS = all_packs()
each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)


def articles(pack: Pack) -> tuple[Article, ...]:
    """Return everything that a pack speaks of."""
    return (*pack.rows, *pack.not_expressed)


def test_the_packs_of_the_trade_are_there() -> None:
    assert set(pack_names()) == {
        *("base", "ue", "ct", "fp-edt", "fph", "tpu", "rail-755", "sncf-2016"),
        *("uk-wtr", "gb-dom"),
    }


def test_identifiers_are_unique_over_all_packs() -> None:
    found = [one.id for pack in PACKS for one in articles(pack)]
    assert len(set(found)) == len(found)


@each_pack
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_is_said_and_cited(pack: Pack, language: str) -> None:
    """A label in each language; a figure names its source, unless it says that it has none."""
    assert title(pack, language)
    for one in articles(pack):
        assert len(label(one, language)) > 10
        cited = citation(pack, one, language)
        assert cited.startswith(one.id)
        assert one.article in cited
        unverified = {"fr": "non vérifié", "en": "unverified"}[language]
        assert (unverified in cited) == (
            one.status == "unverified" or not one.article_verified or unverified in one.text
        )
        if one.status in ("verified", "secondary"):
            assert one.sources, one.id
    if pack.name != "base":
        assert all(one.status and (one.text or pack.text) for one in articles(pack))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_speaks_of_an_article_that_is_gone(language: str) -> None:
    from rotaplan.text import keys

    known = {f"pack-{one.id.lower()}" for pack in PACKS for one in articles(pack)}
    stems = ("title", "status", "article", "citation", "note", "derogation", "kind", "legend")
    frame = tuple(f"pack-{stem}" for stem in (*stems, "reference"))
    said = {key for key in keys(language) if key.startswith("pack-")}
    assert {key for key in said if not key.startswith(frame)} == known


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"rule": "no_such_rule"}, "no rule"),
        ({"rule": "rest_between", "max": "10:00"}, "max"),
        ({"rule": "rest_between", "min": "11:00", "value": {"split": True}}, "split"),
        ({"rule": "weekly_rest", "min": "35:00", "shifts": {"except": ["on_call"]}}, "shifts"),
        ({"rule": "rest_between", "min": "11:00", "derogations": ("GRACE",)}, "GRACE"),
        ({"rule": "sundays", "min": 1, "derogations": ("ACCORD",)}, "derogated"),
    ],
)
def test_a_row_that_does_not_fit_its_rule_is_refused(given: dict[str, object], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        _check(PackRow(id="X-1", **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "raw", [{"id": "X-1", "colour": "red"}, {"id": "X-1", "sources": ["S9"]}, {"status": "sure"}]
)
def test_an_article_that_is_badly_written_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"X-1|None"):
        _made(Article, raw, {})


@pytest.mark.parametrize("language", LANGUAGES)
@each_pack
def test_a_new_workbook_with_a_pack_reads_back(tmp_path: Path, pack: Pack, language: str) -> None:
    """No problem; every active row in force, strict, for its regime, with its citation.

    The example has no split duty: that a row speaks of them is noticed, no more.
    """
    path = tmp_path / "a.xlsx"
    write_template(path, language=language, example=True, packs=[pack])
    reading = read_workbook(path)
    noticed = {(p.code, p.severity) for p in reading.problems}
    assert noticed <= {("scope-without-shift", "notice")}
    assert reading.scenario is not None
    rules = {rule.reference: rule for rule in reading.scenario.rules if isinstance(rule, RuleBase)}
    for row in pack.rows:
        found = rules.get(citation(pack, row, language))
        assert (found is not None) == row.active, row.id
        if found is not None:
            assert found.key == row.rule
            assert found.must
            named = bool(pack.regime) and "who" in rule_class(row.rule).scope
            assert found.who.regimes == (frozenset({pack.regime}) if named else frozenset())
    if pack.regime:
        assert {person.regime for person in reading.scenario.people} == {pack.regime}


def test_two_packs_concern_each_their_own_people(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    packs = [load_pack("fph"), load_pack("tpu")]
    write_template(path, language="fr", example=True, packs=packs)
    scenario = read_workbook(path).scenario
    assert scenario is not None
    assert [person.regime for person in scenario.people[:3]] == ["FPH", "TPU", "FPH"]
    rests = [
        rule
        for rule in scenario.rules
        if isinstance(rule, RuleBase) and rule.key == "rest_between" and rule.who.regimes
    ]
    assert [[rule.who.has(person) for rule in rests] for person in scenario.people[:2]] == [
        [True, False],
        [False, True],
    ]


def test_a_blank_workbook_may_have_a_regime_that_nobody_has_yet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, language="fr", example=False, packs=[load_pack("fph")])
    book = openpyxl.load_workbook(path)
    book["Paramètres"]["B3"] = dt.datetime(2027, 3, 8)
    book["Paramètres"]["B4"] = dt.datetime(2027, 3, 21)
    book["Agents"].append(["007", "Petit"])
    book["Postes"].append(["M", "matin", "06:00", "14:00"])
    book.save(path)
    reading = read_workbook(path)
    assert reading.scenario is not None
    told = {(p.code, p.severity) for p in reading.problems if p.cell and p.cell.sheet == "Règles"}
    assert ("regime-unheld", "notice") in told
    assert told <= {("regime-unheld", "notice"), ("scope-without-shift", "notice")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_rule_checks_is_told_in_the_legend(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a.xlsx"
    packs = [load_pack("tpu"), load_pack("ue")]
    write_template(path, language=language, example=True, packs=packs)
    sheet = openpyxl.load_workbook(path)[headings.sheet_heading("legend", language)]
    told = {row[0].value for row in sheet.iter_rows() if row[0].value}
    assert {one.id for pack in packs for one in pack.not_expressed} <= told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_holds_every_article(language: str) -> None:
    text = rules_reference(language)
    for pack in PACKS:
        for one in articles(pack):
            assert citation(pack, one, language) in text
            assert label(one, language) in text


def test_rows_are_in_the_language_of_the_workbook() -> None:
    rows = {row["reference"]: row for row in rule_rows(load_pack("fph"), "fr")}
    row = next(row for reference, row in rows.items() if "FPH-J9-N10" in str(reference))
    assert (row["value"], row["shifts"], row["state"]) == ("nuit=10:00", "sauf astreinte", "strict")
    assert row["max"] == dt.timedelta(hours=9)
