"""Files: formats, sizes, passwords, formulas, hidden rows."""

from __future__ import annotations

import shutil
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from rotaplan.problem import Problems
from rotaplan.sheets import package, read_workbook
from rotaplan.sheets.read import read_sheets
from tests.sheets.books import base, places, write_ods, write_xls, write_xlsx


def test_all_formats_give_the_same_scenario(tmp_path: Path) -> None:
    pytest.importorskip("xlwt")
    pytest.importorskip("odfdo")
    readings = [
        read_workbook(write(tmp_path / name, base()))
        for write, name in ((write_xlsx, "b.xlsx"), (write_xls, "b.xls"), (write_ods, "b.ods"))
    ]
    assert [reading.problems for reading in readings] == [(), (), ()]
    assert readings[0].scenario is not None
    assert readings[1].scenario == readings[0].scenario
    assert readings[2].scenario == readings[0].scenario


def test_a_missing_file(tmp_path: Path) -> None:
    reading = read_workbook(tmp_path / "none.xlsx")
    assert places(reading.problems) == [("file-missing", "")]
    assert reading.scenario is None


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;b")
    (tmp_path / "b.xlsx").write_text("no workbook")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "d.xlsx").write_bytes(b"")
    found = [
        places(read_workbook(tmp_path / name).problems)
        for name in ("a.csv", "b.xlsx", "c.xlsx", "d.xlsx")
    ]
    assert found == [[("file-format", "")], *[[("file-unreadable", "")]] * 3]


def test_a_workbook_with_the_wrong_ending_is_read_by_its_content(tmp_path: Path) -> None:
    shutil.copy(write_xlsx(tmp_path / "b.xlsx", base()), tmp_path / "b.xls")
    assert read_workbook(tmp_path / "b.xls").problems == ()


def test_a_package_that_unpacks_without_measure_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (package._SMALL_BYTES + 1))
    assert places(read_workbook(path).problems) == [("file-too-large", "")]


def test_a_sheet_without_end_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("Loin")
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "b")
    problems = Problems()
    assert read_sheets(path, problems) == ()
    assert [problem.code for problem in problems] == ["sheet-too-large"]


def test_formulas_without_a_value_are_named(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        for name, rows in base().items():
            sheet = made.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if name == "Besoins" and (r, c) == (1, 2):
                        sheet.write_formula(r, c, "=1+0", None, "")
                    elif name == "Besoins" and (r, c) == (1, 3):
                        sheet.write_formula(r, c, "=1+1", None, 2)
                    elif name == "Agents" and (r, c) == (2, 0):
                        sheet.write_formula(r, c, '="008"', None, "")
                    elif value is not None:
                        sheet.write(r, c, value if isinstance(value, int | float) else str(value))
    assert places(read_workbook(path).problems) == [
        ("formula-uncomputed", "Agents!A3"),
        ("formula-uncomputed", "Besoins!C2"),
    ]


def test_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "h.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        for name, rows in base().items():
            sheet = made.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if value is not None:
                        sheet.write(r, c, value if isinstance(value, int | float) else str(value))
            if name == "Agents":
                sheet.set_row(2, None, None, {"hidden": True})
    reading = read_workbook(path)
    assert places(reading.problems) == [("rows-hidden", "Agents!A3")]
    assert reading.scenario is not None
    assert len(reading.scenario.people) == 4


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    """An encrypted package is a compound file with a part of this name."""
    path = tmp_path / "p.xlsx"
    path.write_bytes(_compound("EncryptedPackage", struct.pack("<Q", 0)))
    assert places(read_workbook(path).problems) == [("file-password", "")]


def _compound(name: str, content: bytes) -> bytes:
    """Return a minimal compound file that holds one stream."""
    free, end, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 0, end, 0, end, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    body = content.ljust(4096, b"\0")
    sectors = len(body) // 512
    chain = [fat_mark, end, *range(3, 2 + sectors), end]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = title.encode("utf-16-le") + b"\0\0"
        out = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
        out += struct.pack("<III", free, free, child) + bytes(36)
        return out + struct.pack("<IQ", start, size)

    root = entry("Root Entry", 5, 1, end, 0)
    stream = entry(name, 2, free, 2, len(body))
    empty = bytes(64) + struct.pack("<HBB", 0, 0, 1) + struct.pack("<III", free, free, free)
    empty = empty.ljust(128, b"\0")
    return head + fat + root + stream + empty + empty + body


def test_origins_do_not_depend_on_the_format(tmp_path: Path) -> None:
    pytest.importorskip("odfdo")
    reading = read_workbook(write_ods(tmp_path / "b.ods", base()))
    assert reading.scenario is not None
    assert [str(person.origin) for person in reading.scenario.people] == [
        "Agents!A2",
        "Agents!A3",
        "Agents!A4",
        "Agents!A5",
    ]
