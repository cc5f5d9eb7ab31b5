"""What documents are made from holds nothing personal to an author."""

from dataclasses import fields

from microstructure_desktop.reports.printed import FicheImprimee, FicheVierge, Minutes


def test_that_nothing_personal_can_be_given_to_the_minutes():
    assert [f.name for f in fields(Minutes)] == [
        "cabinet",
        "synthese",
        "numero",
        "patients",
        "membres",
        "forfaits",
        "empreinte",
        "edite_le",
        "provisoire",
        "retenues",
        "additifs",
        "additifs_ecrits",
        "additifs_retenus",
        "initiales",
        "fermees",
    ]


def test_that_a_printed_fiche_knows_its_revision_and_its_definition():
    names = {f.name for f in fields(FicheImprimee)}
    assert names >= {"form", "fiche", "auteur", "revision", "revisee_le", "edite_le"}


def test_that_a_blank_fiche_knows_nothing_of_what_was_written():
    assert [f.name for f in fields(FicheVierge)] == [
        "cabinet",
        "form",
        "edite_le",
        "patient",
        "precedentes",
    ]
