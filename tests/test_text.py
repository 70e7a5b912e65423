"""The catalogues: cut into messages, each parsed when first spoken."""

from __future__ import annotations

from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message

from rotaplan.text import LANGUAGES, has, keys, say


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_cut_as_the_parser_cuts_them(language: str) -> None:
    """Every message of the files is found under its key, none is lost and none is junk."""
    found: list[str] = []
    for part in files("rotaplan.text").joinpath(language).iterdir():
        for entry in FluentParser().parse(part.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), entry.content
            if isinstance(entry, Message):
                found.append(entry.id.name)
    assert sorted(found) == sorted(keys(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_parsed_by_itself(language: str) -> None:
    """No message refers to another: each stands alone, and holds a text."""
    for key, source in keys(language).items():
        body = FluentParser().parse(source).body
        assert isinstance(body[0], Message), key
        assert body[0].value is not None, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_name_nothing_are_as_the_parser_reads_them(language: str) -> None:
    bundle = FluentBundle([language], use_isolating=False)
    plain = {key: source for key, source in keys(language).items() if "{" not in source}
    assert len(plain) > 500
    for key, source in plain.items():
        bundle.add_resource(FluentResource(source))
        expected, errors = bundle.format_pattern(bundle.get_message(key).value)
        assert not errors
        assert say(language, key) == expected, key


def test_a_key_that_is_not_there_is_an_error() -> None:
    """A missing message is a fault of ours, told with its key."""
    assert not has("fr", "no-such-key")
    with pytest.raises(KeyError, match="no-such-key"):
        say("fr", "no-such-key")


def test_a_fact_that_is_missing_is_an_error() -> None:
    """A sentence is never printed with a hole in it."""
    with pytest.raises(KeyError, match="cli-written"):
        say("fr", "cli-written")
