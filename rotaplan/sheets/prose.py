"""What is said of sheets and columns: from the one schema and the catalogue of texts."""

from __future__ import annotations

from rotaplan.sheets.schema import Column, Table
from rotaplan.text import has, say


def column_text(table: Table, column: Column, language: str) -> str:
    """Return what a column holds, in a language."""
    own = f"column-{table.name}-{column.name}"
    return say(language, own if has(language, own) else f"column-{column.name}")


def comment(table: Table, column: Column, language: str) -> str:
    """Return the comment on a heading: what it holds, in which form, and whether required."""
    kind = "day_choice" if column.kind == "days" else column.kind
    parts = [column_text(table, column, language), f"[{say(language, f'kind-{kind}')}]"]
    if column.required:
        parts.append(say(language, "template-required"))
    return " ".join(parts)
