"""The start: what the store tells by itself, what is noted by hand, the papers that prove it."""

from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest

from microstructure_desktop.domain.agenda import Permanence
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import annulation, demarrage, equipe, pieces
from microstructure_desktop.services.access import AccessDenied
from tests import factories as make
from tests.cabinet import TODAY
from tests.reports import received
from tests.services.cases import write


def ligne(office, etape_id):
    return next(x for x in demarrage.demarrage(office).lignes if x.definition.id == etape_id)


def permanence(team, role, **changes):
    membre = team[role].membre.id
    made = Permanence(
        f"p-{role}", membre, 1, time(9), time(12), **{"depuis": date(2026, 3, 3), **changes}
    )
    write(team, "permanences", made)


def test_that_a_new_cabinet_has_its_accounts_and_its_code_only(team):
    lu = demarrage.demarrage(team.medecin)
    assert [x.definition.id for x in lu.lignes if x.faite] == ["comptes", "structure"]
    assert (lu.faites, lu.total) == (2, 12)
    assert lu.suivante.definition.id == "animateur"
    assert ligne(team.medecin, "comptes").constat == "5 comptes.".replace(" ", "\u00a0", 1)


def test_that_a_missing_profession_is_named(team):
    nadia = team.travailleur_social.membre
    write(team, "equipe", replace(nadia, actif=False))
    lue = ligne(team.medecin, "comptes")
    assert (lue.faite, lue.constat) == (False, "Il manque un compte\u00a0: travailleur social.")


def test_that_permanences_are_told_once_each_has_one(team):
    permanence(team, Role.PSYCHOLOGUE)
    lue = ligne(team.medecin, "permanences")
    assert (lue.faite, lue.constat) == (False, "Sans permanence\u00a0: N. Témoin.")
    permanence(team, Role.TRAVAILLEUR_SOCIAL, jusqu_a=TODAY)
    assert ligne(team.medecin, "permanences").faite
    permanence(team, Role.TRAVAILLEUR_SOCIAL, jusqu_a=date(2026, 11, 18))
    assert not ligne(team.medecin, "permanences").faite


def test_that_the_first_inclusion_and_the_first_meeting_are_told(team):
    assert not ligne(team.medecin, "inclusion").faite
    sophie = team.patient()
    assert ligne(team.medecin, "inclusion").faite
    meeting = make.a_synthese(redacteur=team.medecin.membre.id, presents=(), situations=())
    write(team, "syntheses", meeting)
    assert not ligne(team.medecin, "reunion").faite
    write(team, "syntheses", replace(meeting, etat=Etat.CLOSE))
    assert ligne(team.medecin, "reunion").constat == "Première réunion le 24/11/2026."
    assert sophie.id


def test_that_a_training_is_told_once_each_carer_has_followed_it(team):
    # Four carers. Two followed it, one will next week, one followed something else.
    trained = {
        Role.MEDECIN: ("CONCEPT", date(2026, 5, 14)),
        Role.PSYCHOLOGUE: ("CONCEPT", TODAY),
        Role.TRAVAILLEUR_SOCIAL: ("CONCEPT", date(2026, 11, 26)),
        Role.PSYCHIATRE: ("ADDICTOLOGIE", date(2026, 5, 14)),
    }
    for role, (theme, du) in trained.items():
        write(team, "formations", Formation(f"f-{role}", team[role].membre.id, theme, "Jour", du))
    lue = ligne(team.medecin, "formation_concept")
    left = (Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE)
    named = ", ".join(team[role].membre.nom_affiche for role in left)
    said = f"Au registre des formations, il reste\u00a0: {named}."
    assert (lue.faite, lue.constat) == (False, said)
    for role in left:
        made = Formation(f"g-{role}", team[role].membre.id, "CONCEPT", "Jour", TODAY)
        write(team, "formations", made)
    told = [x.definition.id for x in demarrage.demarrage(team.medecin).lignes if x.faite]
    assert told == ["formation_concept", "comptes", "structure"]
    assert ligne(team.medecin, "formation_concept").constat == (
        "4\u00a0soignants au registre des formations."
    )


def test_that_a_training_is_noted_by_hand_too(team):
    demarrage.noter(team.medecin, "formation_outil", date(2026, 2, 3), "Avec l’animateur")
    lue = ligne(team.medecin, "formation_outil")
    assert (lue.faite, demarrage.state(lue)) == (True, "Faite le 03/02/2026, notée par Dr Exemple")


def test_that_a_code_taken_away_is_to_be_asked_again(team):
    equipe.save_cabinet(team.medecin, replace(equipe.cabinet(team.medecin), structure=""))
    assert not ligne(team.medecin, "structure").faite


def test_that_a_step_is_noted_with_its_day_and_who(team):
    demarrage.noter(team.medecin, "lieu", date(2026, 2, 3), "Mardi, bureau 2")
    lue = ligne(team.medecin, "lieu")
    assert (lue.faite, lue.etape.note) == (True, "Mardi, bureau 2")
    assert demarrage.state(lue) == "Faite le 03/02/2026, notée par Dr Exemple"
    demarrage.noter(team.medecin, "lieu", None, "")
    assert not ligne(team.medecin, "lieu").faite


@pytest.mark.parametrize(
    ("faite_le", "note", "field"),
    [(date(2026, 11, 20), "", "faite_le"), (None, "x" * 401, "note")],
)
def test_that_a_bad_field_is_said(team, faite_le, note, field):
    assert list(demarrage.problems(faite_le, note, TODAY)) == [field]
    with pytest.raises(demarrage.StepUnusable):
        demarrage.noter(team.medecin, "lieu", faite_le, note)


def test_that_the_convention_is_kept_with_its_step_and_read_by_the_team(team):
    made = demarrage.joindre(team.medecin, "convention", "Convention 2026", received.pdf())
    assert ligne(team.psychologue, "convention").documents == (made,)
    assert made.categorie == "CONVENTION"
    assert pieces.ouvrir(team.psychologue, made.id).contenu == received.pdf()
    demarrage.noter(team.medecin, "convention", TODAY, "")
    assert ligne(team.medecin, "convention").documents == (made,)


def test_that_a_paper_refused_leaves_the_step_as_it_was(team):
    with pytest.raises(pieces.PieceDamaged):
        demarrage.joindre(team.medecin, "convention", "Convention", received.pdf()[:70])
    assert ligne(team.medecin, "convention").documents == ()


def test_that_a_paper_taken_back_comes_back(team):
    office = team.medecin
    made = demarrage.joindre(office, "convention", "Convention 2026", received.pdf())
    take = partial(demarrage.detacher, etape_id="convention", document_id=made.id)
    fait = annulation.noted(office, take)
    assert ligne(office, "convention").documents == ()
    annulation.undo(office, fait.changes)
    assert ligne(office, "convention").documents == (made,)


def test_that_the_list_is_printed_without_a_name_of_anybody_followed(team):
    team.patient()
    made = demarrage.imprimer(team.medecin)
    assert (made.titre, made.fichier) == (demarrage.TITRE, "demarrage-2026-11-19.pdf")
    assert not made.nominatif


def test_that_only_the_doctor_notes_and_everybody_reads(team):
    assert demarrage.demarrage(team[Role.SECRETARIAT]).total == 12
    assert not demarrage.demarrage(team.psychologue).modifiable
    assert demarrage.demarrage(team.medecin).modifiable
    for act in (
        lambda: demarrage.noter(team.psychologue, "lieu", TODAY, ""),
        lambda: demarrage.joindre(team.psychologue, "lieu", "x", received.pdf()),
        lambda: demarrage.detacher(team.psychologue, "lieu", "d"),
    ):
        with pytest.raises(AccessDenied):
            act()
