"""Instances of rotating workforce scheduling, as questions and as workbooks."""

from rotaplan.formats.rws.instance import SUFFIXES, read_instance
from rotaplan.formats.rws.question import question
from rotaplan.formats.rws.workbook import convert

__all__ = ["SUFFIXES", "convert", "question", "read_instance"]
