"""What is missing before the report is handed in, and where each thing is."""

from datetime import date, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services import (
    autres_reunions,
    drafts,
    mois_clos,
    rapport_annuel,
    rapport_saisie,
)
from microstructure_desktop.services.rapport_annuel import Sujet
from microstructure_desktop.services.rapport_saisie import FinancementSaisi
from tests.reports.reading import plain

from .cases import oppose
from .rapport_scene import counted


def checks(office, annee=2025):
    found = {}
    for each in rapport_annuel.rapport(office, annee).controles:
        found.setdefault(each.sujet, []).append(each)
    return found


def test_that_a_month_not_closed_leads_to_its_activity(team):
    counted(team)
    (found,) = checks(team.medecin)[Sujet.MOIS]
    # The first follow-up began in February 2025.
    assert plain(found.mots).startswith("11 mois ne sont pas clos : février 2025, mars 2025")
    assert (found.lieux[0].route, found.lieux[0].params) == ("activite", {"mois": "2025-02"})
    for numero in range(2, 13):
        mois_clos.clore(team.medecin, Mois(2025, numero))
    assert checks(team.medecin)[Sujet.MOIS][0].fait


def test_that_months_to_come_are_not_missing(team):
    counted(team)
    (found,) = checks(team.medecin, 2026)[Sujet.MOIS]
    assert "octobre 2026" in plain(found.mots)
    assert "novembre 2026" not in plain(found.mots)
    assert not checks(team.medecin, 2026)[Sujet.ANNEE][0].fait
    assert checks(team.medecin, 2025)[Sujet.ANNEE][0].fait


def test_that_an_entry_fiche_missing_leads_to_it_for_who_fills_it_in(team):
    people = counted(team)
    # Alix objects to being counted: nobody asks for a figure where she is not.
    found = {c.mots: c for c in checks(team.psychologue)[Sujet.FICHES]}
    mine = next(c for mots, c in found.items() if "psychologique" in mots)
    assert plain(mine.mots).endswith("pour 1 personne.")
    (place,) = mine.lieux
    assert place.patient == people["luc"].id
    assert place.route == "fiche"
    assert place.params == {"patient_id": people["luc"].id, "form_id": "psychologique_entree"}
    theirs = next(c for mots, c in found.items() if "médicale" in mots)
    assert theirs.lieux[0].route == "dossier"
    assert theirs.lieux[0].params["onglet"] == "fiches"


def test_that_whose_record_is_closed_is_counted_and_not_led_to(team):
    people = counted(team)
    oppose(team, people["luc"])
    medical = next(c for c in checks(team.medecin)[Sujet.FICHES] if "médicale" in c.mots)
    assert plain(medical.mots).endswith("pour 1 personne.")
    assert medical.lieux == ()


def test_that_a_meeting_not_closed_is_said(team):
    office = team.psychologue
    back = team.clock().astimezone()
    team.clock.set(date(2025, 11, 24), time(14))
    made = autres_reunions.creer(office, TypeReunion.CRISE)
    team.clock.set(back.date(), back.time())
    (found,) = checks(office)[Sujet.REUNIONS]
    assert not found.fait
    assert [(p.route, p.params) for p in found.lieux] == [("reunion", {"reunion_id": made.id})]


def test_that_sessions_begun_and_not_recorded_are_said(team):
    patient = team.patient()
    drafts.save(team.psychologue, drafts.SEANCE, "0" * 32, {"jour": "05/05/2026"}, patient.id)
    (found,) = checks(team.medecin, 2026)[Sujet.SEANCES]
    assert plain(found.mots) == "1 séance est commencée et n’est pas enregistrée."
    assert checks(team.medecin, 2025)[Sujet.SEANCES][0].fait


def test_that_an_empty_table_of_grants_leads_to_it_and_comments_are_optional(team):
    office = team.medecin
    found = checks(office)
    place = found[Sujet.FINANCEMENTS][0].lieux[0]
    assert (place.route, place.params) == (
        "rapport",
        {"annee": "2025", "section": "forfaits"},
    )
    assert found[Sujet.COMMENTAIRES][0].facultatif
    year = (date(2025, 1, 1), date(2025, 12, 31))
    rapport_saisie.financer(office, FinancementSaisi("ARS", "", 1_00, *year))
    for section in Section:
        rapport_saisie.commenter(office, 2025, section, "Dit.")
    found = checks(office)
    assert found[Sujet.FINANCEMENTS][0].fait
    assert found[Sujet.COMMENTAIRES][0].fait


def test_that_everything_done_makes_a_report_ready(team):
    office = team[Role.MEDECIN]
    year = (date(2025, 1, 1), date(2025, 12, 31))
    for numero in range(1, 13):
        mois_clos.clore(office, Mois(2025, numero))
    assert not rapport_annuel.rapport(office, 2025).pret
    rapport_saisie.financer(office, FinancementSaisi("ARS", "", 1_00, *year))
    assert rapport_annuel.rapport(office, 2025).pret
