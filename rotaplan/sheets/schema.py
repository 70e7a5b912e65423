"""What a column and a sheet are; everything said of a column is derived from its one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "text",  # free text
    "word",  # one of the words of the column
    "person",  # a staff number (or a name that only one person has)
    "code",  # the code of a shift, compared as displayed
    "list",  # several texts, split on ; , / and new lines
    "date",  # a day
    "moment",  # a day, or a day and a time of the clock
    "clock",  # a time of day, in minutes after midnight
    "pause",  # a length of time, a bare number being minutes
    "duration",  # a length of time in minutes, a bare number being hours
    "share",  # a working share, 0 to 1
    "rate",  # a chance, 0 to 1
    "count",  # a whole number
    "number",  # a number of seconds or an amount, whole or not
    "flag",  # yes or no
    "weekday",  # one weekday
    "weekdays",  # several weekdays
    "colour",  # #RRGGBB
    "people",  # a choice of people
    "shifts",  # a choice of shifts
    "days",  # a choice of days
    "level",  # 1 to 7, or the word for it
    "strength",  # 1 to 1000, or a word from very weak to imperative
    "any",  # depends on the row
]
Layout = Literal["rows", "keys", "grid", "matrix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet: what it holds, and within which bounds.

    Attributes
    ----------
    name
        Its name inside rotaplan; headings in both languages hang on it.
    kind
        How its cells are read, checked, formatted and documented.
    required
        Whether every row must fill it.
    least, most
        Bounds, inclusive, in the unit of the kind; None where open.
    words
        For ``word``: the kind of word (see ``vocabulary.WORDS``) that its cells hold.
    read
        False for a column that is recognised and left alone (private, or of rotaplan's own
        answer).
    template
        Whether a new workbook offers it.
    sample
        A sensible value for the example row, by language or for both.
    """

    name: str
    kind: Kind
    required: bool = False
    least: int | None = None
    most: int | None = None
    words: str = ""
    read: bool = True
    template: bool = True
    sample: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of the input.

    Attributes
    ----------
    name
        Its name inside rotaplan.
    columns
        Its columns, in the order of a new workbook.
    layout
        ``rows`` one record a row; ``keys`` one setting a row; ``grid`` people down, dates
        across.
    required
        Whether a scenario cannot do without it.
    template
        Whether a new workbook offers it.
    """

    name: str
    columns: tuple[Column, ...]
    layout: Layout = "rows"
    required: bool = False
    template: bool = True
    by_name: Mapping[str, Column] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    def column(self, name: str) -> Column:
        """Return a column by name; raises KeyError where there is none."""
        return self.by_name[name]
