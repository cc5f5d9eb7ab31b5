"""What is recorded of two people before their records become one."""

from datetime import date

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import drafts
from microstructure_desktop.services.fusion_choix import Choix
from microstructure_desktop.services.fusions import Decision, compare, reunir
from microstructure_desktop.store.tables import KINDS
from tests import factories as make
from tests.cabinet import Team

from .cases import write

MADE = {
    "consultations": make.a_consultation,
    "rendez_vous": make.a_rendez_vous,
    "questions": make.a_question,
    "fiches": make.a_fiche,
}


def recorded(team: Team, patient: Patient, kind: str, **changes):
    return write(team, kind, MADE[kind](patient=patient.id, **changes))


def discussed(team: Team, *people: Patient, close: bool = True, jour: date = date(2026, 10, 20)):
    """A meeting about these people."""
    situations = tuple(Situation(p.id, Motif.QUESTION, vue=close) for p in people)
    changes = {"etat": "close", "close_le": make.NOW} if close else {}
    meeting = make.a_synthese(id=new_id(), jour=jour, situations=situations, **changes)
    return write(team, "syntheses", meeting)


def typed(team: Team, patient: Patient, form: str) -> None:
    office = team.medecin
    key = f"{patient.id}/{form}"
    drafts.save(office, drafts.PATIENT, key, {"motif": "x"}, patient.id)


def joined(team: Team, garde: Patient, absorbe: Patient, choix: Choix | None = None, **decided):
    """The two made one, the proposed parts taken unless told otherwise."""
    vue = compare(team.medecin, garde.id, absorbe.id)
    decision = Decision(vue.proposes if choix is None else choix, **decided)
    return reunir(team.medecin, vue, decision)


def current(team: Team) -> dict[str, set[str]]:
    """What every record says now, merges set aside."""
    with team.medecin.store.read() as work:
        return {
            kind.name: {payload for (payload,) in work.revisions.run(kind.all)}
            for kind in KINDS
            if kind.name != "fusion"
        }
