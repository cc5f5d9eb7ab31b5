"""Every shipped form prints blank: all its questions, nothing personal, inside the frame."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.forms.earlier import Earlier, earlier
from microstructure_desktop.forms.model import FICHES, Stage
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.fiche_vierge import fiche_vierge
from microstructure_desktop.services import reference
from tests.forms.answers_for import plausible
from tests.forms.samples import chain
from tests.reports.blank import blank
from tests.reports.reading import fonts, framed, ink, plain, reader, squeezed, texts, whole

SHIPPED = reference.load().forms.latest()
every_form = pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.id)


def known_of(form) -> dict[str, Earlier]:
    """The last answers of somebody, and a secret under each personal note."""
    answers = plausible(form, 3, today=date(2026, 6, 2))
    found = earlier(form, [(date(2026, 6, 2), answers)], date(2026, 11, 20))
    return found | {i.id: Earlier(date(2026, 6, 2), "ZQXPERSO") for i in form.items if i.personal}


@every_form
def test_that_every_question_is_on_the_blank_fiche(form):
    pages = texts(fiche_vierge(blank(form, nobody=True)))
    found = squeezed("".join(pages))
    assert all(squeezed(item.text) in found for item in form.questions)
    for item in form.questions:
        if item.row < 2 and not item.read_only and len(item.offered) <= 60:
            assert all(squeezed(option.label) in found for option in item.offered)
    for number, page in enumerate(pages, 1):
        assert f"Page {number}/{len(pages)}" in page
        assert plain(f"{form.title}, version {form.version}") in plain(page)
    assert len(pages) <= 1 + len(form.items) // 6


@every_form
def test_that_last_answers_are_recalled_without_anything_personal(form):
    made = fiche_vierge(blank(form, known=known_of(form)))
    assert "ZQXPERSO" not in whole(made)
    assert set(fonts(made).values()) == {True}
    if any(not i.personal and i.id in known_of(form) for i in form.questions):
        assert "02/06/2026" in whole(made)


@pytest.mark.parametrize(
    "form", [f for f in SHIPPED if f.stage in (*FICHES, Stage.PLAN)], ids=lambda form: form.id
)
def test_that_no_ink_leaves_the_frame(form):
    made = fiche_vierge(blank(form, known=known_of(form)))
    assert all(framed(ink(page)) for page in raster.pages(made, 40))


def test_that_each_page_says_the_file_number_and_what_to_do_with_the_sheet():
    (page,) = texts(fiche_vierge(blank(chain())))
    assert "Dossier n° 0005" in page
    assert (
        "Fiche papier à recopier dans Microstructure : Fiches › Saisie de rattrapage, "
        "puis à détruire." in page
    )
    assert "Cabinet médical des Oliviers · Document confidentiel · Édité le 20/11/2026" in page


def test_that_a_session_is_copied_in_the_session_of_its_day():
    seance = replace(chain(), stage=Stage.SEANCE)
    found = whole(fiche_vierge(blank(seance)))
    assert "dans la séance du même jour, puis à détruire." in found
    assert "rattrapage" not in found


def test_that_the_file_names_nobody_and_is_always_the_same():
    made = fiche_vierge(blank(chain()))
    assert made == fiche_vierge(blank(chain()))
    assert reader(made).metadata.title == "Essai"
    assert not reader(made).metadata.author
    assert not reader(made).metadata.subject


def test_that_a_person_unknown_has_no_file_number():
    (page,) = texts(fiche_vierge(blank(chain(), nobody=True)))
    assert "Dossier n° . . . . . ." in page
