"""What cannot be read is said with what opens it, when something does."""

from datetime import date

from microstructure_desktop.services import drafts, feuille_personnelle, historique, secours, unlock
from microstructure_desktop.services import notes_personnelles as notes
from microstructure_desktop.store import recovery_code

NEW = "une autre phrase bien longue"


def again(team):
    secours.donner_phrase(team.medecin, team.psychologue.membre.id, NEW)
    return unlock.as_member(team.medecin, team.psychologue.membre.id, NEW)


def test_that_it_says_whether_the_own_sheet_opens_it(team):
    scelle = team.psychologue.personal.seal("à moi")
    assert notes.lue(team.psychologue, scelle) == "à moi"
    assert notes.lue(team.psychologue, "") == ""
    lost = again(team)
    assert notes.lue(lost, scelle) is None
    refused = notes.refus(lost)
    assert (refused.feuille, "perdue" in refused.sentence) == (False, True)
    feuille_personnelle.preparer(lost)
    office = again(team)
    refused = notes.refus(office)
    assert (refused.feuille, "feuille personnelle" in refused.sentence) == (True, True)
    assert "Rouvrir mes notes" in refused.way_out


def test_that_a_draft_keeps_its_sealed_note_while_it_is_typed_on(team):
    office = team.psychologue
    made = feuille_personnelle.preparer(office)
    drafts.save(office, drafts.SEANCE, "s1", {drafts.PERSONAL: "à moi"})
    office = again(team)
    for _ in range(2):
        loaded = drafts.load(office, drafts.SEANCE, "s1")
        assert (loaded[drafts.PERSONAL], bool(loaded[drafts.SEALED])) == ("", True)
        drafts.save(office, drafts.SEANCE, "s1", {**loaded, "lieu": "CABINET"})
    feuille_personnelle.rouvrir(office, " ".join(recovery_code.groups(made.code)))
    loaded = drafts.load(office, drafts.SEANCE, "s1")
    assert (loaded[drafts.PERSONAL], loaded[drafts.SEALED]) == ("à moi", "")


def test_that_a_record_is_read_around_a_sealed_note(team):
    patient = team.patient()
    done = team.seance(patient.id, date(2026, 11, 12), note_personnelle="à moi")
    office = again(team)
    (version,) = historique.historique(office, done.id).versions
    told = {c.label: c.texte for r in version.rubriques or () for c in r.champs}
    assert told["Note personnelle"] == notes.refus(office).sentence
    assert "à moi" not in str(told)
