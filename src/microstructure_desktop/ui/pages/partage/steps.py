"""Where the month stands, in one sentence, and the one thing to do next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from microstructure_desktop.domain.boite_envoi import ABOUTI, SANS_ACCUSE, Essai, EtatPli
from microstructure_desktop.domain.canal import EN_LIGNE, Reglage, TypeCanal
from microstructure_desktop.services import accuses, expedition_mots
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_attendus import remis_le
from microstructure_desktop.services.envois_depart import Controle, Depart, Situation
from microstructure_desktop.ui.texts import NBSP, clock, near_date, plain_date


class Acte(StrEnum):
    """What a button does."""

    CONVENIR = "convenir"
    COMPLETER = "completer"
    ENVOYER = "envoyer"
    ECRIRE = "ecrire"
    MESSAGE = "message"
    IMPRIMER = "imprimer"
    REMIS = "remis"


@dataclass(frozen=True, slots=True)
class Etape:
    """`sceller`: the act seals first. `annulable`: it may still be taken back."""

    tag: str
    ton: str
    phrase: str
    suite: str = ""
    acte: Acte | None = None
    bouton: str = ""
    sceller: bool = False
    annulable: bool = False


VERBES = {
    Acte.ENVOYER: ("Sceller et envoyer", "Envoyer maintenant"),
    Acte.ECRIRE: ("Sceller et écrire sur la clé", "Écrire sur la clé"),
    Acte.MESSAGE: ("Sceller et préparer le message", "Préparer le message"),
    Acte.IMPRIMER: ("Sceller et imprimer", "Imprimer les feuilles"),
}
ICONES = {
    Acte.CONVENIR: "handshake",
    Acte.COMPLETER: "building-2",
    Acte.ENVOYER: "send",
    Acte.ECRIRE: "usb",
    Acte.MESSAGE: "mail",
    Acte.IMPRIMER: "printer",
    Acte.REMIS: "check",
}
_REMIS = {
    TypeCanal.COURRIEL: ("Message préparé", "envoyez-le depuis votre messagerie", "Message envoyé"),
    TypeCanal.PAPIER: ("Feuilles imprimées", "remettez-les à l’animateur", "Feuilles remises"),
}
_CLE = ("Écrit sur la clé", "remettez-la à l’animateur", "Clé remise")
_RIEN = "Rien n’est encore parti pour ce mois."
_NON_CONVENU = (
    "Aperçu seulement",
    "Rien ne peut partir\xa0: le cabinet n’a pas encore de convention confirmée avec l’animateur.",
)
_SANS_CODE = (
    "Aperçu seulement",
    "Rien ne peut partir\xa0: le code de la structure ou de sa région est à compléter.",
)
_EN_COURS = ("Mois en cours", "Ce mois n’est pas terminé\xa0: ces nombres changeront encore.")
_DOUTEUX = ("À vérifier", "Un contrôle n’est pas passé\xa0: rien ne peut partir.")


def acte_de(canal: Reglage | None) -> Acte:
    """What handing over means by a way; without any, a folder is chosen."""
    if canal is None:
        return Acte.ECRIRE
    if canal.type in EN_LIGNE:
        return Acte.ENVOYER
    by_hand = {TypeCanal.COURRIEL: Acte.MESSAGE, TypeCanal.PAPIER: Acte.IMPRIMER}
    return by_hand.get(canal.type, Acte.ECRIRE)


def etape(depart: Depart, lu: EnvoiLu | None, canaux: Iterable[Reglage], now: datetime) -> Etape:
    """`lu`: the last bundle of this month. `canaux`: the ways that are on, in their order."""
    ways = tuple(canaux)
    stopped = _obstacle(depart)
    if depart.situation is Situation.INCHANGE and lu is not None:
        return _envoye(lu, ways, now)
    if stopped is not None:
        return stopped
    acte = acte_de(ways[0] if ways else None)
    made = Etape("Prêt", "ok", _RIEN, "", acte, VERBES[acte][0], sceller=True)
    if lu is None or depart.situation is Situation.JAMAIS:
        return made
    return _a_refaire(depart, lu, made)


def _obstacle(depart: Depart) -> Etape | None:
    stopped = depart.obstacles
    if Controle.CONVENTION in stopped:
        return Etape(
            _NON_CONVENU[0], "info", _NON_CONVENU[1], "", Acte.CONVENIR, "Convenir avec l’animateur"
        )
    if Controle.STRUCTURE in stopped:
        return Etape(_SANS_CODE[0], "warn", _SANS_CODE[1], "", Acte.COMPLETER, "Compléter le code")
    if Controle.MOIS_TERMINE in stopped:
        return Etape(_EN_COURS[0], "info", _EN_COURS[1])
    return Etape(_DOUTEUX[0], "danger", _DOUTEUX[1]) if stopped else None


def _a_refaire(depart: Depart, lu: EnvoiLu, made: Etape) -> Etape:
    """Sealed already, and to be sealed again."""
    pli = lu.pli
    refused = accuses.refus(lu.accuse) if lu.accuse is not None else None
    if pli.etat is EtatPli.REFUSE and lu.accuse is not None and refused is not None:
        why, what = refused
        le = plain_date(lu.accuse.recu_le)
        said = f"L’animateur a refusé ce mois le {le}. {why}"
        return replace(made, tag="Refusé", ton="danger", phrase=said, suite=what)
    if depart.situation is Situation.A_REFAIRE:
        said = "Ce mois est à sceller de nouveau, sous la convention en cours."
        return replace(made, tag="À refaire", ton="warn", phrase=said)
    if not pli.parti:
        said = "Les nombres ont changé depuis le scellement, et rien n’était parti."
        return replace(made, tag="À refaire", ton="warn", phrase=said, annulable=True)
    said = "Les nombres ont changé depuis l’envoi\xa0: une correction peut le remplacer."
    number = f"Elle portera le n°{NBSP}{depart.sequence}."
    return replace(made, tag="À corriger", ton="warn", phrase=said, suite=number)


def _envoye(lu: EnvoiLu, ways: tuple[Reglage, ...], now: datetime) -> Etape:
    """Sealed, and nothing changed since."""
    pli = lu.pli
    if pli.etat is EtatPli.ACCUSE:
        le = "" if lu.accuse is None else f" le {plain_date(lu.accuse.recu_le)}"
        return Etape("Reçu", "ok", f"L’animateur a reçu ce mois{le}.", "Rien d’autre à faire.")
    if pli.etat is EtatPli.DEPOSE:
        return _depose(lu, now)
    acte = acte_de(ways[0] if ways else None)
    if pli.etat is EtatPli.SCELLE or not pli.essais:
        waits = pli.etat is EtatPli.EN_ATTENTE
        said = "Scellé\xa0: il part dès que possible." if waits else "Scellé, pas encore parti."
        return Etape("Scellé", "info", said, "", acte, VERBES[acte][1], annulable=True)
    return _essaye(lu, ways, acte, now)


def _depose(lu: EnvoiLu, now: datetime) -> Etape:
    since = remis_le(lu.essais) or lu.pli.scelle_le
    le = plain_date(since.astimezone().date())
    if now - since < SANS_ACCUSE:
        return Etape(
            "Remis", "info", f"Remis le {le}\xa0: l’accusé de l’animateur n’est pas encore là."
        )
    return Etape(
        "Sans réponse",
        "warn",
        f"Remis le {le}, et l’animateur n’a pas répondu depuis quinze jours.",
        "Téléphonez-lui, ou remettez le même fichier encore une fois.",
    )


def _essaye(lu: EnvoiLu, ways: tuple[Reglage, ...], acte: Acte, now: datetime) -> Etape:
    """Tried, and not left with the animator yet."""
    last = lu.essais[-1] if lu.essais else None
    by = next((c.type for c in ways if last is not None and c.id == last.canal), TypeCanal.DOSSIER)
    if last is not None and last.resultat in ABOUTI and by not in EN_LIGNE:
        done, next_, button = _REMIS.get(by, _CLE)
        le = plain_date(last.quand.astimezone().date())
        return Etape("À remettre", "info", f"{done} le {le}\xa0: {next_}.", "", Acte.REMIS, button)
    return Etape("En attente", "warn", _garde(last, acte, lu, now), "", acte, VERBES[acte][1])


def _garde(last: Essai | None, acte: Acte, lu: EnvoiLu, now: datetime) -> str:
    why = "" if last is None else f" ({expedition_mots.dit(last.resultat, last.detail)})"
    if acte is not Acte.ENVOYER or lu.pli.prochain_essai is None:
        return f"Le mois est gardé{why}."
    at = lu.pli.prochain_essai.astimezone()
    when = f"{near_date(at.date(), now.date())} à {clock(at.time())}"
    return f"Le mois est gardé{why}\xa0: il repart seul {when}."
