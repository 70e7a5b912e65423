"""The page for whoever decides: situation, causes, options, and the decision that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rotaplan.domain.published import Notice
from rotaplan.domain.time import local_time
from rotaplan.replanning import Alternative, Figures, Replanning
from rotaplan.text import say
from rotaplan.write.causes import causes
from rotaplan.write.comparison import plan_name, post_text
from rotaplan.write.messages import messages
from rotaplan.write.sentences import date_text, dates_text, duration, ended

PARTS = ("situation", "causes", "options", "decision")
"""Parts of the note, in order."""
_CAUSES, _POSTS, _RECALLED = 10, 8, 4
_URGENT = (Notice.IMMEDIATE, Notice.URGENT)


def note(found: Replanning, plan: Alternative, language: str) -> dict[str, tuple[str, ...]]:
    """Return the sentences of each part.

    Parameters
    ----------
    found
        All plans of the incident.
    plan
        The one that is in the file.
    language
        Of the sentences.
    """
    return {
        "situation": tuple(_situation(found, language)),
        "causes": tuple(_causes(found, language)),
        "options": tuple(_options(found, plan, language)),
        "decision": tuple(_decision(found, plan, language)),
    }


def _moment(found: Replanning, instant: int, language: str) -> str:
    when = local_time(instant, found.scenario.horizon.zone)
    return f"{date_text(when.date(), language)} {when:%H:%M}"


def _situation(found: Replanning, language: str) -> Iterator[str]:
    published, untouched = found.published, found.untouched
    now = _moment(found, published.now, language)
    yield say(language, "note-now", now=now, count=len(found.new))
    days = dates_text(found.days, found.scenario, language)
    yield say(
        language,
        "note-untouched",
        open=untouched.open_posts,
        asked=untouched.asked,
        days=days,
        minimum=untouched.missing_minimum,
        peak=untouched.peak,
    )
    yield say(language, "note-concerned", count=untouched.told)
    if found.broken_before:
        yield say(language, "note-broken-before", count=len(found.broken_before))


def _causes(found: Replanning, language: str) -> Iterator[str]:
    told = list(causes(found.disruptions, found.scenario, language))
    yield from told[:_CAUSES]
    if len(told) > _CAUSES:
        yield say(language, "note-more-causes", count=len(told) - _CAUSES)


def _options(found: Replanning, plan: Alternative, language: str) -> Iterator[str]:
    for one in found.alternatives:
        name = plan_name(one.name, language)
        if one.same_as is not None:
            yield say(language, "note-same", plan=name, other=plan_name(one.same_as, language))
            continue
        text = _option(name, one.figures, language)
        yield f"{text} {say(language, 'note-here')}" if one is plan else text


def _option(name: str, figures: Figures, language: str) -> str:
    return say(
        language,
        "note-option",
        plan=name,
        open=figures.open_posts,
        asked=figures.asked,
        peak=figures.peak,
        told=figures.told,
        disturbed=figures.disturbed,
        decided=figures.decided,
        urgent=sum(figures.by_notice.get(notice, 0) for notice in _URGENT),
        more=duration(figures.more_minutes),
    )


def _decision(found: Replanning, plan: Alternative, language: str) -> Iterator[str]:
    name = plan_name(plan.name, language)
    if plan.figures.broken:
        yield say(language, "replan-broken", count=plan.figures.broken, plan=name)
    yield say(language, "note-choose", count=len(found.different), plan=name)
    told = messages(found, plan, language)
    if told:
        before = _moment(found, told[0].before, language)
        yield say(language, "note-tell", count=len(told), before=before)
    asked = sum(one.consent == "asked" for one in plan.modifications)
    if asked:
        yield say(language, "note-consents", count=asked)
    yield from _open(found, plan, language)


def _open(found: Replanning, plan: Alternative, language: str) -> Iterator[str]:
    """Yield what stays open, and who could be asked from a day of rest."""
    scenario = found.scenario
    if not plan.uncovered:
        yield say(language, "note-all-held")
        return
    ranked = sorted(plan.uncovered, key=lambda one: (one[0].priority, one[0].day, one[0].shift))
    posts = [post_text(need, scenario, language, missing) for need, missing in ranked]
    yield ended(
        say(
            language,
            "note-open",
            count=plan.figures.open_posts,
            posts=", ".join(posts[:_POSTS]),
            more=max(0, len(posts) - _POSTS),
        )
    )
    if not plan.recalls:
        yield say(language, "note-no-recall")
        return
    yield say(language, "note-recalls")
    groups = [(need, list(group)) for need, group in groupby(plan.recalls, lambda one: one.need)]
    for need, people in groups[:_RECALLED]:
        named = [
            say(
                language,
                "note-recall",
                name=scenario.person[one.person].name or one.person,
                notice=duration(one.notice_minutes),
                hours=duration(one.minutes),
                week=duration(one.week_minutes),
            )
            for one in people
        ]
        yield say(
            language,
            "note-recall-post",
            post=post_text(need, scenario, language),
            people=" ; ".join(named) if language == "fr" else "; ".join(named),
        )
    if len(groups) > _RECALLED:
        yield say(language, "note-more-recalls", count=len(groups) - _RECALLED)
