"""What the printed agenda says, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from .flow import Dressing, block, columns, line, table
from .meeting_head import FACTS, section
from .styles import BODY, GUTTER, HAIRLINE, LABEL, MM, OVERLINE, STRONG, SUBTITLE, TITLE
from .text import DASH

if TYPE_CHECKING:
    from .ordre_du_jour_contenu import LigneDuJour, OrdreDuJour

_TAKEN_UP = columns(2.1, 4.2, 1.5, 1.6, gutter=GUTTER, styles=(STRONG, BODY, BODY, BODY))
_PEOPLE = columns(0.4, 2.4, 5.2, 1, gutter=GUTTER, styles=(LABEL, STRONG, BODY, BODY))
_ROW = Dressing(before=3, after=3, rule=HAIRLINE, whole=True)


def story(contenu: OrdreDuJour) -> list[Any]:
    when = f"{french.long_date(contenu.jour).capitalize()} à {french.clock(contenu.debut)}"
    facts = (
        ("Attendus", ", ".join(contenu.presents) or DASH),
        ("Excusés", ", ".join(contenu.excuses) or DASH),
        ("Temps prévu", _time(contenu)),
    )
    return [
        line(f"RÉUNION DE SYNTHÈSE N°\xa0{contenu.numero}", OVERLINE),
        line("Ordre du jour", TITLE),
        line(" · ".join(filter(None, (when, contenu.lieu))), SUBTITLE, Dressing(after=4 * MM)),
        *(block(fact, FACTS, Dressing(before=2)) for fact in facts),
        *_taken_up(contenu),
        *_people(contenu),
    ]


def _time(contenu: OrdreDuJour) -> str:
    total = sum(ligne.minutes for ligne in contenu.lignes)
    return f"{french.duration(total)} sur {french.duration(contenu.duree)}"


def _taken_up(contenu: OrdreDuJour) -> list[Any]:
    if not contenu.reprises:
        return []
    heading = ("Personne suivie", "Décision à reprendre", "Qui", "Quand")
    rows = [(r.personne, r.texte, r.qui or DASH, r.quand or DASH) for r in contenu.reprises]
    return [
        *section("À reprendre d’abord"),
        *table(heading, rows, _TAKEN_UP, _ROW, topped=False),
    ]


def _people(contenu: OrdreDuJour) -> list[Any]:
    title = section("Situations")
    if not contenu.lignes:
        return [*title, line("Personne n’est encore à l’ordre du jour.", BODY)]
    heading = ("", "Personne suivie", "Pourquoi", "Temps")
    rows = [_texts(rank, ligne) for rank, ligne in enumerate(contenu.lignes)]
    return [*title, *table(heading, rows, _PEOPLE, _ROW, topped=False)]


def _texts(rank: int, ligne: LigneDuJour) -> tuple[str, str, str, str]:
    why = "\xa0: ".join(part for part in (ligne.motif, ligne.question) if part)
    return str(rank + 1), ligne.personne, why, french.duration(ligne.minutes)
