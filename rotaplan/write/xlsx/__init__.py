"""The answer workbook (.xlsx): one module per sheet."""

from rotaplan.write.xlsx.workbook import write_xlsx

__all__ = ["write_xlsx"]
