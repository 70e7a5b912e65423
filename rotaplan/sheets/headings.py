"""Words that stand in workbooks: names of sheets, headings, and what planners write in cells.

French and English are always both accepted, mixed too, without regard to case, accents, spaces,
punctuation or plural. In each entry the first word is the French one that rotaplan writes, the
second the English one; the rest is only read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from rotaplan.sheets.schema import Table
from rotaplan.sheets.tables import BY_NAME

LANGUAGES = ("fr", "en")

SHEETS: Mapping[str, tuple[str, ...]] = {
    "settings": ("Paramètres", "Settings", "Config", "Configuration", "Options", "Params"),
    "agents": ("Agents", "Staff", "Personnel", "Salariés", "Effectif", "Employees", "Équipe"),
    "shifts": (
        "Postes",
        "Shifts",
        "Codes",
        "Horaires",
        "Vacations",
        "Services",
        "Légende",
        "Legend",
        "Shift types",
    ),
    "demand": ("Besoins", "Demand", "Effectifs requis", "Couverture", "Cover", "Requirements"),
    "skills": ("Compétences", "Skills", "Habilitations", "Licences", "Qualifications"),
    "absences": ("Absences", "Absences", "Congés", "Indisponibilités", "Leave"),
    "availability": ("Disponibilités", "Availability", "Dispos"),
    "wishes": ("Souhaits", "Requests", "Desiderata", "Vœux", "Préférences", "Wishes"),
    "rules": ("Règles", "Rules", "Contraintes", "Constraints"),
    "history": ("Historique", "History", "Réalisé", "Mois précédent", "Previous"),
    "pins": ("Fixes", "Pins", "Imposés", "Bloqués", "Verrouillés", "Verrous", "Fixed"),
    "calendar": ("Calendrier", "Calendar", "Jours fériés", "Fermetures", "Holidays"),
    "planning": ("Planning", "Roster", "Tableau de service", "Grille"),
    "records": ("_donnees", "_data"),
    "derogations": ("Dérogations", "Derogations"),
    "contracts": ("Contrats", "Contracts", "Quotités"),
    "rotations": ("Roulements", "Rotations", "Trames", "Cycles", "Patterns"),
    "sites": ("Sites", "Sites", "Lieux", "Unités", "Locations"),
    "pairs": ("Binômes", "Pairs", "Incompatibilités", "Pairings"),
    "disruptions": ("Perturbations", "Disruptions", "Incidents", "Événements", "Grève"),
    "summary": ("Synthèse", "Summary"),
    "by_post": ("Par poste", "By post"),
    "by_day": ("Par jour", "Day sheet"),
    "individual": ("Individuel", "Individual"),
    "cover": ("Couverture", "Cover", "Coverage"),
    "counters": ("Compteurs", "Counters"),
    "equity": ("Équité", "Fairness"),
    "alerts": ("Alertes", "Alerts"),
    "changes": ("Changements", "Changes"),
    "explanations": ("Explications", "Explanations"),
    "scenarios": ("Scénarios", "Scenarios", "Hypothèses", "What-if"),
    "journal": ("Journal", "Log"),
    "lists": ("_listes", "_lists"),
    "legend": ("Légende", "Legend"),
    "read_me": ("Lisez-moi", "Read me", "Lisez moi", "Readme"),
}

_COMMON: Mapping[str, tuple[str, ...]] = {
    "person": ("Agent", "Staff member", "Matricule", "Person", "Employee", "Staff ID", "ID"),
    "note": ("Note", "Note", "Remarque", "Commentaire", "Comment", "Remark"),
    "from": ("Du", "From", "Début", "Date début", "Start", "Start date"),
    "to": ("Au", "To", "Fin", "Date fin", "End", "End date", "Jusqu'au", "Until"),
    "date": ("Date", "Date", "Jour du mois", "Dates"),
    "weekday": ("Jour", "Weekday", "Jour de semaine", "Day", "Days"),
    "code": ("Code", "Code", "Poste", "Shift"),
    "skill": ("Qualification", "Skill", "Compétence", "Fonction", "Function", "Code compétence"),
    "site": ("Site", "Site", "Lieu", "Unité", "Location"),
    "level": ("Niveau", "Level"),
    "strength": ("Force", "Strength", "Poids", "Weight", "Priorité", "Importance"),
    "name": ("Nom", "Name", "Nom affichage", "Display name", "Prénom", "Nom et prénom"),
}

COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "settings": {
        "title": ("Titre", "Title", "Nom du planning", "Service"),
        "start": ("Début", "Start", "Date de début", "Premier jour", "Start date", "First day"),
        "end": ("Fin", "End", "Date de fin", "Dernier jour", "End date", "Last day"),
        "days": ("Durée (jours)", "Length (days)", "Durée", "Jours", "Days", "Number of days"),
        "weeks": ("Semaines", "Weeks", "Durée (semaines)", "Nombre de semaines"),
        "zone": ("Fuseau horaire", "Time zone", "Fuseau", "Timezone"),
        "country": ("Pays", "Country", "Pays des jours fériés"),
        "subdivision": ("Subdivision", "Subdivision", "Région", "Region", "Territoire"),
        "school_zone": ("Zone scolaire", "School zone", "Vacances scolaires"),
        "language": ("Langue", "Language"),
        "seed": ("Graine", "Seed", "Graine aléatoire", "Random seed"),
        "time_limit": ("Limite de temps (s)", "Time limit (s)", "Temps de calcul", "Time limit"),
    },
    "agents": {
        "person": ("Matricule", "ID", "Agent", "Staff ID", "Employee ID", "Identifiant", "Person"),
        "last_name": ("Nom", "Last name", "Name", "Nom affichage", "Display name", "Surname"),
        "first_name": ("Prénom", "First name"),
        "fte": ("Quotité", "FTE", "ETP", "Taux", "Temps de travail", "FTE share"),
        "contract": ("Contrat", "Contract"),
        "weekly_hours": ("Heures hebdo", "Weekly hours", "Heures hebdomadaires", "Heures semaine"),
        "skills": ("Qualifications", "Skills", "Compétences", "Habilitations"),
        "team": ("Équipe", "Team", "Groupe", "Group"),
        "site": ("Site", "Site", "Site de rattachement", "Home site", "Lieu", "Location"),
        "role": ("Fonction", "Role", "Grade", "Grade fonction", "Job", "Métier"),
        "regime": ("Régime", "Rule pack", "Regime"),
        "status": ("Statut", "Status"),
        "from": ("Date début", "From", "Début de contrat", "Contract start", "Entrée", "Du"),
        "to": ("Date fin", "To", "Fin de contrat", "Contract end", "Sortie", "Au"),
        "target": ("Heures cible", "Target hours", "Cible heures", "Target"),
        "balance": ("Solde heures", "Opening balance", "Solde", "Balance", "Hours balance"),
        "forbidden": ("Codes interdits", "Forbidden", "Postes interdits", "Forbidden shifts"),
        "allowed": ("Codes autorisés", "Allowed", "Postes autorisés", "Allowed shifts"),
        "days_off": ("Jours non travaillés", "Fixed days off", "Repos fixes"),
        "night_fit": ("Apte nuit", "Night fit"),
        "reserve": ("Réserve", "Reserve pool", "Reserve", "Is reserve"),
        "hourly_cost": ("Coût horaire", "Hourly cost"),
        "rotation": ("Roulement", "Rotation", "Cycle"),
        "line": ("Ligne", "Line", "Ligne départ", "Start line"),
        "remote": ("Télétravail", "Remote"),
        "commute": ("Mode trajet", "Commute mode"),
        "home_zone": ("Zone domicile", "Home zone", "Zone accès", "Access zone"),
        "phone": ("Téléphone", "Phone", "Portable", "Mobile"),
        "mail": ("Courriel", "Mail", "E-mail", "Email"),
    },
    "skills": {
        "skill": ("Compétence", "Skill", "Qualification", "Habilitation", "Licence", "Code"),
        "from": ("Valide du", "Valid from", "Du", "From", "Début", "Obtenue le"),
        "to": ("Valide au", "Valid to", "Au", "To", "Fin", "Expire le", "Expiry", "Valid until"),
        "scope": ("Portée", "Scope"),
    },
    "shifts": {
        "code": ("Code", "Code", "Poste", "Shift"),
        "label": ("Libellé", "Label", "Nom", "Name", "Intitulé", "Désignation"),
        "start": ("Début", "Start", "Heure début", "Début 1", "Start 1", "De", "From"),
        "end": ("Fin", "End", "Heure fin", "Fin 1", "End 1", "À", "To"),
        "start2": ("Début 2", "Start 2", "Reprise"),
        "end2": ("Fin 2", "End 2"),
        "pause": ("Pause (min)", "Break (min)", "Pause", "Break", "Pause non payée"),
        "paid": ("Durée payée", "Paid hours", "Heures payées", "Durée créditée", "Credited hours"),
        "worked": ("TTE (min)", "Worked (min)", "TTE", "Temps de travail effectif", "Worked time"),
        "family": ("Nature", "Kind", "Famille", "Family", "Type"),
        "works": ("Compte comme travail", "Counts as work", "Travail", "Work"),
        "skills": ("Qualification requise", "Required skill", "Compétence requise"),
        "tags": ("Étiquettes", "Tags", "Mots-clés"),
        "colour": ("Couleur", "Colour", "Color"),
        "hardship": ("Pénibilité", "Hardship points", "Hardship"),
    },
    "demand": {
        "code": ("Code", "Code", "Poste", "Shift"),
        "weekday": ("Jour", "Weekday", "Jours", "Day", "Jour de semaine"),
        "date": ("Date", "Date"),
        "day_type": ("Type de jour", "Day type", "Type jour"),
        "min": ("Min", "Min", "Mini", "Minimum", "Effectif minimum"),
        "target": ("Cible", "Target", "Effectif", "Effectif cible", "Besoin", "Required"),
        "max": ("Max", "Max", "Maxi", "Maximum"),
        "priority": ("Priorité", "Priority"),
    },
    "absences": {
        "code": ("Code", "Code", "Type", "Motif"),
        "half": ("Demi-journée", "Half day", "Demi journée", "Half"),
        "firm": ("Ferme", "Firm"),
        "state": ("Statut", "Status", "État", "State"),
        "cancellable": ("Annulable", "Cancellable"),
    },
    "availability": {
        "start": ("Début", "Start", "Heure début", "De"),
        "end": ("Fin", "End", "Heure fin", "À"),
        "kind": ("Type", "Type", "Disponibilité", "Availability"),
    },
    "wishes": {
        "wish": ("Souhait", "Wish", "Demande", "Request", "Vœu", "Code"),
        "reason": ("Motif", "Reason"),
        "granted": ("Accordé", "Granted"),
        "obtained": ("Obtenu", "Obtained"),
    },
    "rules": {
        "rule": ("Règle", "Rule", "Contrainte", "Constraint"),
        "who": ("Qui", "Who", "Agents", "Staff"),
        "shifts": ("Postes", "Shifts", "Codes"),
        "when": ("Quand", "When", "Jours", "Days"),
        "min": ("Min", "Min", "Minimum"),
        "max": ("Max", "Max", "Maximum"),
        "window": ("Fenêtre", "Window", "Période", "Period"),
        "value": ("Valeur", "Value", "Valeurs", "Values"),
        "state": ("Statut", "Status", "État", "State"),
        "weight": ("Poids", "Weight"),
        "reference": ("Référence", "Reference", "Article"),
    },
    "calendar": {
        "type": ("Type", "Type", "Type de jour", "Day type", "Type jour"),
        "label": ("Libellé", "Label", "Nom", "Name"),
        "runs_as": ("Service comme", "Runs as", "Service du"),
        "date": ("Date", "Date", "Du", "From", "Jour"),
    },
    "records": {
        "person": ("Matricule", "ID", "Agent", "Agent ID", "Staff ID"),
        "skill": ("Fonction", "Function", "Qualification", "Skill"),
    },
}

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "flag": {
        "yes": ("oui", "yes", "o", "y", "x", "vrai", "true", "1"),
        "no": ("non", "no", "n", "faux", "false", "0", "-"),
    },
    "weekday": {
        "0": ("lundi", "monday", "lu", "lun", "mo", "mon"),
        "1": ("mardi", "tuesday", "ma", "mar", "tu", "tue", "tues"),
        "2": ("mercredi", "wednesday", "me", "mer", "we", "wed"),
        "3": ("jeudi", "thursday", "je", "jeu", "th", "thu", "thur", "thurs"),
        "4": ("vendredi", "friday", "ve", "ven", "fr", "fri"),
        "5": ("samedi", "saturday", "sa", "sam", "sat"),
        "6": ("dimanche", "sunday", "di", "dim", "su", "sun"),
    },
    "month": {
        "1": ("janvier", "january", "janv", "jan"),
        "2": ("février", "february", "févr", "fév", "feb"),
        "3": ("mars", "march", "mar"),
        "4": ("avril", "april", "avr", "apr"),
        "5": ("mai", "may"),
        "6": ("juin", "june", "jun"),
        "7": ("juillet", "july", "juil", "jul"),
        "8": ("août", "august", "aug"),
        "9": ("septembre", "september", "sept", "sep"),
        "10": ("octobre", "october", "oct"),
        "11": ("novembre", "november", "nov"),
        "12": ("décembre", "december", "déc", "dec"),
    },
    "days": {
        "every": ("tous les jours", "every day", "tous", "all", "toujours", "*"),
        "weekend": ("week-end", "weekend"),
        "working": ("jours ouvrés", "weekdays", "ouvré", "semaine", "working days"),
        "holiday": ("férié", "holiday", "jour férié", "public holiday", "jf"),
    },
    "calendar_type": {
        "holiday": ("férié", "holiday", "jour férié", "public holiday", "jf"),
        "working": ("ouvré", "working", "jour ouvré", "working day", "non férié"),
    },
    "everybody": {"every": ("tous", "everybody", "toutes", "all", "tout le monde", "*")},
    "reserve": {"reserve": ("réserve", "reserve", "la réserve", "reserve pool")},
    "work": {"work": ("travail", "work", "tous", "all", "tout poste", "any shift", "*")},
    "off": {
        "off": ("repos", "off", "libre", "day off", "rest", "jour libre", "free", ".", "-", "0"),
    },
    "family": {
        "morning": ("matin", "morning", "matinée", "early"),
        "afternoon": ("après-midi", "afternoon"),
        "evening": ("soir", "evening", "soirée", "late"),
        "day": ("jour", "day", "journée"),
        "night": ("nuit", "night"),
        "split": ("coupé", "split", "coupure", "service coupé", "split shift"),
        "on_call": ("astreinte", "on call", "on-call", "astr"),
        "on_site_call": ("garde", "on-site call", "permanence"),
        "reserve": ("réserve", "reserve", "standby", "facultatif", "spare"),
        "training": ("formation", "training", "réunion", "meeting"),
        "remote": ("télétravail", "remote", "remote work"),
        "rest": ("repos", "rest", "day off"),
        "leave": ("congé", "leave"),
        "absence": ("absence", "absence", "absent"),
    },
    "half": {
        "morning": ("matin", "morning", "m", "am"),
        "afternoon": ("après-midi", "afternoon", "pm", "a"),
    },
    "absence_state": {
        "granted": ("validée", "granted", "validé", "accordée", "approved"),
        "asked": ("demandée", "asked", "demandé", "en attente", "requested", "pending"),
        "refused": ("refusée", "refused", "refusé", "rejected", "annulée", "cancelled"),
    },
    "availability": {
        "available": ("disponible", "available", "dispo"),
        "unavailable": ("indisponible", "unavailable", "indispo"),
        "prefers": ("préfère", "prefers", "souhaité", "desired"),
        "avoids": ("évite", "avoids", "non souhaité", "undesired"),
    },
    "rule_state": {
        "strict": ("strict", "strict", "obligatoire", "must", "hard", "actif", "stricte"),
        "soft": ("souple", "soft", "souhaité", "préférence"),
        "off": ("inactif", "off", "désactivé", "inactive", "inactive", "disabled"),
    },
    "level": {
        "1": ("sécurité", "safety", "loi", "law", "sécurité et droit"),
        "2": ("couverture vitale", "vital cover", "vital"),
        "3": ("engagements", "commitments", "publié", "published"),
        "4": ("couverture", "cover"),
        "5": ("équité", "fairness"),
        "6": ("souhaits", "wishes", "vœux"),
        "7": ("coût", "cost"),
    },
    "strength": {
        "1": ("très faible", "very weak", "very low"),
        "2": ("faible", "weak", "low"),
        "3": ("moyen", "medium", "moyenne", "normal"),
        "4": ("fort", "strong", "forte", "high"),
        "5": ("très fort", "very strong", "très forte", "very high"),
        "10": ("impératif", "imperative", "impérative"),
    },
    "period": {
        "day": ("jour", "day", "journée"),
        "week": ("semaine", "week"),
        "fortnight": ("quinzaine", "fortnight", "quatorzaine", "2 semaines", "2 weeks"),
        "month": ("mois", "month"),
        "year": ("année", "year", "an"),
        "horizon": ("horizon", "horizon", "période", "planning", "whole plan"),
    },
    "language": {
        "fr": ("français", "french", "fr"),
        "en": ("anglais", "english", "en"),
    },
    "country": {
        "": ("aucun", "none", "sans", "-"),
        "FR": ("France", "France", "fr"),
        "GB": ("Royaume-Uni", "United Kingdom", "uk", "gb", "Grande-Bretagne", "Great Britain"),
        "BE": ("Belgique", "Belgium"),
        "CH": ("Suisse", "Switzerland"),
        "LU": ("Luxembourg", "Luxembourg"),
        "DE": ("Allemagne", "Germany"),
        "ES": ("Espagne", "Spain"),
        "IT": ("Italie", "Italy"),
        "AT": ("Autriche", "Austria"),
        "IE": ("Irlande", "Ireland"),
        "US": ("États-Unis", "United States", "usa"),
        "CA": ("Canada", "Canada"),
    },
    "without": {"without": ("sauf", "except", "hors", "without", "excepté")},
    "not": {"not": ("pas", "not", "pas de", "no", "éviter", "avoid", "ne pas")},
    "rather": {"rather": ("plutôt", "rather", "de préférence", "prefer")},
    "prefix": {
        "id": ("matricule", "id", "agent"),
        "team": ("équipe", "team", "groupe", "group"),
        "contract": ("contrat", "contract"),
        "regime": ("régime", "regime"),
        "site": ("site", "site", "lieu"),
        "status": ("statut", "status"),
        "role": ("fonction", "role", "grade"),
        "skill": ("compétence", "skill", "qualification", "habilitation"),
        "code": ("code", "code", "poste", "shift"),
        "family": ("nature", "kind", "famille", "family"),
        "tag": ("étiquette", "tag"),
        "type": ("type", "type", "type de jour", "day type"),
    },
    "grid_holiday": {"holiday": ("férié", "holiday", "fériés", "jf", "fer")},
    "total": {"total": ("total", "total", "totaux", "sous-total", "subtotal", "somme", "sum")},
    "hours": {
        "hours": ("heures", "hours", "solde heures", "hours balance", "solde", "balance"),
    },
}
"""For each kind of word, what stands for which value."""

DEFAULT_OFF_CODES = frozenset(
    {
        *("RH", "R", "RP", "RHR", "RC", "RF", "JF", "RG", "RS", "RU", "RQ", "RM"),
        *("CA", "RTT", "JRTT", "CET", "HS", "REC", "CSS", "DISPO"),
        *("MAL", "CMO", "CLM", "CLD", "AT", "MAT", "PAT", "ENF", "ASA", "GR", "GRV", "SYN"),
        *("NT", "OFF", "X", "ABS"),
    }
)
"""Usual codes of rest, leave and absence, recognised where the sheet of shifts is silent."""

DIGRAPHS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


@cache
def fold(text: str) -> str:
    """Return a text for comparing: no case, accents, spaces, punctuation or plural."""
    plain = _plain(text)
    words = re.findall(r"[^\W_]+", plain)
    return "".join(_singular(word) for word in words) or plain.strip()


@cache
def fold_heading(text: str) -> str:
    """Return a heading for comparing: as ``fold``, with a unit in brackets left out."""
    return fold(re.sub(r"\([^)]*\)", " ", text)) or fold(text)


def fold_code(text: str) -> str:
    """Return a code for comparing: no case and no spaces, all else kept."""
    return "".join(text.split()).casefold()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(DIGRAPHS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def sheet_heading(name: str, language: str) -> str:
    """Return the name of a sheet in a language."""
    return SHEETS[name][LANGUAGES.index(language)]


def names_of(table: str, column: str) -> tuple[str, ...]:
    """Return every heading of a column, French and English first."""
    return COLUMNS.get(table, {}).get(column) or _COMMON[column]


def heading(table: str, column: str, language: str) -> str:
    """Return the heading of a column in a language."""
    return names_of(table, column)[LANGUAGES.index(language)]


@cache
def headings_of(table: str) -> Mapping[str, str]:
    """Return column names of a table by folded heading.

    Where two columns share a heading, the one whose own heading it is goes before the one that
    only accepts it.
    """
    found: dict[str, str] = {}
    spec: Table = BY_NAME[table]
    ranked = sorted(
        (rank, position, column.name, word)
        for position, column in enumerate(spec.columns)
        for rank, word in enumerate(names_of(table, column.name))
    )
    for _, _, name, word in ranked:
        for folded in (fold(word), fold_heading(word)):
            found.setdefault(folded, name)
    return found


def written_headings(table: str) -> tuple[str, ...]:
    """Return every heading of a table that rotaplan writes, in both languages."""
    return tuple(
        heading(table, column.name, language)
        for column in BY_NAME[table].columns
        for language in LANGUAGES
    )


@cache
def _words(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value, words in WORDS[kind].items():
        for word in words if value.isdigit() else (value, *words):
            found.setdefault(fold(word), value)
    return found


def meaning(kind: str, text: str) -> str | None:
    """Return what a word of a kind stands for; None where it is not one of them."""
    return _words(kind).get(fold(text))


def word(kind: str, value: str, language: str) -> str:
    """Return the word that rotaplan writes for a value, in a language."""
    return WORDS[kind][value][LANGUAGES.index(language)]


def words(kind: str, language: str) -> tuple[str, ...]:
    """Return the words that rotaplan offers for a kind, in a language."""
    return tuple(word(kind, value, language) for value in WORDS[kind])


def starts_with(kind: str, text: str) -> tuple[str, str] | None:
    """Split off a leading word of a kind: (its value, the rest); None where there is none."""
    pieces = text.split()
    for count in range(min(3, len(pieces) - 1), 0, -1):
        value = meaning(kind, " ".join(pieces[:count]))
        if value is not None:
            return value, " ".join(pieces[count:])
    return None


def language_of(texts: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return the language that most of the headings found are written in; French in doubt.

    Parameters
    ----------
    texts
        Pairs of the text found and all names of what it was taken for, French and English
        first.
    """
    french = english = 0
    for text, names in texts:
        is_french, is_english = fold(text) == fold(names[0]), fold(text) == fold(names[1])
        french += is_french and not is_english
        english += is_english and not is_french
    return "en" if english > french else "fr"
