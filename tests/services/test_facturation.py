"""Each forfait is billed once, with its proofs; what changes since is told."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import corbeille, equipe, facturation, patients
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import noted, undo
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.facturation import (
    Choix,
    DejaFacture,
    ListeDepassee,
    LotInconnu,
    LotRepris,
    PasFacturable,
    RienAFacturer,
)
from microstructure_desktop.services.facturation_ecarts import phrase
from microstructure_desktop.services.facturation_unique import FactureDeuxFois
from microstructure_desktop.services.forfait_lignes import Groupe
from microstructure_desktop.services.motif import ReasonMissing
from tests.reports.reading import plain

from .billing import WHOLE, acts, board, choices, followed, line, prepared
from .cases import oppose, write
from .merges import joined


@pytest.fixture
def two(team):
    return followed(team, "Albe", done=WHOLE), followed(team, "Brun", done=(1, 7, 7))


def kept(team):
    with team.medecin.store.read() as work:
        return work.facturations.all()


def told(lot):
    return [phrase(e) for x in lot.lignes for e in x.ecarts]


def test_that_a_list_holds_one_record_by_forfait_and_a_proof_by_act(team, two):
    lot = prepared(team)
    assert (lot.nombre, lot.total, lot.fermes, lot.etat) == (
        2,
        165_800,
        0,
        EtatFacturation.PREPAREE,
    )
    assert lot.par == "C. Modèle"
    albe, brun = (x.facturation for x in lot.lignes)
    assert (len(albe.preuves), len(brun.preuves)) == (14, 15)
    assert (albe.debut, albe.fin, albe.avant_terme) == (date(2026, 3, 3), date(2027, 3, 2), False)
    first = albe.preuves[0]
    with team.medecin.store.read() as work:
        act = work.consultations.get(first.acte)
    assert (first.jour, first.membre, first.role, first.type, first.duree, first.lieu) == (
        act.jour,
        act.membre,
        act.role,
        act.type,
        act.duree,
        act.lieu,
    )
    assert facturation.lots(team.medecin) == (lot,)
    assert facturation.lot(team.medecin, lot.id) == lot


def test_that_a_forfait_is_billed_once(team, two):
    seen = choices(team)
    facturation.preparer(team.psychologue, seen[:1])
    with pytest.raises(DejaFacture):
        facturation.preparer(team.medecin, seen)
    assert len(kept(team)) == 1
    assert [c.inclusion for c in choices(team)] == [seen[1].inclusion]


def test_that_the_same_forfait_chosen_twice_is_one(team, two):
    (first, _) = choices(team)
    assert facturation.preparer(team.psychologue, [first, first]).nombre == 1


def test_that_nothing_is_prepared_when_one_of_them_changed_since_it_was_shown(team, two):
    seen = choices(team)
    acts(team, two[1], date(2026, 11, 1), (0, 0, 1))
    with pytest.raises(ListeDepassee):
        facturation.preparer(team.psychologue, seen)
    assert kept(team) == []


def test_that_an_inclusion_taken_back_meanwhile_is_a_change(team, two):
    seen = choices(team)
    corbeille.cancel(team.medecin, seen[0].inclusion, "Saisie en double")
    with pytest.raises(ListeDepassee):
        facturation.preparer(team.psychologue, seen)


def test_that_what_is_not_billable_is_refused(team):
    blocked = followed(team, papers=False, done=WHOLE)
    running = followed(team, "Autre", done=(1, 1, 1))
    for who in (blocked, running):
        with pytest.raises(PasFacturable):
            facturation.preparer(team.psychologue, [Choix.de(line(team, who))])
    with pytest.raises(RienAFacturer):
        facturation.preparer(team.psychologue, [])


def test_that_a_name_closed_to_the_reader_is_not_billed_by_them(team, two):
    seen = choices(team)
    oppose(team, two[0])
    with pytest.raises(PartageLimite):
        facturation.preparer(team.medecin, seen)
    lot = facturation.preparer(team.psychologue, seen)
    (doctor,) = facturation.lots(team.medecin)
    assert (len(doctor.lignes), doctor.fermes, doctor.nombre) == (1, 1, 2)
    assert doctor.total == lot.total


def test_that_an_exit_before_term_is_billed_at_the_amount_chosen(team):
    sophie = followed(team, done=(1, 1, 1))
    inclusion = line(team, sophie).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 6, 2), motif="DEMENAGEMENT")
    found = line(team, sophie)
    assert not Choix.de(found).prorata
    lot = facturation.preparer(team.psychologue, [Choix.de(found, prorata=True)])
    (only,) = lot.lignes
    assert (only.facturation.montant_centimes, only.facturation.avant_terme) == (20_895, True)
    assert only.facturation.fin == date(2026, 6, 2)


def test_that_pro_rata_is_for_exits_alone(team, two):
    assert not Choix.de(line(team, two[0]), prorata=True).prorata


def test_that_a_list_is_handed_over_then_taken_back_with_a_reason(team, two):
    lot = prepared(team)
    assert facturation.transmettre(team.medecin, lot.id).etat is EtatFacturation.TRANSMISE
    for nothing in ("", "  "):
        with pytest.raises(ReasonMissing):
            facturation.annuler(team.medecin, lot.id, nothing)
    back = facturation.annuler(team.medecin, lot.id, " Montant corrigé ")
    assert (back.etat, back.motif) == (EtatFacturation.ANNULEE, "Montant corrigé")
    assert [len(f.preuves) for f in kept(team)] == [14, 15]
    assert len(choices(team)) == 2
    for again in (facturation.transmettre, lambda o, n: facturation.annuler(o, n, "encore")):
        with pytest.raises(LotRepris):
            again(team.medecin, lot.id)
    assert prepared(team).id != lot.id
    assert len(facturation.lots(team.medecin)) == 2


def test_that_a_list_nobody_knows_is_said(team):
    for asked in (facturation.transmettre, facturation.lot):
        with pytest.raises(LotInconnu):
            asked(team.medecin, "x")


def test_that_preparing_is_undone_at_once_and_done_again(team, two):
    office = team.psychologue
    seen = choices(team)
    fait = noted(office, lambda o: facturation.preparer(o, seen))
    again = undo(office, fait.changes)
    assert kept(team) == []
    assert len(choices(team)) == 2
    undo(office, again)
    assert len(kept(team)) == 2


def test_that_doing_it_again_never_bills_twice(team, two):
    office = team.psychologue
    seen = choices(team)
    fait = noted(office, lambda o: facturation.preparer(o, seen))
    again = undo(office, fait.changes)
    facturation.preparer(office, seen[:1])
    with pytest.raises(FactureDeuxFois):
        undo(office, again)
    assert len(kept(team)) == 1


def test_that_a_correction_after_billing_is_told(team, two):
    lot = prepared(team)
    assert not lot.change
    first, second, *_ = lot.lignes[0].facturation.preuves
    with team.medecin.store.read() as work:
        known = work.consultations.get(first.acte)
    write(team, "consultations", replace(known, duree=20))
    corbeille.cancel(team[Role.PSYCHOLOGUE], second.acte, "Saisie en double")
    acts(team, two[0], date(2026, 11, 1), (0, 0, 2))
    (now,) = facturation.lots(team.medecin)
    assert told(now) == [
        "La séance du 03/03/2026 a changé depuis.",
        "La séance du 03/03/2026 a été annulée depuis.",
        "2\u00a0séances ajoutées depuis, sans preuves ici.",
    ]
    assert now.lignes[0].facturation == lot.lignes[0].facturation
    assert [phrase(e) for e in line(team, two[0]).ecarts] == told(now)


def test_that_an_end_or_a_withdrawal_after_billing_is_told(team, two):
    lot = prepared(team)
    first, second = (x.facturation.inclusion for x in lot.lignes)
    patients.close(team.medecin, first, fin=date(2026, 11, 2), motif="DECES")
    corbeille.cancel(team.medecin, second, "Saisie en double")
    assert told(facturation.lot(team.medecin, lot.id)) == [
        "La fin du forfait est maintenant le 02/11/2026.",
        "L’inclusion a été annulée depuis.",
    ]


def test_that_nothing_is_told_of_a_list_taken_back(team, two):
    lot = prepared(team)
    back = facturation.annuler(team.medecin, lot.id, "Erreur")
    acts(team, two[0], date(2026, 11, 1), (0, 0, 2))
    assert not facturation.lot(team.medecin, back.id).change


def test_that_a_billing_follows_its_record_when_two_become_one(team):
    sophie = followed(team, done=WHOLE)
    other = team.patient("Légende", "Sophia", programme=None, debut=None)
    lot = prepared(team)
    joined(team, other, sophie)
    (only,) = facturation.lot(team.medecin, lot.id).lignes
    assert (only.patient.id, only.ecarts) == (other.id, ())
    assert Groupe.FACTURE in line(team, other).groupes
    assert choices(team) == []


def test_that_the_cycle_of_the_cabinet_may_change_without_billing_a_day_twice(team):
    sophie = followed(team, debut=date(2025, 3, 3))
    acts(team, sophie, date(2026, 3, 10), WHOLE)
    (only,) = prepared(team).lignes
    assert only.facturation.debut == date(2026, 3, 3)
    office = team.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), cycle_forfait=CycleForfait.CIVIL))
    civil = line(team, sophie)
    assert civil.decompte.cycle.debut == date(2026, 1, 1)
    assert Groupe.FACTURE in civil.groupes
    assert choices(team) == []


def test_that_the_days_a_change_of_cycle_leaves_unbilled_are_said(team):
    """Billed until 2 March 2026: the civil year of 2026 has 365 − 61 days that nothing bills."""
    sophie = followed(team, debut=date(2025, 3, 3), done=WHOLE)
    lot = prepared(team)
    office = team.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), cycle_forfait=CycleForfait.CIVIL))
    first, second = (x for x in board(team).lignes if x.patient.id == sophie.id)
    (only,) = second.ecarts
    assert plain(phrase(only)) == (  # 82 900 × 304 / 365 = 69 045,48
        "Facturé en partie : les jours du 01/01/2026 au 02/03/2026, avec un autre cycle. "
        "304 autres jours, 690,45 € au prorata, sans facturation."
    )
    short = ["La fin du forfait est maintenant le 31/12/2025."]
    assert [phrase(e) for e in first.ecarts] == short
    assert told(facturation.lot(office, lot.id)) == short


def test_that_the_bill_of_the_very_cycle_is_the_one_shown(team):
    """The civil year of 2025 billed too: both bills touch it, its own is told of."""
    sophie = followed(team, debut=date(2024, 9, 2), done=WHOLE)
    acts(team, sophie, date(2025, 9, 2), WHOLE)
    lot = prepared(team)
    (billed,) = (x.facturation for x in lot.lignes if x.facturation.debut.year == 2025)
    shown = [x for x in board(team).lignes if x.facturation == billed]
    assert [x.decompte.cycle.debut for x in shown] == [date(2025, 9, 2)]
    assert shown[0].ecarts == ()


def test_that_two_billings_that_meet_when_records_become_one_are_said(team):
    """Eleven months are paid twice, and three proofs of the first now count in the second."""
    sophie = followed(team, debut=date(2025, 3, 3), done=WHOLE)
    other = followed(team, "Legende", debut=date(2025, 4, 3), done=WHOLE)
    episode = line(team, other).decompte.cycle.inclusion
    patients.close(team.medecin, episode.id, fin=date(2026, 4, 2), motif="DEMENAGEMENT")
    lot = prepared(team)
    joined(team, sophie, other)
    found = facturation.lot(team.medecin, lot.id)
    double = "Un autre forfait facturé couvre aussi les jours du 03/04/2025 au 02/03/2026."
    by_day = {x.facturation.debut: [plain(phrase(e)) for e in x.ecarts] for x in found.lignes}
    assert by_day == {
        date(2025, 3, 3): [double, "3 preuves ne comptent plus dans ce forfait."],
        date(2025, 4, 3): [double, "3 séances ajoutées depuis, sans preuves ici."],
    }
    first, *_ = (x for x in board(team).lignes if x.patient.id == sophie.id)
    assert [plain(phrase(e)) for e in first.ecarts] == by_day[date(2025, 3, 3)]
    facturation.annuler(team.medecin, lot.id, "Deux fois")
    assert not any(x.ecarts for x in board(team).lignes)


def test_that_who_may_not_bill_prepares_nothing(team, two):
    seen = choices(team)
    office = team[Role.PSYCHIATRE]
    for asked in (
        lambda: facturation.preparer(office, seen),
        lambda: facturation.lots(office),
        lambda: facturation.lot(office, "x"),
        lambda: facturation.transmettre(office, "x"),
        lambda: facturation.annuler(office, "x", "motif"),
    ):
        with pytest.raises(AccessDenied):
            asked()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["preparer", "annuler", "defaire", "refaire"]), max_size=8))
def test_that_no_day_is_billed_twice_whatever_is_done(team, steps):
    office = team.psychologue
    if not board(team).lignes:
        followed(team, "Albe", done=WHOLE)
        followed(team, "Brun", done=WHOLE)
    done, undone = [], []
    for step in steps:
        standing = [x for x in facturation.lots(office) if x.etat is not EtatFacturation.ANNULEE]
        if step == "preparer" and choices(team):
            seen = choices(team)[:1]
            done.append(noted(office, lambda o, s=seen: facturation.preparer(o, s)).changes)
        elif step == "annuler" and standing:
            facturation.annuler(office, standing[0].id, "essai")
        elif step == "defaire" and done:
            attempt(office, done, undone)
        elif step == "refaire" and undone:
            attempt(office, undone, done)
        counting = [(f.inclusion, f.debut) for f in kept(team) if f.compte]
        assert len(counting) == len(set(counting))


def attempt(office, stack, other):
    try:
        other.append(undo(office, stack.pop()))
    except AppError:
        return
