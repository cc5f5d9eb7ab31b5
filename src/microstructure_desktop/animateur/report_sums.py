"""Sums that the report makes of a period: by profession, by nature, what forfaits pay for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .totals import SommeActes, SommeForfaits, Totaux

_APART = {NatureActe.RDV_NON_HONORE, NatureActe.REUNION_SYNTHESE}
"""A missed appointment is no act; a meeting is told in its own chapter."""


@dataclass(frozen=True, slots=True)
class SommeMetier:
    """`manques`: the appointments that people missed."""

    actes: int
    minutes: int
    manques: int


@dataclass(frozen=True, slots=True)
class Consommation:
    acteur: Acteur
    faits: int
    prevus: int


def honores(totaux: Totaux) -> tuple[SommeActes, ...]:
    return tuple(each for each in totaux.actes if each.acte not in _APART)


def nombre(sommes: Iterable[SommeActes]) -> int:
    return sum(each.nombre for each in sommes)


def minutes(sommes: Iterable[SommeActes]) -> int:
    return sum(each.minutes for each in sommes)


def par_acteur(totaux: Totaux) -> Mapping[Acteur, SommeMetier]:
    """The professions that did something, in a fixed order."""
    found: dict[Acteur, SommeMetier] = {}
    for acteur in Acteur:
        own = [each for each in totaux.actes if each.acteur is acteur]
        done = [each for each in own if each.acte not in _APART]
        missed = [each for each in own if each.acte is NatureActe.RDV_NON_HONORE]
        if done or missed:
            found[acteur] = SommeMetier(nombre(done), minutes(done), nombre(missed))
    return found


def par_nature(totaux: Totaux) -> Mapping[NatureActe, Mapping[Modalite, int]]:
    """How many of each nature, by where they took place."""
    done = honores(totaux)
    natures = [nature for nature in NatureActe if any(each.acte is nature for each in done)]
    return {
        nature: {
            modalite: nombre(
                each for each in done if each.acte is nature and each.modalite is modalite
            )
            for modalite in Modalite
        }
        for nature in natures
    }


def psychiatre(totaux: Totaux) -> int:
    """Minutes of the psychiatrist out of the meetings."""
    return minutes(each for each in honores(totaux) if each.acteur is Acteur.PSYCHIATRE)


def consommes(somme: SommeForfaits) -> tuple[Consommation, ...]:
    """Nothing where no text gives the number of acts."""
    if somme.prevus is None:
        return ()
    faits, prevus = somme.faits, somme.prevus
    return (
        Consommation(Acteur.MEDECIN_GENERALISTE, faits.mg, prevus.mg),
        Consommation(Acteur.PSYCHOLOGUE, faits.psy, prevus.psy),
        Consommation(Acteur.TRAVAILLEUR_SOCIAL, faits.ts, prevus.ts),
    )
