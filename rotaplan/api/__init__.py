"""All that the command line and the notebooks call: load, solve, check, write."""

from rotaplan.api.choosing import (
    DEFAULT_DISTANCE,
    DEFAULT_GIVE,
    DEFAULT_PLANS,
    GOAL_NAMES,
    tradeoff,
    write_tradeoff,
)
from rotaplan.api.exchanging import replace, swap
from rotaplan.api.explaining import (
    DEFAULT_EXPLAIN_SECONDS,
    conflicts,
    divided,
    explain,
    foresee,
    grant,
    polish,
    quality,
    reasons,
)
from rotaplan.api.files import (
    answer_of_instance,
    import_instance,
    load,
    output_path,
    read,
    read_incident,
    read_variants,
    replan_json,
    rules_reference,
    write,
    write_plan,
    write_template,
)
from rotaplan.api.following import next_period, write_next
from rotaplan.api.replanning import DEFAULT_REPLAN_SECONDS, absence, replan
from rotaplan.api.resilience import rates_of, robustness, write_robustness
from rotaplan.api.rotating import (
    draw_rotation,
    rotate,
    rotation_problems,
    rotation_question,
    write_rotation,
)
from rotaplan.api.settings import DEFAULT_SECONDS, Settings, versions
from rotaplan.api.solving import assign_lines, check, completing, solve, without_schedule
from rotaplan.api.sweeping import sweep

__all__ = [
    "DEFAULT_DISTANCE",
    "DEFAULT_EXPLAIN_SECONDS",
    "DEFAULT_GIVE",
    "DEFAULT_PLANS",
    "DEFAULT_REPLAN_SECONDS",
    "DEFAULT_SECONDS",
    "GOAL_NAMES",
    "Settings",
    "absence",
    "answer_of_instance",
    "assign_lines",
    "check",
    "completing",
    "conflicts",
    "divided",
    "draw_rotation",
    "explain",
    "foresee",
    "grant",
    "import_instance",
    "load",
    "next_period",
    "output_path",
    "polish",
    "quality",
    "rates_of",
    "read",
    "read_incident",
    "read_variants",
    "reasons",
    "replace",
    "replan",
    "replan_json",
    "robustness",
    "rotate",
    "rotation_problems",
    "rotation_question",
    "rules_reference",
    "solve",
    "swap",
    "sweep",
    "tradeoff",
    "versions",
    "without_schedule",
    "write",
    "write_next",
    "write_plan",
    "write_robustness",
    "write_rotation",
    "write_template",
    "write_tradeoff",
]
