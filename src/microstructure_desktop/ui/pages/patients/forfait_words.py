"""What the card of a forfait says of its state, its amounts and its billing."""

from collections.abc import Iterator
from datetime import date

from microstructure_desktop.domain.decompte import EtatForfait
from microstructure_desktop.domain.facturation import EtatFacturation, Facturation
from microstructure_desktop.services.episodes import Annee
from microstructure_desktop.services.forfait_mots import ETATS
from microstructure_desktop.ui.texts import NBSP, amount, numeric_date

TIME = "Temps de la microstructure, montré à titre indicatif : il n’entre dans aucun montant."
_KINDS = {
    EtatForfait.COMPLET: "ok",
    EtatForfait.DEPASSE: "ok",
    EtatForfait.CLOS_INCOMPLET: "warn",
    EtatForfait.NON_OUVERT: "mute",
}
"""A forfait under way is told by its counters alone."""
_BILLED = {
    EtatFacturation.PREPAREE: ("Préparé", "info"),
    EtatFacturation.TRANSMISE: ("Transmis", "info"),
    EtatFacturation.ANNULEE: ("Facturation reprise", "mute"),
}


def tags(annee: Annee, le: date) -> Iterator[tuple[str, str]]:
    """Its state by its acts and days, then what was written about its billing."""
    if annee.decompte is not None:
        state = annee.decompte.etat(le)
        if state in _KINDS:
            yield ETATS[state], _KINDS[state]
    billed = _last(annee)
    if billed is not None:
        yield _BILLED[billed.etat]


def lines(annee: Annee) -> Iterator[str]:
    """Both amounts of an exit before term, and the billing with its day."""
    if annee.decompte is not None and annee.decompte.cycle.ecourte:
        du = annee.decompte.du()
        yield (
            f"Sortie avant terme{NBSP}: {amount(du.entier)} en entier, {amount(du.prorata)} au "
            f"prorata de {du.jours} jours sur {du.jours_cycle}. Rien de publié ne dit lequel est "
            "versé."
        )
    billed = _last(annee)
    if billed is None:
        return
    jour = numeric_date(billed.preparee_le.astimezone().date())
    yield f"Facturation préparée le {jour}{NBSP}: {amount(billed.montant_centimes)}."
    if billed.motif:
        yield f"Reprise{NBSP}: {billed.motif}"


def _last(annee: Annee) -> Facturation | None:
    """The one that counts, else the last taken back."""
    ordered = sorted(annee.facturations, key=lambda f: (f.compte, f.preparee_le))
    return ordered[-1] if ordered else None
