"""What the region's report shows, in the order it is read."""

import re
from dataclasses import replace

from microstructure_desktop.reports.regional import regional
from microstructure_desktop.reports.regional_imprime import ChapitreRegional, GrilleImprimee
from tests.reports.reading import plain, reader, texts, whole
from tests.reports.test_regional_imprime import CONTENU
from tests.reports.told import all_told, headings, tables, tree

ORDER = (
    "RAPPORT RÉGIONAL 2025 Microstructures, région OCC RAMIP",
    "24 10 personnes réunions",
    "Sommaire 1 Partie reçue 2",
    "1. Partie reçue Une phrase. R : reçu. Structure Cabinet des Lilas OCC-31-001 janv. R févr. M",
    "2. Partie personnes Personnes vues",
    "Mois Janvier 2025 Personnes 12 · 1 structure sur 2 Février 2025 14",
    "3. Partie actes Personnes vues",
    "Métier Psychologue Actes 162 Note.",
    "4. Partie mots Chiffre Acte Sens Ce qui se fait.",
)


def test_that_words_come_in_the_order_they_are_read():
    said, at = plain(whole(regional(CONTENU))), 0
    for text in ORDER:
        assert text in said[at:], text
        at = said.index(text, at) + len(text)


def test_that_tables_replace_those_of_the_charts():
    assert headings(reader(regional(CONTENU))) == [
        ["Structure", "janv.", "févr."],
        ["Mois", "Personnes"],
        ["Métier", "Actes"],
        ["Chiffre", "Sens"],
    ]


def test_that_the_contents_say_the_page_of_each_chapter():
    found = list(map(plain, texts(regional(CONTENU))))
    told = dict(re.findall(r"(Partie \w+) (\d+)", found[0]))
    assert len(told) == 4
    for title, page in told.items():
        assert f". {title}" in found[int(page) - 1]


def test_that_everything_is_told_aloud_and_charts_have_words():
    pdf = regional(CONTENU)
    assert all_told(pdf)
    figures = [part["/Alt"] for part in tree(reader(pdf)) if part["/S"] == "/Figure"]
    assert len(figures) == 2
    assert "De 12 personnes" in plain(figures[0])


def test_that_months_are_written_again_over_the_next_page():
    rows = tuple((f"Cabinet {n}\nOCC-31-{n:03}", *"RRRRRRRRRRRR") for n in range(30))
    grid = GrilleImprimee(tuple(f"m{n}" for n in range(12)), rows, "R : reçu.")
    pdf = regional(replace(CONTENU, chapitres=(ChapitreRegional("Reçu", grille=grid),)))
    assert len(tables(reader(pdf))) == 4
    pages = [plain(page) for page in texts(pdf)]
    assert all("m0" in page for page in pages if "Cabinet" in page)
    assert "".join(pages).count("OCC-31-") == 30
