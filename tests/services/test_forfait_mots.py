"""What is missing is named in a sentence."""

from datetime import date

from microstructure_desktop.domain.decompte import EtatForfait
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturable import Manque, Piece
from microstructure_desktop.services.forfait_mots import COURTS, ETATS, actes, manque
from microstructure_desktop.services.reference import load

REFERENCE = load()


def said(piece, **changes):
    return manque(REFERENCE, Manque(piece, True, "s", **changes))


def test_that_every_state_and_every_piece_has_its_words():
    assert set(ETATS) == set(EtatForfait)
    assert set(COURTS) == set(Piece)


def test_that_the_very_thing_is_named():
    assert said(Piece.ACTES, role=Role.TRAVAILLEUR_SOCIAL, nombre=1) == (
        "Il manque 1\u00a0entretien du travailleur social."
    )
    assert said(Piece.FICHE_ENTREE, formulaire="medicale_entree") == (
        f"La fiche «\u00a0{REFERENCE.forms.get('medicale_entree').title}\u00a0» n’est pas complète."
    )
    assert "notée" in said(Piece.INFORMATION)
    assert "mêmes jours" in said(Piece.CHEVAUCHEMENT)
    assert said(Piece.MEME_ANNEE, jour=date(2025, 3, 3)) == (
        "Un autre forfait de cette personne a commencé le 03/03/2025, moins d’un an avant celui-ci."
    )


def test_that_acts_are_counted_in_words():
    assert actes(Role.MEDECIN, 1) == "1\u00a0consultation longue du médecin"
    assert actes(Role.PSYCHOLOGUE, 2) == "2\u00a0séances du psychologue"
    assert actes(None, 1) == "1\u00a0rencontre avec la personne"
