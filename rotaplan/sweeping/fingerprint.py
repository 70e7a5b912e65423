"""What a question is, in a few letters: the same on every machine and in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from typing import Any


def fingerprint(*values: object) -> str:
    """Return a digest of values: equal for equal questions, whatever the order of their sets."""
    digest = hashlib.sha256()
    for word in _words(values):
        digest.update(word.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _words(value: Any) -> Iterator[str]:
    """Yield the parts of a value in an order that never changes."""
    if is_dataclass(value) and not isinstance(value, type):
        yield f"<{type(value).__name__}"
        for one in fields(value):
            yield one.name
            yield from _words(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield "{"
        yield from sorted("\0".join(_words(item)) for item in value.items())
    elif isinstance(value, Set):
        yield "<set"
        yield from sorted("\0".join(_words(one)) for one in value)
    elif isinstance(value, tuple | list):
        yield "["
        for one in value:
            yield from _words(one)
    else:
        yield f"{type(value).__name__} {value}"
    yield ">"
