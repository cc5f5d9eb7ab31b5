"""Which of two identities each part of the joined one is taken from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from microstructure_desktop.domain.patient import Identite, Patient, Sexe, StatutIdentite

from .identites import known_traits


class Champ(StrEnum):
    """A part of an identity that is taken whole from one record or from the other."""

    NOM = "nom"
    PRENOM = "prenom"
    NAISSANCE = "naissance"
    SEXE = "sexe"
    TELEPHONE = "telephone"
    IDENTITE = "identite"
    INFORMATION = "information"


class Cote(StrEnum):
    """The record that stays, or the one that becomes part of it."""

    GARDE = "garde"
    ABSORBE = "absorbe"


Choix = Mapping[Champ, Cote]


@dataclass(frozen=True, slots=True)
class _Part:
    """`said`: what a record says of it; `empty` when it says nothing."""

    said: Callable[[Patient], object]
    empty: Callable[[Patient], bool]


def _information(p: Patient) -> object:
    return p.information_remise, p.information_par, p.information_support


_PARTS = {
    Champ.NOM: _Part(lambda p: (p.nom, p.anonyme), lambda p: p.anonyme),
    Champ.PRENOM: _Part(lambda p: p.prenom, lambda p: not p.prenom),
    Champ.NAISSANCE: _Part(lambda p: p.naissance, lambda p: p.anonyme),
    Champ.SEXE: _Part(lambda p: p.sexe, lambda p: p.sexe is Sexe.NR),
    Champ.TELEPHONE: _Part(lambda p: p.telephone, lambda p: not p.telephone),
    Champ.IDENTITE: _Part(lambda p: p.identite, lambda p: p.identite == Identite()),
    Champ.INFORMATION: _Part(_information, lambda p: p.information_remise is None),
}


def differing(garde: Patient, absorbe: Patient) -> tuple[Champ, ...]:
    """What the two records do not say alike."""
    return tuple(champ for champ, part in _PARTS.items() if part.said(garde) != part.said(absorbe))


def proposed(garde: Patient, absorbe: Patient) -> dict[Champ, Cote]:
    """The record that stays, unless only the other one says something, or confirms it."""
    found = {
        champ: Cote.ABSORBE if part.empty(garde) and not part.empty(absorbe) else Cote.GARDE
        for champ, part in _PARTS.items()
    }
    statuts = garde.identite.statut, absorbe.identite.statut
    if statuts == (StatutIdentite.PROVISOIRE, StatutIdentite.VALIDEE):
        found |= dict.fromkeys((Champ.NAISSANCE, Champ.SEXE, Champ.IDENTITE), Cote.ABSORBE)
    return found


def chosen(garde: Patient, absorbe: Patient, choix: Choix) -> Patient:
    """The record that stays, as chosen; it remembers the number of the other one."""

    def of(champ: Champ) -> Patient:
        return absorbe if choix.get(champ, Cote.GARDE) is Cote.ABSORBE else garde

    informed, confirmed = of(Champ.INFORMATION), of(Champ.IDENTITE)
    made = replace(
        garde,
        nom=of(Champ.NOM).nom,
        anonyme=of(Champ.NOM).anonyme,
        prenom=of(Champ.PRENOM).prenom,
        naissance=of(Champ.NAISSANCE).naissance,
        sexe=of(Champ.SEXE).sexe,
        telephone=of(Champ.TELEPHONE).telephone,
        identite=confirmed.identite,
        information_remise=informed.information_remise,
        information_par=informed.information_par,
        information_support=informed.information_support,
        anciens_numeros=(*garde.anciens_numeros, absorbe.numero, *absorbe.anciens_numeros),
    )
    if made.anonyme:
        birth = made.naissance.replace(month=1, day=1)
        return replace(made, prenom="", telephone="", naissance=birth, identite=Identite())
    if known_traits(made) != known_traits(confirmed):
        return replace(made, identite=_provisional(made.identite))
    return made


def _provisional(identite: Identite) -> Identite:
    """The same names, confirmed by nobody: another trait is not the one that was compared."""
    return Identite(
        identite.nom_naissance,
        identite.prenoms_naissance,
        identite.cog,
        attributs=identite.attributs,
    )
