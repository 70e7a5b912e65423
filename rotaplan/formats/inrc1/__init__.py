"""Instances of the first nurse rostering competition (INRC-I, 2010), as workbooks."""

from rotaplan.formats.inrc1.instance import read_instance
from rotaplan.formats.inrc1.workbook import convert

__all__ = ["convert", "read_instance"]
