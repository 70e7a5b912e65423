"""The public re-rostering cases: a published schedule, absences, as few changes as possible."""

from rotaplan.formats.rerostering.answer import answer
from rotaplan.formats.rerostering.case import Absence, Case, read_case
from rotaplan.formats.rerostering.workbook import convert, date_of, person_id

__all__ = ["Absence", "Case", "answer", "convert", "date_of", "person_id", "read_case"]
