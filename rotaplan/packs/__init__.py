"""Legal packs: rows for the sheet of rules, each with its article and how far it was verified.

A pack is a file of data beside this one. It holds rows of existing rules, with their parameters
as a planner types them, and names the articles that no row can hold yet: nothing of a text is
left out in silence.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Status = Literal["verified", "secondary", "unverified"]
STATUSES: tuple[Status, ...] = ("verified", "secondary", "unverified")
DEROGATIONS = (
    "DECRET",
    "ACCORD",
    "EXCEPTIONNELLE",
    "ACCORD_AGENT",
    "AUTORISATION",
)
Written = str | int
"""A cell as typed: a duration ``12:00``, a number, or a word such as ``week``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of a text.

    Attributes
    ----------
    id
        Identifier, unique over all packs; ``pack-<id>`` in the catalogue says what it asks for.
    text
        Title of its text where that is not the text of the pack.
    article
        Where in the text; empty where the text as a whole is meant.
    article_verified
        Whether the number of the article was read in a source.
    status
        ``verified`` where the figure was read in a source, ``secondary`` where that source only
        reports the text, ``unverified`` where it is from memory; empty where there is no figure.
    sources
        What was read.
    """

    id: str
    text: str = ""
    article: str = ""
    article_verified: bool = True
    status: Status | Literal[""] = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow(Article):
    """An article as a row of the sheet of rules.

    Attributes
    ----------
    rule
        Key of the rule.
    min, max, window
        What these columns hold; None where empty.
    value
        Named parameters of the rule.
    shifts
        ``families`` names the kinds of shifts meant, ``except`` those left out; empty for all.
    derogations
        Kinds of derogation that the text allows.
    derogated
        What the text then allows at most; empty where it does not say.
    derogated_verified
        Whether that figure was read in a source.
    active
        False for a row that is written switched off, as its article does not hold everywhere.
    """

    rule: str
    min: Written | None = None
    max: Written | None = None
    window: Written | None = None
    value: Mapping[str, Written | bool] = field(default_factory=dict)
    shifts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    derogations: tuple[str, ...] = ()
    derogated: str = ""
    derogated_verified: bool = True
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The rules of one text.

    Attributes
    ----------
    name
        As given to ``--pack``.
    regime
        The regime of the people to whom it applies; empty where it applies to everybody.
    text
        Title of the text, as it is cited.
    date
        Of the text; None where it has none.
    rows
        Articles that rules can hold.
    not_expressed
        Articles that no rule can hold yet.
    """

    name: str
    regime: str = ""
    text: str = ""
    date: dt.date | None = None
    rows: tuple[PackRow, ...] = ()
    not_expressed: tuple[Article, ...] = ()


def pack_names() -> tuple[str, ...]:
    """Return the names of all packs, in order."""
    folder = files("rotaplan.packs")
    return tuple(
        sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml"))
    )


@cache
def load_pack(name: str) -> Pack:
    """Return a pack by name.

    Raises
    ------
    ValueError
        Where its file says something that the rules do not know.
    """
    raw = tomllib.loads(files("rotaplan.packs").joinpath(f"{name}.toml").read_text("utf-8"))
    sources = raw.pop("sources", {})
    rows = tuple(_made(PackRow, one, sources) for one in raw.pop("row", ()))
    missing = tuple(_made(Article, one, sources) for one in raw.pop("not_expressed", ()))
    for row in rows:
        _check(row)
    pack = Pack(rows=rows, not_expressed=missing, **raw)
    if pack.name != name:
        raise ValueError(f"{name}: the file calls itself {pack.name}")
    return pack


def all_packs() -> tuple[Pack, ...]:
    """Return all packs, in order of name."""
    return tuple(load_pack(name) for name in pack_names())


@cache
def regimes() -> frozenset[str]:
    """Return the regimes for which there is a pack."""
    return frozenset(pack.regime for pack in all_packs() if pack.regime)


def _made(cls: type[Any], raw: Mapping[str, Any], sources: Mapping[str, str]) -> Any:
    """Return an article or a row from its part of the file, its sources spelled out."""
    known = {one.name for one in fields(cls)}
    unknown = raw.keys() - known
    if unknown:
        raise ValueError(f"{raw.get('id')}: {', '.join(sorted(unknown))} is not known")
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in raw.items()}
    try:
        given["sources"] = tuple(sources[key] for key in raw.get("sources", ()))
    except KeyError as key:
        raise ValueError(f"{raw.get('id')}: no source {key}") from None
    if given.get("status", "") not in ("", *STATUSES):
        raise ValueError(f"{raw.get('id')}: status {given['status']}")
    return cls(**given)


def _check(row: PackRow) -> None:
    """Raise ValueError where a row does not fit the parameters that its rule declares."""
    from rotaplan.rules.base import find_rule, params_of

    cls = find_rule(row.rule)
    if cls is None:
        raise ValueError(f"{row.id}: no rule {row.rule}")
    declared = params_of(cls)
    columns = {param.column for param in declared.values()}
    given = {name for name in ("min", "max", "window") if getattr(row, name) is not None}
    named = {name for name, param in declared.items() if param.column == "value"}
    scope = {"shifts"} if row.shifts else set()
    wrong: Iterable[str] = (
        *(given - columns),
        *(row.value.keys() - named),
        *(scope - set(cls.scope)),
        *(set(row.shifts) - {"families", "except"}),
        *(set(row.derogations) - set(DEROGATIONS)),
    )
    if any(wrong):
        raise ValueError(f"{row.id}: {', '.join(sorted(wrong))} does not fit {row.rule}")
    if row.derogations and not cls.derogable:
        raise ValueError(f"{row.id}: {row.rule} cannot be derogated")
