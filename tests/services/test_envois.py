"""A month is sealed once, corrected, taken back; figures counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import SANS_ACCUSE, EtatPli
from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.errors import NotForUs, StructureUnknown
from microstructure_desktop.services import (
    accuses,
    corbeille,
    enrolement,
    envois,
    equipe,
    expedition,
    journal,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.convention_lue import NotEnrolled
from microstructure_desktop.services.envois import DejaParti, MoisEnCours, PaquetInconnu
from microstructure_desktop.services.envois_depart import Situation
from microstructure_desktop.services.journal import Demande
from tests.exchange.keys import INCONNU, SECOURS
from tests.exchange.month import opened

from .cases import write
from .conventions import fichier
from .mois import OCTOBRE, agreed, crowded, read, receipt, sealed

AOUT, SEPTEMBRE = Mois(2026, 8), Mois(2026, 9)


@pytest.fixture
def october(team):
    """Six people kept one psychologist session of 45 minutes; one missed a second one."""
    people = crowded(team)
    team.seance(people[0].id, date(2026, 10, 22), issue=Issue.ABSENT_NON_EXCUSE)
    return team


@pytest.fixture
def ready(october):
    agreed(october)
    return october


def more(team, mois=OCTOBRE):
    """One more session in a month."""
    newcomer = team.patient(f"Roman{mois.numero}")
    return team.seance(newcomer.id, date(mois.annee, mois.numero, 27), duree=45)


def handed(team, pli):
    """As if it had been written on a stick and given."""
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.outbox.change(replace(work.outbox.get(pli.paquet), etat=EtatPli.DEPOSE))


def states(team):
    return [x.pli.etat for x in envois.historique(team.medecin)]


def test_that_the_figures_are_those_counted_by_hand(october):
    contenu = envois.depart(october.psychologue, OCTOBRE).contenu
    rows = {(x.acteur.value, x.acte.value): (x.nombre, x.minutes) for x in contenu.activite}
    assert rows == {
        ("psychologue", "entretien_individuel"): (6, 270),
        ("psychologue", "rdv_non_honore"): (1, 0),
    }
    assert [(x.file_active, x.cumul_annee) for x in contenu.file_active] == [(6, 6)]
    (forfaits,) = contenu.forfaits
    assert (forfaits.en_cours, forfaits.ouverts_cumul_annee, forfaits.prest_psy) == (6, 6, 6)


def test_that_trainings_come_from_the_register(october):
    assert envois.depart(october.medecin, OCTOBRE).contenu.fonctionnement[0].formations is None
    me = october.psychologue.membre.id
    for rank, du in enumerate((date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31))):
        write(october, "formations", Formation(f"f{rank}", me, "CONCEPT", "Jour", du))
    depart = envois.depart(october.medecin, OCTOBRE)
    assert depart.contenu.fonctionnement[0].formations == 2
    assert b";2\r\n" in dict(depart.fichiers)["data/fonctionnement.csv"]


def test_that_months_run_from_the_first_act_to_this_one(october):
    assert envois.months(october.psychologue) == (Mois(2026, 11), OCTOBRE)


def test_that_nothing_is_offered_before_the_first_act(team):
    assert envois.months(team.psychologue) == ()


def test_that_what_is_sealed_is_what_was_shown_for_both_readers_alone(ready):
    shown = envois.depart(ready.psychologue, OCTOBRE)
    pli = envois.sceller(ready.medecin, OCTOBRE)
    assert (pli.etat, pli.sequence, pli.remplace) == (EtatPli.SCELLE, 1, None)
    octets = sealed(ready, pli.paquet)
    for reader in (None, SECOURS):
        found = read(ready, octets, *([reader] if reader else []))
        assert (found.id, found.contenu) == (pli.paquet, shown.contenu)
    with pytest.raises(NotForUs):
        read(ready, octets, INCONNU)


def test_that_the_same_content_sealed_twice_is_the_same_bundle(ready):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    octets = sealed(ready, first.paquet)
    assert envois.sceller(office, OCTOBRE) == first
    assert sealed(ready, first.paquet) == octets
    assert len(envois.historique(office)) == 1
    depart = envois.depart(office, OCTOBRE)
    assert (depart.situation, depart.paquet) == (Situation.INCHANGE, None)


def test_that_sealing_is_in_the_access_log_and_in_the_ledger(ready):
    pli = envois.sceller(ready.medecin, OCTOBRE)
    envois.sceller(ready.medecin, OCTOBRE)
    (line,) = journal.read(ready.medecin, Demande(action=Action.EXPORT)).lignes
    assert line.acces.objet == pli.paquet
    with ready.medecin.store.read() as work:
        entered = {d.variable: d.paquet for d in work.divulgations.all()}
    assert entered == dict.fromkeys(
        ("mois_activite", "mois_forfaits", "mois_file_active", "mois_fonctionnement"), pli.paquet
    )


def test_that_a_corrected_month_names_what_it_replaces(ready):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    handed(ready, first)
    more(ready)
    changed = envois.depart(office, OCTOBRE)
    assert (changed.situation, changed.sequence) == (Situation.A_CORRIGER, 2)
    second = envois.sceller(office, OCTOBRE)
    assert (second.sequence, second.remplace) == (2, first.paquet)
    assert states(ready) == [EtatPli.SCELLE, EtatPli.REMPLACE]
    found = read(ready, sealed(ready, second.paquet))
    assert (found.entete.sequence, found.entete.remplace) == (2, first.paquet)
    assert found.contenu.file_active[0].file_active == 7


def test_that_a_correction_before_it_left_takes_the_place(ready):
    """The animator would look for a bundle that nobody sent."""
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    more(ready)
    second = envois.sceller(office, OCTOBRE)
    assert (second.sequence, second.remplace) == (1, None)
    assert second.paquet != first.paquet
    assert states(ready) == [EtatPli.SCELLE, EtatPli.ANNULE]


def test_that_what_was_taken_back_frees_its_number_and_comes_back_as_it_was(ready):
    office = ready.medecin
    crowded(ready, AOUT)
    first = envois.sceller(office, OCTOBRE)
    octets = sealed(ready, first.paquet)
    assert envois.annuler(office, first.paquet).etat is EtatPli.ANNULE
    assert envois.depart(office, OCTOBRE).situation is Situation.JAMAIS
    again = envois.sceller(office, OCTOBRE)
    assert again == first
    assert sealed(ready, again.paquet) == octets
    with office.store.read() as work:
        assert len(work.divulgations.all()) == 4
    envois.annuler(office, again.paquet)
    assert envois.sceller(office, AOUT).sequence == 1
    assert envois.sceller(office, OCTOBRE).sequence == 2


def test_that_a_number_in_the_middle_is_used_again_and_a_correction_is_the_last(ready):
    office = ready.medecin
    crowded(ready, AOUT)
    crowded(ready, SEPTEMBRE)
    august, october = (envois.sceller(office, m) for m in (AOUT, OCTOBRE))
    envois.annuler(office, august.paquet)
    handed(ready, october)
    more(ready)
    corrected = envois.sceller(office, OCTOBRE)
    assert (corrected.sequence, corrected.remplace) == (3, october.paquet)
    assert envois.sceller(office, SEPTEMBRE).sequence == 1


def test_that_what_left_is_not_taken_back(ready, tmp_path):
    office = ready.medecin
    pli = envois.sceller(office, OCTOBRE)
    expedition.a_remettre(office, pli.paquet, dossier=tmp_path)
    with pytest.raises(DejaParti):
        envois.annuler(office, pli.paquet)  # even if nobody knows whether the writing ended
    with pytest.raises(PaquetInconnu):
        envois.annuler(office, "ab" * 32)


def test_that_a_refused_month_is_sealed_anew(ready):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    handed(ready, first)
    accuses.importer(office, receipt(first, etat="refuse", motif="signature"))
    assert envois.depart(office, OCTOBRE).situation is Situation.A_REFAIRE
    second = envois.sceller(office, OCTOBRE)
    assert (second.sequence, second.remplace) == (2, first.paquet)


def taken_back(team):
    """A correction is sealed for a late session, and both are taken back."""
    office = team.medecin
    with office.store.read() as work:
        someone = work.patients.all()[0]
    late = team.seance(someone.id, date(2026, 10, 28))
    envois.annuler(office, envois.sceller(office, OCTOBRE).paquet)
    corbeille.cancel(office, late.id, "Saisie en double")


@pytest.mark.parametrize("etat", ["accepte", "refuse", None])
def test_that_a_correction_taken_back_leaves_what_it_corrected_as_it_was(ready, etat):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    handed(ready, first)
    if etat is not None:
        accuses.importer(office, receipt(first, etat, "cumul" if etat == "refuse" else ""))
    before = envois.depart(office, OCTOBRE)
    taken_back(ready)
    assert envois.depart(office, OCTOBRE).situation is before.situation
    (now,) = [x.pli for x in envois.historique(office) if x.pli.paquet == first.paquet]
    assert now.etat is before.pli.etat
    assert now.prochain_essai == (office.now() + SANS_ACCUSE if etat is None else None)


def test_that_what_was_tried_is_tried_again_once_its_correction_is_taken_back(ready, tmp_path):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    expedition.a_remettre(office, first.paquet, dossier=tmp_path / "not there")
    taken_back(ready)
    now = envois.depart(office, OCTOBRE).pli
    assert (now.paquet, now.etat) == (first.paquet, EtatPli.EN_ATTENTE)
    assert now.prochain_essai is None  # at once
    with pytest.raises(DejaParti):
        envois.annuler(office, first.paquet)


def test_that_a_correction_after_one_taken_back_replaces_again(ready):
    office = ready.medecin
    first = envois.sceller(office, OCTOBRE)
    handed(ready, first)
    taken_back(ready)
    more(ready)
    third = envois.sceller(office, OCTOBRE)
    assert (third.sequence, third.remplace) == (2, first.paquet)
    assert states(ready) == [EtatPli.SCELLE, EtatPli.ANNULE, EtatPli.REMPLACE]


def test_that_another_convention_seals_again_what_has_no_receipt(ready):
    office = ready.medecin
    august = crowded(ready, AOUT) and envois.sceller(office, AOUT)
    october = envois.sceller(office, OCTOBRE)
    for pli in (august, october):
        handed(ready, pli)
    accuses.importer(office, receipt(august))
    enrolement.importer(office, fichier(2, destinataires=(SECOURS.recipient,)))
    enrolement.confirmer(office)
    assert envois.depart(office, AOUT).situation is Situation.INCHANGE
    assert envois.depart(office, OCTOBRE).situation is Situation.A_REFAIRE
    again = envois.sceller(office, OCTOBRE)
    assert read(ready, sealed(ready, again.paquet), SECOURS).contenu.mois == OCTOBRE


def test_that_a_month_that_is_not_over_is_not_sealed(ready):
    with pytest.raises(MoisEnCours):
        envois.sceller(ready.medecin, Mois(2026, 11))
    assert envois.historique(ready.medecin) == ()


def test_that_nothing_is_sealed_before_somebody_agreed(october):
    assert envois.depart(october.medecin, OCTOBRE).contenu.activite
    with pytest.raises(NotEnrolled):
        envois.sceller(october.medecin, OCTOBRE)


@pytest.mark.parametrize("change", [{"structure": ""}, {"region": "IDF"}])
def test_that_without_the_code_of_its_region_the_rows_are_shown_alone(ready, change):
    office = ready.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), **change))
    depart = envois.depart(office, OCTOBRE)
    assert depart.contenu.activite
    assert depart.paquet is None
    with pytest.raises(StructureUnknown):
        envois.sceller(office, OCTOBRE)


def test_that_who_may_only_read_seals_nothing_and_the_secretariat_reads_nothing(ready):
    pli = envois.sceller(ready.medecin, OCTOBRE)
    assert envois.historique(ready.psychologue)[0].pli == pli
    for refused in (
        lambda: envois.sceller(ready.psychologue, OCTOBRE),
        lambda: envois.annuler(ready.psychologue, pli.paquet),
        lambda: envois.depart(ready[Role.SECRETARIAT], OCTOBRE),
        lambda: envois.historique(ready[Role.SECRETARIAT]),
    ):
        with pytest.raises(AccessDenied):
            refused()


def test_that_a_correction_tells_no_count_by_difference(ready):
    """September (3 people) left with October; two late sessions would let it stand alone."""
    office = ready.medecin
    crowded(ready, SEPTEMBRE, 3)
    first = envois.sceller(office, OCTOBRE)
    rows = read(ready, sealed(ready, first.paquet)).contenu.activite
    assert {x.mois for x in rows} == {"2026-09/2026-10"}
    handed(ready, first)
    crowded(ready, SEPTEMBRE, 2, first=5)
    september = envois.sceller(office, SEPTEMBRE)
    assert read(ready, sealed(ready, september.paquet)).contenu.activite == ()
    second = envois.sceller(office, OCTOBRE)
    corrected = read(ready, sealed(ready, second.paquet)).contenu.activite
    assert {x.mois for x in corrected} == {"2026-09/2026-10"}
    assert sum(x.nombre for x in corrected) == sum(x.nombre for x in rows) + 2


def test_that_no_name_note_nor_day_is_in_what_is_sealed_or_named(ready):
    secret = ready.patient("Canariecrit", "Elodiecrit", naissance=date(1961, 2, 3))
    ready.seance(secret.id, date(2026, 10, 27), note_partagee="notesecretecrite")
    office = ready.medecin
    write(ready, "equipe", replace(office.membre, rpps="10101010101"))
    pli = envois.sceller(office, OCTOBRE)
    files = opened(sealed(ready, pli.paquet))
    content = b"".join((*files.values(), *(n.encode() for n in files), pli.nom.encode())).lower()
    names = [m.nom_complet.encode().lower() for m in equipe.membres(office)]
    for token in (
        b"canariecrit", b"elodiecrit", b"notesecretecrite", b"1961", b"2026-10-2", b"10101010101",
        b"lilas", *names,
    ):  # fmt: skip
        assert token not in content
