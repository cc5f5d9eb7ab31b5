"""The printed agenda: what to take up, who to discuss and for how long."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.ordre_du_jour import ordre_du_jour
from microstructure_desktop.reports.ordre_du_jour_contenu import (
    LigneDuJour,
    OrdreDuJour,
    RepriseDuJour,
)
from tests.reports.reading import framed, ink, plain, reader, texts, whole

LINE = LigneDuJour("S. L. (n°\xa00001)", "Question de l’équipe", "Relais ?", 20)
MADE = OrdreDuJour(
    Cabinet("Cabinet des Lilas"),
    13,
    date(2026, 11, 26),
    time(12, 30),
    "Au cabinet · en visio",
    ("Dr Exemple", "C. Modèle"),
    (),
    (RepriseDuJour("L. B. (n°\xa00002)", "Appeler la MDPH", "N. Témoin", "avant le 04/12"),),
    (LINE, replace(LINE, personne="A. C. (n°\xa00003)", question="", minutes=12)),
    60,
    noms=False,
    edite_le=datetime(2026, 11, 22, 9, tzinfo=UTC),
)


def test_that_what_is_to_be_taken_up_stands_before_the_people():
    text = plain(whole(ordre_du_jour(MADE)))
    parts = (
        "Jeudi 26 novembre 2026 à 12:30 · Au cabinet · en visio",
        "Dr Exemple, C. Modèle",
        "32 min sur 1 h",
        "Appeler la MDPH",
        "S. L. (n° 0001) Pourquoi Question de l’équipe : Relais ? Temps 20 min",
        "2 A. C. (n° 0003) Question de l’équipe 12 min",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_that_a_meeting_without_a_place_has_its_hour_alone():
    text = plain(whole(ordre_du_jour(replace(MADE, lieu=""))))
    assert "à 12:30 Attendus" in text


def test_that_the_foot_says_whether_it_names_people():
    assert "Initiales et numéros de dossier seulement" in plain(whole(ordre_du_jour(MADE)))
    named = plain(whole(ordre_du_jour(replace(MADE, noms=True))))
    assert "Document nominatif" in named


def test_that_an_empty_agenda_says_so():
    text = plain(whole(ordre_du_jour(replace(MADE, reprises=(), lignes=()))))
    assert "Personne n’est encore à l’ordre du jour." in text
    assert "À reprendre" not in text


def test_that_forty_people_go_on_over_pages_within_the_margins():
    long = replace(LINE, question="Une question qui demande plusieurs lignes. " * 6)
    pdf = ordre_du_jour(replace(MADE, lignes=(long,) * 40))
    pages = texts(pdf)
    assert len(pages) > 2
    assert all(f"Page {n}/{len(pages)}" in page for n, page in enumerate(pages, 1))
    assert sum(page.count("S. L.") for page in pages) == 40
    assert all(framed(ink(page)) for page in raster.pages(pdf, 50))


def test_that_a_question_longer_than_a_page_is_printed_whole():
    long = replace(LINE, question="Question. " * 400)
    taken_up = replace(MADE.reprises[0], texte="Décision. " * 400)
    text = plain(whole(ordre_du_jour(replace(MADE, lignes=(long,), reprises=(taken_up,)))))
    assert (text.count("Question."), text.count("Décision.")) == (400, 400)


def test_that_the_same_agenda_makes_the_same_bytes_and_names_nobody_in_the_file():
    assert ordre_du_jour(MADE) == ordre_du_jour(MADE)
    title = reader(ordre_du_jour(MADE)).metadata.title
    assert title == "Ordre du jour de la réunion de synthèse"
