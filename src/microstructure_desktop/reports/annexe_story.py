"""What the annex says: the figures in words, what is withheld, the readers, the bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import rapport_tables
from .flow import Dressing, line, room
from .styles import BODY, LABEL, MM, OVERLINE, SECTION, STRONG, SUBTITLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .annexe_imprimee import AnnexeImprimee

_AIR = Dressing(before=5 * MM, after=1.5 * MM)
_NOBODY = "Personne\xa0: aucune convention n’est confirmée, et rien ne peut partir."
_NOTHING = "Rien ce mois-ci."
_SEALED = (
    "Le paquet est scellé pour ces clés (age, X25519) et signé par le cabinet (Ed25519)\xa0: ses "
    "octets ne changent plus, et nul autre ne peut les lire."
)


def story(contenu: AnnexeImprimee, title: str) -> list[Any]:
    cabinet = contenu.cabinet
    found = [
        line("ANNEXE DU REGISTRE DES TRAITEMENTS", OVERLINE),
        line(f"{title}, {contenu.mois}", TITLE),
        line(f"{cabinet.nom} · {cabinet.structure or 'sans code'}", SUBTITLE),
        line(contenu.etat, STRONG, Dressing(before=3 * MM)),
    ]
    for tableau in contenu.tableaux:
        found += rapport_tables.story(tableau)
    found += _listed("Ce qui est retenu, et pourquoi", contenu.retenu or (_NOTHING,))
    found += _listed("Ce qui ne part jamais", contenu.jamais)
    return [*found, *_readers(contenu)]


def _readers(contenu: AnnexeImprimee) -> list[Any]:
    found = [room(30 * MM), line("Qui peut le lire", SECTION, _AIR)]
    if not contenu.animateur:
        return [*found, line(_NOBODY, BODY)]
    found += [
        line(contenu.animateur, STRONG),
        line(f"Empreinte de sa clé\xa0: {contenu.cle}", BODY),
        *(line(f"Clé de lecture\xa0: {each}", LABEL) for each in contenu.destinataires),
    ]
    if contenu.paquet:
        found += [
            line("Le paquet", SECTION, _AIR),
            line(f"Identifiant (SHA-256 du manifeste)\xa0: {contenu.paquet}", BODY),
            line(_SEALED, LABEL),
        ]
    return found


def _listed(title: str, sentences: Iterable[str]) -> list[Any]:
    return [room(20 * MM), line(title, SECTION, _AIR), *(line(s, BODY) for s in sentences)]
