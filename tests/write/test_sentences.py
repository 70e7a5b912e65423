"""Violations in words, and the two catalogues of the answer."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from rotaplan.domain.report import Violation
from rotaplan.write.sentences import dates_text, duration, heading, row_text, sentence
from tests.write import ward


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (660, "11 h"),
        (433, "7 h 13"),
        (15, "15 min"),
        (-15, "-15 min"),
        (0, "0 h"),
        (-61, "-1 h 01"),
    ],
)
def test_duration(minutes: int, text: str):
    assert duration(minutes) == text


def test_dates_join_runs_of_three_and_more():
    scenario = ward.scenario()
    text = dates_text((0, 1, 4, 6, 7, 8), scenario, "fr")
    assert text == "lun. 8 mars, mar. 9 mars, ven. 12 mars, dim. 14 mars – mar. 16 mars"


def test_breach_is_told_with_durations_and_names():
    scenario = ward.scenario()
    one = Violation(
        rule="rest_between", row="Règles!A2", person="001", days=(1, 2), measured=480, limit=660
    )
    for language in ("fr", "en"):
        text = sentence(one, scenario, language)
        assert "Agent 01" in text
        assert "8 h" in text
        assert "11 h" in text
        assert "480" not in text
        assert "  " not in text


@pytest.mark.parametrize(
    ("language", "measured", "told"),
    [
        ("fr", 1, "1 jour de repos d'affilée"),
        ("fr", 2, "2 jours de repos d'affilée"),
        ("en", 1, "1 day off on end"),
        ("en", 0, "0 days off on end"),
    ],
)
def test_one_day_is_no_days(language: str, measured: int, told: str):
    one = Violation(rule="off_run", row="A2", person="001", days=(1,), measured=measured, limit=3)
    assert f" {told} (" in sentence(one, ward.scenario(), language)


def test_a_date_that_ends_with_an_abbreviation_ends_the_sentence():
    wish = Violation(rule="requests", row="A8", person="001", days=(-30,), measured=1, limit=0)
    assert sentence(wish, ward.scenario(), "fr").endswith(" févr.")


def test_a_rule_of_the_house_without_sentence_is_told_all_the_same():
    one = Violation(
        rule="house_rule", row="Règles!A9", person="001", days=(1,), measured=3, limit=2
    )
    text = sentence(one, ward.scenario(), "en")
    assert text == "house_rule: 001 (Tue 9 Mar), 3 instead of 2"
    assert heading("house_rule", "fr") == "house_rule"


def test_a_basic_rule_has_no_row_to_show():
    assert row_text("fixed", "fixed", "fr") == "par défaut"
    assert row_text("fixed", "Règles!A4", "fr") == "Règles!A4"


def _messages(language: str) -> dict[str, set[str]]:
    text = files("rotaplan.text").joinpath(language, "output.ftl").read_text(encoding="utf-8")
    parts = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)
    return {
        part.split(" =", 1)[0]: set(re.findall(r"\{ \$(\w+)", part))
        for part in parts
        if part.startswith("out-")
    }


def test_both_languages_say_the_same_things_about_the_same_facts():
    assert _messages("fr") == _messages("en")


def test_no_message_is_left_that_nobody_says():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((Path(__file__).parents[2] / "rotaplan" / "write").rglob("*.py"))
    )
    made = re.compile(
        r"out-(sheet|family|strategy|counter|level|verdict|status|spread|half-day|legend)-.*|out-gap-.*"
    )
    unsaid = [
        key
        for key in _messages("fr")
        if not made.fullmatch(key) and not re.search(rf"['\"](out-)?{key[4:]}['\"]", code)
    ]
    assert unsaid == []
