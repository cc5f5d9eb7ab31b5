"""What a reminder says: who asks, for what, how to send it, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.french import NBSP, plain_date, plural
from microstructure_desktop.reports.relance import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.convention import CanalPropose, Convention

OBJET = "Données d’activité à nous envoyer"
BONJOUR = "Bonjour,"
POURQUOI = (
    "Sans ces données, les chiffres de la région sont incomplets, et chacun d’eux le dit. "
    f"Peut-être l’envoi s’est-il perdu en route{NBSP}: le renvoyer ne compte jamais deux fois."
)
COMMENT = (
    "Dans le logiciel, ouvrez la page Exports, choisissez le mois puis envoyez-le. Le fichier est "
    f"chiffré et ne contient que des nombres. Vous pouvez nous le faire parvenir ainsi{NBSP}:"
)
SALUTATIONS = "En vous remerciant, nous vous adressons nos salutations cordiales."

_WAYS = {
    TypeCanal.COURRIEL: "par courriel, en pièce jointe",
    TypeCanal.NEXTCLOUD: "par le lien de dépôt que la convention vous a donné",
    TypeCanal.WEBDAV: "par le dossier en ligne que la convention vous a donné",
    TypeCanal.SFTP: "par le serveur SFTP que la convention vous a donné",
    TypeCanal.HTTPS: "par l’adresse de dépôt que la convention vous a donnée",
    TypeCanal.DOSSIER: "sur une clé USB",
    TypeCanal.PAPIER: "sur la feuille imprimée du mois, par la poste",
}
_ALWAYS = (TypeCanal.DOSSIER, TypeCanal.PAPIER)
"""What needs nothing from the animator."""


def late(mois: Sequence[Mois], today: date) -> str:
    months = plural(len(mois), "pour le mois suivant", "pour les mois suivants")
    return (
        f"Au {plain_date(today)}, nous n’avons pas reçu les données d’activité de votre "
        f"microstructure {months}{NBSP}:"
    )


def refused(refus: Sequence[object]) -> str:
    head = plural(len(refus), "Ce mois nous est parvenu", "Ces mois nous sont parvenus")
    tail = plural(len(refus), "n’a pas pu être retenu", "n’ont pas pu être retenus")
    return f"{head} et {tail}{NBSP}:"


def items(texts: Iterable[str]) -> Iterator[str]:
    return (f"{ITEM}{NBSP}{text}" for text in texts)


def ways(canaux: Sequence[CanalPropose]) -> tuple[str, ...]:
    """Those of the convention, then those that work anywhere; no address of a deposit, it may be
    a secret by itself, but that of a mail.
    """
    found = dict.fromkeys(_way(each) for each in canaux)
    found |= dict.fromkeys(_WAYS[each] for each in _ALWAYS)
    return tuple(found)


def _way(canal: CanalPropose) -> str:
    said = _WAYS[canal.type]
    return f"{said}{NBSP}: {canal.adresse}" if canal.type is TypeCanal.COURRIEL else said


def calendar(jour_limite: int) -> str:
    day = "1er" if jour_limite == 1 else str(jour_limite)
    return f"La convention demande chaque mois au plus tard le {day} du mois suivant."


def contact(convention: Convention) -> str:
    said = (
        f"Une difficulté, une absence, une panne, un mois sans activité{NBSP}? Dites-le-nous, nous "
        "vous aiderons"
    )
    return f"{said}{NBSP}: {convention.contact}." if convention.contact else f"{said}."
