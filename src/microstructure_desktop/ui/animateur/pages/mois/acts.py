"""What the page of months reads of the register, in one go; on the worker's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from microstructure_desktop.animateur import awaited, completeness, reminders
from microstructure_desktop.animateur.completeness import Case, Completude, LigneTableau
from microstructure_desktop.animateur.model import Paquet, Quarantaine, Structure
from microstructure_desktop.animateur.reminders import Relance
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur import saving
from microstructure_desktop.ui.animateur.desk import Desk

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Lu:
    """A year of the table. `completudes`: one a month, None where nothing is awaited yet."""

    annee: int
    annees: tuple[int, ...]
    mois: tuple[Mois, ...]
    lignes: tuple[LigneTableau, ...]
    completudes: tuple[Completude | None, ...]
    paquets: tuple[Paquet, ...]
    refus: tuple[Quarantaine, ...]
    jour_limite: int
    aujourd_hui: date

    def of(self, structure: Structure, mois: Mois) -> tuple[Paquet, ...]:
        """All that came for a month, the latest number first."""
        found = [p for p in self.paquets if (p.structure, p.periode) == (structure.id, mois)]
        return tuple(sorted(found, key=lambda p: p.sequence, reverse=True))

    def refused(self, structure: Structure, mois: Mois) -> tuple[Quarantaine, ...]:
        return tuple(q for q in self.refus if (q.structure, q.periode) == (structure.id, mois))


def lire(desk: Desk, annee: int | None) -> Lu:
    """`annee`: that of the last month over when None."""
    today = desk.today()
    with desk.register.read() as work:
        tableau = completeness.tableau(work, today)
        paquets, refus = work.paquets.all(), work.quarantaine.all()
        current = work.conventions.current()
        over = awaited.last_over(today)
        annees = tuple(sorted({mois.annee for mois in tableau.mois} | {over.annee}))
        shown = annee if annee in annees else over.annee
        mois = tuple(Mois(shown, number) for number in range(1, _MONTHS + 1))
        whole = [
            completeness.completude(work, each) if each in tableau.mois else None for each in mois
        ]
    return Lu(
        shown,
        annees,
        mois,
        tuple(_year(ligne, mois) for ligne in tableau.lignes),
        tuple(each if each is not None and each.attendues else None for each in whole),
        paquets,
        refus,
        current.convention.jour_limite if current is not None else 1,
        today,
    )


def _year(ligne: LigneTableau, mois: tuple[Mois, ...]) -> LigneTableau:
    """The twelve months of a row; one that the table does not reach is out of it."""
    known = {case.mois: case for case in ligne.cases}
    cases = tuple(known.get(each) or Case(each, completeness.EtatCase.HORS) for each in mois)
    return LigneTableau(ligne.structure, cases, ligne.trous)


def a_relancer(desk: Desk) -> tuple[Relance, ...]:
    """The structures that owe something."""
    with desk.register.read() as work:
        return reminders.relances(work, desk.today())


def lettres(desk: Desk, demandes: tuple[Relance, ...]) -> tuple[str, bytes]:
    """(a file's name, one letter a sheet)."""
    with desk.register.read() as work:
        pdf = reminders.lettres(work, demandes, desk.today())
    return (reminders.nom(demandes[0], ".pdf") if len(demandes) == 1 else "relances.pdf"), pdf


def messages(desk: Desk, demandes: tuple[Relance, ...], dossier: Path) -> int:
    """Write a message ready to be sent for each; how many.

    Raises:
        NotSaved
    """
    with desk.register.read() as work:
        made = [
            (reminders.nom(each, ".eml"), reminders.courriel(work, each, desk.today()))
            for each in demandes
        ]
    for name, octets in made:
        saving.write(dossier / name, octets)
    return len(made)
