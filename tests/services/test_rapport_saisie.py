"""Comments and grants of the report, in the real store."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import annulation, rapport_saisie
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.rapport_saisie import (
    TEXTE_MAX,
    CommentTooLong,
    FinancementSaisi,
    FundingUnusable,
)
from microstructure_desktop.store.failures import RecordMissing

ARS = FinancementSaisi(
    " ARS ", "Fonctionnement", 36_500_00, date(2025, 7, 1), date(2026, 6, 30), "convention"
)


def kept(office, annee=2026):
    with office.store.read() as work:
        return {c.section: c.texte for c in work.commentaires.de_l_annee(annee)}


def test_that_a_section_of_a_year_has_one_comment(team):
    rapport_saisie.commenter(team.medecin, 2026, Section.PROFIL, " Premier. ")
    rapport_saisie.commenter(team.psychologue, 2026, Section.PROFIL, "Second.")
    rapport_saisie.commenter(team.psychologue, 2025, Section.PROFIL, "Avant.")
    assert kept(team.medecin) == {Section.PROFIL: "Second."}


def test_that_a_comment_is_taken_back_by_its_author(team):
    office = team.medecin
    rapport_saisie.commenter(office, 2026, Section.PROFIL, "Premier.")
    said = annulation.noted(
        office, lambda o: rapport_saisie.commenter(o, 2026, Section.PROFIL, "Second.")
    )
    annulation.undo(office, said.changes)
    assert kept(office) == {Section.PROFIL: "Premier."}


def test_that_saying_the_same_again_writes_nothing(team):
    office = team.medecin
    made = rapport_saisie.commenter(office, 2026, Section.PROFIL, "Dit.")
    rapport_saisie.commenter(office, 2026, Section.PROFIL, "Dit.")
    with office.store.read() as work:
        assert len(work.revisions.history(made.id)) == 1


def test_that_a_comment_too_long_is_refused(team):
    with pytest.raises(CommentTooLong):
        rapport_saisie.commenter(team.medecin, 2026, Section.PROFIL, "a" * (TEXTE_MAX + 1))


def test_that_a_grant_is_shown_with_what_falls_in_the_year(team):
    rapport_saisie.financer(team.medecin, ARS)
    (found,) = rapport_saisie.financements(team.medecin, 2025)
    assert (found.financement.financeur, found.financement.montant_centimes) == ("ARS", 36_500_00)
    assert found.part_centimes == 184 * 100_00
    assert rapport_saisie.financements(team.medecin, 2027) == ()


def test_that_a_grant_is_corrected_and_taken_out(team):
    office = team.medecin
    made = rapport_saisie.financer(office, ARS)
    corrected = FinancementSaisi("ARS", "", 5_00, ARS.du, ARS.au, id=made.id)
    rapport_saisie.financer(office, corrected)
    (found,) = rapport_saisie.financements(office, 2026)
    assert found.financement.montant_centimes == 5_00
    rapport_saisie.retirer_financement(office, made.id)
    assert rapport_saisie.financements(office, 2026) == ()
    with pytest.raises(RecordMissing):
        rapport_saisie.financer(office, corrected)


@pytest.mark.parametrize(
    ("field", "saisi"),
    [
        ("financeur", FinancementSaisi(" ", "", 1, ARS.du, ARS.au)),
        ("montant", FinancementSaisi("ARS", "", 0, ARS.du, ARS.au)),
        ("montant", FinancementSaisi("ARS", "", None, ARS.du, ARS.au)),
        ("montant", FinancementSaisi("ARS", "", 10**12, ARS.du, ARS.au)),
        ("du", FinancementSaisi("ARS", "", 1, None, ARS.au)),
        ("au", FinancementSaisi("ARS", "", 1, ARS.au, ARS.du)),
        ("au", FinancementSaisi("ARS", "", 1, ARS.du, None)),
        ("nature", FinancementSaisi("ARS", "a" * 121, 1, ARS.du, ARS.au)),
    ],
)
def test_that_what_cannot_be_a_grant_is_said_at_its_field(team, field, saisi):
    assert set(rapport_saisie.financement_problems(saisi)) == {field}
    with pytest.raises(FundingUnusable):
        rapport_saisie.financer(team.medecin, saisi)


def test_that_who_only_reads_the_report_writes_nothing_in_it(team):
    reader = team[Role.PSYCHIATRE]
    rapport_saisie.financements(reader, 2026)
    with pytest.raises(AccessDenied):
        rapport_saisie.commenter(reader, 2026, Section.PROFIL, "Dit.")
    with pytest.raises(AccessDenied):
        rapport_saisie.financer(reader, ARS)
