"""Who entered and who left in a year, as they may be told outside, now and for ever."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.diffusion import NonDiffuse, Population, Publie, publier
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.domain.indicateurs.traits import entrants, sortants
from microstructure_desktop.french import number
from microstructure_desktop.reports.printed_rapport import TableauImprime

from .office import Office, today
from .rapport_sorties import Sortie, decidee, deja_dit
from .shipped import shipped

if TYPE_CHECKING:
    from microstructure_desktop.domain.diffusion import Regroupement
    from microstructure_desktop.store.work import Work

    from .faits import FaitsDuCabinet

_QUI = {Population.ENTRANTS: "Personnes entrées", Population.SORTANTS: "Personnes sorties"}


def sorties(
    work: "Work", office: Office, faits: "FaitsDuCabinet", annee: int
) -> Mapping[str, Sortie]:
    """Every variable that may leave, or be told as not given out, about the people of a year.

    What left already leaves again as it was, whatever was corrected since. What may not even be
    named (told of the other population) is not there.
    """
    counted = {
        Population.ENTRANTS: entrants(faits, annee),
        Population.SORTANTS: sortants(faits, annee),
    }
    regles = shipped().regles
    deja = work.divulgations.all()
    found: dict[str, Sortie] = {}
    for variable, regroupement in regles.regroupements.items():
        comptes: Mapping[str, int] = counted[regroupement.population].get(variable, {})
        candidat = _candidat(office, annee, regroupement, publier(comptes, regroupement, regles.k))
        kept = decidee(deja, candidat)
        # A convention may let the animator read smaller groups than anybody else.
        if kept is not None and all(e.nombre >= regles.k for e in kept.divulgation.valeurs):
            found[variable] = kept
    return found


def tableau(sortie: Sortie, le: date) -> TableauImprime | None:
    """What was given out, as it was given out; None of what is not."""
    said = sortie.divulgation
    if not sortie.diffusee:
        return None
    regroupement = shipped().regles.regroupements[said.variable]
    labels = {g.code: g.libelle for niveau in regroupement.niveaux for g in niveau}
    rows = tuple((labels.get(e.groupe, e.groupe), number(e.nombre)) for e in said.valeurs)
    head = f"{_QUI[said.population]} en {said.periode}"
    return TableauImprime(regroupement.libelle, (head,), rows, deja_dit(sortie, le))


def libelle(sortie: Sortie) -> str:
    """« Logement (personnes entrées) »."""
    said = sortie.divulgation
    known = shipped().regles.regroupements[said.variable]
    return f"{known.libelle} ({_QUI[said.population].lower()})"


def _candidat(
    office: Office, annee: int, regroupement: "Regroupement", result: Publie | NonDiffuse
) -> Divulgation:
    """The reason of what is not given out stays here: told outside, it would be a figure."""
    return Divulgation(
        DivulgationId(new_id()),
        today(office),
        Canal.RAPPORT,
        regroupement.population,
        str(annee),
        regroupement.variable,
        result.niveau if isinstance(result, Publie) else None,
        result.effectifs if isinstance(result, Publie) else (),
    )
