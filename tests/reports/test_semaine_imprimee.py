"""A printed line holds hours, people, and whether they came; nothing about care."""

from dataclasses import fields

from microstructure_desktop.reports.semaine_imprimee import JourImprime, LigneImprimee


def test_that_nothing_else_can_be_printed():
    assert [f.name for f in fields(LigneImprimee)] == ["debut", "fin", "personne", "avec", "etat"]
    assert [f.name for f in fields(JourImprime)] == ["jour", "mentions", "lignes"]
