"""What the report says and in which order; its contents lead to the right pages."""

import re

import pytest

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.reports.rapport import rapport
from tests.reports.rapport_cases import EMPTY, FULL, LONG, OUTSIDE
from tests.reports.reading import plain, reader, texts, whole

ORDER = (
    "RAPPORT ANNUEL 2026",
    "Rapport d’activité 2026 Cabinet médical des Oliviers",
    "Version interne : chiffres exacts.",
    "24 10 personnes vues réunions",
    "Sommaire",
    "1 Partie identite",
    "Annexe A. Définition de chaque chiffre",
    "Annexe B. Réunions tenues",
    "1. Partie identite",
    "Rien n’est noté.",
    "3. Partie file_active",
    "24 personnes vues en 2026.",
    "Mois Janvier 2026 12 2025 9 Février",
    "File active Personnes vues 2026 24 Part 2025 20",
    "Nouvelles 10 sur 24 42 % 8 sur 20",
    "Hors de ces parts : 2 réponses non connues.",
    "Ce qu’en dit l’équipe",
    "Le cabinet a déménagé. On vient de plus loin.",
    "4. Partie profil",
    "13. Partie forfaits",
    "Financeur ARS Nature Fonctionnement Période 01/07/2025 au 30/06/2026 Montant 36 500,00 €",
    "Part de 2026 18 100,00 €",
    "16. Partie perspectives",
    "Annexe A. Définition de chaque chiffre",
    "Chiffre File active Ce qui est compté Personnes vues au moins une fois.",
    "Annexe B. Réunions tenues",
    "Date 29 janvier 2026 Réunion Réunion de synthèse Durée 1 h",
)


def test_that_words_come_in_the_order_they_are_read():
    said, at = plain(whole(rapport(FULL))), 0
    for text in ORDER:
        assert text in said[at:], text
        at = said.index(text, at) + len(text)


@pytest.mark.parametrize("contenu", [FULL, EMPTY, LONG, OUTSIDE])
def test_that_the_contents_say_the_page_of_each_title(contenu):
    found = [plain(page) for page in texts(rapport(contenu))]
    told = dict(re.findall(r"(Partie \w+|Annexe [A-C]\. [^\d]+?) (\d+)(?= |$)", found[0]))
    assert len(told) >= len(Section) + 2
    for title, page in told.items():
        assert title in found[int(page) - 1]
        assert not any(title in other for other in found[1 : int(page) - 1])


def test_that_a_reader_shows_the_sections_beside_the_pages():
    outline = [entry.title for entry in reader(rapport(OUTSIDE)).outline]
    assert outline[:2] == ["1. Partie identite", "2. Partie methode"]
    assert outline[-2:] == ["Annexe B. Chiffres non diffusés", "Annexe C. Réunions tenues"]


def test_that_what_is_not_given_out_is_named_and_not_explained():
    said = plain(whole(rapport(OUTSIDE)))
    assert "• Logement : non diffusé • Ressources : non diffusé" in said


def test_that_a_curve_has_its_table_and_the_other_charts_leave_it_to_the_section():
    said = plain(whole(rapport(FULL)))
    assert "Avril 20 (prov.) 11" in said
    assert "Ici Là Loin File active" in said


def test_that_a_title_is_never_alone_at_the_foot_of_a_page():
    for page in texts(rapport(LONG))[1:]:
        body = [line for line in page.splitlines() if not line.startswith(("Page", "Édité"))]
        assert not re.match(r"\d+\. Partie", body[-1])


def test_that_an_empty_year_says_so():
    assert "Aucune réunion n’a été close dans l’année." in plain(whole(rapport(EMPTY)))
