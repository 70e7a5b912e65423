"""Layouts of sheets: languages, matrices, grids, lists, rules, calendars, rosters."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from rotaplan.domain.scenario import Past, Pin, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.time import Cycle
from rotaplan.domain.work import Family, Span
from rotaplan.problem import Problems
from rotaplan.rules import all_rules
from rotaplan.sheets.parse.rules import heading_of, rule_key
from rotaplan.sheets.parse.settings import Settings, public_holidays
from rotaplan.sheets.problems import render
from tests.sheets.books import MONDAY, Book, base, changed, places, read, with_sheet


def scenario(folder: Path, book: Book) -> Scenario:
    """Read a workbook that must be without fault."""
    reading = read(folder, book)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


# Languages


def test_english_headings_give_the_same_scenario(tmp_path: Path) -> None:
    french = base()
    english = {
        "Settings": [["Start", MONDAY], ["Days", 14], ["Time zone", "Europe/Paris"]],
        "Staff": [
            ["ID", "Last name", "First name", "FTE", "Team", "Contract"],
            *french["Agents"][1:],
        ],
        "Shifts": [
            ["Code", "Label", "Start", "End", "Break", "Kind", "Tags"],
            *french["Postes"][1:],
        ],
        "Demand": [["Shift", "Day", "Min", "Target"], ["M", "Mon-Fri", 1, 2], ["N", None, 1, 1]],
        "Rules": [["Rule", "Min", "Status"], ["rest_between", "11:00", "strict"]],
    }
    a, b = scenario(tmp_path, french), scenario(tmp_path, english)
    assert (a.language, b.language) == ("fr", "en")
    assert [p.id for p in a.people] == [p.id for p in b.people]
    assert [(s.code, s.spans, s.family) for s in a.shifts] == [
        (s.code, s.spans, s.family) for s in b.shifts
    ]
    assert a.needs.keys() == b.needs.keys()
    assert [[(n.shift, n.minimum, n.target) for n in a.needs[d]] for d in a.needs] == [
        [(n.shift, n.minimum, n.target) for n in b.needs[d]] for d in b.needs
    ]


def test_case_accents_spaces_plural_and_mixture_make_no_difference(tmp_path: Path) -> None:
    book = base()
    mixed = {
        "PARAMETRE": book["Paramètres"],
        "  staff": [
            ["MATRICULES", " nom", "Prenom ", "fte", "equipes", "Contract"],
            *book["Agents"][1:],
        ],
        "postes ": [
            ["code", "LIBELLE", "Debut", "end", "pause", "Kind", "tags"],
            *book["Postes"][1:],
        ],
        "Besoin": [["poste", "JOURS", "Minimum", "cible"], *book["Besoins"][1:]],
        "regles": [["regle", "min.", "statuts"], ["Rest-Between", "11:00", "STRICTE"]],
    }
    a, b = scenario(tmp_path, book), scenario(tmp_path, mixed)
    assert [p.name for p in a.people] == [p.name for p in b.people]
    assert [r.key for r in a.rules] == [r.key for r in b.rules]


def test_the_language_setting_goes_before_the_headings(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"].append(["Langue", "anglais"])
    assert scenario(tmp_path, book).language == "en"


# Settings and calendar


def test_the_last_day_is_included(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"][1] = ["Fin", day(6)]
    book["Paramètres"] += [["Graine", 7], ["Limite de temps", "90 s"], ["Titre", "Régie"]]
    found = scenario(tmp_path, book)
    assert (found.horizon.days, found.seed, found.time_limit_seconds) == (7, 7, 90)
    assert found.title == "Régie"


def test_weeks_are_a_length_too(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"][1] = ["Semaines", 4]
    assert scenario(tmp_path, book).horizon.days == 28


def test_without_a_length_there_is_no_scenario(tmp_path: Path) -> None:
    book = base()
    del book["Paramètres"][1]
    assert places(read(tmp_path, book).problems) == [("setting-missing", "Paramètres!A1")]


def test_end_before_start(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"][1] = ["Fin", day(-1)]
    assert places(read(tmp_path, book).problems) == [("dates-reversed", "Paramètres!B2")]


@pytest.mark.parametrize(
    ("country", "subdivision", "expected"),
    [
        ("FR", None, [29]),
        ("France", "Alsace-Moselle", [26, 29]),
        ("Royaume-Uni", "SCT", [26]),
        (None, None, []),
        ("aucun", None, []),
    ],
)
def test_public_holidays_of_march_2027(
    tmp_path: Path, country: str | None, subdivision: str | None, expected: list[int]
) -> None:
    book = changed("Paramètres", 4, 2, country)
    book["Paramètres"][1][1] = 28
    if subdivision:
        book["Paramètres"].append(["Subdivision", subdivision])
    found = scenario(tmp_path, book)
    inside = [d for d in found.calendar.holidays if MONDAY <= d < day(28)]
    assert [d.day for d in inside] == expected


def test_the_calendar_sheet_overrides_the_holidays(tmp_path: Path) -> None:
    book = with_sheet(
        "Calendrier",
        ["Date", "Au", "Type", "Libellé", "Service comme"],
        [dt.date(2027, 3, 29), None, "ouvré", None, None],
        [day(2), None, "férié", "fête locale", None],
        [day(3), day(4), "Vacances", None, None],
        [day(5), None, None, None, "dimanche"],
    )
    book["Paramètres"][1][1] = 28
    calendar = scenario(tmp_path, book).calendar
    assert not calendar.is_holiday(dt.date(2027, 3, 29))
    assert calendar.holidays[day(2)] == "fête locale"
    assert calendar.types_of(day(4)) == {"school"}
    assert calendar.runs_as == {day(5): 6}


def test_school_holidays_of_a_zone_are_a_day_type(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"][0][1] = dt.date(2027, 2, 22)
    book["Paramètres"].append(["Zone scolaire", "zone a"])
    book["Besoins"].append(["M", None, 5, 5])
    book["Besoins"][0].append("Type de jour")
    book["Besoins"][-1].append("vacances")
    found = scenario(tmp_path, book)
    closed = [d for d in found.horizon.planned if any(n.minimum == 5 for n in found.needs[d])]
    assert [found.horizon.date(d).isoformat() for d in closed] == [
        f"2027-02-{number}" for number in range(22, 29)
    ]


def test_an_unknown_school_zone(tmp_path: Path) -> None:
    book = base()
    book["Paramètres"].append(["Zone scolaire", "D"])
    assert places(read(tmp_path, book).problems) == [("school-zone-unknown", "Paramètres!B5")]


def test_holiday_names_follow_the_language() -> None:
    found = public_holidays(
        Settings({}, {}, {}), dt.date(2027, 3, 1), dt.date(2027, 3, 31), "fr", Problems()
    )
    assert found == {dt.date(2027, 3, 29): "Lundi de Pâques"}


# Shifts and needs


def test_shifts(tmp_path: Path) -> None:
    book = base()
    book["Postes"][0] += ["Début 2", "Fin 2", "Durée payée", "Qualification requise", "TTE"]
    book["Postes"].append(
        ["C", "coupé", "6:30", "9:40", 20, None, None, "15:45", "19:25", "7h", "LIC:D; FCO", 390]
    )
    book["Postes"].append(["T", "tard", "18:00", "24:00", None, None, None])
    book["Agents"][0].append("Qualifications")
    book["Agents"][1].append("LIC:D, FCO")
    found = scenario(tmp_path, book).shift
    assert found["N"].spans == (Span(start=1275, end=1860),)
    assert found["C"].spans == (Span(start=390, end=580), Span(start=945, end=1165))
    assert found["C"].family is Family.SPLIT
    assert found["C"].skills == {"LIC:D", "FCO"}
    assert (found["C"].unpaid_break_minutes, found["C"].credited_minutes) == (20, 420)
    assert found["T"].spans == (Span(start=1080, end=1440),)
    assert found["M"].tags == {"sol"}
    assert (found["RH"].works, found["M"].works) == (False, True)


def test_a_working_time_that_does_not_fit_the_times(tmp_path: Path) -> None:
    book = base()
    book["Postes"][0].append("TTE (min)")
    book["Postes"][1].append(430)
    (problem,) = read(tmp_path, book).problems
    assert (problem.code, str(problem.cell)) == ("worked-time-differs", "Postes!H2")
    assert (problem.facts["found"], problem.facts["expected"]) == (430, 420)


def test_needs_as_a_matrix(tmp_path: Path) -> None:
    book = base()
    book["Besoins"] = [
        ["Effectifs"],
        ["Poste", "Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di", "Férié"],
        ["M", 3, "2-3", "2/3/4", None, None, None, None, 1],
        ["N", 1, 1, 1, 1, 1, 1, 1, 1],
    ]
    book["Paramètres"][1][1] = 28
    found = scenario(tmp_path, book)
    needs = [
        [(n.minimum, n.target, n.maximum) for n in found.needs[d] if n.shift == "M"]
        for d in (0, 1, 2, 3, 21)
    ]
    assert needs == [[(3, 3, None)], [(2, 3, None)], [(2, 3, 4)], [], [(1, 1, None)]]
    assert str(found.demand[1].origin) == "Besoins!C3"


def test_a_matrix_cell_that_became_a_date(tmp_path: Path) -> None:
    book = base()
    book["Besoins"] = [["Poste", "Lu", "Ma"], ["M", dt.date(2027, 3, 2), "3-2"], ["N", "x", None]]
    assert places(read(tmp_path, book).problems) == [
        ("number-mangled", "Besoins!B2"),
        ("min-above-max", "Besoins!C2"),
        ("count-unreadable", "Besoins!B3"),
    ]


# People, wishes, imposed days


def test_people(tmp_path: Path) -> None:
    book = base()
    book["Agents"][0] += [
        *("Heures hebdo", "Solde heures", "Codes interdits", "Jours non travaillés", "Apte nuit"),
        *("Réserve", "Date fin"),
    ]
    book["Agents"][1] += ["35:00", "-2:30", "nuit", "me", "non", "x", "31/12/2027"]
    found = scenario(tmp_path, book)
    one, two, three = found.people[:3]
    assert (one.weekly_minutes, one.opening["hours"]) == (2100, -150)
    assert one.fixed_days_off == {2}
    assert (one.night_fit, one.reserve, one.contract_to) == (False, True, dt.date(2027, 12, 31))
    assert not found.open_to(one, found.shift["N"])
    assert (two.fte, three.fte) == (Fraction(4, 5), Fraction(1, 2))


def test_dated_skills_replace_undated_ones(tmp_path: Path) -> None:
    book = with_sheet(
        "Compétences",
        ["Agent", "Compétence", "Valide du", "Valide au"],
        ["7", "hab:tram", None, day(3)],
    )
    book["Agents"][0].append("Qualifications")
    book["Agents"][1].append("HAB:TRAM")
    book["Postes"][0].append("Qualification requise")
    book["Postes"][1].append("HAB:TRAM")
    person = scenario(tmp_path, book).person["007"]
    assert person.holds("HAB:TRAM", day(3))
    assert not person.holds("HAB:TRAM", day(4))


def test_wishes(tmp_path: Path) -> None:
    book = with_sheet(
        "Souhaits",
        ["Agent", "Date", "Du", "Au", "Jour", "Souhait", "Force", "Accordé", "Obtenu"],
        ["007", day(0), None, None, None, "repos", "fort", "oui", "M"],
        ["007", None, day(1), day(2), None, "pas N", 20, None, None],
        ["008", None, None, None, "sa", "plutôt M", None, None, None],
        ["008", day(3), None, None, None, "travail", None, None, None],
        ["009", day(4), None, None, None, "not nights", None, None, None],
    )
    found = scenario(tmp_path, book).wishes
    shown = [
        (
            w.person,
            w.day,
            w.on,
            w.shifts and sorted([*w.shifts.codes, *w.shifts.families]),
            w.weight,
        )
        for w in found
    ]
    assert shown == [
        ("007", 0, False, None, 4),
        ("007", 1, False, ["N"], 20),
        ("007", 2, False, ["N"], 20),
        ("008", 5, True, ["M"], 3),
        ("008", 12, True, ["M"], 3),
        ("008", 3, True, None, 3),
        ("009", 4, False, ["night"], 3),
    ]


def test_imposed_days(tmp_path: Path) -> None:
    book = with_sheet(
        "Fixes",
        ["Agent", "Date", "Du", "Au", "Code"],
        ["007", day(0), None, None, "M"],
        ["008", None, day(12), day(20), "RH"],
    )
    pins = scenario(tmp_path, book).pins
    assert [(p.person, p.day, p.shift) for p in pins] == [
        ("007", 0, "M"),
        ("008", 12, None),
        ("008", 13, None),
    ]
    assert isinstance(pins[0], Pin)
    assert str(pins[0].origin) == "Fixes!E2"


def test_absences_firm_asked_and_refused(tmp_path: Path) -> None:
    book = with_sheet(
        "Absences",
        ["Agent", "Du", "Au", "Code", "Demi-journée", "Ferme", "Statut"],
        ["007", day(-3), day(1), "CA", None, None, "validée"],
        ["008", day(2), None, "CA", "M", "non", None],
        ["009", day(2), None, "CA", None, None, "demandée"],
        ["010", day(2), None, "CA", None, None, "refusée"],
    )
    found = scenario(tmp_path, book).absences
    assert [(a.person, a.first, a.last, a.part, a.firm) for a in found] == [
        ("007", -3, 1, "all", True),
        ("008", 2, 2, "morning", False),
        ("009", 2, 2, "all", False),
    ]


def test_availability_and_its_preferences(tmp_path: Path) -> None:
    book = with_sheet(
        "Disponibilités",
        ["Agent", "Jour", "Date", "Début", "Fin", "Type", "Poids"],
        ["007", "lu", None, "08:00", "12:00", "disponible", None],
        ["008", None, day(2), None, None, "indisponible", None],
        ["009", None, day(3), "20:00", "23:00", "évite", 2],
    )
    found = scenario(tmp_path, book)
    one, two = found.availability
    assert (one.available, one.start, one.end, one.days.weekdays) == (True, 480, 720, {0})
    assert (two.available, two.start, two.end) == (False, 0, 1440)
    (wish,) = found.wishes
    assert wish.shifts is not None
    assert (wish.day, wish.on, wish.weight, wish.shifts.codes) == (3, False, 2, {"N"})


# History


def history(*rows: list[object], columns: tuple[str, ...] = ()) -> Book:
    dates = [day(number) for number in range(-3, 0)]
    return with_sheet("Historique", ["Matricule", "Nom", *dates, *columns], *rows)


def test_history_as_a_grid_with_counters(tmp_path: Path) -> None:
    book = history(
        ["007", "Petit", "M", None, "N", 3, "12:30"],
        [8, "Grand", "RH", "repos", "-", 0, -2],
        ["Moyen Zoé", "", "", "", "", None, None],
        ["010", "", "M", "M", "M", 1, None],
        [None, None, None, None, None, None, None],
        [None, "Total", 1, 1, 1, 4, None],
        columns=("Nuits", "Solde heures"),
    )
    found = scenario(tmp_path, book)
    assert found.horizon.history_days == 3
    assert [p for p in found.history if p.person == "007"] == [
        Past(person="007", day=-3, shift="M"),
        Past(person="007", day=-1, shift="N"),
    ]
    assert found.person["007"].opening == {"nuits": 3, "hours": 750}
    assert found.person["008"].opening == {"nuits": 0, "hours": -120}
    assert not [p for p in found.history if p.person in ("008", "009")]


def test_history_as_a_list(tmp_path: Path) -> None:
    book = with_sheet(
        "Historique",
        ["Agent", "Date", "Code"],
        *([f"00{n}" if n < 10 else "010", day(-1), "M"] for n in (7, 8, 9, 10)),
        ["007", day(-5), "N"],
    )
    found = scenario(tmp_path, book)
    assert found.horizon.history_days == 5
    assert Past(person="007", day=-5, shift="N") in found.history
    assert len(found.history) == 5


def test_faults_of_a_history(tmp_path: Path) -> None:
    book = history(
        ["007", "", "M", "Q", None],
        ["008", "", None, None, None],
        ["099", "", "M", None, None],
        ["007", "", "M", None, None],
    )
    reading = read(tmp_path, book)
    assert places(reading.problems) == [
        ("code-unknown", "Historique!D2"),
        ("person-unknown", "Historique!A4"),
        ("person-row-twice", "Historique!A5"),
        ("history-missing", "Agents!A4"),
        ("history-missing", "Agents!A5"),
    ]


def test_days_missing_between_history_and_plan(tmp_path: Path) -> None:
    book = with_sheet("Historique", ["Matricule", day(-5), day(-4)], ["007", "M", "M"])
    book["Agents"] = book["Agents"][:2]
    reading = read(tmp_path, book)
    assert places(reading.problems) == [("history-gap", "Historique!A1")]
    assert reading.problems[0].facts["count"] == 3


def test_usual_codes_of_rest_are_taken_and_said(tmp_path: Path) -> None:
    book = history(["007", "", "CA", "RTT", None])
    book["Agents"] = book["Agents"][:2]
    (problem,) = read(tmp_path, book).problems
    assert (problem.code, problem.severity) == ("codes-assumed", "notice")
    assert problem.facts["found"] == ("CA", "RTT")


# Rules


def rules(*rows: list[object]) -> Book:
    header = [
        *("Règle", "Qui", "Postes", "Quand", "Min", "Max", "Fenêtre", "Valeur", "Statut"),
        *("Niveau", "Poids", "Référence", "Note"),
    ]
    return {**base(), "Règles": [header, *rows]}


def row(key: str, **cells: object) -> list[object]:
    names = ("who", "shifts", "when", "min", "max", "window", "value", "state", "level", "weight")
    return [key, *(cells.get(name) for name in (*names, "reference", "note"))]


def test_a_rule_takes_its_cells_and_its_defaults(tmp_path: Path) -> None:
    book = rules(
        row(
            "rest_between",
            who="Nord",
            shifts="nuit",
            min=11,
            state="souple",
            level="équité",
            weight="fort",
            reference="art. 3",
        ),
        row("shifts_period", shifts="N", max=6, window="quinzaine"),
        row("minutes_window", max="48:00", window="7 j"),
        row("cover_target", value="manque=100; over = 1"),
        row("forbidden_succession", shifts="N", value="then=M"),
        row("tutor", who="Nord", value="tuteurs=Sud; ratio=2"),
    )
    found = [rule for rule in scenario(tmp_path, book).rules if "!" in rule.row]
    rest, count, window, target, succession, tutor = found
    assert (rest.key, rest.row, rest.must, rest.level, rest.weight) == (
        "rest_between",
        "Règles!A2",
        False,
        5,
        4,
    )
    assert (rest.minimum, rest.reference) == (660, "art. 3")  # type: ignore[attr-defined]
    assert (count.must, count.maximum, count.period) == (True, 6, "fortnight")  # type: ignore[attr-defined]
    assert (window.maximum, window.window) == (2880, 7)  # type: ignore[attr-defined]
    assert (target.under, target.over, target.must) == (100, 1, False)  # type: ignore[attr-defined]
    assert succession.then.codes == {"M"}  # type: ignore[attr-defined]
    assert (tutor.tutors.teams, tutor.ratio) == ({"Sud"}, 2)  # type: ignore[attr-defined]


def test_a_cycle_is_a_period_in_a_cell(tmp_path: Path) -> None:
    book = rules(
        row("days_period", max=5, window="cycle de 2 semaines"),
        row("minutes_period", max="420:00", window="cycle de 12 semaines depuis le 04/01/2027"),
        row("rest_days_window", min=4, value="cycle de 3 semaines"),
    )
    days, hours, rest = (one for one in scenario(tmp_path, book).rules if "!" in one.row)
    assert days.period == Cycle(weeks=2)  # type: ignore[attr-defined]
    assert hours.period == Cycle(weeks=12, begins=dt.date(2027, 1, 4))  # type: ignore[attr-defined]
    assert rest.period == Cycle(weeks=3)  # type: ignore[attr-defined]


def test_wishes_beyond_a_quota_are_named_at_their_cells(tmp_path: Path) -> None:
    """Three points a month: the second wish would spend a fourth; the third, a weak one, counts."""
    book = rules(row("quota de vœux", value="quota=3", window="mois"))
    first = dt.date(2027, 3, 8)
    book["Souhaits"] = [
        ["Agent", "Date", "Souhait", "Force"],
        ["007", first, "repos", 2],
        ["007", first + dt.timedelta(days=1), "repos", 2],
        ["007", first + dt.timedelta(days=2), "repos", 1],
    ]
    found = [one for one in read(tmp_path, book).problems if one.code == "wish-beyond-quota"]
    assert places(found) == [("wish-beyond-quota", "Souhaits!A3")]
    assert (found[0].severity, found[0].facts["most"]) == ("warning", 3)


def test_people_may_have_a_language_of_their_own(tmp_path: Path) -> None:
    book = base()
    for row, text in zip(book["Agents"], ("Langue", "anglais", "FR", None, "klingon"), strict=True):
        row.append(text)
    reading = read(tmp_path, book)
    assert places(reading.problems) == [("word-unknown", "Agents!G5")]
    book["Agents"][4][-1] = None
    found = scenario(tmp_path, book)
    assert [person.language for person in found.people] == ["en", "fr", "", ""]


def test_reach_times_are_minutes(tmp_path: Path) -> None:
    book = rules(row("délai d'intervention", max="0:30"))
    book["Agents"][0].append("Délai d'intervention (min)")
    book["Agents"][1].append(25)
    found = scenario(tmp_path, book)
    assert found.people[0].reach_minutes == 25
    assert found.people[1].reach_minutes is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("mois", ("month", 0, False)),
        ("période=semaine", ("week", 0, False)),
        ("consécutifs=2; dimanche", ("fortnight", 2, True)),
    ],
)
def test_a_period_alone_needs_no_name_among_the_values(
    tmp_path: Path, value: str, expected: tuple[str, int, bool]
) -> None:
    book = rules(row("rest_days_window", min=4, value=value))
    (rest,) = (rule for rule in scenario(tmp_path, book).rules if "!" in rule.row)
    assert (rest.period, rest.consecutive, rest.sunday) == expected  # type: ignore[attr-defined]


def test_a_basic_rule_is_always_on_unless_its_row_says_otherwise(tmp_path: Path) -> None:
    book = rules(row("cover_target", state="inactif"), row("cover_minimum", weight=7))
    found = scenario(tmp_path, book).rules
    keys = [rule.key for rule in found]
    assert "cover_target" not in keys
    assert keys.count("cover_minimum") == 1
    assert next(rule for rule in found if rule.key == "cover_minimum").weight == 7
    assert "one_per_day" in keys


def test_a_rule_that_is_off_need_not_be_complete(tmp_path: Path) -> None:
    book = rules(row("rest_between", who="personne", state="inactif"))
    assert "rest_between" not in [rule.key for rule in scenario(tmp_path, book).rules]


def test_headings_of_rules_in_both_languages_name_them() -> None:
    for key in all_rules():
        for language in ("fr", "en"):
            assert rule_key(heading_of(key, language)) == key


def test_faults_of_rules(tmp_path: Path) -> None:
    book = rules(
        row("post_group", min=2, max=3, value="x=1"),
        row("shifts_period", min=5, max=3, shifts="N"),
        row("shifts_period", shifts="N"),
        row("cover_target", value="hover=1"),
        row("minutes_window", max="48:00", window="un peu"),
        row("rest_between", who="Nort", min=11),
        row("balance_count", shifts="N", value="tolerance=99"),
        row("weekend_run", value="worked=2; edges=oui"),
        row("weekend_run", value="edges=oui"),
    )
    reading = read(tmp_path, book)
    assert [(p.code, str(p.cell), p.severity) for p in reading.problems] == [
        ("min-above-max", "Règles!E3", "error"),
        ("rule-parameter-unknown", "Règles!H5", "error"),
        ("window-unreadable", "Règles!G6", "error"),
        ("people-unknown", "Règles!B7", "error"),
        ("number-out-of-range", "Règles!H8", "error"),
        ("rule-column-unused", "Règles!F2", "warning"),
        ("rule-column-unused", "Règles!H2", "warning"),
        ("rule-says-nothing", "Règles!A4", "warning"),
        ("rule-says-nothing", "Règles!A10", "warning"),
    ]


def test_units_that_a_rule_does_not_take(tmp_path: Path) -> None:
    """Days for hours, hours for days, shares, months: the cell is named, nothing is guessed."""
    book = rules(
        row("rest_between", min="11 km"),
        row("rest_between", min="7 jours"),
        row("rest_between", min=660),
        row("minutes_window", max="48:00", window="48 h"),
        row("minutes_window", max="48 %", window="12 mois"),
        row("shifts_period", shifts="N", max="5 h"),
        row("shifts_period", shifts="N", max=dt.time(6, 0)),
        row("work_run", max="44:00"),
        row("rest_days_window", min="4 nuits", window="14 j"),
        row("shifts_period", shifts="N", max=4, window="14 j"),
        row("work_run", min="6 j", max="3 j"),
    )
    reading = read(tmp_path, book)
    assert reading.scenario is None
    assert [(p.code, str(p.cell)) for p in reading.problems] == [
        ("duration-unreadable", "Règles!E2"),
        ("duration-unreadable", "Règles!E3"),
        ("number-out-of-range", "Règles!E4"),
        ("window-unreadable", "Règles!G5"),
        ("duration-unreadable", "Règles!F6"),
        ("window-unreadable", "Règles!G6"),
        ("count-unreadable", "Règles!F7"),
        ("count-unreadable", "Règles!F8"),
        ("window-unreadable", "Règles!F9"),
        ("count-unreadable", "Règles!E10"),
        ("word-unknown", "Règles!G11"),
        ("min-above-max", "Règles!E12"),
    ]


def test_rows_that_reach_nobody_or_nothing(tmp_path: Path) -> None:
    """Well written, but empty: told at the cell; the row is kept."""
    book = rules(
        row("rest_between", min=11, who="Nord sauf 007, 008"),
        row("shifts_period", shifts="soir", max=3),
        row("shifts_period", shifts="N sauf N", max=3),
        row("forbidden", shifts="N", when="01/01/2020"),
        row("forbidden", shifts="N", when="férié"),
        row("forbidden_succession", shifts="N", value="then=soir"),
        row("tutor", who="Nord", value="tuteurs=Sud sauf 009, 010"),
        row("rest_between", min=11, who="Nord sauf 007", shifts="N", when=None),
    )
    reading = read(tmp_path, book)
    assert reading.scenario is not None
    assert [rule.row for rule in reading.scenario.rules if "!" in rule.row] == [
        f"Règles!A{number}" for number in range(2, 10)
    ]
    assert [(p.code, str(p.cell), p.severity) for p in reading.problems] == [
        ("scope-without-people", "Règles!B2", "warning"),
        ("scope-without-shift", "Règles!C4", "warning"),
        ("scope-without-day", "Règles!D5", "warning"),
        ("scope-without-people", "Règles!H8", "warning"),
        ("scope-without-shift", "Règles!C3", "notice"),
        ("scope-without-day", "Règles!D6", "notice"),
        ("scope-without-shift", "Règles!H7", "notice"),
    ]


def test_a_rule_for_somebody_who_has_left(tmp_path: Path) -> None:
    """Anne's contract ended before the plan, Luc's within it."""
    book = rules(
        row("work_run", max=5, who="007"),
        row("work_run", max=5, who="007, 009"),
        row("work_run", max=5, who="Nord"),
        row("work_run", max=5),
        row("tutor", who="Sud", value="tuteurs=007"),
    )
    book["Agents"][0].append("Au")
    book["Agents"][1].append(day(-30))
    book["Agents"][2].append(day(3))
    reading = read(tmp_path, book)
    assert reading.scenario is not None
    assert [(p.code, str(p.cell), p.severity, p.facts["found"]) for p in reading.problems] == [
        ("scope-not-under-contract", "Règles!B2", "warning", "007"),
        ("scope-not-under-contract", "Règles!B3", "warning", "Anne Petit"),
        ("scope-not-under-contract", "Règles!H6", "warning", "007"),
    ]
    for problem in reading.problems:
        assert render(problem, "fr")
        assert render(problem, "en")


# Rosters


def roster(*rows: list[object]) -> Book:
    dates = [day(number) for number in range(14)]
    return with_sheet("Planning", ["Planning du service"], [], ["", "Nom", *dates, "Heures"], *rows)


def test_a_roster_made_by_hand(tmp_path: Path) -> None:
    book = roster(
        ["007", "Petit", "M", "M!", "N*", *[None] * 11, 21],
        ["008", "Grand", "RH", None, "M", *["-"] * 11, 7],
        [],
        ["M", "", *[1] * 14],
        ["Tenus", "", *["1/2"] * 14],
    )
    reading = read(tmp_path, book)
    assert reading.problems == ()
    assert reading.planning == (
        Assignment(person="007", day=0, shift="M"),
        Assignment(person="007", day=1, shift="M"),
        Assignment(person="007", day=2, shift="N"),
        Assignment(person="008", day=2, shift="M"),
    )


def test_leave_that_only_the_roster_tells_of(tmp_path: Path) -> None:
    """Codes of leave and absence, marked or not; rest, duties and totals are none."""
    book = roster(
        ["007", "Petit", "CA", "M", "RH", "cmo!", *["-"] * 10, 21],
        ["008", "Grand", "FX", None, "repos", *["RTT"] * 2, *[None] * 9, 7],
    )
    book["Absences"] = [["Agent", "Du", "Au", "Code"], ["009", day(0), day(0), "FX"]]
    reading = read(tmp_path, book)
    assert reading.away == {("007", 0), ("007", 3), ("008", 0), ("008", 3), ("008", 4)}


def test_faults_of_a_roster(tmp_path: Path) -> None:
    book = roster(["007", "", "M", "ZZ"], ["099", "", "M"])
    assert places(read(tmp_path, book).problems) == [
        ("code-unknown", "Planning!D4"),
        ("person-unknown", "Planning!A5"),
    ]


def test_day_numbers_stand_for_the_days_of_the_horizon(tmp_path: Path) -> None:
    book = with_sheet(
        "Planning", ["mars 2027"], ["Agent", *range(8, 22)], ["007", None, "M", *[None] * 12]
    )
    assert read(tmp_path, book).planning == (Assignment(person="007", day=1, shift="M"),)


def test_functions_come_from_the_long_table_where_it_agrees(tmp_path: Path) -> None:
    book = roster(["007", "", "M", "M"], ["008", "", "M", "N"])
    book["Besoins"][0].append("Qualification")
    book["Besoins"][1].append("CHEF")
    book["Besoins"].append(["M", None, 1, 1, "AIDE"])
    book["Agents"][0].append("Qualifications")
    book["Agents"][1].append("CHEF, AIDE")
    book["Agents"][2].append("CHEF, AIDE")
    book["_donnees"] = [
        ["date", "day", "agent", "code", "function"],
        [day(0), 0, "007", "M", "AIDE"],
        [day(0), 0, "008", "M", "CHEF"],
        [day(1), 1, "007", "N", "AIDE"],
    ]
    reading = read(tmp_path, book)
    assert reading.problems == ()
    assert reading.planning is not None
    assert [(a.person, a.day, a.shift, a.skill) for a in reading.planning] == [
        ("007", 0, "M", "AIDE"),
        ("007", 1, "M", "AIDE"),
        ("008", 0, "M", "CHEF"),
        ("008", 1, "N", ""),
    ]
