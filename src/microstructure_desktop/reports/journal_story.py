"""What the printed access log says, from whom it is about to its last line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import wording
from .flow import Dressing, columns, line, mark, table
from .styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    LABEL,
    MM,
    OVERLINE,
    STRONG,
    SUBTITLE,
    TITLE,
)
from .text import DASH, or_dash

if TYPE_CHECKING:
    from .layout import Running
    from .printed import JournalImprime, LigneImprimee

_ROW = columns(1.7, 2.2, 3, 2.4, gutter=GUTTER, styles=(BODY, STRONG, BODY, BODY))
_HEADING = ("Date", "Personne", "Action", "Motif")
_KEPT = "Chaque accès est gardé douze mois, puis effacé."
_INTACT = "Journal intact\xa0: aucune ligne n’a été modifiée, ajoutée ni retirée."
_NOTHING = "Aucun accès sur les douze derniers mois."


def story(contenu: JournalImprime, running: Running) -> list[Any]:
    patient = contenu.patient
    named = f"{patient.nom_affiche}, dossier n°\xa0{patient.dossier}"
    whose = "Qui a ouvert ce dossier" if contenu.tout else "Mes accès à ce dossier"
    dressing = Dressing(before=2, after=2, rule=HAIRLINE)
    rows = table(_HEADING, map(_row, contenu.lignes), _ROW, dressing)
    return [
        line("JOURNAL D’ACCÈS", OVERLINE),
        line(whose, TITLE),
        line(named, SUBTITLE),
        line(_counted(len(contenu.lignes)), BODY, Dressing(before=2)),
        line(contenu.probleme or _INTACT, STRONG if contenu.probleme else LABEL),
        line(_KEPT, LABEL, Dressing(after=4 * MM)),
        mark(partial(setattr, running, "subject", named)),
        *(rows or [line(_NOTHING, BODY)]),
        mark(partial(setattr, running, "subject", "")),
    ]


def _counted(lines: int) -> str:
    return french.count(lines, "accès", "accès")


def _row(ligne: LigneImprimee) -> tuple[str, ...]:
    texts = (wording.instant(ligne.le), ligne.qui, ligne.quoi, or_dash(ligne.motif))
    return tuple("" if text == DASH else text for text in texts)
