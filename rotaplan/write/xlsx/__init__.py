"""The answer workbook (.xlsx): one module per sheet."""

from rotaplan.write.xlsx.book import Replan
from rotaplan.write.xlsx.workbook import write_xlsx

__all__ = ["Replan", "write_xlsx"]
