"""From a file to rows of typed values: .xlsx, .xlsm, .ods and .xls through one reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import python_calamine

from rotaplan.problem import Problems
from rotaplan.sheets import package

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".xls")
MOST_BYTES = 50 * 1024 * 1024
MOST_CELLS = 2_000_000
"""Of one sheet, empty ones inside its extent included."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet as the file holds it.

    Attributes
    ----------
    name
        As written.
    rows
        All rows from the first one, each from column A; empty cells are empty texts.
    facts
        Hidden rows and formulas without a value, where the format tells.
    """

    name: str
    rows: tuple[tuple[object, ...], ...]
    facts: package.SheetFacts = package.NO_FACTS


def read_sheets(path: Path, problems: Problems) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook; what cannot be read is recorded, never raised."""
    data = _bytes(path, problems)
    if data is None:
        return ()
    if package.is_encrypted(data):
        problems.add("file-password", file=path.name)
        return ()
    known = package.facts(data) if package.is_zip(data) else {}
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return tuple(
                sheet
                for meta in book.sheets_metadata
                if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
                and (sheet := _sheet(book, meta.name, known, problems))
            )
    except python_calamine.PasswordError:
        problems.add("file-password", file=path.name)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        problems.add("file-unreadable", file=path.name, detail=str(error))
    return ()


def _bytes(path: Path, problems: Problems) -> bytes | None:
    """Return the content of a file, where it is a workbook of reasonable size."""
    if not path.is_file():
        problems.add("file-missing", file=path.name)
    elif path.suffix.lower() not in SUFFIXES:
        problems.add("file-format", file=path.name, expected=SUFFIXES)
    elif path.stat().st_size > MOST_BYTES:
        problems.add("file-too-large", file=path.name, most=MOST_BYTES // 2**20)
    else:
        return _checked(path, problems)
    return None


def _checked(path: Path, problems: Problems) -> bytes | None:
    try:
        data = path.read_bytes()
        if package.is_zip(data) and package.is_too_large(data):
            problems.add(
                "file-too-large", file=path.name, most=package.MOST_UNPACKED_BYTES // 2**20
            )
            return None
    except (OSError, zipfile.BadZipFile) as error:
        problems.add("file-unreadable", file=path.name, detail=str(error))
        return None
    return data


def _sheet(
    book: python_calamine.CalamineWorkbook,
    name: str,
    known: Mapping[str, package.SheetFacts],
    problems: Problems,
) -> RawSheet | None:
    facts = known.get(name, package.NO_FACTS)
    if facts.rows * facts.columns > MOST_CELLS:
        problems.add(
            "sheet-too-large", sheet=name, rows=facts.rows, columns=facts.columns, most=MOST_CELLS
        )
        return None
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    return RawSheet(name, tuple(map(tuple, rows)), facts)
