"""What a person says is noted, dated, and bounded."""

from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import droits_personne
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.droits_personne import DeclarationRefusee, NotYoursToLift
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import TODAY


@pytest.fixture
def sophie(team):
    return team.patient()


def test_that_each_word_has_its_day_and_the_team_to_choose_from(team, sophie):
    droits_personne.declarer(
        team.medecin, sophie.id, Cible(Objet.STATISTIQUE), oppose=True, jour=date(2026, 5, 4)
    )
    droits_personne.declarer(
        team.medecin,
        sophie.id,
        Cible(Objet.PARTAGE, None, Role.PSYCHIATRE),
        oppose=True,
        jour=TODAY,
    )
    lus = droits_personne.droits(team[Role.PSYCHIATRE], sophie.id)
    assert lus.oppositions == {
        Cible(Objet.STATISTIQUE): date(2026, 5, 4),
        Cible(Objet.PARTAGE, None, Role.PSYCHIATRE): TODAY,
    }
    assert len(lus.equipe) == 5


@pytest.mark.parametrize(
    ("objet", "jour", "before"),
    [
        (Objet.PARTAGE, TODAY + timedelta(days=1), {}),
        (Objet.STATISTIQUE, TODAY, {"role": Role.MEDECIN}),
        (Objet.RETRAIT, TODAY, {"role": Role.MEDECIN}),
        (Objet.PARTAGE, TODAY, {"role": Role.MEDECIN, "membre": "quelqu’un"}),
    ],
)
def test_that_what_has_no_meaning_is_refused(team, sophie, objet, jour, before):
    with pytest.raises(DeclarationRefusee):
        droits_personne.declarer(
            team.medecin, sophie.id, Cible(objet, **before), oppose=True, jour=jour
        )
    assert droits_personne.droits(team.medecin, sophie.id).oppositions == {}


@pytest.mark.parametrize("role", [Role.PSYCHIATRE, Role.SECRETARIAT])
def test_that_who_may_not_note_it_does_not(team, sophie, role):
    with pytest.raises(AccessDenied):
        droits_personne.declarer(
            team[role], sophie.id, Cible(Objet.RETRAIT), oppose=True, jour=TODAY
        )


def test_that_who_is_objected_to_does_not_lift_it(team, sophie):
    aimed = Cible(Objet.PARTAGE, None, Role.TRAVAILLEUR_SOCIAL)
    office = team.travailleur_social
    droits_personne.declarer(office, sophie.id, aimed, oppose=True, jour=TODAY)
    with pytest.raises(NotYoursToLift):
        droits_personne.declarer(office, sophie.id, aimed, oppose=False, jour=TODAY)
    droits_personne.declarer(team.medecin, sophie.id, aimed, oppose=False, jour=TODAY)
    assert droits_personne.droits(team.medecin, sophie.id).oppositions == {}
