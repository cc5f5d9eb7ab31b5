"""A closed year's people as the animator may read them: by groups, once, entered as it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.diffusion import Population, Publie, publier
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.domain.indicateurs.traits import entrants, sortants
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import profil as tables

from . import convention_lue, rapport_traits
from .access import Permission, check
from .faits import FaitsDuCabinet
from .office import Office, today
from .rapport_sorties import Sortie, decidee
from .shipped import shipped

if TYPE_CHECKING:
    from microstructure_desktop.domain.diffusion import Regroupement
    from microstructure_desktop.exchange.contents import Contenu, LigneProfil
    from microstructure_desktop.store.work import Work


class ProfilsNotAgreed(AppError):
    sentence = "La convention ne prévoit pas de répartition des personnes."
    way_out = (
        "Seuls les nombres d’ensemble partent. L’animateur peut proposer une autre convention."
    )


class YearStillOpen(AppError):
    sentence = "Cette année n’est pas close\xa0: rien ne peut encore en être dit par groupes."
    way_out = "Attendez le 1er janvier\xa0; les envois de l’année suivante pourront la joindre."


@dataclass(frozen=True, slots=True)
class Profil:
    """What would be joined about a year. `k`: the people that each group has, at least.

    `sorties`: every variable, as it leaves or is told as not given out.
    """

    annee: int
    k: int
    sorties: tuple[Sortie, ...]

    @property
    def entrants(self) -> "tuple[LigneProfil, ...]":
        return self._lignes(Population.ENTRANTS)

    @property
    def sortants(self) -> "tuple[LigneProfil, ...]":
        return self._lignes(Population.SORTANTS)

    @property
    def retenues(self) -> tuple[str, ...]:
        """What is not given out, in words; the reason stays unknown outside."""
        return tuple(rapport_traits.libelle(s) for s in self.sorties if not s.diffusee)

    @property
    def groupes(self) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
        """(variable in words, (group in words, people)) of what leaves."""
        return tuple(
            (rapport_traits.libelle(s), _groupes(s.divulgation)) for s in self.sorties if s.diffusee
        )

    def _lignes(self, population: Population) -> "tuple[LigneProfil, ...]":
        return tables.lignes(
            self.annee,
            {
                said.variable: (said.niveau, {e.groupe: e.nombre for e in said.valeurs})
                for said in (s.divulgation for s in self.sorties)
                if said.population is population and said.niveau is not None
            },
        )


def profil(office: Office, annee: int) -> Profil:
    """What would be joined; nothing is entered.

    Raises:
        NotEnrolled
        ProfilsNotAgreed: the convention in use does not ask for it.
        YearStillOpen
    """
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return lire(work, office, annee)


def lire(work: "Work", office: Office, annee: int) -> Profil:
    """The same, inside the transaction that seals it. Raises what `profil` does."""
    said = convention_lue.en_vigueur(work).convention
    if not said.profils:
        raise ProfilsNotAgreed
    if annee >= today(office).year:
        raise YearStillOpen
    faits, deja = FaitsDuCabinet(work, office), work.divulgations.all()
    counted: Mapping[Population, Mapping[str, Mapping[str, int]]] = {
        Population.ENTRANTS: entrants(faits, annee),
        Population.SORTANTS: sortants(faits, annee),
    }
    found = (
        decidee(deja, _candidat(office, annee, variable, counted[variable.population], said.k))
        for variable in shipped().regles.regroupements.values()
    )
    return Profil(annee, said.k, tuple(s for s in found if s is not None and _assez(s, said.k)))


def joint(contenu: "Contenu", profil: Profil) -> "Contenu":
    """A month with the year before it."""
    return replace(contenu, profil_entrants=profil.entrants, profil_sortants=profil.sortants)


def entrer(work: "Work", profil: Profil, paquet: str) -> None:
    """Enter what never left before, with the bundle that carries it."""
    for each in profil.sorties:
        if each.nouvelle:
            work.divulgations.save(replace(each.divulgation, paquet=paquet))


def _candidat(
    office: Office,
    annee: int,
    variable: "Regroupement",
    comptes: Mapping[str, Mapping[str, int]],
    k: int,
) -> Divulgation:
    result = publier(comptes.get(variable.variable, {}), variable, k)
    return Divulgation(
        DivulgationId(new_id()),
        today(office),
        Canal.EXPORT,
        variable.population,
        str(annee),
        variable.variable,
        result.niveau if isinstance(result, Publie) else None,
        result.effectifs if isinstance(result, Publie) else (),
    )


def _assez(sortie: Sortie, k: int) -> bool:
    """What left under a lower threshold does not leave again under this one."""
    return all(e.nombre >= k for e in sortie.divulgation.valeurs)


def _groupes(said: Divulgation) -> tuple[tuple[str, int], ...]:
    known = shipped().regles.regroupements[said.variable]
    labels = {g.code: g.libelle for niveau in known.niveaux for g in niveau}
    return tuple((labels.get(e.groupe, e.groupe), e.nombre) for e in said.valeurs)
