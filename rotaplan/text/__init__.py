"""The two languages: codes and facts in, sentences out. Nothing else in the package speaks."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("rotaplan.text").joinpath(language)
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(part.read_text(encoding="utf-8")))
    return bundle


def has(language: str, key: str) -> bool:
    """Whether a language has a sentence for a key."""
    return _bundle(language).has_message(key)


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
    bundle = _bundle(language)
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
