"""The picture of a cycle: well-formed whatever its texts hold, every code readable, sums right."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from rotaplan.domain.rotation import Rotation
from rotaplan.rotating import figures_of
from rotaplan.rotating.values import Grid, RotationResult
from rotaplan.write.rotation_picture import picture_of
from tests.rotating.questions import asked

SVG = "{http://www.w3.org/2000/svg}"
LINES = (("M", "M", "", "", "N", "N", "N"), ("", "", "M", "M", "M", "", ""))


def drawn(
    lines: tuple[tuple[str, ...], ...] = LINES,
    *,
    name: str = "Poste P1",
    codes: tuple[str, ...] = ("M", "N"),
    colour: str = "",
    language: str = "fr",
    grids: int = 1,
) -> ElementTree.Element:
    """Draw a grid by hand; the codes stand for M and N."""
    question = asked(len(lines), {"M": 1, "N": 0})
    shifts = tuple(
        replace(one, code=code, colour=colour)
        for one, code in zip(question.shifts, codes, strict=True)
    )
    question = replace(question, name=name, shifts=shifts, needs=())
    rotation = Rotation(name=name, lines=lines)
    figures = figures_of(question, rotation)
    grid = Grid(rotation=rotation, figures=figures, bounds={}, method="table")
    found = RotationResult(question=question, status="feasible", grids=(grid,) * grids)
    return ElementTree.fromstring(picture_of(found, language))


def texts(picture: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("language", "weekdays"), [("fr", "Lu Ma Me Je Ve Sa Di"), ("en", "Mo Tu We Th Fr Sa Su")]
)
def test_heads_codes_and_sums_stand_in_reading_order(language: str, weekdays: str) -> None:
    found = texts(drawn(language=language))
    assert " ".join(found[2:9]) == weekdays
    first = found.index("1", 9)
    assert found[first : first + 8] == ["1", "M", "M", "N", "N", "N", "5", "40 h"]
    assert found[first + 8 : first + 14] == ["2", "M", "M", "M", "3", "24 h"]
    assert found[first + 15 : first + 23] == ["1", "1", "1", "1", "1", "0", "0", "5"]
    assert found[first + 24 : first + 32] == ["0", "0", "0", "0", "1", "1", "1", "3"]
    assert len(found) == first + 32


def test_hostile_texts_are_shown_as_they_are_and_nothing_else() -> None:
    hostile = '<script>alert("1")</script>&amp;\x00\x1b]]>\ud800'
    code = '"/><image href="x"/>'
    lines = tuple(tuple(code if one == "M" else one for one in line) for line in LINES)
    picture = drawn(lines, name=hostile, codes=(code, "N"))
    kinds = {one.tag.removeprefix(SVG) for one in picture.iter()}
    assert kinds == {"svg", "title", "rect", "text"}
    found = texts(picture)
    assert any('<script>alert("1")</script>&amp;' in text for text in found)
    assert found.count(code) == 5
    assert not any(sign in text for text in found for sign in "\x00\x1b\ud800")


@pytest.mark.parametrize("colour", ["", "#777777", "#00FF00", "#000000", "#FFFFFF"])
def test_a_code_stands_out_from_its_fill(colour: str) -> None:
    fills = dict[tuple[str, str], str]()
    read = 0
    for one in drawn(colour=colour).iter():
        if one.tag == f"{SVG}rect":
            fills[one.attrib["x"], one.attrib["y"]] = one.attrib["fill"]
        elif one.get("class") == "code":
            read += 1
            fill = list(fills.values())[-1]
            assert contrast(fill, one.attrib["fill"]) >= 4.5
    assert read == 8


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1."""
    lights = []
    for colour in (one, other):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    return max(lights) / min(lights)


def test_all_grids_stand_in_one_picture_and_within_it() -> None:
    picture = drawn(grids=3)
    assert {"Roulement Poste P1", "Roulement Poste P1 2", "Roulement Poste P1 3"} <= set(
        texts(picture)
    )
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    for one in picture.iter(f"{SVG}rect"):
        assert float(one.attrib["x"]) + float(one.attrib["width"]) <= width
        assert float(one.attrib["y"]) + float(one.attrib["height"]) <= height


def test_a_long_code_is_fitted_into_its_cell() -> None:
    code = "NUIT-REANIMATION"
    lines = tuple(tuple(code if one == "M" else one for one in line) for line in LINES)
    sizes = {
        one.text: float(one.attrib["font-size"])
        for one in drawn(lines, codes=(code, "N")).iter(f"{SVG}text")
        if one.get("class") == "code"
    }
    assert sizes[code] < sizes["N"]
