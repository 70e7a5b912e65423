"""What an .xlsx package says beyond its values: how large it is, hidden rows, formulas."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

MOST_UNPACKED_BYTES = 500 * 1024 * 1024
MOST_RATIO = 400
"""A sheet of repeated values packs well, but not much beyond 100 to 1."""
_SMALL_BYTES = 20 * 1024 * 1024

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_VALUED = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*[^/>]>')
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*><f(?:[^>]*/>|[^>]*>.*?</f>)(.*?)</c>', re.S)
_HIDDEN = re.compile(rb'<row [^>]*?r="(\d+)"[^>]*?hidden="(?:1|true)"')


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Of one sheet.

    Attributes
    ----------
    rows, columns
        Numbers of the last row and column that hold a value.
    hidden
        Numbers of the hidden rows, from 1.
    uncomputed
        (row, column), from 1, of formulas without a stored value.
    """

    rows: int = 0
    columns: int = 0
    hidden: frozenset[int] = frozenset()
    uncomputed: frozenset[tuple[int, int]] = frozenset()


NO_FACTS = SheetFacts()
"""Of a sheet whose format does not tell."""


def is_zip(data: bytes) -> bool:
    """Whether a file is a zip package (.xlsx, .xlsm, .ods)."""
    return data.startswith(b"PK")


def is_encrypted(data: bytes) -> bool:
    """Whether a file is an .xlsx behind a password: a compound file around the package."""
    return data.startswith(_COMPOUND) and _ENCRYPTED in data


def is_too_large(data: bytes) -> bool:
    """Whether a package would unpack to an unreasonable size; nothing is unpacked to find out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        unpacked = sum(part.file_size for part in package.infolist())
    return unpacked > MOST_UNPACKED_BYTES or (
        unpacked > _SMALL_BYTES and unpacked > MOST_RATIO * len(data)
    )


def facts(data: bytes) -> Mapping[str, SheetFacts]:
    """Return facts by sheet name; empty for a package that is no .xlsx."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {
                name: _sheet(package.read(part))
                for name, part in _parts(package)
                if part in package.NameToInfo
            }
    except (KeyError, zipfile.BadZipFile, ElementTree.ParseError):
        return {}


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name and part of each worksheet."""
    links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_LINK), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        yield sheet.get("name", ""), part


def _sheet(xml: bytes) -> SheetFacts:
    rows = columns = 0
    for letters, digits in _VALUED.findall(xml):
        rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    uncomputed = (
        frozenset(
            (int(digits), _column(letters))
            for letters, digits, rest in _FORMULA.findall(xml)
            if b"<v>" not in rest or b"<v></v>" in rest
        )
        if b"<f" in xml
        else frozenset()
    )
    hidden = frozenset(map(int, _HIDDEN.findall(xml))) if b"hidden=" in xml else frozenset()
    return SheetFacts(rows, columns, hidden, uncomputed)


@lru_cache(maxsize=1 << 12)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
