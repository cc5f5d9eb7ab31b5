"""A receipt is believed when the animator signed it, kept as it came, and said once."""

import pytest

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.errors import ReceiptInvalid
from microstructure_desktop.exchange.seal import SigningKey
from microstructure_desktop.services import accuses, enrolement, envois, expedition
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.accuses import AccuseAilleurs
from microstructure_desktop.services.convention_lue import NotEnrolled
from tests.exchange.keys import ANIMATRICE, SUIVANTE

from .conventions import fichier, lus
from .mois import OCTOBRE, agreed, crowded, receipt

STRANGER = SigningKey(b"\x0a" * 32)


@pytest.fixture
def pli(team, tmp_path):
    """Written somewhere: it may have reached the animator."""
    crowded(team)
    agreed(team)
    made = envois.sceller(team.medecin, OCTOBRE)
    expedition.a_remettre(team.medecin, made.paquet, dossier=tmp_path)
    return made


def lu(team):
    (found,) = envois.historique(team.medecin)
    return found


@pytest.mark.parametrize(
    ("etat", "motif", "becomes"),
    [
        ("accepte", "", EtatPli.ACCUSE),
        ("doublon", "", EtatPli.ACCUSE),
        ("refuse", "signature", EtatPli.REFUSE),
    ],
)
def test_that_a_receipt_ends_the_sending_or_says_why_not(team, pli, etat, motif, becomes):
    data = receipt(pli, etat, motif)
    found = accuses.importer(team.medecin, data)
    assert (found.nouveau, found.pli.etat, found.accuse.motif) == (True, becomes, motif)
    with team.medecin.store.read() as work:
        assert work.outbox.accuse(pli.paquet) == data
    assert lu(team).accuse == found.accuse
    assert [e.resultat for e in lu(team).essais] == ["accuse"]


def test_that_the_same_again_says_nothing_new(team, pli):
    data = receipt(pli)
    accuses.importer(team.medecin, data)
    assert not accuses.importer(team.medecin, data).nouveau
    assert not accuses.importer(team.medecin, receipt(pli, "doublon")).nouveau
    assert not accuses.importer(team.medecin, receipt(pli, "refuse", "sequence")).nouveau
    assert (lu(team).pli.etat, lu(team).accuse.etat) == (EtatPli.ACCUSE, EtatAccuse.ACCEPTE)
    assert len(lu(team).essais) == 1


def test_that_an_acceptance_may_follow_a_refusal(team, pli):
    accuses.importer(team.medecin, receipt(pli, "refuse", "cumul"))
    accuses.importer(team.medecin, receipt(pli))
    assert lu(team).pli.etat is EtatPli.ACCUSE


def test_that_a_receipt_of_what_was_replaced_is_kept_and_changes_nothing(team, pli):
    crowded(team, OCTOBRE, 1, first=9)
    second = envois.sceller(team.medecin, OCTOBRE)
    found = accuses.importer(team.medecin, receipt(pli))
    assert (found.nouveau, found.pli.etat) == (True, EtatPli.REMPLACE)
    assert envois.depart(team.medecin, OCTOBRE).pli == second


@pytest.mark.parametrize("spoil", [lambda x: x[:-1], lambda x: x.replace(b"accepte", b"doublon")])
def test_that_a_spoilt_receipt_is_refused(team, pli, spoil):
    with pytest.raises(ReceiptInvalid):
        accuses.importer(team.medecin, spoil(receipt(pli)))
    assert lu(team).accuse is None


def test_that_a_stranger_s_receipt_is_refused(team, pli):
    with pytest.raises(ReceiptInvalid):
        accuses.importer(team.medecin, receipt(pli, key=STRANGER))
    assert lu(team).pli.etat is EtatPli.EN_ATTENTE


def test_that_somebody_else_s_receipt_is_refused(team, pli):
    with pytest.raises(AccuseAilleurs):
        accuses.importer(team.medecin, receipt(pli, structure="OCC-31-008"))
    other = type(pli)("ab" * 32, pli.periode, 1, None, "x", pli.scelle_le)
    with pytest.raises(AccuseAilleurs):
        accuses.importer(team.medecin, receipt(other))


def test_that_an_animator_who_changed_her_key_is_believed_with_both(team, pli):
    office = team.medecin
    enrolement.importer(office, fichier(2, SUIVANTE, ANIMATRICE))
    enrolement.confirmer(office)
    accuses.importer(office, receipt(pli, "refuse", "cumul", key=ANIMATRICE))
    accuses.importer(office, receipt(pli, key=SUIVANTE))
    assert lu(team).pli.etat is EtatPli.ACCUSE


def test_that_a_key_that_was_lost_is_believed_no_more_but_what_it_said_is_still_read(team, pli):
    """Whoever found it could end a sending that nobody received."""
    office = team.medecin
    accuses.importer(office, receipt(pli, "refuse", "cumul"))
    enrolement.importer(office, fichier(1, SUIVANTE), perte=True)
    enrolement.confirmer(office, lus(SUIVANTE))
    with pytest.raises(ReceiptInvalid):
        accuses.importer(office, receipt(pli))
    assert lu(team).accuse.motif == "cumul"
    accuses.importer(office, receipt(pli, key=SUIVANTE))
    assert lu(team).pli.etat is EtatPli.ACCUSE


def test_that_nobody_is_believed_before_an_animator_is_known(team):
    with pytest.raises(NotEnrolled):
        accuses.importer(team.medecin, b"{}")


def test_that_who_may_only_read_takes_none_in(team, pli):
    with pytest.raises(AccessDenied):
        accuses.importer(team.psychologue, receipt(pli))


def test_that_what_lies_somewhere_is_taken_in_only_if_ours(team, pli):
    office = team.psychologue
    with office.store.begin(office.membre.id, office.now()) as work:
        assert accuses.ranger(work, office, b"{}") is None
        assert accuses.ranger(work, office, receipt(pli, structure="OCC-31-008")) is None
        found = accuses.ranger(work, office, receipt(pli))
    assert found is not None
    assert found.pli.etat is EtatPli.ACCUSE
