"""A designed rotation as a picture (SVG): lines by days in the colours of the sheet, and its sums.

Texts come from workbooks: they enter as text of an XML tree, which escapes them, and nothing in
the picture refers to anything outside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.work import Shift
from rotaplan.rotating.values import RotationResult
from rotaplan.text import say
from rotaplan.write.rotation_figures import held_text, labels, names, worked_minutes
from rotaplan.write.sentences import duration
from rotaplan.write.xlsx.colours import GRID, HEADER, WEEKEND_BAND, WEEKEND_HEADER, fill_of, text_on

_SATURDAY = 5
_MARGIN, _ROW, _FIRST, _DAY, _SUM = 16, 28, 120, 56, 72
_WIDTH = 2 * _MARGIN + _FIRST + WEEK * _DAY + 2 * _SUM
_PLAIN = "#FFFFFF"
_TEXT, _TITLE, _SMALLEST = 14.0, 18.0, 4.0
_PER_LETTER = 0.68
"""Width of a letter by the size of its type; bold capitals are about as wide."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML document may hold, not even escaped."""


def picture_of(found: RotationResult, language: str) -> str:
    """Return the grids of a rotation as an SVG document, one beneath the other.

    Parameters
    ----------
    found
        With a grid at least.
    language
        Of the heads.
    """
    pen = _Pen(found, language)
    for name, grid in zip(names(found), found.grids, strict=True):
        pen.grid(name, grid.rotation)
    return pen.document()


class _Pen:
    """Draws row after row, each beneath the one before."""

    def __init__(self, found: RotationResult, language: str) -> None:
        self._language, self._question = language, found.question
        self._shift = {one.code: one for one in found.question.shifts}
        self._root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg")
        title = self._say("title", name=names(found)[0])
        ElementTree.SubElement(self._root, "title").text = _NOT_XML.sub("", title)
        self._paper = ElementTree.SubElement(self._root, "rect", x="0", y="0", fill=_PLAIN)
        self._y = _MARGIN

    def document(self) -> str:
        """Return what was drawn."""
        size = {"width": str(_WIDTH), "height": str(self._y + _MARGIN - _ROW // 2)}
        self._paper.attrib.update(size)
        self._root.attrib.update(size, viewBox=f"0 0 {size['width']} {size['height']}")
        return ElementTree.tostring(self._root, encoding="unicode") + "\n"

    def grid(self, name: str, rotation: Rotation) -> None:
        """Draw title, heads, the lines with their sums, and beneath how often shifts are held."""
        self._title(self._say("title", name=name))
        self._heads()
        for label, line in zip(labels(self._question), rotation.lines, strict=True):
            self._line(label, line)
        for code in self._shift:
            self._held(code, rotation.held(code))
        self._y += _ROW // 2

    def _title(self, text: str) -> None:
        size = _fitted(text, _WIDTH - 2 * _MARGIN, _TITLE)
        self._text(_MARGIN, text, size=size, bold=True, anchor="start")
        self._y += _ROW

    def _heads(self) -> None:
        heads = [self._say(f"day-{day}") for day in range(WEEK)]
        self._cells(
            [self._say("head-line"), *heads, self._say("head-posts"), self._say("head-hours")],
            [
                HEADER,
                *[_banded(day, HEADER, WEEKEND_HEADER) for day in range(WEEK)],
                HEADER,
                HEADER,
            ],
            bold=True,
        )

    def _line(self, label: str, line: Sequence[str]) -> None:
        duties = [self._shift[code] for code in line if code]
        hours = duration(sum(map(worked_minutes, duties)))
        fills = [self._fill(code, day) for day, code in enumerate(line)]
        self._cells(
            [label, *line, str(len(duties)), hours],
            [HEADER, *fills, _PLAIN, _PLAIN],
            codes=True,
        )

    def _fill(self, code: str, day: int) -> str:
        shift: Shift | None = self._shift.get(code)
        own = fill_of(shift) if shift is not None else ""
        return own or _banded(day, _PLAIN, WEEKEND_BAND)

    def _held(self, code: str, counts: Sequence[int]) -> None:
        bands = [_banded(day, _PLAIN, WEEKEND_BAND) for day in range(WEEK)]
        self._cells(
            [
                held_text(self._question, code, self._language),
                *map(str, counts),
                str(sum(counts)),
                "",
            ],
            [HEADER, *bands, _PLAIN, _PLAIN],
        )

    def _cells(
        self, texts: Sequence[str], fills: Sequence[str], *, bold: bool = False, codes: bool = False
    ) -> None:
        """Draw a row: its head, seven days and two sums."""
        left = _MARGIN
        widths = [_FIRST, *[_DAY] * WEEK, _SUM, _SUM]
        for column, (text, fill, width) in enumerate(zip(texts, fills, widths, strict=True)):
            place = {"x": left, "y": self._y, "width": width, "height": _ROW}
            box = {key: str(value) for key, value in place.items()}
            ElementTree.SubElement(self._root, "rect", box, fill=fill, stroke=GRID)
            code = codes and 1 <= column <= WEEK
            if text:
                size = _fitted(text, width - 6, _TEXT)
                middle = left + width / 2
                self._text(middle, text, size=size, bold=bold or code, on=fill, code=code)
            left += width
        self._y += _ROW

    def _text(
        self,
        x: float,
        text: str,
        *,
        size: float,
        bold: bool = False,
        anchor: str = "middle",
        on: str = _PLAIN,
        code: bool = False,
    ) -> None:
        facts = {
            "x": f"{x:g}",
            "y": f"{self._y + _ROW / 2 + size * 0.35:.1f}",
            "fill": text_on(on),
            "font-family": "Calibri, Carlito, Arial, sans-serif",
            "font-size": f"{size:.1f}",
            "text-anchor": anchor,
        }
        facts |= {"font-weight": "bold"} if bold else {}
        facts |= {"class": "code"} if code else {}
        ElementTree.SubElement(self._root, "text", facts).text = _NOT_XML.sub("", text)

    def _say(self, key: str, **facts: object) -> str:
        return say(self._language, f"rotate-{key}", **facts)


def _banded(day: int, plain: str, weekend: str) -> str:
    return weekend if day >= _SATURDAY else plain


def _fitted(text: str, width: float, most: float) -> float:
    """Return the size of type in which a text fits a width, down to what can be made out."""
    return max(_SMALLEST, min(most, width / (_PER_LETTER * max(len(text), 1))))
