"""What the minutes say, from the heading to the additions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain import activite
from microstructure_desktop.domain.synthese import Motif, Suite

from . import wording
from .additifs_story import additifs
from .flow import Dressing, block, columns, line, table
from .meeting_head import FACTS, head, section
from .situation_story import situation
from .styles import (
    BODY,
    FIGURE,
    GUTTER,
    HAIRLINE,
    MM,
    STRONG,
)
from .text import DASH

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.synthese import Reprise, Synthese

    from .layout import Running
    from .printed import Minutes

_REPRISES = columns(2.1, 4.6, 1.5, 1.2, gutter=GUTTER, styles=(STRONG, BODY, BODY, BODY))
_FIGURES = columns(1, 1, 1, 1, 1, gutter=GUTTER, styles=(FIGURE,) * 5)
_SIGNATURES = 4
_ROWS_TOGETHER = 2
_SIGNING_ROOM = 17 * MM


def story(contenu: Minutes, running: Running) -> list[Any]:
    return [
        *head(contenu, "Compte rendu"),
        *reprises(contenu),
        *_situations(contenu, running),
        *_releve(contenu),
        *_organisation(contenu),
        *_signatures(contenu),
        *additifs(contenu),
    ]


def reprises(contenu: Minutes) -> list[Any]:
    kept = contenu.synthese.reprises
    title = section("Suites des décisions précédentes")
    if not kept:
        return [*title, line("Aucune décision en attente.", BODY)]
    heading = ("Personne suivie", "Décision", "Qui", "Suite")
    rows = [_reprise(contenu, reprise) for reprise in kept]
    dressing = Dressing(before=3, after=3, rule=HAIRLINE)
    return [*title, *table(heading, rows, _REPRISES, dressing, topped=False)]


def _reprise(contenu: Minutes, reprise: Reprise) -> tuple[str, ...]:
    decision = reprise.decision
    told = (decision.texte.strip(), _since(reprise), _said_before(contenu, reprise))
    return (
        _beside(contenu, reprise.patient),
        "\n".join(part for part in told if part),
        wording.responsable(decision, contenu.membres),
        wording.SUITES[decision.suite],
    )


def _since(reprise: Reprise) -> str:
    """« Réunion du 17/09/2026 · orientation · échéance : avant le 04/12 »."""
    decision = reprise.decision
    kind = wording.TYPES[decision.type].lower() if decision.type is not None else ""
    due = wording.echeance(decision)
    held = f"Réunion du\xa0{french.numeric_date(reprise.depuis)}"
    return " · ".join(part for part in (held, kind, f"échéance\xa0: {due}" if due else "") if part)


def _said_before(contenu: Minutes, reprise: Reprise) -> str:
    """« Dit le 05/11/2026 par C. Morel : reçu », when the meeting did not say otherwise."""
    if reprise.dite_le is None or reprise.decision.suite is Suite.A_FAIRE:
        return ""
    by = contenu.membres.get(reprise.dite_par) if reprise.dite_par is not None else None
    who = f" par {by.nom_affiche}" if by is not None else ""
    note = f"\xa0: {reprise.note}" if reprise.note else ""
    return f"Dit le\xa0{french.numeric_date(reprise.dite_le)}{who}{note}"


def _beside(contenu: Minutes, patient: PatientId) -> str:
    """Somebody where no file number stands beside: initials alone may be two people's."""
    known = contenu.patients[patient]
    name = wording.patient(known, initiales=contenu.initiales)
    return f"{name} (n°\xa0{known.dossier})" if contenu.initiales else name


def _situations(contenu: Minutes, running: Running) -> list[Any]:
    vues = contenu.synthese.vues
    title = section("Situations évoquées", below=60 * MM if vues else 18 * MM)
    held = [line(_held_back(contenu.retenues), BODY)] if contenu.retenues else []
    held += [line(texte, BODY) for texte in _erased(contenu.synthese)]
    if not vues and not held:
        return [*title, line("Aucune situation n’a été évoquée.", BODY)]
    flowables = title
    for rank, vue in enumerate(vues):
        flowables += situation(contenu, vue, running, first=rank == 0)
    return [*flowables, *held]


def _erased(synthese: Synthese) -> list[str]:
    """« 1 situation effacée le 22/11/2026, avec le dossier de la personne. », day by day."""
    return [
        french.count(number, "situation effacée", "situations effacées")
        + f" le\xa0{french.numeric_date(jour)}, avec le dossier de la personne."
        for jour, number in sorted(Counter(synthese.effacees).items())
    ]


def _held_back(count: int) -> str:
    plural = "s" if count > 1 else ""
    verb = "ne sont" if plural else "n’est"
    return (
        f"{count} situation{plural} {verb} pas communiquée{plural} ici, "
        f"à la demande de la personne\xa0: ce compte rendu est celui de qui l’a imprimé."
    )


def _releve(contenu: Minutes) -> list[Any]:
    synthese = contenu.synthese
    vues = synthese.vues
    figures = {
        "Patients évoqués": str(synthese.evoquees),
        "Inclusions": str(sum(s.motif is Motif.INCLUSION for s in vues)),
        "Sorties": str(sum(s.motif is Motif.SORTIE for s in vues)),
        "Décisions": str(sum(len(s.decisions) for s in vues)),
        "Durée": french.duration(activite.duree(synthese)) if synthese.fin else DASH,
    }
    found = [
        *section("Relevé de la réunion"),
        *table(tuple(figures), [list(figures.values())], _FIGURES, Dressing()),
    ]
    reportees = [contenu.patients[s.patient] for s in synthese.situations if not s.vue]
    if reportees:
        noms = ", ".join(
            f"{wording.patient(p, initiales=contenu.initiales)} (n°\xa0{p.dossier})"
            for p in reportees
        )
        found.append(block(("Non évoqués", noms), FACTS, Dressing(before=4)))
    return found


def _organisation(contenu: Minutes) -> list[Any]:
    synthese = contenu.synthese
    texte = synthese.organisation.strip() or "Aucune question d’organisation."
    prochaine = french.long_date(synthese.prochaine) if synthese.prochaine else "À fixer."
    return [
        *section("Questions d’organisation"),
        line(texte, BODY),
        *section("Prochaine réunion"),
        line(prochaine, STRONG if synthese.prochaine else BODY),
    ]


def _signatures(contenu: Minutes) -> list[Any]:
    presents = [contenu.membres[m] for m in contenu.synthese.presents]
    if not presents:
        return []
    names = [f"{p.nom_complet}\n{wording.METIERS[p.role]}" for p in presents]
    names += [""] * (-len(names) % _SIGNATURES)
    places = columns(*(1,) * _SIGNATURES, gutter=GUTTER, styles=(BODY,) * _SIGNATURES)
    dressing = Dressing(4, _SIGNING_ROOM, rule=HAIRLINE, separators=True, whole=True)
    rows = [
        block(names[n : n + _SIGNATURES], places, dressing)
        for n in range(0, len(names), _SIGNATURES)
    ]
    below = sum(row.wrap(0, 0)[1] for row in rows[:_ROWS_TOGETHER])
    return [*section("Signatures", below), *rows]
