"""What a letter says, and what a neutral one does not."""

from datetime import date

import pytest

from microstructure_desktop.reports.lettre import LettreImprimee, lettre
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, texts, whole


def printed(*, neutre: bool = False, auteur=cases.PSY, **changes) -> bytes:
    written = make.a_lettre(jour=date(2026, 11, 19), **changes)
    titre = "Certificat de présence" if neutre else "Lettre d’orientation"
    return lettre(LettreImprimee(cases.CABINET, written, cases.MEMBRES[auteur], titre, neutre))


def said(**changes) -> str:
    return plain(whole(printed(**changes)))


def test_that_a_letter_says_who_writes_to_whom_when_and_what():
    text = said(destinataire="CMP des Lices\n12 rue du Port", objet="Orientation de Sophie")
    in_order = (
        "Cabinet médical des Oliviers",
        "Camille Morel",
        "Psychologue",
        "CMP des Lices",
        "12 rue du Port",
        "Le 19 novembre 2026",
        "Orientation de Sophie",
        "Merci de votre accueil.",
        "Signature",
    )
    places = [text.index(part) for part in in_order]
    assert places == sorted(places)


@pytest.mark.parametrize("auteur", [cases.PSY, cases.PSYCHIATRE])
def test_that_neutral_paper_tells_no_profession_and_no_secret(auteur):
    text = said(neutre=True, auteur=auteur, corps="S’est présentée au cabinet.").lower()
    assert "s’est présentée au cabinet." in text
    for word in ("psych", "addict", "secret", "microstructure", "dossier"):
        assert word not in text


def test_that_a_long_letter_goes_on_and_its_margins_name_nobody():
    made = printed(corps="Une phrase de plus.\n" * 120, objet="Orientation de Sophie LÉGENDE")
    shown = texts(made)
    assert len(shown) > 1
    assert "LÉGENDE" not in shown[1]


def test_that_a_letter_without_recipient_or_subject_still_has_its_title():
    assert "Certificat de présence" in said(neutre=True, objet="", destinataire="")
