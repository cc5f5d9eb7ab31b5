"""A filled fiche on paper: what was asked, what was answered, by whom, when, which revision."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import FICHES, Form
from microstructure_desktop.forms.scale_words import value_in_words
from microstructure_desktop.forms.scoring import resultat
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.fiche import FicheImprimee, fiche
from microstructure_desktop.services import reference
from tests.forms.answers_for import plausible
from tests.forms.samples import chain
from tests.reports import cases
from tests.reports.reading import fonts, framed, ink, plain, reader, squeezed, texts, whole

ANSWERS = {
    "jour": "2026-11-19",
    "niveau": "HAUT",
    "conduite": "Appel le soir même",
    "rappel": "2026-12-01",
    "envie": 7,
    "lieux": ["CHEZ_SOI", "DEHORS"],
    "poids": "70.5",
    "accord": "NR",
    "note": "ZQXPERSO",
}
SHIPPED = reference.load().forms.latest()


def contenu(answers=ANSWERS, form: Form | None = None, **autres) -> FicheImprimee:
    form = form or chain()
    patient = cases.patient(4)
    filled = Fiche(
        FicheId("f"),
        patient.id,
        cases.PSY,
        form.id,
        form.version,
        date(2026, 11, 19),
        dict(answers),
        complete=True,
    )
    base = FicheImprimee(
        cases.CABINET,
        patient,
        filled,
        form,
        cases.MEMBRES[cases.PSY],
        3,
        datetime(2026, 11, 20, 9, 5),  # noqa: DTZ001  -- an hour of this machine
        datetime(2026, 11, 21, 18, 0),  # noqa: DTZ001
    )
    return replace(base, **autres)


def test_that_a_fiche_says_whose_it_is_and_who_wrote_it():
    found = plain(whole(fiche(contenu())))
    assert "ESSAI DUPONT Jean" in found
    assert "Dossier n° 0005 · naissance le 01/01/1980, 46 ans" in found
    assert "Fiche du jeudi 19 novembre 2026" in found
    assert "Rédaction C. Morel (psychologue)" in found
    assert "État complète" in found
    assert "Révision n° 3, le 20/11/2026 à 09:05" in found
    assert "Questionnaire Essai, version 1" in found


def test_that_questions_come_with_their_answers_in_order():
    found = plain(whole(fiche(contenu())))
    assert (
        "Un Jour 19/11/2026 Niveau Haut Conduite Appel le soir même Rappel 01/12/2026 "
        "Deux Envie 7 sur 10 Lieux Chez soi, Dehors Poids 70,5 kg Accord Ne souhaite pas répondre"
    ) in found


def test_that_an_answer_sealed_to_its_author_is_never_printed():
    found = whole(fiche(contenu()))
    assert "ZQXPERSO" not in found
    assert "Note" not in found


def test_that_hidden_questions_are_left_out_even_when_answered():
    found = whole(fiche(contenu(ANSWERS | {"niveau": "BAS", "envie": 2})))
    assert "Conduite" not in found
    assert "Appel le soir même" not in found
    assert "Lieux" not in found


def test_that_a_question_without_answer_has_a_dash():
    assert "Jour — Niveau —" in plain(whole(fiche(contenu({}))))


def test_that_a_fiche_still_to_complete_says_so():
    unfinished = replace(contenu().fiche, complete=False)
    assert "État à compléter" in plain(whole(fiche(contenu(fiche=unfinished))))


def said(item, value) -> list[str]:
    """What must be read of an answer; of a scale, each of its scores."""
    if item.instrument is None:
        return [in_words(item, value)]
    found = resultat(item.instrument, value["cotes"])
    return [value_in_words(score) for score in found.valeurs]


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)
def test_that_every_shipped_form_prints_with_every_answer(form):
    answers = plausible(form, today=date(2026, 11, 19))
    made = fiche(contenu(answers, form))
    pages = texts(made)
    for number, page in enumerate(pages, 1):
        assert f"Page {number}/{len(pages)}" in page
        assert "DUPONT Jean · dossier n° 0005" in page
    found = squeezed("".join(pages))
    for item_id, value in answers.items():
        item = form.item(item_id)
        if not item.personal:
            assert squeezed(item.text) in found
            assert all(squeezed(words) in found for words in said(item, value))
    assert set(fonts(made).values()) == {True}
    assert len(pages) <= 2 + len(answers) // 8


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)
def test_that_nothing_personal_is_printed(form):
    secrets = {i.id: "ZQXPERSO" for i in form.questions if i.personal}
    assert "ZQXPERSO" not in whole(fiche(contenu(plausible(form) | secrets, form)))


@pytest.mark.parametrize("form", [f for f in SHIPPED if f.stage in FICHES], ids=lambda f: f.id)
def test_that_no_ink_leaves_the_frame(form):
    made = fiche(contenu(plausible(form), form))
    assert all(framed(ink(page)) for page in raster.pages(made, 40))


def test_that_a_fiche_copied_from_paper_says_so():
    assert "papier" not in whole(fiche(contenu()))
    copied = replace(contenu().fiche, papier=True)
    assert "Origine Recopiée d’une fiche papier" in plain(whole(fiche(contenu(fiche=copied))))


def test_that_answers_kept_from_the_reader_do_not_look_unanswered():
    found = plain(whole(fiche(contenu({"niveau": "HAUT"}, partielle=True))))
    assert "Étendue Seulement les réponses partagées avec toute l’équipe" in found
    assert found.endswith("Un Niveau Haut")


def test_that_the_same_fiche_makes_the_same_bytes_and_names_nobody_in_its_title():
    made = fiche(contenu())
    assert made == fiche(contenu())
    assert reader(made).metadata.title == "Essai"
    assert not reader(made).metadata.author
