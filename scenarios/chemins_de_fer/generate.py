"""Write base.xlsx and expected.json; it needs XlsxWriter and nothing of rotaplan.

Run it as ``python scenarios/chemins_de_fer/generate.py``. An argument names another folder to
write to. Nothing is drawn: the same tables give the same files.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from book import sheets, write
from posts import ASKED, DAYS, START
from staff import Agent, Away, absences, history, staff


@dataclass(frozen=True)
class Sector:
    """What the files are made from."""

    people: tuple[Agent, ...]
    away: tuple[Away, ...]
    history: dict[str, list[str]]


def make() -> Sector:
    """Return the sector."""
    people = staff()
    return Sector(people, absences(people), history(people))


def posts_asked() -> int:
    """Return how many posts the ten weeks ask for, those merely wished for left out."""
    dates = [START + dt.timedelta(days=day) for day in range(DAYS)]
    return sum(one.heads for one in ASKED for date in dates if one.on(date) and not one.wished)


def main(folder: Path) -> None:
    """Write everything."""
    made = make()
    content = sheets(made.people, made.away, made.history)
    write(folder / "base.xlsx", content)
    expected = {
        "base.xlsx": {
            "rows": {sheet.name: len(sheet.rows) for sheet in content},
            "posts": posts_asked(),
            "open_posts": 0,
            "strict_violations": 0,
            "departures_at_most": 300,
        },
        "incidents": {
            "nuit": {"plan": "balanced", "until": "2027-04-20", "open": 0, "others_at_most": 3},
            "chantier": {"plan": "balanced", "until": "2027-05-09", "open": 0, "others_at_most": 2},
            "aiguille": {"plan": "most", "until": "2027-05-11", "open": 0, "others_at_most": 4},
            "greve": {"plan": "balanced", "until": "2027-05-24", "open": 0, "others_at_most": 3},
        },
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
