"""Two printouts of one meeting are told apart by their version."""

from dataclasses import replace

import pytest

from microstructure_desktop.reports.meeting_head import edition, section
from microstructure_desktop.reports.synthese import minutes
from microstructure_desktop.reports.wording import instant
from tests.reports import cases
from tests.reports.reading import plain, texts


def test_that_a_title_is_on_the_page_of_what_it_names():
    *_, kept, title = section("Signatures", 60)
    assert kept.height == title.wrap(0, 0)[1] + 60


@pytest.mark.parametrize(
    ("ecrits", "provisoire", "told"),
    [
        (0, True, "Version provisoire"),
        (0, False, "Version 1"),
        (1, False, "Version 1 + 1 additif"),
        (2, False, "Version 1 + 2 additifs"),
    ],
)
def test_that_the_foot_tells_the_version(ecrits, provisoire, told):
    contenu = replace(cases.normal(), additifs_ecrits=ecrits, provisoire=provisoire)
    said = f"{told} · édité le {instant(contenu.edite_le)} · empreinte 3f2a9c1b"
    assert plain(edition(contenu)) == plain(said)
    assert all(plain(said) in plain(page) for page in texts(minutes(contenu)))


@pytest.mark.parametrize(
    ("lieu", "visio", "told"),
    [
        ("Au cabinet", False, "à 14:05 · Au cabinet Présents"),
        ("Au cabinet", True, "à 14:05 · Au cabinet · en visioconférence Présents"),
        ("", True, "à 14:05 · en visioconférence Présents"),
    ],
)
def test_that_a_meeting_by_video_says_it(lieu, visio, told):
    (first, *_) = texts(minutes(cases.minutes(lieu=lieu, visio=visio)))
    assert told in plain(first)


def test_that_who_was_there_is_said_first():
    (first, *_) = texts(minutes(cases.normal()))
    assert "Présents Dr Lemoine (médecin généraliste), C. Morel (psychologue)" in plain(first)
    assert "Psychiatre présent oui" in plain(first)
