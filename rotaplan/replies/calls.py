"""The call list as it is printed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import local_time
from rotaplan.replacement import CallList, Candidate, Excluded
from rotaplan.replies.wording import clock, hours_of, known, named, print_broken
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.sentences import (
    date_text,
    duration,
    heading,
    quantity,
    sentence,
)

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NAMED = 8
"""How many people are named on a line of those who cannot."""
_WIDE = 110
"""Columns of a terminal that leave room for prices."""
_CLOSE = 3 * 60
"""Minutes to the weekly limit from which on it is worth a word."""


def print_call_list(found: CallList, language: str, limit: int, everybody: bool) -> None:
    """Print whom to call, and why nobody else.

    Parameters
    ----------
    found
        The list.
    language
        Of what is printed.
    limit
        How many people are shown of those who can.
    everybody
        Whether each excluded person is shown too.
    """
    print_broken(found.broken, found.scenario, language)
    _print_hole(found, language)
    if found.candidates:
        _print_candidates(found, language, limit)
    else:
        _print_way_out(found, language)
    _print_movable(found, language, limit)
    _print_begun(found, language)
    _print_excluded(found, language)
    if everybody:
        for one in found.excluded:
            click.echo("  " + _excluded_line(found.scenario, one, language))
    elif any(one.reason == "rule" for one in found.excluded):
        click.echo(say(language, "replace-see-all"))


def _print_hole(found: CallList, language: str) -> None:
    scenario, duty = found.scenario, found.hole.duty
    click.echo(
        say(
            language,
            "replace-hole",
            shift=duty.shift.code,
            skill=f" ({duty.skill})" if duty.skill else "",
            date=date_text(scenario.horizon.date(duty.day), language),
            hours=hours_of(scenario, duty),
            length=duration(duty.minutes),
            person=named(found.hole.person),
        )
    )
    notice = found.notice_minutes
    click.echo(
        say(
            language,
            "replace-notice" if notice >= 0 else "replace-notice-past",
            moment=_moment(scenario, found.now, language),
            notice=duration(abs(notice)),
        )
    )
    if not found.hole.needed:
        click.echo(say(language, "replace-not-needed"))
    if found.unverifiable:
        rules = tuple(dict.fromkeys(heading(one.rule, language) for one in found.unverifiable))
        click.echo(say(language, "replace-unverifiable", rules=rules))


def _moment(scenario: Scenario, instant: int, language: str) -> str:
    when = local_time(instant, scenario.horizon.zone)
    return f"{date_text(when.date(), language)} {when:%H:%M}"


def _print_candidates(found: CallList, language: str, limit: int) -> None:
    click.echo()
    click.echo(say(language, "replace-to-call", count=len(found.candidates)))
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(say(language, "replace-column-person"), style="bold", overflow="fold")
    table.add_column(say(language, "replace-column-from"))
    table.add_column(say(language, "replace-column-rest"), no_wrap=True)
    table.add_column(say(language, "replace-column-week"), no_wrap=True)
    table.add_column(say(language, "replace-column-know"))
    console = Console()
    wide = console.width >= _WIDE
    if wide:
        table.add_column(say(language, "replace-column-price"))
    least = _least(found.candidates)
    shown = found.candidates[:limit]
    for rank, one in enumerate(shown, 1):
        table.add_row(
            str(rank),
            Text(named(one.person)),
            Text(_source(one, language)),
            _rests(one.rest_before, one.rest_after, language),
            _week(one, language),
            Text(", ".join(_to_know(one, language))),
            *([_dearer(one, least, language)] if wide else []),
        )
    console.print(table)
    if len(found.candidates) > limit:
        click.echo(say(language, "replace-more", count=len(found.candidates) - limit))
    if any(one.source == "rest" for one in shown):
        click.echo(say(language, "replace-consent"))


def _least(candidates: Iterable[Candidate]) -> Mapping[int, int]:
    """Return the lowest price of each level: what everybody costs is no news."""
    listed = [one.prices for one in candidates]
    return {level: min(prices.get(level, 0) for prices in listed) for level in LEVELS}


def _source(one: Candidate, language: str) -> str:
    key = f"replace-source-{one.source.replace('_', '-')}"
    return say(language, key, shift=one.leaves.shift if one.leaves else "")


def _rests(before: int | None, after: int | None, language: str) -> str:
    part, whole = (known(minutes, language) for minutes in (before, after))
    return say(language, "replace-of", part=part, whole=whole)


def _week(one: Candidate, language: str) -> str:
    if one.contract_minutes is None:
        return duration(one.week_after)
    whole = duration(one.contract_minutes)
    return say(language, "replace-of", part=duration(one.week_after), whole=whole)


def _to_know(one: Candidate, language: str) -> list[str]:
    """Return what speaks for or against somebody, what weighs most first."""
    said = []
    if one.wish_against:
        said.append(say(language, "replace-know-wish"))
    if one.overtime:
        said.append(say(language, "replace-know-overtime", hours=duration(one.overtime)))
    if one.week_left is not None and one.week_left < _CLOSE:
        said.append(say(language, "replace-know-week-left", hours=duration(one.week_left)))
    for kind, count in one.burdens.items():
        said.append(say(language, f"replace-know-{kind.replace('_', '-')}", count=count))
    if one.balance_after:
        side = "above" if one.balance_after > 0 else "below"
        hours = duration(abs(one.balance_after))
        said.append(say(language, f"replace-know-{side}", hours=hours))
    return said


def _dearer(one: Candidate, least: Mapping[int, int], language: str) -> str:
    """Return what the soft rules cost more than with the cheapest person, level by level."""
    return ", ".join(
        say(
            language,
            "replace-know-price",
            level=say(language, f"level-{LEVELS[level]}"),
            price=str(price),
        )
        for level, price in _beyond(one.prices, least).items()
    )


def _beyond(prices: Mapping[int, int], least: Mapping[int, int]) -> Mapping[int, int]:
    found = {level: prices.get(level, 0) - base for level, base in least.items()}
    return {level: price for level, price in found.items() if price}


def _print_way_out(found: CallList, language: str) -> None:
    """Print that nobody can, and who is nearest to it: a single rule in the way."""
    click.echo()
    click.echo(say(language, "replace-nobody"))
    near = sorted(
        (one for one in found.excluded if one.reason == "rule" and _measured(one)), key=_distance
    )
    if near:
        click.echo(say(language, "replace-single"))
    for one in near[:_NAMED]:
        click.echo("  " + _excluded_line(found.scenario, one, language))


def _measured(one: Excluded) -> bool:
    """Whether a single rule stands in the way, and it is a matter of how much."""
    return len(one.breaches) == 1 and one.breaches[0].limit > 0


def _distance(one: Excluded) -> float:
    first = one.breaches[0]
    return abs(first.measured - first.limit) / first.limit


def _print_movable(found: CallList, language: str, limit: int) -> None:
    movable = found.movable
    if not movable:
        return
    click.echo()
    click.echo(say(language, "replace-movable", count=len(movable)))
    names = [
        say(language, "replace-leaving", person=named(one.person), shift=one.works.shift)
        for one in movable[:limit]
        if one.works is not None
    ]
    if len(movable) > limit:
        names.append(say(language, "replace-and-others"))
    _print_names("", names)


def _print_begun(found: CallList, language: str) -> None:
    """Print who is in reserve on duty already: only the people on the spot can tell."""
    scenario = found.scenario
    said = []
    for one in found.excluded:
        if one.standing_by and one.works is not None:
            shift = scenario.shift[one.works.shift]
            start = scenario.spans(shift, one.works.day)[0][0]
            said.append(
                say(
                    language,
                    "replace-begun-one",
                    person=named(one.person),
                    shift=shift.code,
                    time=clock(scenario, start),
                    span=duration(found.hole.duty.end - start),
                )
            )
    if said:
        click.echo()
        click.echo(say(language, "replace-begun"))
        _print_names("", said)


def _print_excluded(found: CallList, language: str) -> None:
    """Print how many cannot, by reason, with a few names and figures of each."""
    if not found.excluded:
        return
    click.echo()
    click.echo(say(language, "replace-excluded", count=len(found.excluded)))
    by_rule: dict[tuple[str, str], list[Excluded]] = {}
    counts = {"absent": 0, "occupied": 0}
    for one in found.excluded:
        if one.reason == "rule":
            first = one.breaches[0]
            by_rule.setdefault((first.rule, first.row), []).append(one)
        else:
            counts[one.reason] += 1
    for reason in ("occupied", "absent"):
        if counts[reason]:
            click.echo("  " + say(language, f"replace-{reason}", count=counts[reason]))
    for (rule, row), people in sorted(by_rule.items(), key=lambda item: -len(item[1])):
        _print_blocked(rule, row, people, language)


def _print_blocked(rule: str, row: str, people: list[Excluded], language: str) -> None:
    name = heading(rule, language)
    name = name if row == rule else f"{name} ({row})"
    names = [_figures(one, language) for one in people[:_NAMED]]
    if len(people) > _NAMED:
        names.append(say(language, "replace-and-others"))
    _print_names(say(language, "replace-blocked", count=len(people), rule=name) + " ", names)


def _print_names(head: str, names: Iterable[str]) -> None:
    """Print a list of names, broken between them where the line is full."""
    whole = head + ", ".join(name.replace(" ", _NO_BREAK) for name in names)
    lines = textwrap.wrap(
        whole,
        Console().width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )
    click.echo("\n".join(lines).replace(_NO_BREAK, " "))


def _figures(one: Excluded, language: str) -> str:
    """Return a person with what was measured and its limit; alone where nothing is measured."""
    first = one.breaches[0]
    if not first.limit:
        return named(one.person)
    return say(
        language,
        "replace-blocked-figures",
        person=named(one.person),
        measured=quantity(first.rule, first.measured, first.aspect),
        limit=quantity(first.rule, first.limit, first.aspect),
    )


def _excluded_line(scenario: Scenario, one: Excluded, language: str) -> str:
    """Return one excluded person with the reason; why somebody is absent is never said."""
    person = named(one.person)
    if one.reason == "absent":
        return say(language, "replace-line-absent", person=person)
    if one.reason == "occupied":
        shift = one.works.shift if one.works else ""
        return say(language, "replace-line-occupied", person=person, shift=shift)
    first = one.breaches[0]
    row = heading(first.rule, language) if first.row == first.rule else first.row
    told = sentence(first, scenario, language)
    line = say(language, "replace-line-rule", person=person, row=row, sentence=told)
    also = say(language, "replace-line-also", count=len(one.breaches) - 1)
    return f"{line} {also}".rstrip()
