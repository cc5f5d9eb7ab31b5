"""Each part of the joined identity comes from one record, and a confirmation does not spread."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.patient import Identite, Sexe, StatutIdentite
from microstructure_desktop.services import fusion_choix
from microstructure_desktop.services.fusion_choix import Champ, Cote
from tests import factories as make

CONFIRMED = Identite(
    "Garnier", "Éloïse Anne", "31555", StatutIdentite.VALIDEE, (), "CNI", "moi", date(2026, 1, 5)
)
GARDE = make.a_patient(numero=3, telephone="", anciens_numeros=(1,))
OTHER = make.a_patient(
    numero=7,
    nom="Garnier-Roy",
    identite=CONFIRMED,
    anciens_numeros=(5,),
    information_remise=date(2026, 2, 2),
    information_par="elle",
    information_support="ORAL",
)


def test_that_only_what_differs_is_asked():
    assert fusion_choix.differing(GARDE, GARDE) == ()
    assert fusion_choix.differing(GARDE, OTHER) == (
        Champ.NOM,
        Champ.TELEPHONE,
        Champ.IDENTITE,
        Champ.INFORMATION,
    )


def test_that_what_only_one_record_says_is_proposed():
    proposed = fusion_choix.proposed(GARDE, OTHER)
    taken = {champ for champ, cote in proposed.items() if cote is Cote.ABSORBE}
    assert taken == {
        Champ.TELEPHONE, Champ.IDENTITE, Champ.INFORMATION, Champ.NAISSANCE, Champ.SEXE,
    }  # fmt: skip
    back = fusion_choix.proposed(OTHER, GARDE)
    assert set(back.values()) == {Cote.GARDE}


def test_that_a_name_is_proposed_rather_than_an_alias():
    alias = make.a_patient(nom="Mistral", prenom="", anonyme=True, naissance=date(1984, 1, 1))
    proposed = fusion_choix.proposed(alias, OTHER)
    assert proposed[Champ.NOM] is proposed[Champ.PRENOM] is Cote.ABSORBE
    named = fusion_choix.chosen(alias, OTHER, proposed)
    assert (named.nom, named.prenom, named.anonyme) == ("Garnier-Roy", "Éloïse", False)
    assert named.naissance == OTHER.naissance
    kept = fusion_choix.chosen(alias, OTHER, {Champ.NAISSANCE: Cote.ABSORBE})
    assert (kept.nom, kept.prenom, kept.anonyme) == ("Mistral", "", True)
    assert (kept.naissance, kept.telephone, kept.identite) == (date(1984, 1, 1), "", Identite())


def test_that_each_part_is_taken_whole_and_the_numbers_are_remembered():
    made = fusion_choix.chosen(
        GARDE, OTHER, {Champ.TELEPHONE: Cote.ABSORBE, Champ.INFORMATION: Cote.ABSORBE}
    )
    assert made == replace(
        GARDE,
        telephone=OTHER.telephone,
        information_remise=OTHER.information_remise,
        information_par="elle",
        information_support="ORAL",
        anciens_numeros=(1, 7, 5),
    )


def test_that_a_confirmation_stays_with_the_traits_that_were_compared():
    whole = fusion_choix.chosen(GARDE, OTHER, {Champ.IDENTITE: Cote.ABSORBE})
    assert whole.identite == CONFIRMED
    man = replace(GARDE, sexe=Sexe.H)
    mixed = fusion_choix.chosen(man, OTHER, {Champ.IDENTITE: Cote.ABSORBE})
    assert mixed.identite == Identite("Garnier", "Éloïse Anne", "31555")
