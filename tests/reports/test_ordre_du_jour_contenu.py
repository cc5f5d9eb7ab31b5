"""A printed line holds who, why and how long; nothing of what was said."""

from dataclasses import fields

from microstructure_desktop.reports.ordre_du_jour_contenu import LigneDuJour, RepriseDuJour


def test_that_nothing_else_can_be_printed():
    assert [f.name for f in fields(LigneDuJour)] == ["personne", "motif", "question", "minutes"]
    assert [f.name for f in fields(RepriseDuJour)] == ["personne", "texte", "qui", "quand"]
