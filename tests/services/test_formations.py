"""The register of trainings: noted, proved, corrected, taken back, what is missing said."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from microstructure_desktop.domain.document import CABINET
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annulation, demarrage, formations, pieces
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.formations import FormationSaisie, TrainingUnusable
from tests.cabinet import TODAY
from tests.reports import received
from tests.reports.reading import plain, whole
from tests.services.cases import as_role, write

MAY = date(2026, 5, 14)
NBSP = "\u00a0"


@pytest.fixture
def office(team):
    return team.psychologue


@pytest.fixture
def saisie(office):
    return FormationSaisie(office.membre.id, "CONCEPT", " Premiers pas ", MAY, heures=7)


def suivi(office, role=Role.PSYCHOLOGUE):
    return next(s for s in formations.registre(office).suivis if s.membre.role is role)


def test_that_what_is_missing_is_said_to_each_carer(office, saisie):
    lu = formations.registre(office)
    assert [s.membre.role for s in lu.suivis] == [
        Role.MEDECIN,
        Role.PSYCHOLOGUE,
        Role.TRAVAILLEUR_SOCIAL,
        Role.PSYCHIATRE,
        Role.SECRETARIAT,
    ]
    said = formations.phrase(suivi(office), office.reference)
    assert said == (
        f"Reste à suivre{NBSP}: Fonctionnement d’une microstructure, Recueil des données, "
        "Addictologie."
    )
    assert formations.phrase(suivi(office, Role.SECRETARIAT), office.reference) == ""
    for theme in ("CONCEPT", "SYSTEME_INFORMATION"):
        formations.enregistrer(office, replace(saisie, theme=theme))
    assert suivi(office).manque == ("ADDICTOLOGIE",)
    formations.enregistrer(office, replace(saisie, theme="ADDICTOLOGIE"))
    assert "trois thèmes" in formations.phrase(suivi(office), office.reference)


def test_that_the_latest_comes_first_and_the_year_is_counted(office, saisie, team):
    formations.enregistrer(office, saisie)
    formations.enregistrer(office, replace(saisie, du=date(2026, 9, 1), heures=None))
    formations.enregistrer(office, replace(saisie, du=date(2025, 9, 1), heures=3))
    doctor = team.medecin.membre.id
    formations.enregistrer(office, replace(saisie, membre=doctor, heures=14))
    lu = formations.registre(office)
    jours = [x.formation.du for x in suivi(office).lignes]
    assert jours == [date(2026, 9, 1), MAY, date(2025, 9, 1)]
    assert (lu.annee.formations, lu.annee.heures, lu.annee.formes) == (3, 21, 2)
    assert suivi(office).lignes[1].formation.intitule == "Premiers pas"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"membre": None}, "membre"),
        ({"theme": "RIEN"}, "theme"),
        ({"intitule": " "}, "intitule"),
        ({"intitule": "x" * 121}, "intitule"),
        ({"organisme": "x" * 121}, "organisme"),
        ({"du": None}, "du"),
        ({"du": date(2026, 11, 20)}, "du"),
        ({"au": date(2026, 5, 13)}, "au"),
        ({"heures": 0}, "heures"),
        ({"heures": 2001}, "heures"),
    ],
)
def test_that_a_bad_field_is_said(office, saisie, changes, field):
    bad = replace(saisie, **changes)
    assert list(formations.problems(bad, office.reference, TODAY)) == [field]
    with pytest.raises(TrainingUnusable):
        formations.enregistrer(office, bad)


def test_that_a_certificate_is_kept_and_read_by_the_team(team, office, saisie):
    formations.enregistrer(office, saisie, received.pdf())
    (ligne,) = suivi(office).lignes
    assert ligne.attestation.categorie == "FORMATION"
    assert ligne.attestation.jour == MAY
    outside = as_role(team.medecin, Role.COORDINATION)
    assert pieces.ouvrir(outside, ligne.attestation.id).contenu == received.pdf()
    with pytest.raises(pieces.PieceDamaged):
        formations.enregistrer(office, saisie, received.pdf()[:70])
    assert len(suivi(office).lignes) == 1


def test_that_one_sheet_may_be_the_certificate_of_several(team, office, saisie):
    first = formations.enregistrer(office, saisie, received.pdf())
    other = replace(saisie, membre=team.medecin.membre.id)
    second = formations.enregistrer(office, other, received.pdf())
    assert first.attestation == second.attestation
    formations.retirer(office, first.id)
    assert suivi(office, Role.MEDECIN).lignes[0].attestation is not None
    formations.retirer(office, second.id)
    assert pieces.documents(office, CABINET) == ()


def test_that_a_certificate_that_proves_a_step_stays_with_it(team, office, saisie):
    demarrage.joindre(team.medecin, "formation_concept", "Attestation", received.pdf())
    made = formations.enregistrer(office, saisie, received.pdf())
    formations.retirer(office, made.id)
    assert len(pieces.documents(office, CABINET)) == 1


def test_that_a_correction_keeps_the_certificate_or_changes_it(office, saisie):
    made = formations.enregistrer(office, saisie, received.pdf())
    corrected = formations.enregistrer(
        office, replace(saisie, intitule="Deuxièmes pas"), formation_id=made.id
    )
    assert corrected.attestation == made.attestation
    changed = formations.enregistrer(office, saisie, received.pdf(2), made.id)
    assert changed.attestation != made.attestation
    assert [d.id for d in pieces.documents(office, CABINET)] == [changed.attestation]


def test_that_a_training_taken_back_comes_back_with_its_certificate(office, saisie):
    made = formations.enregistrer(office, saisie, received.pdf())
    fait = annulation.noted(office, partial(formations.retirer, formation_id=made.id))
    assert suivi(office).lignes == ()
    annulation.undo(office, fait.changes)
    (ligne,) = suivi(office).lignes
    assert ligne.attestation is not None


def test_that_who_left_stays_with_what_they_followed(team, office, saisie):
    nadia = team.travailleur_social.membre
    write(team, "equipe", replace(nadia, actif=False))
    assert Role.TRAVAILLEUR_SOCIAL not in [
        s.membre.role for s in formations.registre(office).suivis
    ]
    formations.enregistrer(office, replace(saisie, membre=nadia.id))
    last = formations.registre(office).suivis[-1]
    assert (last.membre.id, last.manque) == (nadia.id, ())
    assert formations.phrase(last, office.reference) == ""


def test_that_the_register_is_printed(office, saisie):
    formations.enregistrer(office, replace(saisie, au=date(2026, 5, 15)), received.pdf())
    made = formations.imprimer(office)
    said = plain(whole(made.pdf))
    assert made.fichier == "formations-2026-11-19.pdf"
    for part in ("2026 : 1 formation suivie, 7 h, 1 membre.", "14/05/2026", "Premiers pas"):
        assert part in said


def test_that_a_year_without_any_is_said(office):
    assert "2026 : aucune formation notée." in plain(whole(formations.imprimer(office).pdf))


def test_that_the_coordination_notes_and_the_secretariat_does_not(team, saisie, tmp_path):
    outside = as_role(team.medecin, Role.COORDINATION)
    path = tmp_path / "attestation.pdf"
    path.write_bytes(received.pdf())
    kept = formations.enregistrer(outside, saisie, pieces.lire(outside, path).contenu)
    assert formations.registre(outside).modifiable
    secretary = team[Role.SECRETARIAT]
    for act in (
        partial(formations.registre),
        partial(formations.imprimer),
        partial(formations.enregistrer, saisie=saisie),
        partial(formations.retirer, formation_id=kept.id),
        partial(pieces.lire, path=path),
    ):
        with pytest.raises(AccessDenied):
            act(secretary)
