"""What is counted is what was recorded, less those who object to it."""

from datetime import date, timedelta

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services.faits import FaitsDuCabinet
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def facts(team, read):
    office = team.medecin
    with office.store.read() as work:
        return read(FaitsDuCabinet(work, office))


def objects(team, patient):
    said = team.psychologue.membre.id
    made = Declaration(new_id(), patient.id, Objet.STATISTIQUE, True, TODAY, said)
    write(team, "declarations", made)


def followed(team, patient, jour=TODAY):
    write(team, "inclusions", make.an_inclusion(patient=patient.id))
    write(team, "consultations", make.a_consultation(patient=patient.id, jour=jour))
    filled = {"form": "sociale_entree", "answers": {"logement": "SDF"}}
    write(team, "fiches", make.a_fiche(patient=patient.id, jour=jour, **filled))
    write(team, "facturations", make.a_facturation(patient=patient.id))


def test_that_what_was_recorded_is_found_by_its_day(team):
    patient = team.patient()
    before = YEAR[0] - timedelta(days=1)
    followed(team, patient)
    write(team, "consultations", make.a_consultation(patient=patient.id, jour=before))

    def read(faits):
        assert [a.jour for a in faits.actes(*YEAR)] == [TODAY]
        assert [f.jour for f in faits.fiches(*YEAR)] == [TODAY]
        assert faits.premiers_actes([patient.id]) == {patient.id: before}
        assert faits.derniers_actes([patient.id], before) == {patient.id: before}
        assert faits.premiers_actes([patient.id], Role.MEDECIN) == {}
        assert faits.premiers_proches([patient.id]) == {}
        assert faits.enregistres([patient.id]) == {patient.id: TODAY}
        assert {i.patient for i in faits.inclusions()} == {patient.id}
        assert faits.personnes()[patient.id].naissance == patient.naissance
        assert [f.patient for f in faits.facturations()] == [patient.id]
        return [f.patient for f in faits.fiches_de([patient.id])]

    assert facts(team, read) == [patient.id]


def test_that_who_objects_to_being_counted_is_nowhere(team):
    patient = team.patient()
    followed(team, patient)
    objects(team, patient)

    def read(faits):
        people = [patient.id]
        return (
            *faits.actes(*YEAR),
            *faits.fiches(*YEAR),
            *faits.fiches_de(people),
            *faits.reponses(*YEAR),
            *faits.reponses_de(people),
            *faits.premiers_actes(people),
            *faits.derniers_actes(people, TODAY),
            *faits.premiers_proches(people),
            *faits.enregistres(people),
            *faits.inclusions(),
            *faits.personnes(),
            *faits.facturations(),
        )

    assert facts(team, read) == ()
    assert facts(team, lambda faits: faits.exclus) == {patient.id}


def test_that_answers_are_those_of_sessions_then_of_fiches_without_what_is_private(team):
    patient, before = team.patient(), YEAR[0] - timedelta(days=1)
    asked = {"patient": patient.id, "form_version": 1, "jour": TODAY}
    private = {"note_privee": "scellée", "motivation": "ACTION"}
    write(team, "fiches", make.a_fiche(form="psychologique_entree", answers=private, **asked))
    write(team, "fiches", make.a_fiche(form="perdue", answers={"tso": "BHD"}, **asked))
    write(team, "fiches", make.a_fiche(form="rud", **{**asked, "jour": before}))
    said = {"form": "seance_sociale", "reponses": {"demarche_1": "RSA"}, **asked}
    write(team, "consultations", make.a_consultation(**said))
    write(team, "consultations", make.a_consultation(**asked, form="perdue"))

    def read(faits):
        both = [({**r.donnees}, r.metier, r.etape) for r in faits.reponses(*YEAR)]
        assert both == [
            ({"demarche_1": "RSA"}, Role.TRAVAILLEUR_SOCIAL, "seance"),
            ({"motivation": "ACTION"}, Role.PSYCHOLOGUE, "entree"),
        ]
        assert faits.reponses(*YEAR) is faits.reponses(*YEAR)
        assert faits.reponses_de([]) == []
        return [(r.jour, r.metier) for r in faits.reponses_de([patient.id])]

    assert facts(team, read) == [
        (before, None),
        (TODAY, Role.TRAVAILLEUR_SOCIAL),
        (TODAY, Role.PSYCHOLOGUE),
    ]


def test_that_the_lists_are_those_of_the_cabinet(team):
    lexique = facts(team, lambda faits: faits.lexique)
    assert "SDF" in lexique.codes["CL09"]
    assert lexique.origines["logement"].items == ("logement",)
