"""A chart in a document: vectors only, its words in order, its table, and what is read instead."""

import re

import pytest

from microstructure_desktop.charts import words
from microstructure_desktop.reports.fonts import REGULAR, SEMIBOLD, width
from microstructure_desktop.reports.graphique import story
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.raster import pages
from tests.charts.cases import barres, cascade, courbe, rangee
from tests.reports.reading import fonts, framed, ink, plain, reader, texts, whole

SHEET = Sheet("Rapport", "gauche", "droite", ("un", "deux"))
LONG = tuple(f"Un libellé bien long pour une catégorie, numéro {n}" for n in range(24))
MANY = barres(rangee("", *range(24)), noms=LONG)
CHARTS = [courbe(), barres(), cascade(), MANY, courbe(rangee("", 0, 0, 0, 0))]


def made(*charts) -> bytes:
    return render(SHEET, lambda _running: [part for one in charts for part in story(one)])


def parts(pdf: bytes) -> list[dict]:
    root = reader(pdf).trailer["/Root"]["/StructTreeRoot"]
    return [part.get_object() for part in root["/K"]["/K"]]


@pytest.mark.parametrize("graphique", CHARTS)
def test_that_it_is_drawn_with_paths_and_no_picture(graphique):
    pdf = made(graphique)
    for page in reader(pdf).pages:
        assert len(page.images) == 0
        assert b" Do" not in page.get_contents().get_data()
    content = reader(pdf).pages[0].get_contents().get_data()
    assert len(re.findall(rb"\b(?:l|re)\b", content)) > 10
    assert all(fonts(pdf).values())


@pytest.mark.parametrize("graphique", CHARTS)
def test_that_nothing_leaves_the_page(graphique):
    assert all(framed(ink(page)) for page in pages(made(graphique), 50))


def test_that_words_come_in_the_order_they_are_read():
    said = plain(whole(made(cascade())))
    order = ["Hépatite C", "patients", "étape précédente", "Vus 40", "Proposés 30 75 %", "Étape"]
    places = [said.index(text) for text in order]
    assert places == sorted(places)
    assert "Faits 15 (prov.) 50 % Traités — —" in said[said.index("Étape") :]


def test_that_the_table_says_what_the_screen_says():
    said = plain(whole(made(courbe())))
    first, *others = words.table(courbe()).lignes
    assert f"Mois {first[0]} 2026 {first[1]} 2025 {first[2]}" in said
    for row in others:
        assert " ".join(row) in said


def test_that_the_figure_is_read_by_its_words():
    found = parts(made(courbe()))
    assert [part["/S"] for part in found] == ["/H3", "/Figure", "/Table"]
    assert found[1]["/Alt"] == f"File active. {words.alternative(courbe())}"


def test_that_a_chart_and_its_table_stay_on_one_page_while_they_fit():
    pdf = made(*[courbe()] * 4)
    for text in texts(pdf):
        assert text.count("File active") == text.count("(prov.)") > 0


def test_that_what_is_longer_than_a_page_goes_on():
    names = tuple(f"Catégorie {n}" for n in range(40))
    pdf = made(barres(rangee("", *range(40)), noms=names))
    assert len(texts(pdf)) == 2
    assert "Catégorie 39" in plain(texts(pdf)[1])


def test_that_without_values_it_says_so():
    said = plain(whole(made(courbe(rangee("", None, None, None, None)))))
    assert "File active Aucune valeur à montrer." in said


def test_that_the_same_chart_makes_the_same_bytes():
    assert made(*CHARTS) == made(*CHARTS)


def test_that_what_names_a_column_of_figures_ends_where_they_end():
    found = []

    def seen(text, _cm, tm, _font, size):
        if text.strip() in {"2026", "12"}:
            found.append((text.strip(), tm[4], size))

    reader(made(courbe())).pages[0].extract_text(visitor_text=seen)
    (_, head_x, head_size), (_, x, size) = found[-2:]
    assert (found[-2][0], found[-1][0]) == ("2026", "12")
    ends = (
        head_x + width("2026", SEMIBOLD, head_size),
        x + width("12", REGULAR, size),
    )
    assert ends[0] == pytest.approx(ends[1], abs=0.1)


def test_that_a_chart_may_leave_its_table_to_another():
    alone = render(SHEET, lambda _running: story(barres(), tableau=False))
    assert len(texts(alone)) == 1
    assert len(plain(whole(alone))) < len(plain(whole(made(barres()))))
    assert {part["/S"] for part in parts(alone)} == {"/H3", "/Figure"}


def test_that_the_name_of_a_row_is_whole_over_its_figures():
    name = "Santé physique ou globale de la personne (10 NR)"
    said = plain(whole(made(barres(rangee(name, 1, 2, 3), rangee("Autre", 1, 2, 3)))))
    assert said.count(name) == 2
    assert "…" not in said
