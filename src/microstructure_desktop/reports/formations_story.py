"""What the register of trainings says: each member, what is missing, what was followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import wording
from .flow import Dressing, columns, line, room, space, table
from .styles import BODY, HAIRLINE, LABEL, MM, NAME, SUBTITLE, TITLE
from .text import or_dash

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre

    from .printed_network import FormationImprimee, FormationsImprimees

_COLUMNS = columns(2.1, 3.6, 2, 0.9, 1.5, gutter=4 * MM, styles=(BODY,) * 5)
_HEADING = ("Quand", "Formation", "Organisme", "Heures", "Attestation")
_ROOM = 30 * MM
_KEPT, _NOT_KEPT = "✓ gardée", "—"


def story(contenu: FormationsImprimees) -> list[Any]:
    found = [
        line(contenu.titre, TITLE),
        line(contenu.annee, SUBTITLE, Dressing(after=4 * MM)),
    ]
    for membre, phrase, lignes in contenu.membres:
        found += _membre(membre, phrase, lignes)
    sources = f"Thèmes attendus avant le démarrage : {contenu.source}."
    return [*found, space(6 * MM), line(sources, LABEL)]


def _membre(membre: Membre, phrase: str, lignes: tuple[FormationImprimee, ...]) -> list[Any]:
    title = f"{membre.nom_complet}, {wording.METIERS[membre.role]}"
    found = [
        room(_ROOM),
        line(title, NAME, Dressing(before=2 * MM, rule=HAIRLINE)),
    ]
    if phrase:
        found.append(line(phrase, BODY))
    if not lignes:
        found.append(line("Aucune formation notée.", LABEL))
    rows = table(_HEADING, map(_texts, lignes), _COLUMNS, Dressing(2, 2))
    return [*found, *rows, space(3 * MM)]


def _texts(ligne: FormationImprimee) -> tuple[str, ...]:
    what = f"{ligne.intitule}\n{ligne.theme}"
    kept = _KEPT if ligne.attestation else _NOT_KEPT
    return ligne.quand, what, or_dash(ligne.organisme), or_dash(ligne.heures), kept
