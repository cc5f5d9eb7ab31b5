"""Amounts by their dates, each with its source; the other published ones beside."""

from dataclasses import replace

import pytest

from microstructure_desktop.services.reference import load
from microstructure_desktop.ui.pages.programmes.programme_card import ProgrammeCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag

REFERENCE = load()


@pytest.fixture
def card(theme, show):
    def made(code, reference=REFERENCE):
        known = reference.programmes | reference.reserves
        return show(ProgrammeCard(reference, known[code]), 760, 700)

    return made


def said(card):
    return [w.text() for kind in (Label, Paragraph) for w in card.findChildren(kind)]


def test_that_the_newest_version_comes_first_with_what_it_pays(card):
    words = said(card("COVID_SM"))
    assert words.index("Depuis le 06/08/2022") < words.index("Du 01/02/2021 au 05/08/2022")
    assert (
        "829\u00a0€ par personne et par an\u00a0: 1\u00a0consultation longue du médecin, "
        "6\u00a0séances du psychologue, 7\u00a0entretiens du travailleur social."
    ) in words
    assert "537\u00a0€ par personne et par an, nombre d’actes non publié." in words


def test_that_another_published_amount_is_beside(card):
    assert any(text.startswith("Ailleurs\u00a0: 529\u00a0€") for text in said(card("EQUIPADDICT")))


def test_that_who_may_enter_here_is_tagged(card):
    elsewhere = replace(REFERENCE, region="PDL")
    tags = [
        [tag.text() for tag in made.findChildren(Tag)]
        for made in (card("COVID_SM"), card("PCR"), card("COVID_SM", elsewhere))
    ]
    assert tags == [[], ["Réservé"], ["Pas dans votre région"]]
