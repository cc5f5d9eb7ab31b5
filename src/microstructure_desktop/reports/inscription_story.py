"""What the sheet of enrolment says: who, the fingerprint in large, a code, two signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .flow import Dressing, block, columns, line, space
from .qr import qr
from .styles import BODY, FIGURE, HAIRLINE, LABEL, MM, OVERLINE, SECTION, STRONG, SUBTITLE, TITLE

if TYPE_CHECKING:
    from .inscription_imprimee import InscriptionImprimee

_CODE_MM = 62
_LARGE = replace(FIGURE, size=23, leading=33)
_HALF = 20
"""Four groups of four and their spaces."""
_READ = (
    "Le cabinet lit ces huit groupes au téléphone\xa0; l’animateur les compare à ceux que montre "
    "son écran. Un seul signe différent\xa0: la clé n’est pas la bonne, et rien n’est à recevoir."
)
_FOLLOWS = (
    "Cette clé en remplace une autre, qui la garantit\xa0: si l’animateur connaît l’ancienne, il "
    "n’a rien à comparer."
)
_WHOLE = (
    "Ce code contient le fichier d’inscription entier\xa0: le nom et le code du cabinet, sa clé "
    "publique, sa signature. L’animateur peut le lire avec un scanner à la place du fichier."
)
_SIGNED = ("Nom", "Date", "Signature")


def story(contenu: InscriptionImprimee) -> list[Any]:
    cabinet, groups = contenu.cabinet, contenu.empreinte
    air = Dressing(before=5 * MM, after=1.5 * MM)
    return [
        line("ÉCHANGES AVEC L’ANIMATEUR RÉGIONAL", OVERLINE),
        line("Inscription du cabinet", TITLE),
        line(f"{cabinet.nom} · {cabinet.structure} · {contenu.animateur}", SUBTITLE),
        line("L’empreinte de la clé du cabinet", SECTION, air),
        line(f"{groups[: _HALF - 1]}\n{groups[_HALF:]}", _LARGE),
        line(_READ, BODY, Dressing(before=1 * MM)),
        *([line(_FOLLOWS, STRONG, Dressing(before=1 * MM))] if contenu.suite else []),
        line("Le code à lire", SECTION, air),
        qr(contenu.fichier, _CODE_MM, f"Code du fichier d’inscription de {cabinet.structure}"),
        line(_WHOLE, BODY, Dressing(before=1 * MM)),
        line("Comparée au téléphone", SECTION, air),
        *_signatures(),
        space(4 * MM),
        line(f"Clé de l’animateur que le cabinet a confirmée\xa0: {contenu.cle_animateur}", LABEL),
    ]


def _signatures() -> list[Any]:
    heads = columns(1, 1, gutter=12 * MM, styles=[STRONG, STRONG])
    places = columns(1, 1, gutter=12 * MM, styles=[LABEL, LABEL])
    ruled = Dressing(before=1.5 * MM, after=5 * MM, rule=HAIRLINE)
    return [
        block(("Pour le cabinet", "Pour l’animateur"), heads, Dressing(after=1 * MM)),
        *(block((f"{what}\xa0:",) * 2, places, ruled) for what in _SIGNED),
    ]
