"""Templates of letters are read strictly, and say only what may be said."""

from string import ascii_lowercase

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import lettres_modeles
from microstructure_desktop.services.lettres_modeles import CHAMPS, Destinataire, modeles

ORIENTATION = assets.text("lettres", "orientation.toml")


def test_that_they_are_offered_in_their_order():
    assert list(modeles()) == [
        "orientation", "medecin_traitant", "sortie", "presence", "mdph", "protection",
    ]  # fmt: skip


@pytest.mark.parametrize("modele", modeles().values(), ids=modeles())
def test_that_each_is_filled_without_a_trace_of_its_fields(modele):
    objet, corps = modele.rempli(dict.fromkeys(CHAMPS, "xyz"))
    assert "{" not in objet + corps
    assert modele.objet == objet or "xyz" in objet
    assert "'" not in corps


@pytest.mark.parametrize("modele", modeles().values(), ids=modeles())
def test_that_what_leaves_the_team_asks_for_an_agreement(modele):
    assert modele.accord == (modele.destinataire is Destinataire.PARTENAIRE)


def test_that_what_goes_with_an_official_certificate_says_it_is_not_one():
    mdph, protection = (modeles()[name].rappels[0] for name in ("mdph", "protection"))
    assert "ne remplace pas" in mdph
    assert "cerfa" in mdph
    assert "n’est pas le certificat" in protection
    assert "procureur" in protection


def test_that_the_certificate_of_presence_tells_no_care():
    text = f"{modeles()['presence'].objet} {modeles()['presence'].corps}".lower()
    assert modeles()["presence"].neutre
    for word in ("addict", "suivi", "psych", "soin", "consultation", "microstructure", "équipe"):
        assert word not in text


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("{personne}", "{nom_de_la_personne}", "nom_de_la_personne"),
        ('destinataire = "partenaire"', 'destinataire = "tous"', "destinataire"),
        ("accord = true", "acord = true", "acord"),
        ('id = "orientation"', "", "id"),
    ],
)
def test_that_a_mistake_is_said(was, becomes, said):
    with pytest.raises(FormError) as found:
        lettres_modeles.load(ORIENTATION.replace(was, becomes))
    assert said in " ".join(map(str, found.value.faults))


def test_that_a_template_tells_which_fields_it_uses():
    used = {champ for champ in CHAMPS if modeles()["presence"].utilise(champ)}
    assert used == {"personne", "ne", "naissance", "presente", "rendez_vous"}
    assert not modeles()["presence"].utilise(ascii_lowercase)
