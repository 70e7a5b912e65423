"""Every sheet that rotaplan reads, column by column; and those that it only recognises."""

from __future__ import annotations

from rotaplan.sheets.schema import Column, Table

_PERSON = Column(name="person", kind="person", required=True)
_NOTE = Column(name="note", kind="text", read=False)
_FROM = Column(name="from", kind="date")
_TO = Column(name="to", kind="date")

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
        Column(name="subdivision", kind="text"),
        Column(name="school_zone", kind="text"),
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
        Column(name="person", kind="person", required=True),
        Column(name="last_name", kind="text"),
        Column(name="first_name", kind="text"),
        Column(name="fte", kind="share", sample=1),
        Column(name="contract", kind="text"),
        Column(name="weekly_hours", kind="duration", least=0, most=100 * 60),
        Column(name="skills", kind="list"),
        Column(name="team", kind="text"),
        Column(name="site", kind="text"),
        Column(name="role", kind="text"),
        Column(name="regime", kind="text"),
        Column(name="status", kind="text"),
        Column(name="from", kind="date"),
        Column(name="to", kind="date"),
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
        Column(name="remote", kind="flag", read=False, template=False),
        Column(name="commute", kind="text", read=False, template=False),
        Column(name="home_zone", kind="text", read=False, template=False),
        Column(name="phone", kind="text", read=False, template=False),
        Column(name="mail", kind="text", read=False, template=False),
        _NOTE,
    ),
)
SKILLS = Table(
    name="skills",
    columns=(
        _PERSON,
        Column(name="skill", kind="text", required=True),
        Column(name="level", kind="text"),
        Column(name="from", kind="date"),
        Column(name="to", kind="date"),
        Column(name="scope", kind="text", read=False, template=False),
        _NOTE,
    ),
)
SHIFTS = Table(
    name="shifts",
    required=True,
    columns=(
        Column(name="code", kind="code", required=True),
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
        Column(name="skills", kind="list"),
        Column(name="tags", kind="list"),
        Column(name="colour", kind="colour"),
        Column(name="hardship", kind="count", least=0, most=1000),
        _NOTE,
    ),
)
DEMAND = Table(
    name="demand",
    columns=(
        Column(name="code", kind="code", required=True),
        Column(name="weekday", kind="days"),
        Column(name="date", kind="days"),
        Column(name="day_type", kind="days"),
        Column(name="min", kind="count", least=0, most=10000),
        Column(name="target", kind="count", least=0, most=10000),
        Column(name="max", kind="count", least=0, most=10000),
        Column(name="skill", kind="text"),
        Column(name="site", kind="text"),
        Column(name="priority", kind="count", least=1, most=5),
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
        Column(name="posts", kind="count", read=False, template=False),
        Column(name="hours", kind="duration", read=False, template=False),
        Column(name="free_sunday", kind="flag", read=False, template=False),
        Column(name="free_weekend", kind="flag", read=False, template=False),
        _NOTE,
    ),
)
ABSENCES = Table(
    name="absences",
    columns=(
        _PERSON,
        Column(name="from", kind="date", required=True),
        _TO,
        Column(name="code", kind="code"),
        Column(name="half", kind="word", words="half"),
        Column(name="firm", kind="flag"),
        Column(name="state", kind="word", words="absence_state", template=False),
        Column(name="cancellable", kind="flag", read=False, template=False),
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
        Column(name="strength", kind="strength", least=1, most=1000),
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
        Column(name="strength", kind="strength", least=1, most=1000),
        Column(name="reason", kind="text", read=False, template=False),
        Column(name="granted", kind="flag", read=False, template=False),
        Column(name="obtained", kind="text", read=False, template=False),
        _NOTE,
    ),
)
RULES = Table(
    name="rules",
    columns=(
        Column(name="rule", kind="text", required=True),
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
        Column(name="reference", kind="text"),
        Column(name="note", kind="text"),
    ),
)
DEROGATIONS = Table(
    name="derogations",
    columns=(
        Column(name="rule", kind="text", required=True),
        _PERSON,
        Column(name="from", kind="date", required=True),
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
        Column(name="target", kind="text"),
        Column(name="effect", kind="text"),
        Column(name="hours", kind="text"),
        Column(name="skills", kind="list"),
        Column(name="label", kind="text"),
        Column(name="site", kind="text"),
        Column(name="priority", kind="count", least=1, most=5),
        Column(name="source", kind="text"),
        _NOTE,
    ),
)
HISTORY = Table(
    name="history",
    layout="grid",
    columns=(
        Column(name="person", kind="person", required=True),
        Column(name="date", kind="date", template=False),
        Column(name="code", kind="code", template=False),
        Column(name="name", kind="text", read=False, template=False),
    ),
)
PINS = Table(
    name="pins",
    columns=(
        _PERSON,
        Column(name="date", kind="date"),
        _FROM,
        _TO,
        Column(name="code", kind="code", required=True),
        _NOTE,
    ),
)
CALENDAR = Table(
    name="calendar",
    columns=(
        Column(name="date", kind="date", required=True),
        _TO,
        Column(name="type", kind="text"),
        Column(name="label", kind="text"),
        Column(name="runs_as", kind="weekday"),
        _NOTE,
    ),
)
PLANNING = Table(
    name="planning",
    layout="grid",
    template=False,
    columns=(
        Column(name="person", kind="person", required=True),
        Column(name="name", kind="text", read=False),
    ),
)
RECORDS = Table(
    name="records",
    template=False,
    columns=(
        Column(name="person", kind="person", required=True),
        Column(name="date", kind="date", required=True),
        Column(name="code", kind="code", required=True),
        Column(name="skill", kind="text"),
    ),
)
CHANGES = Table(
    name="changes",
    template=False,
    columns=(
        _PERSON,
        Column(name="name", kind="text", read=False),
        Column(name="date", kind="date", required=True),
        Column(name="before", kind="code"),
        Column(name="before_skill", kind="text"),
        Column(name="after", kind="code"),
        Column(name="after_skill", kind="text"),
        Column(name="sign_on", kind="clock", read=False),
        Column(name="place", kind="text", read=False),
        Column(name="kind", kind="word", words="change"),
        Column(name="notice", kind="text", read=False),
        Column(name="reason", kind="text", read=False),
        Column(name="consent", kind="text", read=False),
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
    "scenarios",
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
