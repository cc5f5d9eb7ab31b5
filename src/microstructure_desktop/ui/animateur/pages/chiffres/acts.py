"""What the page of figures reads of the register, and the report made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from microstructure_desktop.animateur import annee as annees
from microstructure_desktop.animateur import awaited, exports, report, workbook
from microstructure_desktop.animateur.annee import Annee, NothingToReport
from microstructure_desktop.animateur.exports import Format
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.desk import Desk

_MAKERS: dict[str, Callable[[Annee, datetime], bytes]] = {
    ".pdf": report.rapport,
    ".xlsx": workbook.xlsx,
}


@dataclass(frozen=True, slots=True)
class Lu:
    """`annee`: None where the register says nothing of that year."""

    numero: int
    numeros: tuple[int, ...]
    annee: Annee | None


def lire(desk: Desk, numero: int | None) -> Lu:
    """`numero`: the year of the last month over when None.

    Raises:
        NoConvention
    """
    today = desk.today()
    with desk.register.read() as work:
        over = awaited.last_over(today).annee
        known = {s.depuis.annee for s in work.structures.all()}
        known |= {p.periode.annee for p in work.paquets.heads()}
        first = min(known | {over})
        numeros = tuple(range(first, max(known | {over}) + 1))
        shown = numero if numero in numeros else over
        try:
            found = annees.lire(work, shown, today)
        except NothingToReport:
            return Lu(shown, numeros, None)
    return Lu(shown, numeros, found)


def document(desk: Desk, numero: int, suffixe: str) -> tuple[str, bytes]:
    """The report of a year as a document or as tables: (a file's name, its bytes).

    Raises:
        NothingToReport, NoConvention
    """
    with desk.register.read() as work:
        annee = annees.lire(work, numero, desk.today())
    return annees.nom(annee, suffixe), _MAKERS[suffixe](annee, datetime.now().astimezone())


def donnees(desk: Desk, periode: Mois | int, format_: Format) -> tuple[str, bytes]:
    """The figures of a period for other programs: (a file's name, its bytes).

    Raises:
        NothingToReport, NoConvention
    """
    with desk.register.read() as work:
        made = exports.exporter(work, periode, format_, desk.today())
        return exports.nom(work, periode, format_), made
