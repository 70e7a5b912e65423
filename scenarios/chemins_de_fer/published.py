"""Write publie.xlsx: the plan of base.xlsx as people know it, which incidents then change.

Run it as ``python scenarios/chemins_de_fer/published.py`` where rotaplan is installed. It searches
for 170 seconds, so that another machine may find another plan, as good: the file that stands
beside is the one that the tests and the figures in README.md speak of.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rotaplan import api

HERE = Path(__file__).parent
SECONDS = 170


def main(folder: Path) -> None:
    """Write the published plan; refuse one that leaves a post open or breaks a strict rule."""
    base = HERE / "base.xlsx"
    result = api.solve(api.load(base), api.Settings(seconds=SECONDS, workers=2))
    if result.schedule is None or result.report is None or not result.report.clean:
        raise SystemExit("no plan that could be published")
    if any(need.minimum for need, _ in result.schedule.uncovered()):
        raise SystemExit("a post stays open")
    api.write(result, folder / "publie.xlsx", source=base)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
