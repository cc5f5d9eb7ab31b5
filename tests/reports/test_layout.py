"""Every page of every document has its heading, its foot and its number."""

import pytest

from microstructure_desktop.reports.flow import line, mark
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.styles import BODY
from tests.reports.reading import fonts, plain, reader, texts, whole

SHEET = Sheet("Un document", "Le cabinet", "À droite", ("Pied un", "Pied deux"))


def story(pages: int, running=None, subject="") -> list:
    body = [line("\n".join(f"ligne {n}" for n in range(40 * pages)), BODY)]
    if running is None:
        return body
    return [mark(lambda: setattr(running, "subject", subject)), *body]


@pytest.mark.parametrize("length", [0, 1, 3, 12])
def test_that_heading_foot_and_number_are_on_every_page(length):
    pages = texts(render(SHEET, lambda _running: story(length)))
    for number, page in enumerate(pages, 1):
        assert f"Page {number}/{len(pages)}" in page
        for text in ("Le cabinet", "À droite", "Pied un", "Pied deux"):
            assert text in page
    assert len(pages) >= max(1, length // 2)


def test_that_the_document_is_described_without_any_name():
    made = reader(render(SHEET, lambda _running: story(1)))
    assert made.metadata.title == "Un document"
    assert not made.metadata.author
    assert not made.metadata.subject
    assert made.trailer["/Root"]["/Lang"] == "fr-FR"


def test_that_the_faces_are_in_the_file():
    embedded = fonts(render(SHEET, lambda _running: story(2)))
    assert len(embedded) == 2
    assert all(embedded.values()), embedded


def test_that_the_same_text_makes_the_same_bytes():
    first = render(SHEET, lambda _running: story(3))
    assert render(SHEET, lambda _running: story(3)) == first


def test_that_a_band_is_on_every_page():
    sheet = Sheet("t", "g", "d", ("a", "b"), band="Document provisoire")
    pages = texts(render(sheet, lambda _running: story(3)))
    assert len(pages) > 1
    assert all("Document provisoire" in page for page in pages)


def test_that_the_next_page_says_again_whom_it_is_about():
    pages = texts(render(SHEET, lambda running: story(3, running, "DUPONT Jean")))
    assert "(suite)" not in pages[0]
    assert all("DUPONT Jean (suite)" in page for page in pages[1:])


def test_that_a_name_too_long_for_the_heading_still_says_that_it_goes_on():
    pages = texts(render(SHEET, lambda running: story(3, running, "X" * 300)))
    assert all(page.count("… (suite)") == 1 for page in pages[1:])


def test_that_a_cabinet_with_a_very_long_name_does_not_cover_the_title():
    sheet = Sheet("t", "Cabinet " * 60, "À droite", ("a", "b"))
    (page,) = texts(render(sheet, lambda _running: story(0)))
    assert "…" in page
    assert "À droite" in page


def test_that_the_text_comes_in_order():
    found = plain(whole(render(SHEET, lambda _running: story(2))))
    assert found.index("ligne 0 ") < found.index("ligne 41 ") < found.index("ligne 79")


def test_that_a_watermark_is_on_every_page_and_is_not_read():
    sheet = Sheet("t", "g", "d", ("a", "b"), watermark="ne pas diffuser")
    pdf = render(sheet, lambda _running: story(3))
    assert all("ne pas diffuser" in page for page in texts(pdf))
    assert "ne pas diffuser" not in plain(whole(render(SHEET, lambda _running: story(3))))


def test_that_the_text_can_ask_on_which_page_it_stands():
    pages = []

    def noted(running):
        return [*story(2), mark(lambda: pages.append(running.page))]

    pdf = render(SHEET, noted)
    assert pages == [len(texts(pdf))] * 2
