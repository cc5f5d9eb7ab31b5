"""A version of a meeting is told whole: its facts, its carried decisions, each situation."""

from datetime import date

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.synthese import Decision, Motif, Reprise, Situation, Suite
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
    assert [c.label for c in second.champs] == ["Évoquée", "Prochain point"]
