"""Every rule is found, complete, spoken of in both languages, and honest about its two halves."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

import rotaplan.rules
from rotaplan.rules import base
from rotaplan.rules.base import Example, RuleBase, all_rules, basic_rules, params_of
from rotaplan.text import LANGUAGES, has, keys, say

RULES = sorted(all_rules().items())
MODULES = sorted(
    module.name
    for module in pkgutil.iter_modules(rotaplan.rules.__path__)
    if module.name != "base" and not module.name.startswith("_")
)
FACTS = {
    "person": "Awa Diop",
    "dates": "2027-03-01",
    "shift": "N",
    "skill": "LIC:D",
    "aspect": "",
    "measured": "9 h",
    "limit": "11 h",
    "missing": 2,
}
SHARED_HELPERS = {"people", "violation", "on", "grade"}
every_rule = pytest.mark.parametrize("rule_class", [c for _, c in RULES], ids=[k for k, _ in RULES])


@pytest.mark.parametrize("name", MODULES)
def test_every_module_registers_a_rule(name: str) -> None:
    module = f"rotaplan.rules.{name}"
    assert any(rule.__module__ == module for rule in all_rules().values())


@every_rule
def test_prose_says_more_than_the_name(rule_class: type[RuleBase]) -> None:
    assert len((rule_class.__doc__ or "").split()) >= 12


@every_rule
def test_parameters_are_within_their_own_bounds(rule_class: type[RuleBase]) -> None:
    defaults = {f.name: f.default for f in fields(rule_class)}
    for name, param in params_of(rule_class).items():
        assert param.least <= param.most, name
        default = defaults[name]
        if type(default) is int:
            assert param.least <= default <= param.most, name
        if param.kind == "word" and param.choices and isinstance(default, str):
            assert default in param.choices, name


@every_rule
def test_rows_are_equal_where_all_their_values_are(rule_class: type[RuleBase]) -> None:
    """Also those of a class that shares fields with another one."""
    (plain, *others) = (
        rule_class(row=row, **some_values(rule_class)) for row in ("A2", "A2", "A3")
    )
    assert (plain == others[0], plain == others[1]) == (True, False)
    assert hash(plain) == hash(others[0])
    assert f"row={plain.row!r}" in repr(plain)
    for name, value in some_values(rule_class).items():
        if isinstance(value, int) and not isinstance(value, bool):
            assert replace(plain, **{name: value + 1}) != plain, name


def some_values(rule_class: type[RuleBase]) -> dict[str, object]:
    """Return the parameters of the first example of a rule."""
    return {k: v for k, v in rule_class.examples[0].params.items() if k in params_of(rule_class)}


def unsaid(rule_class: type[RuleBase], language: str) -> list[str]:
    """Return what a language lacks: heading, sentence for a breach, words for parameters."""
    stem = f"rule-{rule_class.key.replace('_', '-')}"
    lines = [stem, f"{stem}-breach"]
    lines += [
        f"param-{name.replace('_', '-')}"
        for name, param in params_of(rule_class).items()
        if param.column == "value"
    ]
    return [line for line in lines if not has(language, line) or not say(language, line, **FACTS)]


@every_rule
@pytest.mark.parametrize("language", LANGUAGES)
def test_spoken_of_in_both_languages(rule_class: type[RuleBase], language: str) -> None:
    """A heading, a sentence for its breach, and a word for each named parameter."""
    assert unsaid(rule_class, language) == []
    stem = f"rule-{rule_class.key.replace('_', '-')}"
    sentence = say(language, f"{stem}-breach", **FACTS)
    assert sentence.endswith(".")
    assert "{" not in sentence
    for name, param in params_of(rule_class).items():
        if param.column == "value":
            word = say(language, f"param-{name.replace('_', '-')}")
            assert not set(word) & set(" ;=,"), word


def made(**parts: object) -> type[RuleBase]:
    """Return the class of a rule that lacks nothing, but for the parts given; None drops one."""
    whole: dict[str, object] = {
        "__doc__": "Nobody works.",
        "__module__": "json",
        "__annotations__": {"limit": "int"},
        "limit": base.param("value", "count", default=0),
        "check": lambda self, scenario, schedule: iter(()),
        "post": lambda self, frame, rule: (),
        "examples": (Example("work", "E", 1), Example("none", ".", 0)),
    }
    kept = {name: part for name, part in {**whole, **parts}.items() if part is not None}
    return type("Idle", (RuleBase,), kept)


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[type], type[RuleBase]]]:
    """The decorator, with a registry that forgets what a test puts into it."""
    all_rules()
    monkeypatch.setattr(base, "_FOUND", dict(base._FOUND))
    return base.rule


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"check": None}, "missing check"),
        ({"post": None}, "missing post"),
        ({"check": None, "post": None, "__doc__": None}, "missing check, post, docstring"),
        ({"__doc__": None}, "missing docstring"),
        ({"__doc__": "  "}, "missing docstring"),
        ({"examples": None}, "one breaking and one clean example"),
        ({"examples": (Example("work", "E", 1),)}, "one breaking and one clean example"),
        ({"examples": (Example("none", ".", 0),)}, "one breaking and one clean example"),
    ],
)
def test_an_incomplete_rule_is_refused(
    parts: dict[str, object],
    message: str,
    register: Callable[..., Callable[[type], type[RuleBase]]],
) -> None:
    with pytest.raises(TypeError, match=f"rule idle: .*{message}"):
        register("idle")(made(**parts))
    assert "idle" not in all_rules()


def test_a_complete_rule_is_taken_and_its_key_only_once(
    register: Callable[..., Callable[[type], type[RuleBase]]],
) -> None:
    taken = register("idle")(made())
    assert all_rules()["idle"] is taken
    other = made(__module__="ast")
    with pytest.raises(TypeError, match="rule idle: in ast and json"):
        register("idle")(other)
    twin = made(__qualname__="Lazy")
    with pytest.raises(TypeError, match="rule idle: in"):
        register("idle")(twin)
    assert all_rules()["idle"] is taken


def test_a_rule_without_words_is_noticed(
    register: Callable[..., Callable[[type], type[RuleBase]]],
) -> None:
    """Heading, breach and parameter: the test of the real rules would name all three."""
    taken = register("idle")(made())
    for language in LANGUAGES:
        assert unsaid(taken, language) == ["rule-idle", "rule-idle-breach", "param-limit"]


def test_headings_are_told_apart() -> None:
    for language in LANGUAGES:
        headings = [say(language, f"rule-{key.replace('_', '-')}").casefold() for key, _ in RULES]
        assert len(set(headings)) == len(headings)


def test_both_languages_hold_the_same_rule_messages() -> None:
    """Prose is apart: its English is the text of the rule class itself."""

    def of_rules(language: str) -> set[str]:
        found = {key for key in keys(language) if key.startswith(("rule-", "param-"))}
        return {key for key in found if not (key.startswith("rule-") and key.endswith("-text"))}

    french, english = map(of_rules, LANGUAGES)
    assert french == english
    assert len(french) > len(RULES)
    assert not has("fr", "rule-no-such-rule")


def test_basic_rules_are_added_once() -> None:
    basic = {key for key, rule in RULES if rule.basic}
    assert {rule.key for rule in basic_rules(())} == basic
    given = all_rules()["contract_dates"](must=False)
    assert {rule.key for rule in basic_rules((given,))} == basic - {"contract_dates"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield (module, syntax tree) of every rule file."""
    for name in MODULES:
        source = inspect.getsource(importlib.import_module(f"rotaplan.rules.{name}"))
        yield name, ast.parse(source)


def reached(start: str, own: dict[str, ast.FunctionDef]) -> set[str]:
    """Return the functions and methods of a file reached from one of them, transitively."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for node in ast.walk(own[todo.pop()]):
            name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
            if isinstance(node, ast.Attribute) and not _on_self(node):
                continue
            if name in own and name not in found | {"check", "post"}:
                found.add(name)
                todo.append(name)
    return found


def _on_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}


def shared(tree: ast.Module) -> dict[str, set[str]]:
    """Return for each class the functions of its file that both halves reach."""
    outside = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        own = outside | {n.name: n for n in node.body if isinstance(n, ast.FunctionDef)}
        if {"check", "post"} <= set(own):
            both = reached("check", own) & reached("post", own)
            found[node.name] = both - SHARED_HELPERS
    return found


@pytest.mark.parametrize(("name", "tree"), list(trees()), ids=MODULES)
def test_check_and_post_share_no_logic(name: str, tree: ast.Module) -> None:
    classes = shared(tree)
    assert classes, f"no rule class in {name}"
    for rule_class, both in classes.items():
        assert not both, f"{name}.{rule_class}: {sorted(both)} serve check and post alike"


def test_shared_logic_is_seen_through_a_detour() -> None:
    """The test above would see a function that one half reaches by way of another."""
    tree = ast.parse(
        "def limit(): ...\n"
        "def detour(): return limit()\n"
        "class R:\n"
        "    def check(self): return self._mine()\n"
        "    def _mine(self): return limit()\n"
        "    def post(self): return detour()\n"
    )
    assert shared(tree) == {"R": {"limit"}}


def test_judging_works_without_the_solver() -> None:
    """Domain, judge and every ``check`` run where ortools cannot be imported."""
    program = """
import sys
sys.modules["ortools"] = None
from rotaplan.judge import judge
from rotaplan.rules.base import all_rules
from tests.agreement.cases import cases
for rule in all_rules().values():
    for scenario, schedule in cases(rule, 2):
        judge(scenario, schedule)
print(len(all_rules()))
"""
    top = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=top, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(RULES)
