"""Every sheet that rotaplan reads, column by column; and those that it only recognises."""

from __future__ import annotations

from rotaplan.sheets.schema import Column, Kind, Table


def _texts(*names: str) -> tuple[Column, ...]:
    """Return columns of free text."""
    return tuple(Column(name=name, kind="text") for name in names)


def _told(name: str, kind: Kind = "text") -> Column:
    """Return a column of rotaplan's own answer, which is not read."""
    return Column(name=name, kind=kind, read=False)


def _aside(name: str, kind: Kind = "text") -> Column:
    """Return a column that is recognised and left alone, and not offered in a new workbook."""
    return Column(name=name, kind=kind, read=False, template=False)


_PERSON = Column(name="person", kind="person", required=True)
_NOTE = Column(name="note", kind="text", read=False)
_DATE = Column(name="date", kind="date", required=True)
_FROM = Column(name="from", kind="date")
_TO = Column(name="to", kind="date")
_FIRST = Column(name="from", kind="date", required=True)
_CODE = Column(name="code", kind="code", required=True)
_RULE = Column(name="rule", kind="text", required=True)
_SKILLS = Column(name="skills", kind="list")
_PRIORITY = Column(name="priority", kind="count", least=1, most=5)
_STRENGTH = Column(name="strength", kind="strength", least=1, most=1000)

SETTINGS = Table(
    name="settings",
    layout="keys",
    required=True,
    columns=(
        Column(name="title", kind="text"),
        Column(name="start", kind="date", required=True),
        Column(name="end", kind="date"),
        Column(name="days", kind="count", least=1, most=400),
        Column(name="weeks", kind="count", least=1, most=57, template=False),
        Column(name="zone", kind="text", sample="Europe/Paris"),
        Column(name="country", kind="text", sample="FR"),
        *_texts("subdivision", "school_zone"),
        Column(name="language", kind="word", words="language"),
        Column(name="lines", kind="count", least=1, most=1000, template=False),
        Column(name="seed", kind="count", least=0),
        Column(name="time_limit", kind="number", least=1, sample=60),
    ),
)
AGENTS = Table(
    name="agents",
    required=True,
    columns=(
        _PERSON,
        *_texts("last_name", "first_name"),
        Column(name="fte", kind="share", sample=1),
        Column(name="contract", kind="text"),
        Column(name="weekly_hours", kind="duration", least=0, most=100 * 60),
        _SKILLS,
        *_texts("team", "site", "role", "regime", "status"),
        _FROM,
        _TO,
        Column(name="target", kind="duration", least=0),
        Column(name="balance", kind="duration"),
        Column(name="forbidden", kind="shifts"),
        Column(name="allowed", kind="shifts"),
        Column(name="days_off", kind="weekdays"),
        Column(name="night_fit", kind="flag"),
        Column(name="reserve", kind="flag"),
        Column(name="hourly_cost", kind="number", least=0, template=False),
        Column(name="reach", kind="pause", least=0, most=24 * 60, template=False),
        Column(name="language", kind="word", words="language", template=False),
        Column(name="rotation", kind="text"),
        Column(name="line", kind="count", least=1, most=1000),
        Column(name="line_on", kind="date", template=False),
        _aside("remote", "flag"),
        _aside("commute"),
        _aside("home_zone"),
        _aside("phone"),
        _aside("mail"),
        _NOTE,
    ),
)
SKILLS = Table(
    name="skills",
    columns=(
        _PERSON,
        Column(name="skill", kind="text", required=True),
        Column(name="level", kind="text"),
        _FROM,
        _TO,
        _aside("scope"),
        _NOTE,
    ),
)
SHIFTS = Table(
    name="shifts",
    required=True,
    columns=(
        _CODE,
        Column(name="label", kind="text"),
        Column(name="start", kind="clock", least=0, most=1439),
        Column(name="end", kind="clock", least=0, most=2880),
        Column(name="start2", kind="clock", least=0, most=2880),
        Column(name="end2", kind="clock", least=0, most=2880),
        Column(name="pause", kind="pause", least=0, most=600),
        Column(name="paid", kind="duration", least=0, most=2880),
        Column(name="worked", kind="pause", least=0, most=2880, template=False),
        Column(name="family", kind="word", words="family"),
        Column(name="works", kind="flag"),
        Column(name="site", kind="text"),
        _SKILLS,
        Column(name="tags", kind="list"),
        Column(name="colour", kind="colour"),
        Column(name="hardship", kind="count", least=0, most=1000),
        _NOTE,
    ),
)
DEMAND = Table(
    name="demand",
    columns=(
        _CODE,
        Column(name="weekday", kind="days"),
        Column(name="date", kind="days"),
        Column(name="day_type", kind="days"),
        Column(name="min", kind="count", least=0, most=10000),
        Column(name="target", kind="count", least=0, most=10000),
        Column(name="max", kind="count", least=0, most=10000),
        *_texts("skill", "site"),
        _PRIORITY,
        _NOTE,
    ),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ROTATIONS = Table(
    name="rotations",
    columns=(
        Column(name="rotation", kind="text", required=True),
        Column(name="line", kind="count", required=True, least=1, most=1000),
        *(Column(name=weekday, kind="code") for weekday in WEEKDAYS),
        _aside("posts", "count"),
        _aside("hours", "duration"),
        _aside("free_sunday", "flag"),
        _aside("free_weekend", "flag"),
        _NOTE,
    ),
)
ABSENCES = Table(
    name="absences",
    columns=(
        _PERSON,
        _FIRST,
        _TO,
        Column(name="code", kind="code"),
        Column(name="half", kind="word", words="half"),
        Column(name="firm", kind="flag"),
        Column(name="state", kind="word", words="absence_state", template=False),
        _aside("cancellable", "flag"),
        _NOTE,
    ),
)
AVAILABILITY = Table(
    name="availability",
    columns=(
        _PERSON,
        Column(name="date", kind="days"),
        Column(name="weekday", kind="days"),
        Column(name="start", kind="clock", least=0, most=1440),
        Column(name="end", kind="clock", least=0, most=2880),
        Column(name="kind", kind="word", words="availability"),
        _STRENGTH,
        _NOTE,
    ),
)
WISHES = Table(
    name="wishes",
    columns=(
        _PERSON,
        Column(name="date", kind="days"),
        _FROM,
        _TO,
        Column(name="weekday", kind="days"),
        Column(name="wish", kind="text", required=True),
        _STRENGTH,
        _aside("reason"),
        _aside("granted", "flag"),
        _aside("obtained"),
        _aside("why"),
        _aside("granting"),
        _NOTE,
    ),
)
RULES = Table(
    name="rules",
    columns=(
        _RULE,
        Column(name="who", kind="people"),
        Column(name="shifts", kind="shifts"),
        Column(name="when", kind="days"),
        Column(name="min", kind="any"),
        Column(name="max", kind="any"),
        Column(name="window", kind="any"),
        Column(name="value", kind="any"),
        Column(name="state", kind="word", words="rule_state"),
        Column(name="level", kind="level", least=1, most=7),
        Column(name="weight", kind="strength", least=1, most=10**6),
        *_texts("reference", "note"),
    ),
)
DEROGATIONS = Table(
    name="derogations",
    columns=(
        _RULE,
        _PERSON,
        _FIRST,
        _TO,
        Column(name="authority", kind="text"),
        Column(name="deadline", kind="date"),
        Column(name="compensation", kind="duration", least=0, most=1000 * 60),
        _NOTE,
    ),
)
DISRUPTIONS = Table(
    name="disruptions",
    columns=(
        Column(name="id", kind="text"),
        Column(name="type", kind="word", words="disruption", required=True),
        Column(name="start", kind="moment", required=True),
        Column(name="end", kind="moment"),
        Column(name="certainty", kind="word", words="certainty"),
        Column(name="known", kind="moment"),
        *_texts("target", "effect", "hours"),
        _SKILLS,
        *_texts("label", "site"),
        _PRIORITY,
        Column(name="source", kind="text"),
        _NOTE,
    ),
)
SCENARIOS = Table(
    name="scenarios",
    columns=(
        Column(name="name", kind="text", required=True),
        Column(name="sheet", kind="text", required=True),
        *_texts("key", "field"),
        Column(name="value", kind="any"),
        _NOTE,
    ),
)
RATES = Table(
    name="rates",
    columns=(
        Column(name="team", kind="text", required=True),
        Column(name="rate", kind="rate", required=True),
        _NOTE,
    ),
)
HISTORY = Table(
    name="history",
    layout="grid",
    columns=(
        _PERSON,
        Column(name="date", kind="date", template=False),
        Column(name="code", kind="code", template=False),
        _aside("name"),
    ),
)
PINS = Table(
    name="pins",
    columns=(
        _PERSON,
        Column(name="date", kind="date"),
        _FROM,
        _TO,
        _CODE,
        _NOTE,
    ),
)
CALENDAR = Table(
    name="calendar",
    columns=(
        _DATE,
        _TO,
        *_texts("type", "label"),
        Column(name="runs_as", kind="weekday"),
        _NOTE,
    ),
)
PLANNING = Table(
    name="planning",
    layout="grid",
    template=False,
    columns=(
        _PERSON,
        _told("name"),
    ),
)
RECORDS = Table(
    name="records",
    template=False,
    columns=(
        _PERSON,
        _DATE,
        _CODE,
        Column(name="skill", kind="text"),
    ),
)
CHANGES = Table(
    name="changes",
    template=False,
    columns=(
        _PERSON,
        _told("name"),
        _DATE,
        Column(name="before", kind="code"),
        Column(name="before_skill", kind="text"),
        Column(name="after", kind="code"),
        Column(name="after_skill", kind="text"),
        _told("sign_on", "clock"),
        _told("place"),
        Column(name="kind", kind="word", words="change"),
        _told("notice"),
        _told("reason"),
        _told("consent"),
        Column(name="announced", kind="moment", required=True),
    ),
)

TABLES: tuple[Table, ...] = (
    SETTINGS,
    AGENTS,
    SHIFTS,
    DEMAND,
    ROTATIONS,
    RULES,
    DEROGATIONS,
    SKILLS,
    ABSENCES,
    AVAILABILITY,
    WISHES,
    PINS,
    HISTORY,
    CALENDAR,
    DISRUPTIONS,
    SCENARIOS,
    RATES,
    PLANNING,
    RECORDS,
    CHANGES,
)
"""In the order of a new workbook."""

BY_NAME = {table.name: table for table in TABLES}

OUTPUT = (
    "summary",
    "note",
    "comparison",
    "messages",
    "by_post",
    "by_day",
    "individual",
    "cover",
    "counters",
    "equity",
    "alerts",
    "explanations",
    "journal",
    "lists",
    "legend",
    "read_me",
)
"""Sheets that rotaplan writes and does not read back."""

OF_TEMPLATE = frozenset({"lists", "legend", "read_me"})
"""Those of them that stand in a new workbook too."""

LATER = ("contracts", "sites", "pairs")
"""Sheets of the same family of workbooks that this version does not use."""
