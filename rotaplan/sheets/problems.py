"""Problems with a workbook as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rotaplan.problem import Fact, Problem
from rotaplan.text import has, say

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def render_all(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """Yield problems as lines: the same one in cells below each other is said once (A2:A9)."""
    run: list[Problem] = []
    for problem in problems:
        if run and not _goes_on(run[-1], problem):
            yield _rendered(run, language)
            run = []
        run.append(problem)
    if run:
        yield _rendered(run, language)


def render(problem: Problem, language: str) -> str:
    """Return a problem as one line: the cell, how grave it is, what was found, what helps."""
    return _rendered([problem], language)


def _goes_on(one: Problem, other: Problem) -> bool:
    """Whether two problems are the same, the second in the cell below."""
    if one.cell is None or other.cell is None:
        return False
    below = replace(one.cell, row=one.cell.row + 1)
    return other == replace(one, cell=below)


def _rendered(run: list[Problem], language: str) -> str:
    """Return the line of a problem that stands in one cell, or in some below each other."""
    problem, last = run[0], run[-1].cell
    facts = {name: _spoken(fact, language) for name, fact in problem.facts.items()}
    if "rule" in facts:
        facts["rule"] = _named(str(facts["rule"]), language)
    parts = [say(language, f"problem-{problem.code}", **facts)]
    if problem.facts.get("suggestion"):
        parts.append(say(language, "problem-suggestion", suggestion=facts["suggestion"]))
    grave = say(language, f"problem-severity-{problem.severity}")
    where = [str(problem.cell)] if problem.cell else []
    if last != problem.cell and last is not None:
        where = [f"{problem.cell}:{last.reference}"]
    return say(
        language, "problem-line", place=" ".join([*where, f"[{grave}]"]), text=" ".join(parts)
    )


def _named(rule: str, language: str) -> str:
    """Return the name of a rule by its key; what is no key as it is."""
    name = f"rule-{rule.replace('_', '-')}"
    return say(language, name) if has(language, name) else rule


def _spoken(fact: Fact, language: str) -> Fact:
    """Return a fact with its dates as the language writes them."""
    if isinstance(fact, tuple):
        return tuple(str(_spoken(one, language)) for one in fact)
    if isinstance(fact, str) and language == "fr":
        return _ISO.sub(r"\3/\2/\1", fact)
    return fact
