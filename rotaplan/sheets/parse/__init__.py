"""From the rows of a workbook to a scenario, in three passes, every problem collected."""

from rotaplan.sheets.parse.workbook import parse_workbook

__all__ = ["parse_workbook"]
