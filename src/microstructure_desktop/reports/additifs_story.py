"""What was added to closed minutes: who, when, about whom, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import wording
from .flow import Dressing, line, room
from .meeting_head import section
from .styles import BODY, HAIRLINE, LABEL, MM, STRONG

if TYPE_CHECKING:
    from .printed import AdditifImprime, Minutes

_HEADROOM = 22 * MM


def additifs(contenu: Minutes) -> list[Any]:
    """Nothing while nothing was added."""
    if not (contenu.additifs or contenu.additifs_retenus):
        return []
    flowables = section("Additifs", below=_HEADROOM + 4 * MM)
    for rank, additif in enumerate(contenu.additifs):
        flowables += _additif(contenu, additif, first=rank == 0)
    if contenu.additifs_retenus:
        held = line(_held_back(contenu.additifs_retenus), BODY, Dressing(before=6))
        flowables.append(held)
    return flowables


def _additif(contenu: Minutes, additif: AdditifImprime, *, first: bool) -> list[Any]:
    signed = (
        f"Additif\xa0{additif.rang}, signé par {wording.membre(additif.auteur)} "
        f"le\xa0{wording.instant(additif.le)}"
    )
    about = f"{_about(contenu, additif)} · empreinte {additif.empreinte}"
    return [
        room(_HEADROOM),
        line(signed, STRONG, Dressing(before=4, rule=None if first else HAIRLINE)),
        line(about, LABEL),
        line(additif.texte, BODY, Dressing(before=2, after=5)),
    ]


def _about(contenu: Minutes, additif: AdditifImprime) -> str:
    if additif.patient is None:
        return "Au sujet de la réunion"
    patient = contenu.patients[additif.patient]
    name = wording.patient(patient, initiales=contenu.initiales)
    return f"Au sujet de {name}, {wording.dossier(patient)}"


def _held_back(count: int) -> str:
    verb = "ne sont" if count > 1 else "n’est"
    plural = "s" if count > 1 else ""
    return (
        f"{french.count(count, 'additif')} {verb} pas communiqué{plural} ici, "
        "à la demande de la personne\xa0: ce compte rendu est celui de qui l’a imprimé."
    )
