"""Every field of every form shipped, from the keyboard to the store, the paper and FHIR."""

import json
from decimal import Decimal
from itertools import islice

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.beginning import bounded
from microstructure_desktop.forms.fhir import json_text
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.fhir.response import response
from microstructure_desktop.forms.fhir.tree import tree, walk
from microstructure_desktop.forms.model import NR, ItemType
from microstructure_desktop.forms.rules import enabled, problems
from microstructure_desktop.forms.scale_words import value_in_words
from microstructure_desktop.forms.scoring import resultat
from microstructure_desktop.paths import Home
from microstructure_desktop.services import documents, fiches, reference
from microstructure_desktop.services.office import Cost
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.fiche_page import FichePage
from tests.cabinet import TODAY, make_team
from tests.forms.answers_for import plausible
from tests.forms.fhir import foreign
from tests.reports.reading import squeezed, whole
from tests.ui.desk import make_desk

from .typist import Typist

SHIPPED = reference.load().forms.latest()
SEEDS = 400  # enough to meet every question; most forms need a few
ENOUGH = 20
YEARS = 34  # of the patient that a team makes
SHORT = 18  # signs typed in a text: long ones are typed elsewhere


def likely(form, seed):
    answers = plausible(form, seed, today=TODAY)
    return {name: _as_kept(form.item(name), value) for name, value in answers.items()}


def _as_kept(item, value):
    """As the window writes it: codes in the order of the list, whole figures without decimals."""
    if isinstance(value, list):
        return [option.code for option in item.options if option.code in value]
    if isinstance(value, dict):
        cotes = {n: _figure(cote) for n, cote in value["cotes"].items()}
        return {**value, "cotes": cotes}
    free = item.type in (ItemType.STRING, ItemType.TEXT)
    return value[:SHORT].strip() if free and value != NR else value


def _figure(cote):
    return int(Decimal(cote)) if Decimal(cote) == int(Decimal(cote)) else cote


def lots(form):
    """Few enough sets of answers, in which each question that can be asked is answered once."""
    left = {item.id for item in form.questions}
    seen, drawn = set(), []
    for seed in range(SEEDS):
        drawn.append(likely(form, seed))
        seen |= drawn[-1].keys()
        if seed >= ENOUGH and left <= seen:
            break
    while left & seen:
        best = max(drawn, key=lambda answers: len(left & answers.keys()))
        new = left & best.keys()
        left -= new
        yield least(form, best, new), new


def least(form, answers, new):
    """Without the answers that showing the new ones does not need."""
    begun = (item.id for item in form.items if item.required or item.initial is not None)
    needed = {*begun, *new}
    for item in reversed(form.items):
        if item.id in needed:
            needed |= {item.under, *(condition.item for condition in item.when)}
    few = {name: value for name, value in answers.items() if name in needed}
    shown = enabled(form, few)
    wrong = problems(form, few, complete=True, today=TODAY)
    return answers if few.keys() - shown or wrong else few


@pytest.fixture(scope="module")
def team(tmp_path_factory, cheap, limits):
    """One cabinet for every form: each fiche is somebody else's."""
    made = make_team(Home(tmp_path_factory.mktemp("cabinet")), Cost(cheap, limits))
    yield made
    made.medecin.store.close()


@pytest.fixture
def open_page(team, theme, qtbot):
    def opened(form, patient):
        desk = make_desk(team, theme, form.role or Role.PSYCHOLOGUE)
        page = FichePage(desk.context)
        qtbot.addWidget(page)
        page.resize(1216, 860)
        page.show()
        route = Route("fiche", patient_id=patient.id, form_id=form.id)
        desk.context.navigator.go(Route("dossier"))
        desk.context.navigator.go(route)
        page.open(route)
        desk.settle()
        return desk, page

    return opened


def fill(page, answers, new, taper):
    """The new ones by keys and clicks, the others as their editors would."""
    typist = Typist(page.form_view, taper)
    form = page._opened.fiche.form
    for group in form.groups:
        page.form_view.show_group(group.id)
        QApplication.processEvents()
        for item in group.items:
            if item.id not in answers or item.read_only:
                continue
            given = page.form_view.answers.get(item.id)
            if given == answers[item.id]:
                continue
            if (item.id in new and given is None) or item.type is ItemType.DATE:
                typist.answer(item, answers[item.id])
            else:
                line = page.form_view.row(item.id)
                line.show_answer(answers[item.id])
                line._on_answered(answers[item.id])
                line._on_finished()


def said(item, value):
    if item.instrument is None:
        return [in_words(item, value)]
    return [value_in_words(v) for v in resultat(item.instrument, value["cotes"]).valeurs]


def check_paper(office, fiche, form, answers):
    text = squeezed(whole(documents.fiche(office, fiche.id).pdf))
    for item_id, value in answers.items():
        item = form.item(item_id)
        if not item.personal:
            assert squeezed(item.text) in text
            assert all(squeezed(words) in text for words in said(item, value)), item_id


def check_fhir(fiche, form, answers):
    """Another program finds each answer where its Questionnaire says, and no personal one."""
    out = response(form, answers, subject="abc", jour=fiche.jour, complete=True)
    text = json_text.written(out)
    found = foreign.read(questionnaire(form), json.loads(text, parse_float=Decimal))
    links = {
        (section.group.id, node.item.id): node.link
        for section in tree(form).sections
        for node in walk(section.nodes)
    }
    for item_id, value in answers.items():
        item = form.item(item_id)
        if item.personal:
            assert str(value) not in text
            continue
        link = links[form.group_of(item_id).id, item.base or item_id]
        for name, expected in sent(item, link, value):
            assert found[name, item.row] == expected, item_id


def sent(item, link, value):
    """What stands for an answer in FHIR, by linkId."""
    if item.instrument is not None:
        return [(f"{link}.{n}", [cote]) for n, cote in value["cotes"].items()]
    if value == NR and item.type is not ItemType.CHOICE:
        return [(link, [foreign.NOT_SAID])]
    if item.type is ItemType.DECIMAL:
        return [(link, [Decimal(value)])]
    return [(link, value if isinstance(value, list) else [value])]


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.long)])
@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)
def test_that_every_field_goes_from_the_window_to_the_store_the_paper_and_fhir(
    form, every, team, open_page, taper
):
    """Every question, or as many as one set of answers can hold."""
    answered = set()
    found = lots(bounded(form, YEARS))
    for rank, (answers, new) in enumerate(found if every else islice(found, 1)):
        desk, page = open_page(form, team.patient(f"Essai{rank}"))
        fill(page, answers, new, taper)
        shown = page._opened.fiche.form
        assert page.form_view.answers == answers
        assert answers.keys() <= enabled(shown, answers)
        fiche_id = FicheId(page._opened.fiche.id)
        page._complete()
        assert [link.text() for link in page.summary.links()] == []
        desk.settle()
        kept = fiches.open_fiche(desk.office, fiche_id)
        assert kept.answers == answers
        check_paper(desk.office, kept, form, answers)
        check_fhir(kept, form, answers)
        answered |= answers.keys()
    asked = {item.id for item in form.questions}
    assert answered == asked if every else len(answered) > len(asked) / 4
