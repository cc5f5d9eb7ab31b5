"""Likely duplicates: somebody already known who may be the person being registered."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.naissance import proches
from microstructure_desktop.domain.patient import Patient

from . import ressemblance
from .access import Permission, check
from .lignes import PatientLigne, line, seen
from .office import Office, today
from .requete import lire
from .ressemblance import Jour, Nom, Part, Personne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.store.finding import Candidate
    from microstructure_desktop.store.work import Work

COMPARED = 80
_HOMONYME = "Même nom et même prénom, autre date de naissance"


@dataclass(frozen=True, slots=True)
class Doublon:
    """Somebody already known, and why to think of them.

    `homonyme`: they only bear the same name; nothing else says that they are the same person.
    """

    ligne: PatientLigne
    raison: str
    homonyme: bool = False


def doublons(  # noqa: PLR0913 -- an identity is told whole
    office: Office,
    nom: str,
    prenom: str,
    naissance: date | None,
    sauf: PatientId | None = None,
    *,
    nom_naissance: str = "",
    prenoms_naissance: str = "",
) -> tuple[Doublon, ...]:
    """Those who may be this person, the most likely first; a question, never a refusal.

    Somebody of the same name born on quite another day is not one: see `homonymes`.
    """
    check(office, Permission.IDENTITE)
    saisi = Personne(
        Part(nom), Part(prenom), naissance, Part(nom_naissance), Part(prenoms_naissance)
    )
    with office.store.read() as work:
        return _told(office, work, _compared(_candidates(work, saisi), saisi), sauf)


def homonymes(
    office: Office,
    nom: str,
    prenom: str,
    naissance: date | None,
    sauf: PatientId | None = None,
) -> tuple[Doublon, ...]:
    """Those who bear this very name, born on quite another day."""
    check(office, Permission.IDENTITE)
    saisi = Personne(Part(nom), Part(prenom), naissance)
    with office.store.read() as work:
        named = work.finding.named(saisi.nom.lettres + saisi.prenom.lettres)
        rows = work.finding.these(
            [c.place for c in named if c.place.id != sauf and _homonymous(c, saisi)]
        )
    le = today(office)
    lignes = (seen(office, line(row, le)) for row in rows)
    return tuple(Doublon(ligne, _HOMONYME, homonyme=True) for ligne in lignes)


def ressemblants(  # noqa: PLR0913 -- an identity is told whole
    office: Office,
    nom: str,
    prenom: str,
    naissance: date | None,
    sauf: PatientId | None = None,
    *,
    nom_naissance: str = "",
    prenoms_naissance: str = "",
) -> tuple[Doublon, ...]:
    """Likely duplicates, then those of the same name."""
    born = {"nom_naissance": nom_naissance, "prenoms_naissance": prenoms_naissance}
    return (
        *doublons(office, nom, prenom, naissance, sauf, **born),
        *homonymes(office, nom, prenom, naissance, sauf),
    )


def autour(office: Office, patient: Patient) -> tuple[Doublon, ...]:
    """Those who could be taken for somebody already registered."""
    identite = patient.identite
    return ressemblants(
        office,
        patient.nom,
        patient.prenom,
        patient.naissance,
        patient.id,
        nom_naissance=identite.nom_naissance,
        prenoms_naissance=identite.prenoms_naissance,
    )


def _homonymous(candidate: "Candidate", saisi: Personne) -> bool:
    connu = _personne(candidate)
    other_day = ressemblance.jour(connu.naissance, saisi.naissance) is Jour.AUTRE
    return other_day and ressemblance.noms(connu, saisi) <= Nom.ECRITURE


_Rank = tuple[Jour, Nom]


def _compared(
    candidates: "Sequence[Candidate]", saisi: Personne
) -> "list[tuple[_Rank, Candidate]]":
    """Those with a reason to ask, the most telling first."""
    found = []
    for candidate in candidates:
        connu = _personne(candidate)
        jour = ressemblance.jour(connu.naissance, saisi.naissance)
        rank = jour, ressemblance.noms(connu, saisi)
        if ressemblance.raison(*rank):
            found.append((rank, candidate))
    return sorted(found, key=lambda pair: (pair[0], pair[1].place))


def _candidates(work: "Work", saisi: Personne) -> "list[Candidate]":
    """Born on that day or on one that a slip makes of it; by name while the day is unknown."""
    if saisi.naissance is not None:
        return work.finding.born((saisi.naissance, *proches(saisi.naissance)))
    words = lire(f"{saisi.nom.lettres} {saisi.prenom.lettres}")
    return work.finding.near(words, COMPARED) if words else []


def _personne(candidate: "Candidate") -> Personne:
    usual = candidate.nom, candidate.prenom
    texts = (*usual, *candidate.ecrits[len(usual) :])
    nom, prenom, nom_naissance, prenoms_naissance = map(
        Part, texts, candidate.ecrits, candidate.sons
    )
    return Personne(nom, prenom, candidate.naissance, nom_naissance, prenoms_naissance)


def _told(
    office: Office,
    work: "Work",
    alike: "Sequence[tuple[_Rank, Candidate]]",
    sauf: PatientId | None,
) -> tuple[Doublon, ...]:
    kept = [(rank, c.place) for rank, c in alike if c.place.id != sauf]
    rows = work.finding.these([place for _, place in kept])
    le = today(office)
    return tuple(
        Doublon(seen(office, line(row, le)), ressemblance.raison(*rank))
        for (rank, _), row in zip(kept, rows, strict=True)
    )
