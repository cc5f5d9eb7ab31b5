"""What was being typed comes back to its author, with everything that a meeting holds."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.ids import ConsultationId, DecisionId
from microstructure_desktop.domain.synthese import (
    Colonne,
    Decision,
    Motif,
    Situation,
    Source,
    TypeDecision,
)
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.synthese_reprise import Brouillon, draft_key


def test_that_every_field_of_a_meeting_survives_in_a_draft(team):
    sophie = team.patient()
    psy = team.psychologue.membre.id
    situation = Situation(
        sophie.id,
        Motif.AJOUT,
        decisions=(
            Decision(
                DecisionId("d"),
                "Revoir le psychiatre",
                psy,
                "03/12/2026",
                type=TypeDecision.AVIS_PSYCHIATRE,
                echeance_jour=date(2026, 12, 3),
            ),
        ),
        sources=(Source(Colonne.SOCIAL, ConsultationId("c"), date(2026, 11, 5), psy),),
        minutes_prevues=12,
    )
    prepared = syntheses.prepare(team.medecin)
    opened = syntheses.begin(team.medecin, prepared.synthese, prepared.based_on)
    typed = replace(opened.synthese, situations=(situation,), visio=True)
    typed = typed.suspendue(team.clock())
    syntheses.save_draft(team.medecin, typed, opened.based_on)
    assert syntheses.open_synthese(team.medecin, typed.id).synthese == typed
    syntheses.save(team.medecin, typed, opened.based_on)
    assert syntheses.open_synthese(team.psychologue, typed.id).synthese == typed


def test_that_a_meeting_kept_before_the_new_fields_is_read(team):
    prepared = syntheses.prepare(team.medecin)
    opened = syntheses.begin(team.medecin, prepared.synthese, prepared.based_on)
    syntheses.save_draft(team.medecin, opened.synthese, opened.based_on)
    key, mine = draft_key(opened.synthese.id), team.medecin.membre.id
    new = {"visio", "pause_depuis", "pause_secondes"}
    with team.medecin.store.begin(mine, team.clock()) as work:
        kept = work.drafts.get(key, mine).payload
        old = {name: value for name, value in kept["synthese"].items() if name not in new}
        assert len(old) == len(kept["synthese"]) - len(new)
        work.drafts.put(key, mine, kept | {"synthese": old})
        read = work.drafts.get_as(key, mine, Brouillon)
    assert read.synthese == opened.synthese
