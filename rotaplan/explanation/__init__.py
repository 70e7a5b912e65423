"""Why: what cannot hold together, and why this person on that day."""

from rotaplan.explanation.arithmetic import Shortage, shortages
from rotaplan.explanation.clauses import Clauses
from rotaplan.explanation.concessions import Conceder
from rotaplan.explanation.conflict import find_conflicts
from rotaplan.explanation.posts import Account, account
from rotaplan.explanation.quality import LevelQuality, RowShare, quality
from rotaplan.explanation.remedies import remedy
from rotaplan.explanation.roster import polished, reasons
from rotaplan.explanation.values import Concession, Conflict, Explanation, Item, Price, Remedy
from rotaplan.explanation.weighing import Change
from rotaplan.explanation.why import Forced, Why, why
from rotaplan.explanation.wishes import Refusal, refusal

__all__ = [
    "Account",
    "Change",
    "Clauses",
    "Conceder",
    "Concession",
    "Conflict",
    "Explanation",
    "Forced",
    "Item",
    "LevelQuality",
    "Price",
    "Refusal",
    "Remedy",
    "RowShare",
    "Shortage",
    "Why",
    "account",
    "find_conflicts",
    "polished",
    "quality",
    "reasons",
    "refusal",
    "remedy",
    "shortages",
    "why",
]
