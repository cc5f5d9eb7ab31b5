"""The shipped fiches: every field asked, nobody obliged, alarms answered."""

import re
from collections import defaultdict

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import NR, Item, ItemType, Partage
from microstructure_desktop.forms.rules import enabled, problems
from microstructure_desktop.services import shipped
from tests.forms import scales
from tests.forms.samples import TODAY

from .agreed import (
    ALARM,
    DRAWN,
    FIELDS,
    KINDS,
    MEDECIN,
    OF_THE_CARER,
    PSY,
    REQUIRED,
    REQUIRED_SOMETIMES,
    RUD,
    SUICIDE,
    TS,
)

LISTS = shipped.shipped().listes
EVERY = {form.id: form for form in shipped.shipped().forms}
FORMS = {
    form.id: form
    for form in (
        loader.load(assets.text(*name), LISTS, scales.shipped())
        for name in assets.names("forms")
        if "seance" not in name
    )
}
# Consumption: what a person may keep for themselves, whichever way it is asked.
SUBSTANCE_LISTS = {"CL16", "CL17", "CL18", "CL19", "CL20", "CL20_PRESCRIPTEUR", "VOIE_IV"}
SUBSTANCE_GROUPS = {"produits", "consommations", "envies", "injection", "echelles"}
NEVER_EXPORTED = SUICIDE | {"grossesse", "violences_subies", "evenements_vie"}
OBSCURE = re.compile(r"\b(TS|TSO|VAD|RDV|HAD|TROD|SDF|IDE|NR)\b")
PHQ_9 = {"echelles_a_coter": ["PHQ9"], "echelle_phq9": {"version": 1, "cotes": {"9": 1}}}
IDEAS = {"idees_suicidaires": True}
ALARMS = [
    *((f"psychologique_{stage}", PHQ_9) for stage in ("entree", "suivi", "fin")),
    *((f"psychologique_{s}", {"rud_urgence": "MOYEN"}) for s in ("entree", "suivi")),
    ("psychologique_fin", {"motif_fin": "DEMENAGEMENT", "rud_urgence": "MOYEN"}),
    ("psychologique_suivi", {"rud_risque": "ELEVE"}),
    ("psychologique_suivi", {"rud_dangerosite": "ELEVE"}),
    *((f"medicale_{s}", {**IDEAS, "rud_urgence": "MOYEN"}) for s in ("entree", "suivi", "fin")),
    ("rud", {"rud_urgence": "ELEVE"}),
    ("cssrs", {"cssrs_niveau": "MODERE"}),
    ("cssrs", {"cssrs_niveau": "ELEVE"}),
    *((f"medicale_{stage}", IDEAS) for stage in ("entree", "suivi", "fin")),
    *((f"psychologique_{stage}", IDEAS) for stage in ("entree", "suivi", "fin")),
    ("psychologique_entree", {"tentatives_nb": 1, "tentative_12m": True}),
    ("psychologique_suivi", {"idees_suicidaires": False, "tentative_recente": True}),
]
QUIET = [
    ("psychologique_suivi", {**PHQ_9, "echelle_phq9": {"version": 1, "cotes": {"8": 3, "9": 0}}}),
    ("psychologique_suivi", {"rud_risque": "MOYEN", "rud_urgence": "FAIBLE"}),
    ("medicale_suivi", {"rud_urgence": "ELEVE"}),  # nobody spoke of suicide: not assessed
    ("medicale_suivi", {"idees_suicidaires": NR}),
    ("psychologique_entree", {"idees_suicidaires": False, "tentatives_nb": 2}),
    ("rud", {"rud_dangerosite": "MOYEN"}),
    ("cssrs", {"cssrs_niveau": "FAIBLE"}),
]
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def plain(item: Item) -> str:
    return item.base or item.id


def unconditional(item: Item) -> bool:
    return not item.when and not item.under


def test_that_each_form_has_its_profession_and_its_moment():
    assert {form.id: (form.role, form.stage) for form in FORMS.values()} == KINDS


@each_form
def test_that_no_agreed_field_is_missing(form):
    there = {f"{item.base}*" if item.row else item.id for item in form.items}
    assert set(FIELDS[form.id].split()) - there == set()


@each_form
def test_that_only_what_was_agreed_is_required(form):
    required = [item for item in form.questions if item.required]
    assert {i.id for i in required if unconditional(i)} == set(REQUIRED[form.id].split())
    sometimes = {plain(i) for i in required if not unconditional(i)}
    assert sometimes == REQUIRED_SOMETIMES.get(form.id, set())


@pytest.mark.parametrize("role", [MEDECIN, PSY, TS])
def test_that_an_id_means_the_same_question_in_a_profession_s_fiches(role):
    shapes = defaultdict(set)
    for form in FORMS.values():
        for item in form.questions if form.role is role else ():
            codes = tuple(option.code for option in item.options)
            scale = item.instrument and item.instrument.id
            kind = (item.type, item.code_list, item.repeats, codes, scale, item.row)
            shapes[item.id].add((*kind, item.min, item.max, item.unit, item.partage))
    assert {item_id for item_id, kinds in shapes.items() if len(kinds) > 1} == set()


@each_form
def test_that_nobody_has_to_name_a_substance(form):
    for item in form.questions:
        group = form.group_of(item.id)
        about = item.code_list in SUBSTANCE_LISTS or (group and group.id in SUBSTANCE_GROUPS)
        assert not (about and item.required and item.id != "jour")


@each_form
def test_that_a_person_may_decline_whatever_they_are_asked(form):
    asked = {ItemType.BOOLEAN, ItemType.INTEGER, ItemType.DECIMAL, ItemType.CHOICE}
    firm = {
        plain(item)
        for item in form.questions
        if item.type in asked and not item.nr and not item.required
    }
    assert firm <= set(OF_THE_CARER.split())
    assert not any(item.nr for item in form.questions if item.required)


@each_form
def test_that_only_counted_answers_leave_and_none_that_would_harm(form):
    for item in form.questions:
        if item.export:
            assert item.type not in {ItemType.STRING, ItemType.TEXT, ItemType.DATE}
            assert plain(item) not in NEVER_EXPORTED
            assert form.id not in {"rud", "cssrs", "pps"}


@each_form
def test_that_only_a_psychologist_keeps_a_personal_note(form):
    assert form.personal == ({"note_privee"} if form.role is PSY else set())


@each_form
def test_that_the_team_reads_the_conclusion_and_what_was_done(form):
    shared = {plain(i) for i in form.questions if i.partage is Partage.EQUIPE}
    there = {plain(i) for i in form.questions}
    wanted = ALARM | {"jour", "conclusion_texte", "synthese_partageable", "idees_suicidaires"}
    assert wanted & there <= shared


@each_form
def test_that_the_first_view_is_short(form):
    shown = enabled(form, {})
    assert len(form.groups) <= 7
    for group in form.groups:
        assert 1 <= sum(item.is_question and item.id in shown for item in group.items) <= 12


@each_form
def test_that_few_choices_lie_in_a_tray(form):
    for item in form.questions:
        if item.control == "segments" and item.code_list not in {"CL30", "OBJECTIF_ETAT"}:
            assert sum(option.code != NR for option in item.options) <= 4


@each_form
def test_that_nothing_is_abbreviated_that_could_be_misread(form):
    for item in form.items:
        assert not OBSCURE.search(f"{item.text} {item.hint}")


@pytest.mark.parametrize("form_id", DRAWN)
def test_that_what_changes_is_drawn_over_time(form_id):
    drawn = {plain(item) for item in FORMS[form_id].questions if item.trajectoire}
    assert set(DRAWN[form_id].split()) <= drawn


# --- suicide ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("form_id", "answers"), ALARMS)
def test_that_an_alarm_asks_what_is_done_now(form_id, answers):
    form = FORMS[form_id]
    shown = enabled(form, answers)
    assert {"securite_reperes", "securite_suite", "securite_prevenus"} <= shown
    assert not {"securite_conduite", "securite_motif"} & shown
    acts = enabled(form, {**answers, "securite_suite": "ACTION"})
    assert {"securite_conduite", "securite_motif"} & acts == {"securite_conduite"}
    waits = enabled(form, {**answers, "securite_suite": "SANS_SUITE"})
    assert {"securite_conduite", "securite_motif"} & waits == {"securite_motif"}
    left = {p.item for p in problems(form, answers, complete=True, today=TODAY)}
    assert {"securite_suite", "securite_prevenus"} <= left
    assert all(item.unchanged is False for item in form.items if item.id in ALARM)


@pytest.mark.parametrize(("form_id", "answers"), QUIET)
def test_that_without_alarm_nothing_is_asked(form_id, answers):
    shown = enabled(FORMS[form_id], answers)
    assert not any(item_id.startswith("securite_") for item_id in shown)


@pytest.mark.parametrize("name", ["medicale", "distance", "visite", "conjointe"])
def test_that_a_session_where_suicide_is_spoken_of_asks_what_is_done(name):
    form = EVERY[f"seance_{name}"]
    assert "idees_suicidaires" in enabled(form, {})
    for quiet in ({}, {"idees_suicidaires": False}, {"idees_suicidaires": NR}):
        assert not any(item_id.startswith("securite_") for item_id in enabled(form, quiet))
    block = {"securite_reperes", "securite_suite", "securite_prevenus", "securite_revoir"}
    assert block <= enabled(form, IDEAS)
    assert "securite_conduite" in enabled(form, {**IDEAS, "securite_suite": "ACTION"})
    assert "securite_motif" in enabled(form, {**IDEAS, "securite_suite": "SANS_SUITE"})


@pytest.mark.parametrize("form", EVERY.values(), ids=EVERY)
def test_that_no_figure_counts_an_answer_about_suicide(form):
    calling = calls(form)
    for item in form.questions:
        scale = item.instrument is not None and item.instrument.alertes
        named = plain(item) in SUICIDE or "suicid" in item.text.lower()
        if scale or named or item.id in calling or item.code_list == "CL27":
            assert not item.export


def calls(form):
    """The questions whose answer brings the number to call."""
    by_id = {item.id: item for item in form.items}
    bands = [item for item in form.items if "3114" in item.hint]
    nests = [by_id[band.under] for band in bands if band.under]
    return {condition.item for item in (*bands, *nests) for condition in item.when}


def test_that_a_scale_points_at_the_rubric_where_one_says_what_is_done():
    form = FORMS["psychologique_suivi"]
    assert "echelle_phq9_alerte" in enabled(form, PHQ_9)
    groups = [group.id for group in form.groups]
    assert groups[groups.index("echelles") + 1] == "securite"


def test_that_the_dead_are_not_assessed():
    form = FORMS["psychologique_fin"]
    spoken = {*RUD.split(), "idees_suicidaires"}
    assert not spoken & enabled(form, {"motif_fin": "DECES"})
    assert spoken <= enabled(form, {"motif_fin": "DEMENAGEMENT"})
    medical = enabled(FORMS["medicale_fin"], {"motif_sortie": "DECES"})
    assert "cause_deces" in medical
    assert not {"poursuite_mg", "relais_bloc", "courrier_sortie", "idees_suicidaires"} & medical


# --- what depends on an answer -------------------------------------------------------------


def test_that_a_product_asks_how_and_opens_the_next_line():
    form = FORMS["medicale_suivi"]
    assert "produit_2" not in enabled(form, {})
    shown = enabled(form, {"produit_1": "ALCOOL"})
    assert {"mode_1", "frequence_1", "usage_1", "evolution_conso_1", "produit_2"} <= shown
    assert {"verres_jour", "ivresses_mois"} <= shown
    assert not {"mode_2", "joints_jour", "cigarettes_jour"} & shown


@pytest.mark.parametrize("code", ["AUCUN", "NR", "NON_ABORDE"])
def test_that_no_product_asks_nothing_more(code):
    shown = enabled(FORMS["medicale_entree"], {"produit_1": code})
    assert not {"mode_1", "frequence_1", "age_debut_1", "verres_jour"} & shown


def test_that_a_behaviour_has_a_frequency_but_no_route():
    shown = enabled(FORMS["medicale_entree"], {"produit_1": "JEU_ARGENT"})
    assert "frequence_1" in shown
    assert "mode_1" not in shown


def test_that_the_fifth_product_and_the_origin_also_ask_how_much():
    form = FORMS["medicale_entree"]
    rows = {f"produit_{n}": "COCAINE" for n in range(1, 5)} | {"produit_5": "CANNABIS"}
    assert "joints_jour" in enabled(form, rows)
    assert "cigarettes_jour" in enabled(form, {"produit_origine": "TABAC"})


@pytest.mark.parametrize("form_id", [f for f in FORMS if FORMS[f].item("echelles_a_coter")])
def test_that_each_scale_chosen_shows_itself_alone(form_id):
    form = FORMS[form_id]
    group = form.group_of("echelles_a_coter")
    always = {item.id for item in group.items} & enabled(form, {})
    found = []
    for option in form.item("echelles_a_coter").options:
        shown = enabled(form, {"echelles_a_coter": [option.code]})
        found += sorted({item.id for item in group.items} & shown - always)
    assert always == {"echelles_aide", "echelles_a_coter"}
    assert sorted(found) == sorted(
        item.id for item in group.items if item.is_question and item.id != "echelles_a_coter"
    )


def test_that_epices_is_scored_on_demand():
    for form_id in ("sociale_entree", "sociale_suivi", "sociale_fin"):
        assert "echelle_epices" not in enabled(FORMS[form_id], {})
        assert "echelle_epices" in enabled(FORMS[form_id], {"epices_a_coter": True})


def test_that_needs_are_ranked_one_after_the_other():
    form = FORMS["sociale_entree"]
    assert "besoin_1" not in enabled(form, {"besoins_reperes": False})
    answers = {"besoins_reperes": True, "besoin_1": "LOGEMENT"}
    assert {"besoin_1", "besoin_2"} <= enabled(form, answers)
    assert "besoin_3" not in enabled(form, answers)


def test_that_a_relay_is_asked_for_every_reason_that_announces_one():
    form = FORMS["medicale_fin"]
    asked = {
        option.code
        for option in LISTS["CL29"].options
        if "relais" in enabled(form, {"motif_sortie": option.code})
    }
    assert asked == {o.code for o in LISTS["CL29"].options if o.code.startswith("RELAIS_")}


@pytest.mark.parametrize("right", ["opposition_partage", "opposition_statistique", "retrait"])
def test_that_an_opposition_says_what_the_team_does_at_once(right):
    form = FORMS["inclusion"]
    assert "opposition_reperes" not in enabled(form, {right: False})
    assert {"opposition_reperes", f"{right}_jour"} <= enabled(form, {right: True})


@pytest.mark.parametrize(("cadre", "asked"), [("ADDICTION", "inclusion"), ("COVID_SM", "covid")])
def test_that_the_reason_depends_on_the_programme(cadre, asked):
    shown = enabled(FORMS["inclusion"], {"cadre": cadre})
    assert {"motif_inclusion", "motif_covid"} & shown == {f"motif_{asked}"}


def test_that_a_plan_holds_five_goals():
    form = FORMS["pps"]
    assert form.group_of("objectif_5").repeat == 5
    assert {"objectif_action_1", "objectif_2"} <= enabled(form, {"objectif_1": "Dormir"})
    assert "objectif_qui_2" not in enabled(form, {"objectif_1": "Dormir"})


def test_that_violence_said_brings_whom_to_call():
    form = FORMS["sociale_entree"]
    assert "violences_reperes" in enabled(form, {"violences_subies": True})
    assert "violences_reperes" not in enabled(form, {"violences_subies": NR})


def test_that_the_social_follow_up_reads_what_sessions_say():
    autos = {item.auto for item in FORMS["sociale_suivi"].items if item.auto}
    assert autos == {"assiduite", "deplacements", "entourage", "demarches"}


def test_that_the_guide_ends_with_a_definition_that_loads():
    blocks = re.findall(r"```toml\n(.*?)```", assets.text("forms", "LISEZMOI.md"), re.DOTALL)
    form = loader.load(blocks[-1], LISTS, scales.shipped())
    assert form.item("echelle_phq9").instrument is not None
    assert form.group_of("appui_2").repeat == 3
