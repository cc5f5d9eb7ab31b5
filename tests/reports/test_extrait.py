"""An extract is a page of the file of one person, and names nobody else."""

from dataclasses import replace

import pytest

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.extrait import extrait
from tests.reports import cases
from tests.reports.reading import fonts, framed, ink, plain, reader, texts, whole

CASES = {
    "normal": cases.of_one(cases.normal(), 0),
    "long": cases.of_one(cases.long(), 1),
    "odd": cases.of_one(cases.odd(), 0),
}
every_case = pytest.mark.parametrize("contenu", CASES.values(), ids=CASES)


@every_case
def test_that_each_page_says_which_meeting_and_which_version(contenu):
    pages = texts(extrait(contenu))
    for number, page in enumerate(pages, 1):
        assert f"Page {number}/{len(pages)}" in page
        assert "Réunion de synthèse n° 11 · 19 novembre 2026" in page
        assert "Version 1 · édité le" in plain(page)


@every_case
def test_that_nothing_is_drawn_outside_the_margins(contenu):
    assert all(framed(ink(page)) for page in raster.pages(extrait(contenu), 50))


@every_case
def test_that_every_face_is_in_the_file(contenu):
    assert set(fonts(extrait(contenu)).values()) == {True}


def test_that_nobody_else_is_named():
    printed = whole(extrait(cases.of_one(cases.normal(), 1))).upper()
    others = [nom.split()[0].upper() for n, nom in enumerate(cases.NOMS) if n != 1]
    assert [nom for nom in others if nom in printed] == []
    assert "LEFÈVRE" in printed


def test_that_a_cabinet_without_names_prints_initials():
    printed = plain(whole(extrait(replace(cases.of_one(cases.normal(), 1), initiales=True))))
    assert "N. L. dossier n° 0002" in printed
    assert "LEFÈVRE" not in printed


def test_that_the_description_of_the_file_names_nobody():
    described = " ".join(map(str, reader(extrait(CASES["normal"])).metadata.values()))
    assert "Extrait de compte rendu" in described
    assert not any(name in described.upper() for name in ("GARCIA", "LEMOINE", "OLIVIERS"))


def test_that_a_long_situation_names_the_person_again_on_each_page():
    pages = texts(extrait(CASES["long"]))
    assert len(pages) > 1
    again = ["LEFÈVRE Noël, dossier n° 0002 (suite)" in plain(page) for page in pages]
    assert again[1:-1] == [True] * (len(pages) - 2)
