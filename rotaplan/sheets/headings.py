"""What a heading or a word in a workbook means.

French and English are always both accepted, mixed too, without regard to case, accents, spaces,
punctuation or plural.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from rotaplan.sheets.schema import Table
from rotaplan.sheets.tables import BY_NAME
from rotaplan.sheets.vocabulary import COLUMNS, COMMON, SHEETS, WORDS

LANGUAGES = ("fr", "en")
DIGRAPHS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


@cache
def fold(text: str) -> str:
    """Return a text for comparing: no case, accents, spaces, punctuation or plural."""
    plain = _plain(text)
    words = re.findall(r"[^\W_]+", plain)
    return "".join(_singular(word) for word in words) or plain.strip()


@cache
def fold_heading(text: str) -> str:
    """Return a heading for comparing: as ``fold``, with a unit in brackets left out."""
    return fold(re.sub(r"\([^)]*\)", " ", text)) or fold(text)


def fold_code(text: str) -> str:
    """Return a code for comparing: no case and no spaces, all else kept."""
    return "".join(text.split()).casefold()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(DIGRAPHS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def sheet_heading(name: str, language: str) -> str:
    """Return the name of a sheet in a language."""
    return SHEETS[name][LANGUAGES.index(language)]


def names_of(table: str, column: str) -> tuple[str, ...]:
    """Return every heading of a column, French and English first."""
    return COLUMNS.get(table, {}).get(column) or COMMON[column]


def heading(table: str, column: str, language: str) -> str:
    """Return the heading of a column in a language."""
    return names_of(table, column)[LANGUAGES.index(language)]


@cache
def headings_of(table: str) -> Mapping[str, str]:
    """Return column names of a table by folded heading.

    Where two columns share a heading, the one whose own heading it is goes before the one that
    only accepts it.
    """
    found: dict[str, str] = {}
    spec: Table = BY_NAME[table]
    ranked = sorted(
        (rank, position, column.name, word)
        for position, column in enumerate(spec.columns)
        for rank, word in enumerate(names_of(table, column.name))
    )
    for _, _, name, word in ranked:
        for folded in (fold(word), fold_heading(word)):
            found.setdefault(folded, name)
    return found


def written_headings(table: str) -> tuple[str, ...]:
    """Return every heading of a table that rotaplan writes, in both languages."""
    return tuple(
        heading(table, column.name, language)
        for column in BY_NAME[table].columns
        for language in LANGUAGES
    )


@cache
def _words(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value, words in WORDS[kind].items():
        for word in words if value.isdigit() else (value, *words):
            found.setdefault(fold(word), value)
    return found


def meaning(kind: str, text: str) -> str | None:
    """Return what a word of a kind stands for; None where it is not one of them."""
    return _words(kind).get(fold(text))


def word(kind: str, value: str, language: str) -> str:
    """Return the word that rotaplan writes for a value, in a language."""
    return WORDS[kind][value][LANGUAGES.index(language)]


def words(kind: str, language: str) -> tuple[str, ...]:
    """Return the words that rotaplan offers for a kind, in a language."""
    return tuple(word(kind, value, language) for value in WORDS[kind])


def starts_with(kind: str, text: str) -> tuple[str, str] | None:
    """Split off a leading word of a kind: (its value, the rest); None where there is none."""
    pieces = text.split()
    for count in range(min(3, len(pieces) - 1), 0, -1):
        value = meaning(kind, " ".join(pieces[:count]))
        if value is not None:
            return value, " ".join(pieces[count:])
    return None


def language_of(texts: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return the language that most of the headings found are written in; French in doubt.

    Parameters
    ----------
    texts
        Pairs of the text found and all names of what it was taken for, French and English
        first.
    """
    french = english = 0
    for text, names in texts:
        is_french, is_english = fold(text) == fold(names[0]), fold(text) == fold(names[1])
        french += is_french and not is_english
        english += is_english and not is_french
    return "en" if english > french else "fr"
