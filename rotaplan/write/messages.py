"""What each person is told of a re-plan: one text each, ready to be sent or read out.

Nobody learns why somebody else is away: others change because the service is reorganised.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rotaplan.domain.published import Change, Notice, Post
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import local_time
from rotaplan.replanning import Alternative, Modification, Replanning
from rotaplan.text import say
from rotaplan.write.sentences import duration

_INSTEAD = frozenset({Change.FREED, Change.TO_REST, Change.FROM_REST, Change.RESTORED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one person is told.

    Attributes
    ----------
    person
        Staff number.
    before
        The first start that changes: by then the person must know.
    notice_minutes, notice
        From now to then, and the class of that.
    consent
        ``asked`` where the person has to agree; see :class:`Modification`.
    language
        Of the text: that of the person where it is known.
    text
        The message, a line per thing said.
    """

    person: str
    before: int
    notice_minutes: int
    notice: Notice
    consent: str
    language: str
    text: str


def messages(found: Replanning, plan: Alternative, language: str) -> tuple[Message, ...]:
    """Return what people are told of a plan, those first whose time comes first.

    Parameters
    ----------
    found
        All plans, with the moment of the decision.
    plan
        The one that is announced.
    language
        Of the texts to people whose own is not known.
    """
    told = [
        _message(found, tuple(changes), language)
        for _, changes in groupby(plan.modifications, key=lambda one: one.person)
    ]
    return tuple(sorted(told, key=lambda one: (one.before, one.person)))


def _message(found: Replanning, changes: Sequence[Modification], language: str) -> Message:
    scenario = found.scenario
    person = scenario.person[changes[0].person]
    language = person.language or language
    first = min(changes, key=lambda one: one.notice_minutes)
    order = ("asked", "volunteer", "informed", "none")
    consent = min((one.consent for one in changes), key=order.index)
    lines = [
        say(language, "msg-hello", name=person.name or person.id),
        *(change_text(scenario, one, language) for one in changes),
        say(language, f"msg-reason-{_reason(changes)}"),
        *(() if consent == "none" else (_notice(first, language),)),
        say(language, f"msg-consent-{consent}"),
    ]
    return Message(
        person=person.id,
        before=found.published.now + first.notice_minutes,
        notice_minutes=first.notice_minutes,
        notice=first.notice,
        consent=consent,
        language=language,
        text="\n".join(lines),
    )


def _notice(one: Modification, language: str) -> str:
    name = notice_name(one.notice, language)
    return say(language, "msg-notice", notice=duration(one.notice_minutes), name=name)


def notice_name(notice: Notice, language: str) -> str:
    """Return a class of notice in words."""
    return say(language, f"out-notice-{notice.value}")


def _reason(changes: Sequence[Modification]) -> str:
    """Return the reason that a person is given, the most direct one where there are several."""
    return min((one.reason for one in changes), key=("absence", "incident", "reorganised").index)


def change_text(scenario: Scenario, one: Modification, language: str) -> str:
    """Return what one change means to the person, with when and where work begins."""
    key = one.kind.value.replace("_", "-") if one.kind in _INSTEAD else "other"
    if one.kind is Change.ABSENT:
        key = "absent"
    if one.kind in (Change.FREED, Change.RESTORED) and one.after is not None:
        key = {Change.FREED: "cut", Change.RESTORED: "restored-duty"}[one.kind]
    text = say(
        language,
        f"msg-{key}",
        date=_date(scenario.horizon.date(one.day), language),
        before=duty_text(scenario, one.before.shift, one.day) if one.before else "",
        after=duty_text(scenario, one.after.shift, one.day) if one.after else "",
    )
    if one.after is None or one.kind is Change.ABSENT or _begun(scenario, one.after, one.day):
        return text
    return f"{text} {_sign_on(scenario, one.after, one.day, language)}"


def _begun(scenario: Scenario, post: Post, day: int) -> bool:
    start = scenario.horizon.instant(day, scenario.shift[post.shift].start)
    return scenario.published is not None and start <= scenario.published.now


def _sign_on(scenario: Scenario, post: Post, day: int, language: str) -> str:
    shift = scenario.shift[post.shift]
    start = local_time(scenario.horizon.instant(day, shift.start), scenario.horizon.zone)
    text = say(language, "msg-sign-on", time=f"{start:%H:%M}")
    if shift.site:
        text += say(language, "msg-place", place=shift.site)
    if post.skill:
        text += say(language, "msg-function", skill=post.skill)
    return f"{text}."


def duty_text(scenario: Scenario, code: str, day: int) -> str:
    """Return a duty with its hours, piece by piece."""
    zone = scenario.horizon.zone
    hours = ", ".join(
        f"{local_time(start, zone):%H:%M}–{local_time(end, zone):%H:%M}"
        for start, end in scenario.spans(scenario.shift[code], day)
    )
    return f"{code} ({hours})" if hours else code


def _date(when: dt.date, language: str) -> str:
    from babel.dates import format_date

    return format_date(when, "EEEE d MMMM", locale=language)
