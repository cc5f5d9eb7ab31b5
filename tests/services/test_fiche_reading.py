"""Who reads what of a fiche."""

from microstructure_desktop.services import fiches
from microstructure_desktop.services.fiche_reading import readable, seal, unseal
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI

SAID = {
    "craving": 5,
    "alliance": "BONNE",
    "synthese_partageable": "va mieux",
    "note_privee": "à moi",
}


def test_that_each_circle_reads_its_own(team):
    patient = team.patient()
    office = team.psychologue
    opened = fiches.start(office, patient.id, FICHE_DE_SUIVI)
    made = fiches.save(office, opened, jour=opened.jour, answers=dict(SAID), complete=False)
    assert readable(office, made, opened.form) == SAID
    shared = readable(team.medecin, made, opened.form)
    assert shared["synthese_partageable"] == "va mieux"
    assert not {"alliance", "note_privee"} & shared.keys()


def test_that_only_personal_answers_are_sealed_and_only_their_author_opens_them(team):
    form = team.psychologue.reference.forms.get(FICHE_DE_SUIVI)
    sealed = seal(team.psychologue, form, SAID)
    assert {k: v for k, v in sealed.items() if k != "note_privee"} == {
        k: v for k, v in SAID.items() if k != "note_privee"
    }
    assert "à moi" not in sealed["note_privee"]
    assert unseal(team.psychologue, form, sealed) == SAID
