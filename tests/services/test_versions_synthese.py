"""A version of a meeting is told whole: its facts, its carried decisions, each situation."""

from dataclasses import replace
from datetime import UTC, date, datetime

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.synthese import (
    Colonne,
    Decision,
    Motif,
    Reprise,
    Situation,
    Source,
    Suite,
    TypeDecision,
)
from microstructure_desktop.services.versions import Champ, Reader
from microstructure_desktop.services.versions_synthese import rubriques_de_synthese
from tests import factories as make


def test_that_a_meeting_is_told_with_its_decisions(team):
    sophie = team.patient()
    me = team.medecin.membre
    done = Decision(new_id(), "Appeler la CPAM", me.id, "avant le 04/12", Suite.FAITE)
    meeting = make.a_synthese(
        presents=(me.id,),
        redacteur=me.id,
        situations=(
            Situation(sophie.id, Motif.QUESTION, "Sevrage ?", decisions=(done,), minutes=10),
            Situation("inconnu", Motif.AJOUT),
        ),
        reprises=(Reprise(sophie.id, done, date(2026, 10, 20)),),
    )
    with team.medecin.store.read() as work:
        head, first, second = rubriques_de_synthese(
            Reader(team.medecin, work, {me.id: me.nom_affiche}), meeting
        )
    decided = "Appeler la CPAM · Dr Exemple · avant le 04/12 · faite"
    assert Champ("Décision du 20/10/2026", decided) in head.champs
    assert Champ("Présents", "Dr Exemple") in head.champs
    assert (first.patient, second.patient) == (sophie, None)
    assert Champ("Décision 1", decided) in first.champs
    assert Champ("Concertation", "10\u00a0min") in first.champs
    assert [c.label for c in second.champs] == ["Évoquée", "Motif", "Prochain point"]


NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)


def told_of(team, patient, me):
    """The head and the only situation of a meeting that left nothing empty."""
    visit = Decision(
        new_id(),
        "Voir le logement",
        me.id,
        "avant Noël",
        type=TypeDecision.VAD,
        echeance_jour=date(2026, 12, 18),
    )
    done = replace(visit, echeance="avant le 18/12/2026", suite=Suite.FAITE)
    source = Source(Colonne.SOCIAL, new_id(), date(2026, 11, 12), me.id)
    discussed = Situation(
        patient.id, Motif.FORFAIT, decisions=(visit,), minutes_prevues=15, sources=(source,)
    )
    before = Reprise("x", done, date(2026, 10, 20), date(2026, 11, 2), me.id, "Bail signé")
    meeting = make.a_synthese(
        visio=True,
        pause_secondes=12 * 60,
        pause_depuis=NOON,
        close_le=NOON,
        situations=(discussed,),
        reprises=(before,),
    )
    with team.medecin.store.read() as work:
        reader = Reader(team.medecin, work, {me.id: me.nom_affiche})
        return rubriques_de_synthese(reader, meeting)


def test_that_what_the_meeting_was_and_what_it_planned_are_told(team):
    head, situation = told_of(team, team.patient(), team.medecin.membre)
    here = NOON.astimezone()
    at = f"{here:%d/%m/%Y} à {here:%H:%M}"
    visit = "Visite à domicile · Voir le logement · Dr Exemple"
    told = "dit le 02/11/2026 par Dr Exemple · Bail signé"
    before = f"{visit} · avant le 18/12/2026 · faite · {told}"
    assert {
        Champ("En visioconférence", "Oui"),
        Champ("Pauses", "12\u00a0min"),
        Champ("En pause depuis", at),
        Champ("Close le", at),
        Champ("Décision du 20/10/2026", before),
    } <= set(head.champs)
    assert {
        Champ("Motif", "Échéance du forfait"),
        Champ("Temps prévu", "15\u00a0min"),
        Champ("Repris de", "note du 12/11/2026 de Dr Exemple"),
        Champ("Décision 1", f"{visit} · avant Noël (18/12/2026) · à faire"),
    } <= set(situation.champs)
