"""The two languages: codes and facts in, sentences out. Nothing else in the package speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")
_WORDS = re.compile(r"[\w-]+ *= *(\S[^{}\n]*?) *(?:\n(?:#[^\n]*)?)*")
_ENTRY = re.compile(r"^(?=[a-z][\w-]* *=)", re.MULTILINE)


@cache
def keys(language: str) -> Mapping[str, str]:
    """Return the source of every message of a language by its key.

    The files are cut at the lines that begin a message; a message refers to no other one. So
    each is parsed when it is first spoken: most commands speak few of the thousand there are.
    """
    folder = files("rotaplan.text").joinpath(language)
    found: dict[str, str] = {}
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.name.endswith(".ftl"):
            for entry in _ENTRY.split(part.read_text(encoding="utf-8"))[1:]:
                found[entry.partition("=")[0].rstrip()] = entry
    return found


@cache
def _bundle(language: str) -> FluentBundle:
    return FluentBundle([language], use_isolating=False)


def _message(language: str, key: str) -> Any:
    """Return the pattern of a message; None where the language has none."""
    bundle, source = _bundle(language), keys(language).get(key)
    if source is None:
        return None
    if not bundle.has_message(key):
        bundle.add_resource(FluentResource(source))
    return bundle.get_message(key).value


def has(language: str, key: str) -> bool:
    """Whether a language has a sentence for a key."""
    return key in keys(language)


def say(language: str, key: str, **facts: object) -> str:
    """Return a sentence in a language.

    Parameters
    ----------
    language
        ``fr`` or ``en``.
    key
        Key of the message in ``text/<language>/*.ftl``.
    facts
        What the sentence names. Tuples are joined with commas.

    Raises
    ------
    KeyError
        Where the catalogue has no such message.
    """
    return _said(language, key, facts) if facts else _words(language, key)


def decimal(language: str, value: float, digits: int = 1) -> str:
    """Return a number with so many digits after the decimal sign of a language."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "0." + "0" * digits, locale=language))


def percent(language: str, share: float) -> str:
    """Return a share, 1 being the whole, as per cent with one digit after the decimal sign."""
    from babel.numbers import format_percent

    pattern = "0.0\N{NARROW NO-BREAK SPACE}%" if language == "fr" else "0.0%"
    return str(format_percent(share, pattern, locale=language))


@cache
def _words(language: str, key: str) -> str:
    """Return a message that names nothing: a heading, a word. A sheet asks for it in each cell.

    Most stand on one line without anything to fill in; to parse these takes longer than all else
    that a short command does with texts.
    """
    written = _WORDS.fullmatch(keys(language).get(key, ""))
    return written[1] if written else _said(language, key, {})


def _said(language: str, key: str, facts: Mapping[str, object]) -> str:
    pattern = _message(language, key)
    if pattern is None:
        raise KeyError(f"no message {key} in {language}")
    given = {
        name: ", ".join(map(str, fact)) if isinstance(fact, tuple) else fact
        for name, fact in facts.items()
    }
    sentence, errors = _bundle(language).format_pattern(pattern, given)
    if errors:
        raise KeyError(f"{key} in {language}: {errors}")
    return str(sentence)
