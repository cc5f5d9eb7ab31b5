"""The minutes hold everything that was said, on pages that a team can file."""

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.styles import BOTTOM, MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH
from microstructure_desktop.reports.synthese import minutes
from tests.reports import cases
from tests.reports.reading import fonts, ink, plain, reader, texts, whole

ALL = {
    case.__name__: case
    for case in (cases.normal, cases.empty, cases.long, cases.crowded, cases.odd)
}
every_case = pytest.mark.parametrize("case", ALL.values(), ids=ALL)


@every_case
def test_that_heading_foot_and_number_are_on_every_page(case):
    pages = texts(minutes(case()))
    for number, page in enumerate(pages, 1):
        assert f"Page {number}/{len(pages)}" in page
        assert "Cabinet médical des Oliviers" in page
        assert "Réunion de synthèse n° 11 · 19 novembre 2026" in page
        assert "empreinte 3f2a9c1b" in page


@every_case
def test_that_every_face_is_in_the_file(case):
    embedded = fonts(minutes(case()))
    assert set(embedded.values()) == {True}
    assert not any("Helvetica" in name for name in embedded)


@every_case
def test_that_the_same_meeting_makes_the_same_bytes(case):
    assert minutes(case()) == minutes(case())


@every_case
def test_that_nothing_is_drawn_outside_the_margins(case):
    left, foot = int(100 * (MARGIN - MM) / PAGE_WIDTH), int(100 * (BOTTOM - 14 * MM) / PAGE_HEIGHT)
    for page in raster.pages(minutes(case()), 50):
        places = ink(page)
        assert len(places) > 30
        assert min(x for x, _ in places) >= left
        assert max(x for x, _ in places) <= 100 - left
        assert min(y for _, y in places) >= 4
        assert max(y for _, y in places) <= 100 - foot


@every_case
def test_that_only_a_meeting_that_is_not_closed_is_provisional(case):
    contenu = case()
    pages = texts(minutes(contenu))
    assert all(("Document provisoire" in page) == contenu.provisoire for page in pages)


@every_case
def test_that_no_file_is_written(case, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda *a, **k: opened.append(a) or real(*a, **k))
    minutes(case())
    assert (list(tmp_path.iterdir()), opened) == ([], [])


def test_that_the_order_is_the_one_of_a_meeting():
    found = plain(whole(minutes(cases.normal())))
    milestones = [
        "RÉUNION DE SYNTHÈSE N° 11",
        "jeudi 19 novembre 2026, de 12:30 à 14:05 · Au cabinet",
        "Présents",
        "Dr Lemoine (médecin généraliste), C. Morel (psychologue)",
        "H. Garnier (travail social), Dr Belkacem (psychiatre)",
        "Excusés",
        "Psychiatre présent oui",
        "Suites des décisions précédentes",
        "O’BRIEN Maëlle Décision Prendre l’avis du psychiatre Réunion du 15/10/2026",
        "Qui Dr Lemoine Suite Faite",
        "LEFÈVRE Noël Ouvrir les droits à la CSS Réunion du 17/09/2026 H. Garnier À faire",
        "Situations évoquées",
        "GARCIA Élodie",
        "« Faut-il proposer une hospitalisation de sevrage avant les fêtes ? »",
        "Médical Reprise de consommation",
        "Psychologique Anxiété moindre",
        "Social Dossier MDPH déposé",
        "Relancer la MDPH et préparer le certificat — H. Garnier sous 15 jours",
        "LEFÈVRE Noël dossier n° 0002 Inclusion",
        "médecin 1/1 · psychologue 1/6 · travail social 1/7",
        "N’DIAYE Aïssatou dossier n° 0004 Sans nouvelles",
        "DUPONT Jean dossier n° 0005 Sortie",
        "Prochain point sur demande",
        "Relevé de la réunion",
        "Patients évoqués 4 Inclusions 1 Sorties 1 Décisions 3 Durée 1 h 35",
        "Non évoqués O’BRIEN Maëlle (n° 0003)",
        "Questions d’organisation La salle du fond",
        "Prochaine réunion jeudi 17 décembre 2026",
        "Signatures Dr Anne Lemoine médecin généraliste",
        "Dr Sofia Belkacem psychiatre",
    ]
    places = [found.find(text) for text in milestones]
    assert -1 not in places, milestones[places.index(-1)]
    assert places == sorted(places)


def test_that_an_empty_meeting_is_one_page_that_says_so():
    (page,) = texts(minutes(cases.empty()))
    for text in (
        "à partir de 12:30",
        "Psychiatre présent\nnon",
        "Aucune décision en attente.",
        "Aucune situation n’a été évoquée.",
        "Aucune question d’organisation.",
        "À fixer.",
    ):
        assert text in page
    assert "Signatures" not in page


def test_that_situations_erased_since_are_said_and_counted():
    contenu = cases.normal()
    days = (date(2046, 11, 22), date(2046, 11, 22), date(2047, 1, 3))
    discussed = len(contenu.synthese.vues)
    found = whole(minutes(replace(contenu, synthese=replace(contenu.synthese, effacees=days))))
    assert "2 situations effacées le 22/11/2046, avec le dossier de la personne." in found
    assert "1 situation effacée le 03/01/2047, avec le dossier de la personne." in found
    assert discussed + 3 == replace(contenu.synthese, effacees=days).evoquees


def test_that_a_situation_of_three_pages_names_the_person_on_each():
    pages = texts(minutes(cases.long()))
    assert len(pages) >= 4
    again = ["LEFÈVRE Noël, dossier n° 0002 (suite)" in page for page in pages]
    assert sum(again) >= 3
    assert not again[0]
    assert all("Médical" in page for page, of in zip(pages, again, strict=True) if of)
    assert "(suite)" not in pages[-1].partition("Relevé")[2]


def test_that_no_word_of_a_long_summary_is_lost():
    contenu = cases.long()
    found = whole(minutes(contenu))
    typed = contenu.synthese.situations[1].medical.split()
    assert found.count("sommeil") >= typed.count("sommeil")
    assert found.count("indésirable.") >= typed.count("indésirable.")


def test_that_forty_patients_are_all_there_with_their_number():
    found = whole(minutes(cases.crowded()))
    assert all(f"dossier n° {n:04}" in found for n in range(1, 41))
    assert "Patients évoqués" in found


def test_that_markup_controls_and_unknown_scripts_print_as_they_can():
    found = plain(whole(minutes(cases.odd())))
    assert "<para>&amp;<b>x</b> × ✓ • 1 829 € peut-être envers ???? ?? ?" in found
    assert "<B>NOM</B> & Prénom" in found


def test_that_no_title_stays_alone_at_the_bottom_of_a_page():
    """Whatever the length above it, a title has its first lines on the same page."""
    titles = ("Situations évoquées", "Relevé de la réunion", "Questions d’organisation")
    for lines in range(0, 60, 4):
        contenu = cases.minutes(
            (cases.situation(0, "ligne\n" * lines), cases.situation(1, cases.COURT)),
            organisation="un\ndeux",
        )
        for page in texts(minutes(contenu)):
            body = page.partition("Page ")[2].split("\n", 1)[1].strip()
            assert not body.endswith((*titles, "Prochaine réunion", "Signatures"))
            assert not body.endswith(("LEFÈVRE Noël", "dossier n° 0002", "Question de l’équipe"))


def test_that_the_description_of_the_file_names_nobody():
    made = reader(minutes(cases.normal()))
    assert made.metadata.title == "Compte rendu de réunion de synthèse"
    described = " ".join(str(value) for value in made.metadata.values())
    assert not any(name in described for name in ("Garcia", "GARCIA", "Lemoine", "Oliviers"))


def test_that_the_place_and_the_hour_may_be_missing():
    contenu = cases.normal()
    contenu = replace(contenu, synthese=replace(contenu.synthese, lieu=" ", fin=None))
    assert "19 novembre 2026, à partir de 12:30\n" in whole(minutes(contenu))


def test_that_loading_the_module_loads_no_pdf_library():
    code = (
        "import sys, microstructure_desktop.reports.synthese, microstructure_desktop.reports.fiche,"
        "microstructure_desktop.reports.raster; "
        "print([m for m in sys.modules if m.startswith(('reportlab', 'pypdfium2'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
