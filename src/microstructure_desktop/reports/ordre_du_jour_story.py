"""What the printed agenda says, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from .flow import Dressing, block, columns, line
from .meeting_head import FACTS, section
from .styles import BODY, GUTTER, HAIRLINE, HEADING, LABEL, MM, OVERLINE, STRONG, SUBTITLE, TITLE
from .text import DASH

if TYPE_CHECKING:
    from .ordre_du_jour_contenu import LigneDuJour, OrdreDuJour

_TAKEN_UP = columns(2.1, 4.2, 1.5, 1.6, gutter=GUTTER, styles=(STRONG, BODY, BODY, BODY))
_PEOPLE = columns(0.4, 2.4, 5.2, 1, gutter=GUTTER, styles=(LABEL, STRONG, BODY, BODY))


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
        line(f"{when} · {contenu.lieu}", SUBTITLE, Dressing(after=4 * MM)),
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
    heading = (("Personne suivie", "Décision à reprendre", "Qui", "Quand"), HEADING)
    rows = [
        block((r.personne, r.texte, r.qui or DASH, r.quand or DASH), _TAKEN_UP, _row(rank, heading))
        for rank, r in enumerate(contenu.reprises)
    ]
    return [*section("À reprendre d’abord"), *rows]


def _people(contenu: OrdreDuJour) -> list[Any]:
    title = section("Situations")
    if not contenu.lignes:
        return [*title, line("Personne n’est encore à l’ordre du jour.", BODY)]
    heading = (("", "Personne suivie", "Pourquoi", "Temps"), HEADING)
    rows = [
        block(_texts(rank, ligne), _PEOPLE, _row(rank, heading))
        for rank, ligne in enumerate(contenu.lignes)
    ]
    return [*title, *rows]


def _texts(rank: int, ligne: LigneDuJour) -> tuple[str, str, str, str]:
    why = "\xa0: ".join(part for part in (ligne.motif, ligne.question) if part)
    return str(rank + 1), ligne.personne, why, french.duration(ligne.minutes)


def _row(rank: int, heading: Any) -> Dressing:
    return Dressing(
        before=3,
        after=3,
        rule=HAIRLINE if rank else None,
        heading=None if rank else heading,
        whole=True,
    )
