"""The annex is made from counts and public keys only."""

from dataclasses import fields

from microstructure_desktop.reports.annexe_imprimee import AnnexeImprimee


def test_that_nobody_followed_has_a_place():
    assert {f.name for f in fields(AnnexeImprimee)} == {
        "cabinet",
        "mois",
        "etat",
        "paquet",
        "animateur",
        "cle",
        "destinataires",
        "tableaux",
        "retenu",
        "jamais",
        "edite_le",
    }
