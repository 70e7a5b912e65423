"""Rules are found by every name under which the trade looks for them."""

from __future__ import annotations

from collections import Counter

import pytest

from rotaplan.rules import all_rules
from rotaplan.rules.base import params_of
from rotaplan.sheets.headings import LANGUAGES, fold
from rotaplan.sheets.parse.rules import heading_of, other_names, param_heading, rule_key
from rotaplan.sheets.reference import rules_reference


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Repos de sécurité", "rest_after_oncall"),
        ("longueur de bloc", "work_run"),
        ("BLOCK_SHAPE", "work_run"),
        ("jours de repos par periode", "rest_days_window"),
        ("overlap between teams", "min_presence"),
        ("Nombre de postes d'un type", "shifts_period"),
        ("pause", "break_rule"),
        ("Vacations", "split_shift"),
        ("équilibre des postes pénibles", "balance_count"),
        ("quota de voeux", "requests"),
        ("habilitation", "required_skill"),
        ("intérim", "external"),
        ("on-call cover", "min_presence"),
    ],
)
def test_other_names(written: str, key: str) -> None:
    assert rule_key(written) == key


def test_no_name_means_two_rules() -> None:
    names = Counter(
        (fold(name), key)
        for key in all_rules()
        for language in LANGUAGES
        for name in {key, heading_of(key, language), *other_names(key, language)}
    )
    meant = Counter(name for name, _ in names)
    assert [name for name, count in meant.items() if count > 1] == []


def test_the_reference_tells_them() -> None:
    assert "longueur de bloc" in rules_reference("fr")
    assert "rest after a call-out" in rules_reference("en")


def test_no_word_means_two_parameters_of_a_rule() -> None:
    for key, cls in all_rules().items():
        named = [name for name, one in params_of(cls).items() if one.column == "value"]
        for language in LANGUAGES:
            words = [fold(param_heading(name, language)) for name in named]
            assert len(set(words)) == len(words), key
