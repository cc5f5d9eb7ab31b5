"""The questions of each kind of session: which are asked, kept, and read by whom."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import TYPES_PAR_ROLE, Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.forms.model import Partage, Stage
from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.services import consultations, reference, seance_forms
from microstructure_desktop.services.seance_forms import ReponsesACorriger
from tests.cabinet import TODAY

SHIPPED = reference.load()
SESSIONS = [form for form in SHIPPED.forms.latest() if form.stage is Stage.SEANCE]
OWN = """
id = "{id}"
version = {version}
title = "Visite du cabinet"
role = "{role}"
stage = "seance"
actes = ["VAD"]
depuis = {depuis}

[[group]]
id = "un"
title = "Un"

[[group.item]]
id = "{item}"
text = "Constat"
type = "string"
{more}
"""
NAMES = {
    "id": "visite_du_cabinet",
    "version": 1,
    "role": "psychologue",
    "depuis": "2026-12-01",
    "item": "constat",
    "more": "",
}


def written(**changes):
    return SHIPPED.lire(OWN.format(**{**NAMES, **changes}))


def with_forms(office, *forms):
    """The same office once the cabinet has added its own definitions."""
    catalogue = office.reference.forms
    for form in forms:
        catalogue = catalogue.with_form(form)
    return replace(office, reference=replace(office.reference, forms=catalogue))


def without_forms(office):
    return replace(office, reference=replace(office.reference, forms=Catalogue()))


def recorded(office, patient, type_, form_id, answers, **changes):
    opened = consultations.open_seance(office, patient.id)
    saisie = replace(opened.saisie, type=type_, reponses={form_id: answers}, **changes)
    return consultations.record(office, opened.id, patient.id, saisie, opened.based_on)


def read(office, acte):
    with office.store.read() as work:
        return seance_forms.shared(office, work, work.consultations.get(acte.id))


@pytest.fixture
def sophie(team):
    return team.patient()


# --- what is shipped -----------------------------------------------------------------------


def test_that_every_act_of_every_profession_has_questions():
    offered = {(role, t) for role, types in TYPES_PAR_ROLE.items() for t in types}
    assert len(offered) == 31
    assert [o for o in offered if seance_forms.form_for(SHIPPED, *o) is None] == []


@pytest.mark.parametrize("form", SESSIONS, ids=lambda form: form.id)
def test_that_shipped_questions_are_few_free_and_never_sealed(form):
    shown = enabled(form, {})
    assert 2 <= sum(item.id in shown for item in form.questions) <= 8
    assert not any(item.required or item.personal for item in form.questions)


def test_that_errands_bear_the_same_names_wherever_they_are_noted():
    with_errands = {f.id for f in SESSIONS if f.item("demarche_1") and f.item("demarche_etat_1")}
    assert with_errands == {"seance_sociale", "seance_accompagnement", "seance_demarche"}


def test_that_a_risk_that_has_risen_calls_for_what_is_done():
    form = SHIPPED.forms.get("seance_psychologue")
    assert form is not None
    done = {"securite_suite": "ACTION", "securite_conduite": "Hospitalisation proposée"}
    left = {"securite_suite": "SANS_SUITE", "securite_motif": "Revue demain"}
    for risen in ({"rud_risque": "ELEVE"}, {"rud_urgence": "MOYEN"}, {"rud_dangerosite": "ELEVE"}):
        for said in (done, left):
            given = {"rud_change": True, **risen, **said, "securite_prevenus": ["MG"]}
            assert seance_forms.visible_answers(form, given) == given
            quiet = seance_forms.visible_answers(form, {**given, "rud_change": False})
            assert quiet == {"rud_change": False}


def test_that_a_psychologist_assesses_the_risk_wherever_the_session_is_held():
    for type_ in TYPES_PAR_ROLE[Role.PSYCHOLOGUE]:
        form = seance_forms.form_for(SHIPPED, Role.PSYCHOLOGUE, type_)
        one_person = type_ not in {TypeActe.ENTRETIEN_ENTOURAGE, TypeActe.GROUPE}
        assert ("rud_urgence" in enabled(form, {"rud_change": True})) is one_person


# --- which are asked -----------------------------------------------------------------------


def test_that_the_professions_own_questions_go_before_the_teams(team):
    own, later = written(), written(id="visite_suivante", depuis="2027-01-01")
    for role, forms, found in [
        (Role.PSYCHOLOGUE, (own,), "visite_du_cabinet"),
        (Role.MEDECIN, (own,), "seance_visite"),
        (Role.PSYCHOLOGUE, (own, later), "visite_suivante"),
    ]:
        office = with_forms(team[role], *forms)
        form = seance_forms.form_for(office.reference, role, TypeActe.VAD)
        assert form is not None
        assert form.id == found


def test_that_a_recorded_session_keeps_the_version_it_was_answered_in(team, sophie):
    first, second = written(), written(version=2, item="vu", more='renamed_from = "constat"')
    before = with_forms(team.psychologue, first)
    made = recorded(before, sophie, TypeActe.VAD, first.id, {"constat": "Toit percé"})
    after = with_forms(team.psychologue, first, second)
    opened = consultations.open_seance(after, sophie.id, made.id)
    assert opened.forms[TypeActe.VAD].version == 1
    assert opened.saisie.reponses == {first.id: {"constat": "Toit percé"}}
    new = consultations.open_seance(after, sophie.id)
    assert new.forms[TypeActe.VAD].version == 2
    again = recorded(after, sophie, TypeActe.VAD, first.id, {"constat": "Toit percé"})
    assert (again.form_version, again.reponses) == (2, {"vu": "Toit percé"})


# --- what is recorded ----------------------------------------------------------------------


def test_that_answers_are_recorded_with_the_definition_they_answer(team, sophie):
    typed = {"demarche_1": "LOGEMENT", "demarche_etat_1": "EN_COURS", "demarche_etat_2": "A_FAIRE"}
    made = recorded(team.travailleur_social, sophie, TypeActe.ENTRETIEN_TS, "seance_sociale", typed)
    assert (made.form, made.form_version) == ("seance_sociale", 1)
    assert made.reponses == {"demarche_1": "LOGEMENT", "demarche_etat_1": "EN_COURS"}
    with team.medecin.store.read() as work:
        assert work.consultations.get(made.id) == made
        kept = work.definitions.text("seance_sociale", 1)
    assert kept == SHIPPED.forms.get("seance_sociale").source


@pytest.mark.parametrize(
    ("type_", "issue"),
    [
        (TypeActe.ENTRETIEN_ENTOURAGE, Issue.HONORE),
        (TypeActe.ENTRETIEN_TS, Issue.ABSENT_EXCUSE),
    ],
)
def test_that_answers_of_another_act_or_of_nothing_held_are_left_out(team, sophie, type_, issue):
    answers = {"demarche_1": "LOGEMENT"}
    made = recorded(team.travailleur_social, sophie, type_, "seance_sociale", answers, issue=issue)
    assert (made.form, made.form_version, made.reponses) == ("", 0, {})


def test_that_a_wrong_answer_stops_the_record_and_loses_nothing(team, sophie):
    office = team.psychologue
    opened = consultations.open_seance(office, sophie.id)
    reponses = {"seance_psychologue": {"craving": 11}}
    (problem,) = seance_forms.to_correct(opened.forms, TypeActe.CONS_PSY, reponses, TODAY)
    assert problem.item == "craving"
    with pytest.raises(ReponsesACorriger):
        recorded(office, sophie, TypeActe.CONS_PSY, *next(iter(reponses.items())))
    with office.store.read() as work:
        assert work.consultations.of(sophie.id) == []
    assert seance_forms.to_correct({}, TypeActe.CONS_PSY, reponses, TODAY) == []


# --- who reads -----------------------------------------------------------------------------


def test_that_answers_are_read_as_they_are_shared(team, sophie):
    said = {"rud_change": False, "craving": 7}
    made = recorded(team.psychologue, sophie, TypeActe.CONS_PSY, "seance_psychologue", said)
    form = SHIPPED.forms.get("seance_psychologue")
    assert form.item("craving").partage is Partage.METIER
    for role, readable in [
        (Role.PSYCHOLOGUE, said),
        (Role.MEDECIN, {"rud_change": False}),
        (Role.TRAVAILLEUR_SOCIAL, {"rud_change": False}),
    ]:
        acte, found = read(team[role], made)
        assert (acte.reponses, found.id) == (readable, "seance_psychologue")


def test_that_a_definition_removed_since_is_read_where_it_was_kept(team, sophie):
    form = written()
    made = recorded(
        with_forms(team.psychologue, form), sophie, TypeActe.VAD, form.id, {"constat": "Toit percé"}
    )
    acte, found = read(team.psychologue, made)
    assert (acte.reponses, found) == ({"constat": "Toit percé"}, form)


def test_that_answers_to_a_definition_that_is_nowhere_are_not_shown(team, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12))
    lost = replace(done, form="perdu", form_version=3, reponses={"x": "y"})
    office = without_forms(team.psychologue)
    with office.store.read() as work:
        acte, form = seance_forms.shared(office, work, lost)
        assert (acte.reponses, form) == ({}, None)
        assert seance_forms.shared(office, work, done) == (done, None)
        assert seance_forms.forms_for(office, work, sophie, (TypeActe.CONS_PSY,), lost) == {}
