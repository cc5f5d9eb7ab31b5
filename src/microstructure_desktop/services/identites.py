"""What an identity holds beside the name used daily, and when a document has confirmed it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from microstructure_desktop.domain.patient import Attribut, Identite, Patient, Sexe, StatutIdentite
from microstructure_desktop.domain.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.store.work import Work

INCONNU = "99999"
"""The code of a place of birth that nobody knows."""
PROVISOIRES = frozenset({Attribut.DOUTEUX, Attribut.FICTIF})
"""With one of these, no document confirms anything."""
_COG = re.compile(
    r"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3}|97[1-8]\d\d|98[46-9]\d\d|99\d{3}", re.ASCII
)
_DECLARED = (Sexe.F, Sexe.H)


@dataclass(frozen=True, slots=True)
class IdentiteSaisie:
    """What is typed of it; `piece`: the document compared now, when one was."""

    nom_naissance: str = ""
    prenoms_naissance: str = ""
    cog: str = ""
    piece: str = ""
    attributs: tuple[Attribut, ...] = ()

    def avec_homonymes(self) -> "IdentiteSaisie":
        """The same person, known to be like others."""
        return replace(self, attributs=(*self.attributs, Attribut.HOMONYME))


class Traits(NamedTuple):
    """The five strict traits; two writings of one name are the same trait."""

    nom: str
    prenoms: str
    naissance: date | None
    sexe: Sexe
    cog: str


def typed_traits(saisie: IdentiteSaisie, naissance: date | None, sexe: Sexe) -> Traits:
    names = normalise(saisie.nom_naissance), normalise(saisie.prenoms_naissance)
    return Traits(*names, naissance, sexe, bare_cog(saisie.cog))


def known_traits(patient: Patient) -> Traits:
    known = patient.identite
    names = normalise(known.nom_naissance), normalise(known.prenoms_naissance)
    return Traits(*names, patient.naissance, patient.sexe, known.cog)


def bare_cog(typed: str) -> str:
    return "".join(typed.split()).upper()


def missing(traits: Traits) -> tuple[str, ...]:
    """What must still be known before a document can confirm it."""
    asked = (
        (bool(traits.nom), "le nom de naissance"),
        (bool(traits.prenoms), "les prénoms de naissance"),
        (traits.naissance is not None, "la date de naissance"),
        (traits.sexe in _DECLARED, "le sexe, féminin ou masculin"),
        (bool(traits.cog), "le code du lieu de naissance"),
    )
    return tuple(words for known, words in asked if not known)


def problems(saisie: IdentiteSaisie, traits: Traits) -> dict[str, str]:
    """Field name to sentence; empty when it can be saved."""
    faults = {}
    if traits.cog and not _COG.fullmatch(traits.cog):
        faults["cog"] = (
            "Le code INSEE a cinq caractères, comme 31555 ou 2A004 ; 99 et trois chiffres pour un "
            f"pays, {INCONNU} si le lieu est inconnu."
        )
    if saisie.piece and PROVISOIRES & set(saisie.attributs):
        faults["piece"] = "Une identité douteuse ou fictive reste provisoire, même avec une pièce."
    elif saisie.piece and (absent := missing(traits)):
        faults["piece"] = f"Pour valider l’identité, il manque : {', '.join(absent)}."
    return faults


def loses_validation(known: Patient, saisie: IdentiteSaisie, traits: Traits) -> bool:
    """Whether saving would send a validated identity back to provisional."""
    if known.identite.statut is not StatutIdentite.VALIDEE or saisie.piece:
        return False
    return traits != known_traits(known) or bool(PROVISOIRES & set(saisie.attributs))


def confirmed(
    saisie: IdentiteSaisie, traits: Traits, known: Patient | None, *, par: "MembreId", le: date
) -> Identite:
    """The identity to keep: validated by who compares a document now, or as it was before.

    `saisie` has no problem.
    """
    made = Identite(
        saisie.nom_naissance.strip(),
        saisie.prenoms_naissance.strip(),
        traits.cog,
        attributs=tuple(a for a in Attribut if a in saisie.attributs),
    )
    former = known.identite if known is not None else Identite()
    if saisie.piece:
        former = Identite(
            statut=StatutIdentite.VALIDEE, piece=saisie.piece, verifiee_par=par, verifiee_le=le
        )
    elif known is None or loses_validation(known, saisie, traits):
        return made
    return replace(
        made,
        statut=former.statut,
        piece=former.piece,
        verifiee_par=former.verifiee_par,
        verifiee_le=former.verifiee_le,
    )


def tell_apart(work: "Work", others: "Iterable[PatientId]") -> None:
    """People taken for somebody else are namesakes too, unless that is known already."""
    for other in map(work.patients.get, others):
        attributs = other.identite.attributs
        if Attribut.HOMONYME not in attributs:
            namesake = replace(other.identite, attributs=(*attributs, Attribut.HOMONYME))
            work.patients.save(replace(other, identite=namesake))
