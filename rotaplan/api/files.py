"""Everything that is read and written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.errors import WorkbookError
from rotaplan.problem import Problem
from rotaplan.result import Result

if TYPE_CHECKING:
    from rotaplan.domain.disruption import Disruption
    from rotaplan.explanation import Explanation
    from rotaplan.replanning import Replanning
    from rotaplan.sheets import Reading
    from rotaplan.sheets.variants import WrittenVariant
    from rotaplan.write.xlsx import Replan


def read(path: Path | str) -> Reading:
    """Read a workbook (.xlsx, .ods, .xls) with everything that is wrong with it.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Reading
        ``scenario`` is None where an error was found; ``problems`` names each with its cell.
    """
    from rotaplan.sheets import read_workbook

    return read_workbook(Path(path))


def read_incident(
    path: Path | str, reading: Reading
) -> tuple[tuple[Disruption, ...], tuple[Problem, ...]]:
    """Read an incident from a workbook that holds the sheet of disruptions alone.

    Parameters
    ----------
    path
        The file.
    reading
        The workbook of the published schedule.

    Returns
    -------
    tuple
        What has happened, nothing where an error was found, and everything found.
    """
    from rotaplan.sheets import read_incident as read_it

    return read_it(Path(path), reading)


def read_variants(
    path: Path | str,
) -> tuple[tuple[WrittenVariant, ...], tuple[Problem, ...]]:
    """Read the variants that the sheet of scenarios of a workbook describes.

    Returns
    -------
    tuple
        The variants, none where an error was found; and the errors, each with its cell.
    """
    from rotaplan.sheets.variants import read_variants as read_them

    return read_them(Path(path))


def load(path: Path | str) -> Scenario:
    """Read a workbook that is expected to be sound.

    Raises
    ------
    WorkbookError
        With every problem found, where one of them is an error.
    """
    reading = read(path)
    if reading.scenario is None:
        raise WorkbookError([p for p in reading.problems if p.severity == "error"])
    return reading.scenario


def output_path(source: Path, chosen: Path | None = None) -> Path:
    """Return where the answer goes: beside the input, unless chosen otherwise."""
    return chosen or source.with_name(f"{source.stem}_planning.xlsx")


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Give a file to write in a folder of its own; it takes its place once it is whole.

    Parameters
    ----------
    path
        Its place; an existing file stays as it is where the writing is interrupted.
    """
    with TemporaryDirectory(prefix=f".{path.stem}.", dir=path.parent) as folder:
        draft = Path(folder, path.name)
        yield draft
        draft.replace(path)


def write(
    result: Result,
    path: Path,
    *,
    source: Path | None = None,
    language: Language | None = None,
    replan: Replan | None = None,
    explanation: Explanation | None = None,
) -> None:
    """Write the answer as a workbook that carries its input and can be read again.

    It is written in a folder of its own first, so that an interruption never leaves half a file
    in the place of a whole one, and no other file beside it can be hit.

    Parameters
    ----------
    result
        The answer.
    path
        New file.
    source
        The input workbook whose sheets are carried over.
    language
        Of the headings; that of the input where None.
    replan
        What the answer changes of the schedule in the input; see :func:`write_plan`.
    explanation
        What goes on the sheet Explications; no such sheet where None.
    """
    from rotaplan.write.xlsx import write_xlsx

    with draft_of(path) as draft:
        write_xlsx(
            result,
            draft,
            source=source,
            language=language or result.scenario.language,
            replan=replan,
            explanation=explanation,
        )


def write_plan(
    found: Replanning,
    name: str,
    path: Path,
    *,
    source: Path | None = None,
    language: Language | None = None,
) -> None:
    """Write one plan of a re-plan as a whole workbook, which the next re-plan can read.

    Parameters
    ----------
    found
        All plans.
    name
        Of the plan.
    path
        New file.
    source
        The workbook of the published schedule, whose sheets are carried over.
    language
        Of the headings; that of the input where None.

    Raises
    ------
    KeyError
        Where there is no such plan.
    """
    from rotaplan.write.xlsx import Replan

    plan = found.plan(name)
    replan = Replan(found=found, plan=plan)
    write(plan.result, path, source=source, language=language, replan=replan)


def replan_json(found: Replanning, language: Language) -> dict[str, Any]:
    """Return a re-plan in a stable form: disruptions, plans, figures, changes and messages.

    Parameters
    ----------
    found
        All plans.
    language
        Of the messages.
    """
    from rotaplan.write.replan_json import replan_json as form

    return form(found, language)


def write_template(
    path: Path, *, language: Language, example: bool, packs: Sequence[str] = ()
) -> None:
    """Write a workbook to start from.

    Parameters
    ----------
    path
        New file.
    language
        Of its headings.
    example
        With a complete small example, or blank.
    packs
        Names of legal packs, such as ``fph``, whose rows are added to the rules.
    """
    from rotaplan.packs import load_pack
    from rotaplan.sheets.template import write_template as write_it

    chosen = [load_pack(name) for name in dict.fromkeys(packs)]
    write_it(path, language=language, example=example, packs=chosen)


def rules_reference(language: Language) -> str:
    """Return the reference of all rules as text."""
    from rotaplan.sheets.reference import rules_reference as refer

    return refer(language)


def import_instance(form: str, source: Path, target: Path, *, language: Language) -> None:
    """Turn a public benchmark instance into a workbook.

    Parameters
    ----------
    form
        ``schedulingbenchmarks``, ``inrc1``, ``inrc2``, ``rws`` or ``rerostering``.
    source, target
        The instance (of ``inrc2``, folder and name of one), and the workbook to write.
    language
        Of the workbook's headings.

    Raises
    ------
    WorkbookError
        Where the instance cannot be read.
    """
    from importlib import import_module

    import_module(f"rotaplan.formats.{form}").convert(source, target, language)


def answer_of_instance(form: str, source: Path, planning: Iterable[Assignment]) -> dict[str, Any]:
    """Return a roster as an answer in the form of the public set that its instance is from.

    Parameters
    ----------
    form
        ``rerostering``.
    source
        The instance.
    planning
        A roster with the people and shifts of the instance's workbook.

    Raises
    ------
    WorkbookError
        Where the instance cannot be read, or the roster is not one of it.
    """
    from importlib import import_module

    module = import_module(f"rotaplan.formats.{form}")
    found: dict[str, Any] = module.answer(module.read_case(source), planning)
    return found
