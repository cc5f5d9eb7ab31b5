"""An identity is confirmed by a document, trait by trait, and only then."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.patient import Attribut, Identite, Sexe, StatutIdentite
from microstructure_desktop.services import identites
from microstructure_desktop.services.identites import IdentiteSaisie, typed_traits
from tests import factories as make

BORN = date(1992, 5, 14)
TYPED = IdentiteSaisie("Légende", "Sophie Marie", "31555", piece="CNI")
LE = date(2026, 11, 19)


def traits(saisie=TYPED, naissance=BORN, sexe=Sexe.F):
    return typed_traits(saisie, naissance, sexe)


def confirmed(saisie=TYPED, known=None, **changes):
    return identites.confirmed(saisie, traits(saisie, **changes), known, par="moi", le=LE)


def a_validated(**changes):
    said = confirmed()
    return make.a_patient(naissance=BORN, sexe=Sexe.F, identite=replace(said, **changes))


@pytest.mark.parametrize(
    "code", ["01001", "31555", "95999", "2A004", "2b033", "97105", "98411", "99100", "99999"]
)
def test_that_a_place_of_birth_has_the_form_of_a_code(code):
    typed = replace(TYPED, cog=f" {code[:2]} {code[2:]} ")
    assert identites.problems(typed, traits(typed)) == {}
    assert confirmed(typed).cog == code.upper()


@pytest.mark.parametrize(
    "code",
    ["00001", "96100", "3155", "315555", "2C004", "97905", "98500", "Toulouse", "٣1555", "3١555"],
)
def test_that_what_is_no_code_is_said_at_its_field(code):
    typed = replace(TYPED, cog=code)
    assert list(identites.problems(typed, traits(typed))) == ["cog"]


@pytest.mark.parametrize(
    ("typed", "changes", "words"),
    [
        (replace(TYPED, nom_naissance=" "), {}, "le nom de naissance"),
        (replace(TYPED, prenoms_naissance=""), {}, "les prénoms de naissance"),
        (replace(TYPED, cog=""), {}, "le code du lieu de naissance"),
        (TYPED, {"naissance": None}, "la date de naissance"),
        (TYPED, {"sexe": Sexe.NR}, "le sexe, féminin ou masculin"),
        (TYPED, {"sexe": Sexe.AUTRE}, "le sexe, féminin ou masculin"),
    ],
)
def test_that_a_document_confirms_nothing_while_a_trait_is_missing(typed, changes, words):
    faults = identites.problems(typed, traits(typed, **changes))
    assert faults == {"piece": f"Pour valider l’identité, il manque\xa0: {words}."}
    assert identites.problems(replace(typed, piece=""), traits(typed, **changes)) == {}


@pytest.mark.parametrize("attribut", [Attribut.DOUTEUX, Attribut.FICTIF])
def test_that_a_doubtful_identity_stays_provisional(attribut):
    typed = replace(TYPED, attributs=(attribut,))
    assert list(identites.problems(typed, traits(typed))) == ["piece"]
    quiet = replace(typed, piece="")
    assert identites.loses_validation(a_validated(), quiet, traits(quiet))
    assert confirmed(quiet, a_validated()).statut is StatutIdentite.PROVISOIRE


def test_that_a_namesake_can_be_validated():
    typed = replace(TYPED, attributs=(Attribut.HOMONYME,))
    assert identites.problems(typed, traits(typed)) == {}
    assert confirmed(typed).statut is StatutIdentite.VALIDEE


def test_that_who_compares_a_document_validates_that_day():
    assert confirmed() == Identite(
        "Légende", "Sophie Marie", "31555", StatutIdentite.VALIDEE, (), "CNI", "moi", LE
    )
    assert confirmed(replace(TYPED, piece="")) == Identite("Légende", "Sophie Marie", "31555")


def test_that_a_validated_identity_stays_so_while_no_trait_changes():
    known = a_validated(verifiee_par="elle", verifiee_le=date(2026, 1, 5))
    same = replace(TYPED, piece="", nom_naissance="LEGENDE ", attributs=(Attribut.HOMONYME,))
    assert not identites.loses_validation(known, same, traits(same))
    kept = confirmed(same, known)
    assert (kept.verifiee_par, kept.verifiee_le, kept.piece) == ("elle", date(2026, 1, 5), "CNI")
    assert (kept.nom_naissance, kept.attributs) == ("LEGENDE", (Attribut.HOMONYME,))


@pytest.mark.parametrize(
    ("typed", "changes"),
    [
        (replace(TYPED, nom_naissance="Legendre"), {}),
        (replace(TYPED, prenoms_naissance="Sophie"), {}),
        (replace(TYPED, cog="31556"), {}),
        (TYPED, {"naissance": date(1992, 4, 15)}),
        (TYPED, {"sexe": Sexe.H}),
    ],
)
def test_that_a_changed_trait_sends_a_validated_identity_back(typed, changes):
    known, quiet = a_validated(), replace(typed, piece="")
    assert identites.loses_validation(known, quiet, traits(quiet, **changes))
    made = confirmed(quiet, known, **changes)
    assert (made.statut, made.piece, made.verifiee_par) == (StatutIdentite.PROVISOIRE, "", None)
    assert not identites.loses_validation(known, typed, traits(typed, **changes))
    assert confirmed(typed, known, **changes).verifiee_par == "moi"
