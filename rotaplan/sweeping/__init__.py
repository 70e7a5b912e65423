"""Many variants of one question, solved side by side into one table."""

from rotaplan.sweeping.fingerprint import fingerprint
from rotaplan.sweeping.run import Found, Task, swept
from rotaplan.sweeping.store import Store
from rotaplan.sweeping.values import Line, Sweep, Variant

__all__ = ["Found", "Line", "Store", "Sweep", "Task", "Variant", "fingerprint", "swept"]
