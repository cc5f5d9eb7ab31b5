"""The sheet is made from public things only."""

from dataclasses import fields

from microstructure_desktop.reports.inscription_imprimee import InscriptionImprimee


def test_that_nothing_secret_has_a_place():
    assert {f.name for f in fields(InscriptionImprimee)} == {
        "cabinet",
        "animateur",
        "empreinte",
        "cle_animateur",
        "fichier",
        "suite",
        "edite_le",
    }
