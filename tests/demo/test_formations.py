"""The fictional team is trained, not of everything, and has kept certificates."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import formations, pieces
from tests.reports.reading import whole


def register(told):
    office = told[0].offices[Role.MEDECIN]
    return {s.membre.role: s for s in formations.registre(office).suivis}


def test_that_each_carer_has_followed_something_and_somebody_misses_something(told):
    found = register(told)
    themes = {role: {x.formation.theme for x in s.lignes} for role, s in found.items()}
    assert all("CONCEPT" in themes[r] for r in (Role.MEDECIN, Role.PSYCHIATRE))
    assert found[Role.MEDECIN].manque == found[Role.PSYCHOLOGUE].manque == ()
    assert found[Role.TRAVAILLEUR_SOCIAL].manque == ("ADDICTOLOGIE",)
    assert found[Role.SECRETARIAT].lignes == ()


def test_that_one_was_followed_since_the_beginning_and_nothing_in_the_future(told):
    days = [x.formation.du for s in register(told).values() for x in s.lignes]
    first = told[0].first
    assert [day > first for day in days].count(True) == 1
    assert max(days) <= told[0].plan.dernier


def test_that_a_certificate_is_one_sheet_for_all_who_were_there(told):
    found = register(told)
    proofs = {
        x.attestation.id
        for s in found.values()
        for x in s.lignes
        if x.formation.theme == "CONCEPT" and x.attestation is not None
    }
    (proof,) = proofs
    read = pieces.ouvrir(told[0].offices[Role.MEDECIN], proof)
    assert "Découvrir la microstructure" in whole(read.contenu)
