"""What the annex says, before and after a month is sealed."""

from dataclasses import replace
from datetime import UTC, datetime

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.reports.annexe import AnnexeImprimee, annexe
from microstructure_desktop.reports.printed_rapport import TableauImprime
from tests.reports.reading import plain, texts

CONTENU = AnnexeImprimee(
    Cabinet("Cabinet des Oliviers", "OCC", "OCC-31-007"),
    "octobre 2026",
    "Scellé le 3 novembre 2026 et remis.",
    "3a" * 32,
    "RAMIP",
    "3F2A 91C0 0B7D 44E8 9A1F 5C06 D2E3 7788",
    ("age1kawy8z9lyfjn0gg862fam03z6f0cz8semeqnwmes8puc352cquqq4we4vh",),
    (
        TableauImprime("Activité", ("Nombre",), (("Psychologue · entretiens", "6 · 270 min"),)),
        TableauImprime("File active", ("Nombre",), (("Personnes vues dans le mois", "6"),)),
    ),
    (),
    ("Nom, prénom, date de naissance",),
    datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


def said(contenu):
    return " ".join(map(plain, texts(annexe(contenu))))


def test_that_the_figures_the_readers_and_the_bundle_are_told():
    words = said(CONTENU)
    for expected in (
        "Cabinet des Oliviers · OCC-31-007",
        "Psychologue · entretiens",
        "6 · 270 min",
        "Rien ce mois-ci.",
        "Nom, prénom, date de naissance",
        "3F2A 91C0 0B7D 44E8 9A1F 5C06 D2E3 7788",
        CONTENU.destinataires[0],
        "3a" * 32,
    ):
        assert expected in words


def test_that_without_an_agreement_nobody_can_read_it():
    words = said(replace(CONTENU, paquet="", animateur="", cle="", destinataires=()))
    assert "aucune convention n’est confirmée" in words
    assert "Le paquet" not in words


def test_that_what_is_withheld_has_its_reason():
    assert "Moins de 5 personnes" in said(replace(CONTENU, retenu=("Moins de 5 personnes vues.",)))
