"""One patient in the minutes: the question, the three summaries, the decisions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import wording
from .flow import Column, Dressing, block, columns, line, mark, room, space, table
from .styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL_RIGHT,
    MM,
    NAME,
    STRONG,
    TEXT_WIDTH,
)
from .text import DASH, or_dash

if TYPE_CHECKING:
    from microstructure_desktop.domain.forfait import Forfait
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.synthese import Decision, Situation

    from .layout import Running
    from .printed import Minutes

_IDENTITY = (
    Column(0, 0.74 * TEXT_WIDTH, NAME),
    Column(0.76 * TEXT_WIDTH, 0.24 * TEXT_WIDTH, LABEL_RIGHT),
)
_SUMMARIES = columns(1, 1, 1, gutter=8 * MM, styles=(BODY,) * 3)
_FACTS = columns(5, 2.5, 2, gutter=GUTTER, styles=(BODY,) * 3)
_DECISIONS = columns(3.14, 1.5, 2.5, 2, gutter=GUTTER, styles=(BODY,) * 4)
"""Who and when stand above the next point and the time."""
_HEADROOM = 42 * MM


def situation(contenu: Minutes, vue: Situation, running: Running, *, first: bool) -> list[Any]:
    patient = contenu.patients[vue.patient]
    name = wording.patient(patient, initiales=contenu.initiales)
    identity = (name, wording.dossier(patient))
    subject = f"{name}, {wording.dossier(patient)}"
    return [
        space(0 if first else 6 * MM),
        room(_HEADROOM),
        block(identity, _IDENTITY, Dressing(before=3, rule=None if first else HAIRLINE)),
        mark(partial(setattr, running, "subject", subject)),
        *_kept_from(contenu, vue.patient),
        *_why(vue),
        *_summaries(vue),
        *_decisions(contenu, vue.decisions),
        *_facts(vue, contenu.forfaits.get(vue.patient)),
        mark(partial(setattr, running, "subject", "")),
    ]


def _kept_from(contenu: Minutes, patient: PatientId) -> list[Any]:
    """Who on the team must not be handed this page."""
    closed = contenu.fermees.get(patient, ())
    if not closed:
        return []
    team = {m.id for m in contenu.membres.values() if m.actif}
    if team <= {m.id for m in closed}:
        return [line("Ne remettre à personne de l’équipe.", STRONG)]
    names = ", ".join(wording.membre(m) for m in closed)
    return [line(f"Ne pas remettre à\xa0: {names}", STRONG)]


def _why(vue: Situation) -> list[Any]:
    reason = line(wording.MOTIFS[vue.motif], HEADING)
    question = or_dash(vue.question)
    return [reason] if question == DASH else [reason, line(f"«\xa0{question}\xa0»", BODY)]


def _summaries(vue: Situation) -> list[Any]:
    texts = [or_dash(t) for t in (vue.medical, vue.psychologique, vue.social)]
    heading = ("Médical", "Psychologique", "Social")
    dressing = Dressing(before=5, after=4, separators=True)
    return list(table(heading, [texts], _SUMMARIES, dressing, style=STRONG))


def _decisions(contenu: Minutes, decisions: tuple[Decision, ...]) -> list[Any]:
    if not decisions:
        return []
    heading = ("Décisions", "Type", "Qui", "Quand")
    rows = [_decision(contenu, decision) for decision in decisions]
    dressing = Dressing(before=2, after=2, rule=HAIRLINE)
    return [room(3 * BODY.leading), *table(heading, rows, _DECISIONS, dressing)]


def _decision(contenu: Minutes, decision: Decision) -> tuple[str, ...]:
    qui = wording.responsable(decision, contenu.membres)
    kind = wording.TYPES[decision.type] if decision.type is not None else DASH
    return or_dash(decision.texte), kind, qui, or_dash(wording.echeance(decision))


def _facts(vue: Situation, forfait: Forfait | None) -> list[Any]:
    texts = (_forfait(forfait), wording.POINTS[vue.prochain_point], french.duration(vue.minutes))
    heading = ("Forfait", "Prochain point", "Temps")
    return list(table(heading, [texts], _FACTS, Dressing(before=2, rule=HAIRLINE)))


def _forfait(forfait: Forfait | None) -> str:
    if forfait is None:
        return "aucun forfait ouvert"
    lignes = (
        f"{wording.COMPTEURS[c.role]}\xa0{c.faits}/{c.inclus}".replace(" ", "\xa0")
        for c in forfait.compteurs
    )
    return " · ".join(lignes)
