"""How a request, its day and its state are said."""

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.services.demandes import NATURES, REMISES, LigneDemande
from microstructure_desktop.services.dossier_complet import ARelire
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.texts import NBSP, count, numeric_date

TITLE = "Demandes d’une personne sur ses données"


def nature(ligne: LigneDemande) -> str:
    return NATURES[ligne.demande.nature]


def received(ligne: LigneDemande) -> str:
    return numeric_date(ligne.demande.jour)


def due(ligne: LigneDemande) -> str:
    return numeric_date(ligne.echeance.le)


def state(ligne: LigneDemande) -> tuple[str, str]:
    """What became of it, and the colour of its label."""
    if ligne.demande.refusee:
        return "Refusée", "info"
    if not ligne.demande.ouverte:
        return "Répondue", "ok"
    return ("En retard", "danger") if ligne.retard else ("À répondre", "warn")


def detail(ligne: LigneDemande) -> str:
    """Who asks, who received it, the delays, and the answer."""
    one, when = ligne.demande, ligne.echeance
    parts = [f"Demandée par {one.demandeur or 'la personne elle-même'}"]
    parts.append(f"reçue par {ligne.recue_par}")
    told = ", ".join(part for part in parts) + "."
    if not one.ouverte:
        said = REMISES[one.remise] if one.remise is not None else "Refusée"
        day = numeric_date(one.repondue_le) if one.repondue_le is not None else ""
        motif = f" {one.motif}" if one.motif else ""
        return f"{told} {said} le {day} par {ligne.repondue_par}.{motif}"
    if one.nature is NatureDemande.ACCES and when.pas_avant and when.ancien and when.ancien_depuis:
        return (
            f"{told} Entre le {numeric_date(when.pas_avant)} et le {numeric_date(when.le)}{NBSP}; "
            f"jusqu’au {numeric_date(when.ancien)} pour ce qui date d’avant le "
            f"{numeric_date(when.ancien_depuis)}."
        )
    return f"{told} À répondre avant le {numeric_date(when.le)}."


def summary(lu: ARelire, relecture: Relecture) -> tuple[str, ...]:
    """What will be handed over and what will not, in sentences."""
    textes = [t.texte for t in lu.textes]
    unseen = sum(bool(t.signe) and t.texte not in relecture.vus for t in lu.textes)
    times = sum(relecture.fois(p, textes) for p in relecture.passages)
    taken = sum(t in relecture.textes for t in textes)
    apart = sum(d.id in relecture.documents for d in lu.documents)
    told = [f"{count(len(textes), 'texte')} et {count(len(lu.documents), 'document')} au dossier."]
    if unseen:
        some = count(unseen, "texte signalé n’a pas été lu", "textes signalés n’ont pas été lus")
        told.append(f"{some}{NBSP}: revenez à l’étape 2.")
    told.append(
        f"{count(times, 'passage retiré', 'passages retirés')}, "
        f"{count(taken, 'texte entier', 'textes entiers')}, "
        f"{count(apart, 'document')}."
    )
    if lu.reserves:
        what = count(len(lu.reserves), "élément scellé ou réservé", "éléments scellés ou réservés")
        told.append(f"{what}{NBSP}: le document dit à qui les demander.")
    return tuple(told)
