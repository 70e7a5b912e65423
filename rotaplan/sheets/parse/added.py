"""Duties that an incident adds: new ones with their hours, or more people on known ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rotaplan.domain.disrupted import CUT, REOPENED
from rotaplan.domain.disruption import Disruption
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.sheets.headings import fold_code
from rotaplan.sheets.kinds import Entry, Fault, parse_code
from rotaplan.sheets.names import CodeNames
from rotaplan.sheets.parse.amounts import hours_text
from rotaplan.sheets.parse.leave import is_off
from rotaplan.sheets.parse.work import family_of

_NO_CODE = re.compile(rf"[;,\n{CUT}{REOPENED}]|[!?*]$")
"""Marks that set codes apart, follow them, or make variants of cut duties."""

_BY_HOURS = frozenset(
    {Family.MORNING, Family.AFTERNOON, Family.EVENING, Family.DAY, Family.NIGHT, Family.SPLIT}
)
"""Kinds that the hours of a duty make."""
_NEAR_MINUTES = 120
"""How far start and end together may be from those of a duty at about the same hours."""


def _apart(some: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    """Return by how many minutes two duties differ in their start and end."""
    return abs(some[0].start - others[0].start) + abs(some[-1].end - others[-1].end)


class Added:
    """The duties that rows add, each under a code of its own.

    Parameters
    ----------
    shifts
        Those of the sheet of shifts.
    earlier
        Disruptions whose added duties are known already.
    """

    def __init__(self, shifts: tuple[Shift, ...], earlier: Iterable[Disruption]) -> None:
        self._codes = CodeNames(shifts)
        self._made = {
            fold_code(one.made.code): one.made for one in earlier if one.made and one.made.code
        }

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """All duties: those of the sheet of shifts, then those that rows add."""
        return (*self._codes.shifts, *self._made.values())

    def names_one(self, text: str) -> bool:
        """Whether a text is the code of a duty, added or not."""
        return fold_code(text) in self._made or self._codes.find(text) is not None

    def duty(
        self,
        entry: Entry,
        spans: tuple[Span, ...] | None,
        skills: frozenset[str] | None,
        *,
        label: str,
        site: str,
    ) -> Shift:
        """Return the duty of a code: a known one, or a new one with the hours of its row.

        Parameters
        ----------
        entry
            The code.
        spans, skills
            As the row says; None where it does not.
        label, site
            Of a new duty.

        Raises
        ------
        Fault
            Where the code is taken by a duty of other hours or skills, or cannot be a code.
        """
        code = parse_code(entry)
        known = self._made.get(fold_code(code)) or self._codes.find(code)
        if known is None:
            assert spans is not None
            return self._new(code, spans, skills or frozenset(), label, site, entry)
        if not known.works or not self._same(known, spans, skills):
            raise Fault(
                "disruption-code-taken",
                found=code,
                expected=(hours_text(known.spans) or known.label, *sorted(known.skills)),
                other=str(known.origin or ""),
            )
        return known

    def _family(self, spans: tuple[Span, ...]) -> Family:
        """Return the kind of the duty of the sheet of shifts whose hours are nearest.

        What this service calls a night is one for an added duty too: people unfit for nights
        are kept from it. Without a duty at about these hours, the hours decide.
        """
        near = [
            (_apart(one.spans, spans), one.family is not Family.NIGHT, one.family)
            for one in self._codes.shifts
            if one.works and one.family in _BY_HOURS and len(one.spans) == len(spans)
        ]
        apart, _, family = min(near, default=(_NEAR_MINUTES + 1, True, Family.DAY))
        return family if apart <= _NEAR_MINUTES else family_of(spans)

    @staticmethod
    def _same(known: Shift, spans: tuple[Span, ...] | None, skills: frozenset[str] | None) -> bool:
        return spans in (None, known.spans) and skills in (None, known.skills)

    def _new(
        self,
        code: str,
        spans: tuple[Span, ...],
        skills: frozenset[str],
        label: str,
        site: str,
        entry: Entry,
    ) -> Shift:
        if _NO_CODE.search(code) or is_off(code):
            raise Fault("disruption-code", found=code)
        made = Shift(
            code=code,
            label=label,
            spans=spans,
            family=self._family(spans),
            skills=skills,
            site=site,
            origin=entry.cell,
        )
        self._made[fold_code(code)] = made
        return made
