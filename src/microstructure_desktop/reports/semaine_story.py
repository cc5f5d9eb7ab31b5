"""What the printed week says, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from .flow import Dressing, block, columns, line, room, space
from .styles import ACCENT, BODY, GUTTER, HAIRLINE, LABEL, MM, SECTION, STRONG, SUBTITLE, TITLE

if TYPE_CHECKING:
    from .semaine_imprimee import JourImprime, LigneImprimee, SemaineImprimee

_ROW = columns(1.3, 4, 2.6, 1.4, gutter=GUTTER, styles=(STRONG, BODY, BODY, LABEL))
_TOGETHER = 22 * MM


def story(contenu: SemaineImprimee) -> list[Any]:
    premier, dernier = contenu.jours[0].jour, contenu.jours[-1].jour
    dates = f"du {french.day_and_month(premier)} au {french.plain_date(dernier)}"
    return [
        line("Rendez-vous de la semaine", TITLE),
        line(f"{contenu.qui} · {dates}", SUBTITLE, Dressing(after=2 * MM)),
        *(flowable for jour in contenu.jours for flowable in _jour(jour)),
    ]


def _jour(jour: JourImprime) -> list[Any]:
    title = f"{french.weekday(jour.jour).capitalize()} {french.day_and_month(jour.jour)}"
    head = [
        space(4 * MM),
        room(_TOGETHER),
        line(title, SECTION, Dressing(before=4, after=2, rule=ACCENT)),
        *(line(mention, LABEL) for mention in jour.mentions),
    ]
    if not jour.lignes:
        return [*head, line("Aucun rendez-vous.", BODY)]
    return [*head, *(_ligne(x, first=not rang) for rang, x in enumerate(jour.lignes))]


def _ligne(ligne: LigneImprimee, *, first: bool) -> Any:
    heures = f"{french.clock(ligne.debut)} – {french.clock(ligne.fin)}"
    texts = (heures, ligne.personne, ligne.avec, ligne.etat)
    dressing = Dressing(before=2, after=2, rule=None if first else HAIRLINE, whole=True)
    return block(texts, _ROW, dressing)
