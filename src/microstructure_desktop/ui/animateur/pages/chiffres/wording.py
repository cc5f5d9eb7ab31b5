"""What the figures say: a number, how much of the region is in it, and its words."""

from dataclasses import dataclass

from microstructure_desktop.animateur import report_charts, report_sums
from microstructure_desktop.animateur.annee import Annee
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.animateur.totals import SommeForfaits, Totaux
from microstructure_desktop.charts.model import Graphique
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.texts import NBSP, count, hours, number, round_amount

WHOLE_YEAR = ""
UNSAID = "non dit"


@dataclass(frozen=True, slots=True)
class Chiffre:
    """One of the four figures; `part`: the share of the structures that are in it."""

    valeur: str
    part: float
    legende: str


@dataclass(frozen=True, slots=True)
class Volume:
    """A structure's volumes; None where a number of people is too small to be said."""

    structure: Structure
    mois: str
    personnes: int | None
    actes: int
    forfaits: int
    reunions: int

    @property
    def dites(self) -> str:
        return UNSAID if self.personnes is None else number(self.personnes)


def periods(annee: Annee) -> list[tuple[str, str]]:
    """(code, words): the year, then its months."""
    months = [(each.periode, words.month(Mois.lire(each.periode))) for each in annee.mois]
    return [(WHOLE_YEAR, f"Toute l’année {annee.numero}"), *months]


def totals(annee: Annee, periode: str) -> Totaux:
    return next((each for each in annee.mois if each.periode == periode), annee.total)


def figures(totaux: Totaux) -> tuple[Chiffre, ...]:
    """People seen, acts, forfaits opened since January, meetings; each with its completeness."""
    whole = totaux.completude
    share = whole.recues / whole.attendues if whole.attendues else 0.0
    hidden = f", {totaux.masquees} sans nombre" if totaux.masquees else ""
    people = totaux.personnes
    done = report_sums.honores(totaux)
    opened = sum(each.ouverts for each in totaux.forfaits)
    current = sum(each.en_cours for each in totaux.forfaits)
    return (
        Chiffre("—" if people is None else number(people), share, f"{whole.phrase}{hidden}"),
        Chiffre(number(report_sums.nombre(done)), share, hours(report_sums.minutes(done))),
        Chiffre(number(opened), share, f"depuis janvier, {number(current)} en cours"),
        Chiffre(number(totaux.reunions), share, _present(totaux)),
    )


def charts(annee: Annee) -> tuple[Graphique, ...]:
    """The region over the year; forfaits beside what they pay for, where a text says it."""
    forfaits = (
        report_charts.forfait(each, forfait_title(each))
        for each in annee.total.forfaits
        if each.prevus is not None
    )
    return (
        report_charts.structures(annee),
        report_charts.actes(annee),
        *forfaits,
        report_charts.file_active(annee),
    )


def forfait_title(somme: SommeForfaits) -> str:
    amount = round_amount(int(somme.montant * 100))
    return f"Forfaits à {amount}{NBSP}: actes faits et payés"


def volumes(annee: Annee) -> tuple[Volume, ...]:
    """What each structure did: never a trait of anybody."""
    return tuple(_volume(structure, totaux) for structure, totaux in annee.structures)


def _volume(structure: Structure, totaux: Totaux) -> Volume:
    here = totaux.completude
    unsaid = totaux.masquees or not here.recues
    return Volume(
        structure,
        f"{here.recues}/{here.attendues}",
        None if unsaid else totaux.file_active,
        report_sums.nombre(report_sums.honores(totaux)),
        sum(each.ouverts for each in totaux.forfaits),
        totaux.reunions,
    )


def _present(totaux: Totaux) -> str:
    people = count(totaux.participants, "présence")
    return f"{people}, psychiatre {hours(totaux.psychiatre_minutes)}"
