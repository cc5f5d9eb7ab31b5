"""The card says every state of a forfait, and what was billed of it."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import facturation, patients
from microstructure_desktop.services.episodes import episodes
from microstructure_desktop.ui.pages.patients.forfait_words import lines, tags
from tests.cabinet import TODAY
from tests.services.billing import WHOLE, acts, followed, line, prepared


def year(team, patient, role=Role.PSYCHOLOGUE, rank=-1):
    return episodes(team[role], patient.id)[-1].annees[rank]


def told(team, patient, **asked):
    found = year(team, patient, **asked)
    return [words for words, _ in tags(found, TODAY)], list(lines(found))


def test_that_a_forfait_under_way_is_told_by_its_counters(team):
    assert told(team, followed(team, done=(1, 2, 3))) == ([], [])


def test_that_a_complete_one_then_one_beyond_say_so(team):
    sophie = followed(team, done=WHOLE)
    assert told(team, sophie) == (["Complet"], [])
    acts(team, sophie, date(2026, 11, 2), (0, 1, 0))
    assert told(team, sophie) == (["Complet, avec des actes en plus"], [])


def test_that_a_year_that_ended_incomplete_says_so(team):
    sophie = followed(team, done=(1, 2, 3), debut=date(2025, 6, 1))
    assert told(team, sophie, rank=0) == (["Terminé, incomplet"], [])
    assert told(team, sophie) == ([], [])


def test_that_an_exit_before_term_has_both_amounts(team):
    sophie = followed(team, done=(1, 1, 1))
    inclusion = line(team, sophie).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 6, 2), motif="DECES")
    _, (said,) = told(team, sophie)
    assert "829,00\u00a0€ en entier, 208,95\u00a0€ au prorata de 92 jours sur 365" in said


def test_that_what_was_billed_then_handed_over_then_taken_back_is_told(team):
    sophie = followed(team, done=WHOLE)
    lot = prepared(team)
    billed = "Facturation préparée le 19/11/2026\u00a0: 829,00\u00a0€."
    assert told(team, sophie) == (["Complet", "Préparé"], [billed])
    facturation.transmettre(team.medecin, lot.id)
    assert told(team, sophie) == (["Complet", "Transmis"], [billed])
    facturation.annuler(team.medecin, lot.id, "Refusée")
    back = (["Complet", "Facturation reprise"], [billed, "Reprise\u00a0: Refusée"])
    assert told(team, sophie) == back
    prepared(team)
    assert told(team, sophie) == (["Complet", "Préparé"], [billed])


def test_that_who_reads_no_billing_is_told_none(team):
    sophie = followed(team, done=WHOLE)
    prepared(team)
    assert told(team, sophie, role=Role.PSYCHIATRE) == (["Complet"], [])
