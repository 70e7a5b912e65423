"""Texts: both languages say the same things, and every problem has a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import rotaplan.sheets
from rotaplan.problem import Cell, Problem
from rotaplan.rules import all_rules
from rotaplan.sheets import tables
from rotaplan.sheets.problems import render
from rotaplan.sheets.prose import comment
from rotaplan.text import has

FILES = ("problems.ftl", "sheets.ftl", "rules_text.ftl")
FOLDER = Path(rotaplan.sheets.__file__).parent


def messages(language: str, name: str) -> dict[str, set[str]]:
    """Return the variables of each message."""
    text = files("rotaplan.text").joinpath(language).joinpath(name).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    key = ""
    for line in text.splitlines():
        if start := re.match(r"([a-zA-Z][\w-]*) =", line):
            key = start[1]
            assert key not in found, f"{key} twice in {language}/{name}"
            found[key] = set()
        if key:
            found[key] |= set(re.findall(r"\$(\w+)", line))
    return found


@pytest.mark.parametrize("name", FILES[:2])
def test_both_languages_have_the_same_messages_with_the_same_variables(name: str) -> None:
    assert messages("fr", name) == messages("en", name)


def reported() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the code and the named facts of every problem that the reader can report."""
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            first = node.args[0]
            if called not in ("add", "note", "Fault"):
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"severity"}
            if called == "note":
                names |= {"found"}
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, frozenset(names)


def test_every_problem_has_a_sentence_that_its_facts_fill() -> None:
    known = messages("fr", "problems.ftl")
    found = dict(reported())
    assert len(found) > 60
    for code, names in reported():
        assert f"problem-{code}" in known, code
        assert known[f"problem-{code}"] <= names, code


def test_every_sentence_is_used() -> None:
    used = {f"problem-{code}" for code, _ in reported()}
    frame = {"problem-line", "problem-suggestion"}
    frame |= {f"problem-severity-{one}" for one in ("error", "warning", "notice")}
    chosen = {"problem-formula-uncomputed", "problem-cell-required"}
    assert set(messages("en", "problems.ftl")) == used | frame | chosen


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_column_is_documented(language: str) -> None:
    for table in tables.TABLES:
        for column in table.columns:
            if column.template and table.template:
                assert comment(table, column, language)


def test_every_rule_has_its_prose_in_french() -> None:
    assert [key for key in all_rules() if not has("fr", f"rule-{key.replace('_', '-')}-text")] == []


def test_a_problem_is_one_line_with_its_cell() -> None:
    problem = Problem(
        code="date-ambiguous",
        cell=Cell(sheet="Agents", row=12, column=3),
        facts={"found": "3/4/27", "read": "03/04/2027"},
        severity="warning",
    )
    assert render(problem, "fr").startswith("Agents!C12 [attention] La date « 3/4/27 »")
    assert render(problem, "en").startswith("Agents!C12 [warning] The date “3/4/27”")
    unknown = Problem(code="person-unknown", facts={"found": "Ana Silv", "suggestion": "Ana Silva"})
    assert render(unknown, "en") == "[error] “Ana Silv” is nobody known. Did you mean “Ana Silva”?"


def test_dates_in_a_sentence_follow_the_language() -> None:
    problem = Problem(code="date-twice", facts={"found": "2027-03-08"})
    assert "08/03/2027" in render(problem, "fr")
    assert "2027-03-08" in render(problem, "en")
