"""Problems with a workbook as sentences."""

from __future__ import annotations

import re

from rotaplan.problem import Fact, Problem
from rotaplan.text import has, say

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def render(problem: Problem, language: str) -> str:
    """Return a problem as one line: the cell, how grave it is, what was found, what helps."""
    facts = {name: _spoken(fact, language) for name, fact in problem.facts.items()}
    if "rule" in facts:
        facts["rule"] = _named(str(facts["rule"]), language)
    parts = [say(language, f"problem-{problem.code}", **facts)]
    if problem.facts.get("suggestion"):
        parts.append(say(language, "problem-suggestion", suggestion=facts["suggestion"]))
    grave = say(language, f"problem-severity-{problem.severity}")
    where = [str(problem.cell)] if problem.cell else []
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
