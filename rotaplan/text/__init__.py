"""The two languages: codes and facts in, sentences out. Nothing else in the package speaks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")
_KEY = re.compile(r"^([a-z][\w-]*) *=", re.MULTILINE)


_LONG = frozenset({"packs.ftl", "rules_text.ftl"})
"""Parts that few commands need: reading them takes as long as all the others together."""


@cache
def _bundle(language: str, *, whole: bool = True) -> FluentBundle:
    """Return the catalogue of a language, or without the long parts."""
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("rotaplan.text").joinpath(language)
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.name.endswith(".ftl") and (whole or part.name not in _LONG):
            bundle.add_resource(FluentResource(part.read_text(encoding="utf-8")))
    return bundle


@cache
def _long_keys(language: str) -> frozenset[str]:
    """Return the keys of the long parts, which a glance at their lines tells."""
    folder = files("rotaplan.text").joinpath(language)
    texts = [folder.joinpath(name) for name in sorted(_LONG)]
    found = (_KEY.findall(part.read_text(encoding="utf-8")) for part in texts if part.is_file())
    return frozenset(key for keys in found for key in keys)


def _holder(language: str, key: str) -> FluentBundle:
    """Return a catalogue that holds a key if there is one; the long parts are read only then."""
    return _bundle(language, whole=key in _long_keys(language))


def has(language: str, key: str) -> bool:
    """Whether a language has a sentence for a key."""
    return bool(_holder(language, key).has_message(key))


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
    bundle = _holder(language, key)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise KeyError(f"no message {key} in {language}")
    given = {
        name: ", ".join(map(str, fact)) if isinstance(fact, tuple) else fact
        for name, fact in facts.items()
    }
    sentence, errors = bundle.format_pattern(pattern, given)
    if errors:
        raise KeyError(f"{key} in {language}: {errors}")
    return str(sentence)
