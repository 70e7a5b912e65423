"""How good a roster is: what a level could gain is never less than a better roster gains."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from rotaplan.api import check, quality
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.result import LevelOutcome, Result
from rotaplan.write.quality import quality_json, quality_lines
from tests.solve.small import row, scenario

COVER = 4


def short(*more: object, under: int = 1) -> Scenario:
    """Two people, two days, three wanted on an urgent shift and one on another each day."""
    rules = [row("cover_target", must=False, level=COVER, weight=10, under=under), *more]
    return replace(
        scenario(2, 2, {}, rules),
        demand=(
            Demand(shift="E", minimum=0, target=3, priority=1),
            Demand(shift="L", minimum=0, target=1, priority=4),
        ),
    )


def rosters(asked: Scenario) -> list[Result]:
    """Every roster of the two people on the two shifts."""
    cells = list(product((person.id for person in asked.people), range(2)))
    return [
        check(
            asked,
            [
                Assignment(person=person, day=day, shift=code)
                for (person, day), code in zip(cells, codes, strict=True)
                if code
            ],
        )
        for codes in product(("", "E", "L"), repeat=len(cells))
    ]


def bounded(result: Result, bound: int) -> Result:
    """A result of which a bound of the level of cover is proven."""
    levels = tuple(
        LevelOutcome(level=one.level, cost=one.cost, bound=bound if one.level == COVER else 0)
        for one in result.levels
    )
    return replace(result, levels=levels)


@pytest.mark.parametrize("under", [1, 3])
def test_no_roster_finds_more_people_than_said(under: int) -> None:
    """With the true least price as bound, the posts to gain are at least those of the best."""
    found = rosters(short(under=under))
    least = min(one.report.cost_by_level[COVER] for one in found if one.report)
    missing = [sum(count for _, count in one.schedule.uncovered()) for one in found if one.schedule]
    for one, open_posts in zip(found, missing, strict=True):
        (level,) = (each for each in quality(bounded(one, least)) if each.level == COVER)
        assert level.posts == open_posts
        assert level.posts_to_gain is not None
        assert open_posts - min(missing) <= level.posts_to_gain < open_posts


def test_posts_are_left_out_where_another_row_could_pay_the_bound() -> None:
    """A bound of a level that prices other things too says nothing of posts alone."""
    other = row("balance_count", must=False, level=COVER, weight=1)
    one = bounded(rosters(short(other))[0], 20)
    (level,) = (each for each in quality(one) if each.level == COVER)
    assert level.posts == 8
    assert level.posts_to_gain is None


def test_shares_are_those_of_the_report() -> None:
    """The rows add up to the level, the dearest first."""
    other = row("days_period", must=False, level=COVER, weight=1, maximum=1, period="horizon")
    one = next(each for each in rosters(short(other)) if len(quality(each)[0].rows) == 2)
    (level,) = quality(one)
    assert one.report is not None
    assert {each.rule.row or each.rule.key: each.cost for each in level.rows} == dict(
        one.report.cost_by_row
    )
    assert sum(each.cost for each in level.rows) == level.cost
    assert sum(each.share for each in level.rows) == pytest.approx(1)
    assert level.rows[0].cost > level.rows[1].cost


def test_a_roster_without_any_is_not_judged() -> None:
    """Nothing is said of a question without an answer."""
    none = Result(scenario=short(), status="infeasible", schedule=None, report=None)
    assert quality(none) == ()


@pytest.mark.parametrize(
    ("language", "bound", "told"),
    [
        ("fr", 180, "8 postes non tenus, au plus 4 de mieux"),
        ("en", 180, "8 posts unfilled, at most 4 better"),
        ("fr", 0, "sans preuve qu'il en faille un seul"),
        ("en", 340, "8 posts unfilled, proven optimal"),
    ],
)
def test_it_is_told_in_posts(language: str, bound: int, told: str) -> None:
    """In the terminal and in the JSON, in both languages."""
    one = bounded(rosters(short())[0], bound)
    assert one.report is not None
    assert one.report.cost_by_level[COVER] == 340
    found = quality(one)
    assert told in " ".join(quality_lines(found, language))
    assert any(told in entry["text"] for entry in quality_json(found, language))
    assert len(quality_lines(found, language)) <= 3
