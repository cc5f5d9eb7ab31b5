"""The forfait is counted by hand and compared."""

from dataclasses import replace
from datetime import date, time
from itertools import islice

import pytest

from microstructure_desktop.domain.consultation import (
    Consultation,
    Issue,
    RendezVous,
    TypeActe,
)
from microstructure_desktop.domain.decompte import du_suivi, tous_les_forfaits
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import bornes
from microstructure_desktop.domain.ids import (
    ConsultationId,
    InclusionId,
    MembreId,
    PatientId,
    RendezVousId,
)
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.programme import Prestation, Programme, Version

PSY = MembreId("psy")
P = PatientId("p")
PRESTATIONS = (
    Prestation(Role.MEDECIN, (TypeActe.CONS_MG_LONGUE,), 1),
    Prestation(Role.PSYCHOLOGUE, (TypeActe.CONS_PSY,), 6),
    Prestation(Role.TRAVAILLEUR_SOCIAL, (TypeActe.ENTRETIEN_TS,), 7),
)
PROGRAMME = Programme(
    "COVID_SM",
    "Covid / Santé mentale",
    12,
    entourage_imputable=False,
    age_minimal=18,
    versions=(Version(date(2022, 8, 6), None, 82900, PRESTATIONS, "S3"),),
)
INCLUSION = Inclusion(InclusionId("i"), P, "COVID_SM", date(2026, 3, 3))


def acte(
    jour: date,
    type_: TypeActe = TypeActe.CONS_PSY,
    role: Role = Role.PSYCHOLOGUE,
    issue: Issue = Issue.HONORE,
) -> Consultation:
    return Consultation(ConsultationId("c"), P, PSY, role, type_, jour, time(14), 45, issue=issue)


def shown(
    actes=(), le=date(2026, 11, 19), programme=PROGRAMME, rendez_vous=(), inclusion=INCLUSION
):
    """The forfait of a follow-up on a day, as every screen says it."""
    programmes, roles = {programme.code: programme}, {PSY: Role.PSYCHOLOGUE}
    found = tous_les_forfaits([inclusion], programmes, actes, rendez_vous, roles, le=le)
    return du_suivi(found, inclusion, le)


def counted(actes, **others):
    found = shown(actes, **others)
    assert found is not None
    return found


def years(inclusion, number):
    return list(islice(bornes(inclusion, PROGRAMME), number))


def test_that_a_cycle_runs_twelve_months_from_the_inclusion_and_from_each_anniversary():
    first, second = years(INCLUSION, 2)
    assert first == (date(2026, 3, 3), date(2027, 3, 2))
    assert second == (date(2027, 3, 3), date(2028, 3, 2))
    for le, (debut, fin) in ((first[0], first), (first[1], first), (second[0], second)):
        found = counted([], le=le)
        assert (found.debut, found.fin) == (debut, fin)


def test_that_a_cycle_opened_on_29_february_ends_before_its_anniversary():
    leap = replace(INCLUSION, debut=date(2024, 2, 29))
    assert years(leap, 2) == [
        (date(2024, 2, 29), date(2025, 2, 27)),
        (date(2025, 2, 28), date(2026, 2, 27)),
    ]


def test_that_only_kept_acts_of_the_right_profession_inside_the_cycle_count():
    actes = [
        acte(date(2026, 3, 3)),  # 1: first day
        acte(date(2026, 6, 1)),  # 2
        acte(date(2026, 6, 8), issue=Issue.ABSENT_EXCUSE),
        acte(date(2026, 6, 9), issue=Issue.ABSENT_NON_EXCUSE),
        acte(date(2026, 6, 15), TypeActe.ENTRETIEN_ENTOURAGE),
        acte(date(2026, 3, 2)),  # the day before the inclusion
        acte(date(2026, 5, 5), TypeActe.CONS_MG, Role.MEDECIN),  # paid by the act
        acte(date(2026, 5, 6), TypeActe.CONS_MG_LONGUE, Role.MEDECIN),  # 1
        acte(date(2026, 5, 7), TypeActe.ENTRETIEN_TS, Role.TRAVAILLEUR_SOCIAL),  # 1
        acte(date(2026, 5, 8), TypeActe.CONS_PSYCHIATRE, Role.PSYCHIATRE),
    ]
    found = counted(actes)
    assert [(c.role, c.faits, c.inclus) for c in found.compteurs] == [
        (Role.MEDECIN, 1, 1),
        (Role.PSYCHOLOGUE, 2, 6),
        (Role.TRAVAILLEUR_SOCIAL, 1, 7),
    ]
    assert not found.complet
    assert found.montant_centimes == 82900


def test_that_relatives_count_only_where_the_programme_says_so():
    seen = [acte(date(2026, 6, 15), TypeActe.ENTRETIEN_ENTOURAGE)]
    generous = replace(PROGRAMME, entourage_imputable=True)
    assert counted(seen).compteurs[1].faits == 0
    assert counted(seen, programme=generous).compteurs[1].faits == 1


def test_that_a_seventh_session_is_counted_beyond_the_forfait_not_hidden():
    found = counted([acte(date(2026, 4, d)) for d in range(1, 8)])
    compteur = found.compteur(Role.PSYCHOLOGUE)
    assert compteur is not None
    assert (compteur.faits, compteur.inclus, compteur.reste) == (7, 6, 0)
    assert compteur.complet


def test_that_planned_appointments_show_on_the_line_of_their_profession():
    def rdv(jour):
        return RendezVous(RendezVousId("r"), P, PSY, jour, time(14))

    prevus = [rdv(date(2026, 11, 19)), rdv(date(2026, 11, 24)), rdv(date(2027, 3, 3))]
    found = counted([], rendez_vous=prevus)
    assert [c.planifies for c in found.compteurs] == [0, 1, 0]


def test_that_an_appointment_with_a_relative_is_planned_only_where_it_will_count():
    awaited = RendezVous(RendezVousId("r"), P, PSY, date(2026, 11, 24), time(14), entourage=True)
    generous = replace(PROGRAMME, entourage_imputable=True)
    assert counted([], rendez_vous=[awaited]).compteurs[1].planifies == 0
    assert counted([], programme=generous, rendez_vous=[awaited]).compteurs[1].planifies == 1


def test_that_the_days_left_are_counted_to_the_last_day():
    assert counted([]).jours_restants(date(2026, 11, 19)) == 103
    assert counted([]).jours_restants(date(2027, 4, 1)) == 0


@pytest.mark.parametrize("versions", [(), (Version(date(2021, 2, 1), None, 53700, (), "S0"),)])
def test_that_a_programme_without_published_counts_opens_no_forfait(versions):
    unfunded = replace(PROGRAMME, versions=versions)
    assert shown(programme=unfunded) is None
