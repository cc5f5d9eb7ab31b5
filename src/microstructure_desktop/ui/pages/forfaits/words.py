"""How the pages of forfaits say things."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturable import Manque, Piece
from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.domain.previsions import Previsions
from microstructure_desktop.domain.programme import Remplissage
from microstructure_desktop.services.facturation import Lot
from microstructure_desktop.services.facturation_ecarts import GenreEcart
from microstructure_desktop.services.forfait_lignes import ForfaitLigne, Groupe
from microstructure_desktop.services.forfait_mots import COURTS, actes
from microstructure_desktop.services.forfaits import Accueillis, Tableau
from microstructure_desktop.services.forfaits_temps import Parts
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import (
    NBSP,
    amount,
    count,
    duration,
    number,
    numeric_date,
    round_amount,
)

TOUS = "tous"
FILTRES = (
    (TOUS, "Tous"),
    (Groupe.FACTURABLE.value, "Facturables"),
    (Groupe.BLOQUE.value, "Bloqués"),
    (Groupe.ECHEANCE.value, "Échéance proche"),
    (Groupe.EPUISE.value, "Épuisés"),
    (Groupe.PERD.value, "Vont perdre des séances"),
    (Groupe.FACTURE.value, "Facturés"),
)
NONE = "Aucun forfait ouvert"
NONE_WHY = "Un forfait s’ouvre avec l’inclusion d’une personne dans un programme qui en a un."
NOBODY = "Aucun forfait ici"
OUVRIR = {
    Piece.ACTES: "Voir les séances",
    Piece.INFORMATION: "Noter l’information",
    Piece.FICHE_ENTREE: "Compléter la fiche",
    Piece.CHEVAUCHEMENT: "Ouvrir le dossier",
    Piece.MEME_ANNEE: "Ouvrir le dossier",
}
"""Where each missing piece is filled in."""
ETATS_LOT = {
    EtatFacturation.PREPAREE: ("Préparée", "info"),
    EtatFacturation.TRANSMISE: ("Transmise", "ok"),
    EtatFacturation.ANNULEE: ("Reprise", "mute"),
}
_TAGS = (
    (Groupe.FACTURABLE, ("Facturable", "ok")),
    (Groupe.EPUISE, ("Épuisé", "danger")),
    (Groupe.CLOS, ("Terminé", "mute")),
)
MOTIFS_REPRISE = ("Montant à corriger", "Séance à corriger", "Préparée trop tôt", "Refusée")
YEAR_WHY = (
    "Euros théoriques : le montant de chaque forfait, compté le mois où il commence et le mois où "
    "il se termine. Les mois à venir supposent que chaque personne suivie aujourd’hui le reste. Au "
    "prorata : les seuls jours suivis, quand une sortie vient avant le terme ; rien de publié ne "
    "dit lequel des deux montants est versé."
)


def subtitle(tableau: Tableau) -> str:
    opened = count(tableau.ouverts.nombre, "forfait ouvert", "forfaits ouverts")
    if not tableau.montants:
        return opened
    each = " ou ".join(round_amount(cents) for cents in tableau.montants)
    return f"{opened} · {each} par personne et par an"


def capacity(found: Accueillis) -> str:
    """« Covid : 12 personnes suivies, repère publié de 10 à 25, encore 13 places »."""
    room = found.remplissage
    people = count(room.inclus, "personne suivie", "personnes suivies")
    mark = f"repère publié de {room.capacite.minimum} à {room.capacite.maximum}"
    return f"{found.programme}{NBSP}: {people}, {mark}, {_left(room)}"


def _left(room: Remplissage) -> str:
    """Said, never enforced."""
    if room.depassement:
        return f"{number(room.depassement)} de plus"
    if room.manque:
        return f"{number(room.manque)} de moins"
    return f"encore {count(room.places, 'place')}"


def last_day(tableau: Tableau) -> str:
    """The last day counts; in the figures of the activity, which are of an evening, no more."""
    many = sum(x.ouvert and x.decompte.cycle.fin == tableau.le for x in tableau.lignes)
    if not many:
        return ""
    ends, still = ("se termine", "compté") if many == 1 else ("se terminent", "comptés")
    return f"{count(many, 'forfait')} {ends} aujourd’hui{NBSP}: {still} encore ici jusqu’à ce soir."


def near(reference: Reference) -> str:
    return f"Échéance sous {reference.seuils.forfait_echeance_jours}{NBSP}jours"


def blocked(many: int) -> str:
    return "une pièce manque" if many else "rien ne manque"


def closed(many: int) -> str:
    if not many:
        return ""
    others = count(many, "autre personne", "autres personnes")
    return (
        f"{others}{NBSP}: partage limité à leur demande. Leurs forfaits sont dans les totaux, pas "
        "dans la liste."
    )


def tag(ligne: ForfaitLigne, le: date) -> tuple[str, str]:
    """What matters most, and how it is coloured."""
    if ligne.facturation is not None:
        return _billed(ligne)
    if ligne.bloquants:
        return COURTS[ligne.bloquants[0].piece], "warn"
    for groupe, shown in _TAGS:
        if groupe in ligne.groupes:
            return shown
    return _running(ligne, le)


def _running(ligne: ForfaitLigne, le: date) -> tuple[str, str]:
    cycle = ligne.decompte.cycle
    if Groupe.ECHEANCE in ligne.groupes:
        return f"Échéance {(cycle.fin - le).days}{NBSP}j", "warn"
    if ligne.previsions is not None and Groupe.PERD in ligne.groupes:
        return f"Perdrait {count(ligne.previsions.perdus, 'acte')}", "warn"
    if cycle.debut == le:
        return "Ouvert ce jour", "info"
    return "En cours", "mute"


def _billed(ligne: ForfaitLigne) -> tuple[str, str]:
    assert ligne.facturation is not None
    if any(e.genre is GenreEcart.PARTIE for e in ligne.ecarts):
        return "Facturé en partie", "danger"
    if ligne.ecarts:
        return "Changé depuis", "danger"
    if ligne.facturation.etat is EtatFacturation.TRANSMISE:
        return "Transmis", "mute"
    return "Préparé", "info"


def counter(ligne: ForfaitLigne, role: Role) -> str:
    found = ligne.decompte.forfait.compteur(role)
    return f"{found.faits} / {found.inclus}" if found is not None else "—"


def pips(ligne: ForfaitLigne, role: Role) -> tuple[str, int, int] | None:
    found = ligne.decompte.forfait.compteur(role)
    if found is None:
        return None
    return role.value, min(found.faits, found.inclus), found.inclus


def counter_tone(ligne: ForfaitLigne, role: Role) -> str:
    found = ligne.decompte.forfait.compteur(role)
    over = found is not None and found.complet and found.inclus > 1
    return "danger" if over and Groupe.EPUISE in ligne.groupes else "text"


def loss(ahead: Previsions) -> str:
    """« Au rythme actuel, 2 séances du psychologue seront perdues le 02/03/2027. »."""
    lost = [actes(p.role, p.perdus) for p in ahead.lignes if p.perdus]
    listed = " et ".join(lost)
    return (
        f"Au rythme actuel, non utilisés au {numeric_date(ahead.fin)}{NBSP}: {listed}. "
        f"{count(sum(p.a_prendre for p in ahead.lignes), 'rendez-vous', 'rendez-vous')} "
        "à prendre pour tout utiliser."
    )


def time(ligne: ForfaitLigne, parts: Parts) -> str:
    """Shown only: the parts of a person are nobody's due."""
    who = ligne.patient.id
    meeting = duration(parts.parts_concertation.get(who, 0))
    psychiatrist = duration(parts.parts_psychiatre.get(who, 0))
    return (
        f"Temps de la microstructure réparti selon les jours de forfait depuis janvier{NBSP}: "
        f"réunions {meeting}, psychiatre {psychiatrist}. Affichage seul{NBSP}: il n’entre dans "
        "aucun montant."
    )


def both_amounts(ligne: ForfaitLigne) -> str:
    du = ligne.decompte.du()
    days = f"{du.jours} jours suivis sur {du.jours_cycle}"
    return (
        f"Sortie avant terme{NBSP}: {amount(du.entier)} en entier, {amount(du.prorata)} au prorata "
        f"de {days}. Rien de publié ne dit lequel est versé."
    )


def days(ligne: ForfaitLigne, le: date) -> str:
    """« Du 03/03/2026 au 02/03/2027, encore 103 jours »."""
    cycle = ligne.decompte.cycle
    told = f"Du {numeric_date(cycle.debut)} au {numeric_date(cycle.fin)}"
    if not ligne.ouvert:
        return f"{told}, terminé"
    return f"{told}, encore {count((cycle.fin - le).days, 'jour')}"


def missing(manque: Manque) -> str:
    """What is put before a piece that only informs."""
    return "" if manque.bloque else "À savoir : "


def lot_title(lot: Lot) -> str:
    jour = numeric_date(lot.preparee_le.astimezone().date())
    return f"{jour} · {count(lot.nombre, 'forfait')} · {amount(lot.total)}"


def verify(many: int) -> str:
    return f"Vérifier {count(many, 'forfait')}" if many else "Vérifier"


def prepare(many: int) -> str:
    return f"Préparer {count(many, 'forfait')}" if many else "Préparer la facturation"


def prepared(lot: Lot) -> str:
    words = count(lot.nombre, "forfait préparé", "forfaits préparés")
    return f"{words}, {amount(lot.total)}"
