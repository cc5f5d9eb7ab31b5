"""The indicators of a month or of a year, and the people behind one of their figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.errors import AppError

from .access import FICHES, AccessDenied, Permission, check
from .cercle import cercle
from .droits import matrice
from .faits import FaitsDuCabinet
from .lignes import PatientLigne, line
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.tous import Indicateur
    from microstructure_desktop.domain.indicateurs.valeur import Resultat
    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.store.work import Work

    from .catalogue_indicateurs import Definition

CONTENUS = {role.value if role else "": contenu for role, contenu in FICHES.items()}
"""By the profession whose answers an indicator counts, the content that its reader needs."""


class FigureUnknown(AppError):
    sentence = "Ce chiffre n’ouvre pas de liste."
    way_out = "Choisissez un nombre de personnes."


@dataclass(frozen=True, slots=True)
class Bilan:
    """The indicators of one period, by code.

    `en_cours`: the period is not over. `exclus`: how many people object to being counted.
    """

    periode: Periode
    resultats: "Mapping[str, Resultat]"
    en_cours: bool
    exclus: int


@dataclass(frozen=True, slots=True)
class Personnes:
    """Who is behind a figure. `fermes`: how many more, whose record is closed to the reader."""

    lignes: tuple[PatientLigne, ...]
    fermes: int


def du_mois(office: Office, mois: "Mois", codes: Iterable[str] = tuple(MENSUELS)) -> Bilan:
    """The monthly indicators, or some of them."""
    check(office, Permission.ACTIVITE)
    with office.store.read() as work:
        return bilan(work, office, Periode.du_mois(mois), {c: MENSUELS[c] for c in codes})


def de_l_annee(office: Office, annee: int, codes: Iterable[str] = tuple(ANNUELS)) -> Bilan:
    """The annual indicators, or some of them."""
    check(office, Permission.ACTIVITE)
    with office.store.read() as work:
        return bilan(work, office, Periode.de_l_annee(annee), {c: ANNUELS[c] for c in codes})


def bilan(
    work: "Work", office: Office, periode: Periode, wanted: "Mapping[str, Indicateur]"
) -> Bilan:
    """Count inside an open reading."""
    faits = FaitsDuCabinet(work, office)
    return Bilan(
        periode,
        {code: counted(faits, periode) for code, counted in wanted.items()},
        today(office) <= periode.dernier,
        len(faits.exclus - frozenset(work.patients.absorbed())),
    )


def personnes(office: Office, code: str, cle: str, periode: Periode) -> Personnes:
    """The people that a figure counts, by name.

    Raises:
        AccessDenied: the role reads totals only, or not the answers that this figure counts.
        FigureUnknown: the figure does not count people.
    """
    check(office, Permission.LISTES_ACTIVITE)
    definition = office.reference.indicateurs.definitions.get(code)
    counted = {**MENSUELS, **ANNUELS}.get(code)
    if definition is None or counted is None:
        raise FigureUnknown
    if not may_list(office, definition):
        raise AccessDenied
    with office.store.read() as work:
        found = counted(FaitsDuCabinet(work, office), periode).valeur(cle)
        if found is None:
            raise FigureUnknown
        around = cercle(office, work)
        lines = tuple(
            line(row, today(office))
            for row in work.queries.patients()
            if row.id in found.qui and not around.ferme(row.id)
        )
    return Personnes(lines, len(found.qui) - len(lines))


def may_list(office: Office, definition: "Definition") -> bool:
    """Whether the role may know who is behind the figures of an indicator."""
    droits, role = matrice(), office.membre.role
    return droits.has(role, "activite", "liste") and all(
        droits.has(role, CONTENUS[each], "lire") for each in definition.fiches
    )
