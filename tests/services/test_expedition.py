"""What was sealed reaches its place once, whatever is cut, killed, late or closed."""

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest

from microstructure_desktop.domain.boite_envoi import DELAI_MAX, EtatPli, du
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.services import accuses, envois, expedition
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.expedition import CanalInconnu, PlusARemettre
from microstructure_desktop.store import keyring
from microstructure_desktop.store.store import Store
from tests.exchange.channels import servers
from tests.exchange.channels.fault_proxy import Fault, FaultProxy, Kind
from tests.exchange.month import opened

from .cases import write
from .mois import OCTOBRE, agreed, crowded, receipt, sealed, way

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pli(team):
    crowded(team)
    agreed(team)
    return envois.sceller(team.medecin, OCTOBRE)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "cle"
    folder.mkdir()
    return folder


@pytest.fixture
def depot(tmp_path):
    folder = tmp_path / "depot"
    folder.mkdir()
    return folder


@pytest.fixture
def server(depot):
    with servers.web(servers.webdav(depot)) as port:
        yield port


def online(team, port, **changes):
    told = {
        "type": TypeCanal.WEBDAV,
        "nom": "Réseau",
        "adresse": f"http://127.0.0.1:{port}/",
        "compte": servers.ACCOUNT,
        "secret": servers.PASSWORD,
    }
    return way(team, "", **(told | changes))


def rounds(team):
    """One round, as the window does: what is due, each attempt, what became of it."""
    office = team.medecin
    return [
        expedition.noter(office, t, expedition.deposer(t)) for t in expedition.a_envoyer(office)
    ]


def known(team, pli):
    with team.medecin.store.read() as work:
        return work.outbox.get(pli.paquet)


def tried(team, pli):
    with team.medecin.store.read() as work:
        return [(e.resultat, e.detail) for e in work.outbox.journal(pli.paquet)]


def later(team, **delay):
    at = team.clock().astimezone() + timedelta(**delay)
    team.clock.set(at.date(), at.time())


def test_that_nothing_leaves_before_somebody_says_so(team, pli, server, depot):
    online(team, server)
    assert rounds(team) == []
    assert list(depot.iterdir()) == []


def test_that_a_server_gets_the_very_bytes_once(team, pli, server, depot):
    canal = online(team, server)
    expedition.envoyer(team.medecin, pli.paquet)
    (done,) = rounds(team)
    assert (done.etat, done.canal, done.essais) == (EtatPli.DEPOSE, canal.id, 0)
    assert (depot / pli.nom).read_bytes() == sealed(team, pli.paquet)
    assert tried(team, pli) == [("depose", "")]
    assert rounds(team) == []


def test_that_a_dead_network_is_tried_later_and_each_time_less_often(team, pli):
    online(team, 1)  # nothing listens there
    expedition.envoyer(team.medecin, pli.paquet)
    waits = []
    for _ in range(9):
        (done,) = rounds(team)
        waits.append(done.prochain_essai - team.clock())
        assert rounds(team) == []
        later(team, seconds=waits[-1].total_seconds())
    assert waits[:3] == [timedelta(minutes=n) for n in (15, 30, 60)]
    assert waits[-1] == DELAI_MAX
    assert set(tried(team, pli)) == {("injoignable", "coupure")}
    assert known(team, pli).etat is EtatPli.EN_ATTENTE


def test_that_sending_now_waits_for_nothing(team, pli, server):
    canal = online(team, 1)
    expedition.envoyer(team.medecin, pli.paquet)
    rounds(team)
    write(team, "canaux", replace(canal, adresse=f"http://127.0.0.1:{server}/"))
    assert rounds(team) == []
    expedition.envoyer(team.medecin, pli.paquet)
    (done,) = rounds(team)
    assert done.etat is EtatPli.DEPOSE


def test_that_the_ways_are_tried_in_the_cabinet_s_order(team, pli, server, depot):
    working = online(team, server, rang=2)
    broken = online(team, 1, rang=1)
    expedition.envoyer(team.medecin, pli.paquet)
    (tentative,) = expedition.a_envoyer(team.medecin)
    assert [c.id for c in tentative.canaux] == [broken.id, working.id]
    done = expedition.noter(team.medecin, tentative, expedition.deposer(tentative))
    assert (done.etat, done.canal) == (EtatPli.DEPOSE, working.id)
    assert tried(team, pli) == [("injoignable", "coupure"), ("depose", "")]


def test_that_a_way_turned_off_is_not_taken(team, pli, server):
    online(team, server, actif=False)
    expedition.envoyer(team.medecin, pli.paquet)
    assert expedition.a_envoyer(team.medecin) == ()


def test_that_fifteen_days_without_an_answer_send_the_same_bytes_again(team, pli, server, depot):
    online(team, server)
    expedition.envoyer(team.medecin, pli.paquet)
    rounds(team)
    (depot / pli.nom).unlink()
    later(team, days=14, hours=23)
    assert rounds(team) == []
    later(team, hours=1)
    (done,) = rounds(team)
    assert done.etat is EtatPli.DEPOSE
    assert (depot / pli.nom).read_bytes() == sealed(team, pli.paquet)
    assert rounds(team) == []


def test_that_weeks_away_lose_nothing_and_a_clock_moved_back_holds_nothing(team, pli, server):
    online(team, 1)
    expedition.envoyer(team.medecin, pli.paquet)
    rounds(team)
    later(team, days=40)
    (done,) = rounds(team)
    assert done.essais == 2
    later(team, days=-300)
    assert du(known(team, pli), team.clock())
    (done,) = rounds(team)
    assert done.essais == 3


def test_that_what_was_received_meanwhile_is_sent_no_more(team, pli, server):
    online(team, server)
    expedition.envoyer(team.medecin, pli.paquet)
    (tentative,) = expedition.a_envoyer(team.medecin)
    accuses.importer(team.medecin, receipt(pli))
    done = expedition.noter(team.medecin, tentative, expedition.deposer(tentative))
    assert done.etat is EtatPli.ACCUSE
    later(team, days=60)
    assert rounds(team) == []
    with pytest.raises(PlusARemettre):
        expedition.envoyer(team.medecin, pli.paquet)


def test_that_a_stick_ends_when_a_person_gave_it(team, pli, stick):
    canal = way(team, stick)
    office = team.medecin
    tentative = expedition.a_remettre(office, pli.paquet, canal=canal.id)
    done = expedition.noter(office, tentative, expedition.deposer(tentative))
    assert (done.etat, done.canal) == (EtatPli.EN_ATTENTE, canal.id)
    assert (stick / pli.nom).read_bytes() == sealed(team, pli.paquet)
    assert expedition.a_envoyer(office) == ()
    assert expedition.remis(office, pli.paquet).etat is EtatPli.DEPOSE
    assert [what for what, _ in tried(team, pli)] == ["depose", "remis"]


def test_that_a_stick_that_is_not_there_keeps_the_month(team, pli, tmp_path):
    office = team.medecin
    tentative = expedition.a_remettre(office, pli.paquet, dossier=tmp_path / "absent")
    done = expedition.noter(office, tentative, expedition.deposer(tentative))
    assert done.etat is EtatPli.EN_ATTENTE
    assert tried(team, pli) == [("injoignable", "absent")]


def test_that_a_message_is_left_ready_for_a_hand(team, pli):
    canal = way(team, "", type=TypeCanal.COURRIEL, adresse="animation@example.org")
    office = team.medecin
    tentative = expedition.a_remettre(office, pli.paquet, canal=canal.id)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    (message,) = office.home.documents.glob("messages/*.eml")
    assert b"Subject: MSMA OCC-31-007 2026-10" in message.read_bytes()
    assert known(team, pli).etat is EtatPli.EN_ATTENTE
    assert tried(team, pli) == [("depose", "a_envoyer")]


def test_that_receipts_are_found_where_the_month_was_left(team, pli, stick):
    way(team, stick)
    office = team.medecin
    assert expedition.a_relever(office) == ()  # nothing is awaited yet
    tentative = expedition.a_remettre(office, pli.paquet, dossier=stick)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    (stick / "accuses").mkdir()
    (stick / "accuses" / f"accuse_{pli.paquet[:8]}.msma-ack").write_bytes(receipt(pli))
    (stick / "accuses" / "accuse_00000000.msma-ack").write_bytes(b"{}")
    found = expedition.relever(expedition.a_relever(office))
    assert len(found) == 2
    (lu,) = expedition.ranger(office, found)
    assert lu.pli.etat is EtatPli.ACCUSE
    assert expedition.ranger(office, found) == ()
    assert expedition.a_relever(office) == ()


def test_that_who_may_not_hand_over_lets_the_rounds_go_on(team, pli, server, depot):
    online(team, server)
    for refused in (
        lambda: expedition.envoyer(team.psychologue, pli.paquet),
        lambda: expedition.a_remettre(team.psychologue, pli.paquet, dossier=depot),
        lambda: expedition.remis(team.psychologue, pli.paquet),
    ):
        with pytest.raises(AccessDenied):
            refused()
    expedition.envoyer(team.medecin, pli.paquet)
    office = team.psychologue
    (tentative,) = expedition.a_envoyer(office)
    assert expedition.noter(office, tentative, expedition.deposer(tentative)).etat is EtatPli.DEPOSE


def test_that_a_way_that_was_taken_away_is_said(team, pli):
    with pytest.raises(CanalInconnu):
        expedition.a_remettre(team.medecin, pli.paquet, canal="absent")
    with pytest.raises(PlusARemettre):
        expedition.a_remettre(team.medecin, "ab" * 32, canal="absent")


def test_that_no_secret_nor_byte_is_in_the_words_of_an_attempt(team, pli, server):
    online(team, server)
    expedition.envoyer(team.medecin, pli.paquet)
    said = repr(expedition.a_envoyer(team.medecin))
    assert servers.PASSWORD not in said
    assert "age-encryption" not in said


@pytest.mark.parametrize("stop", ["prepare", "depose", "note"])
def test_that_a_kill_between_the_steps_loses_nothing_on_a_stick(team, pli, stick, stop):
    octets = sealed(team, pli.paquet)
    with killed_after(team, pli, stop, stick) as office:
        (lu,) = envois.historique(office)
        assert lu.pli.parti  # it may be on the stick: it cannot be taken back
        assert lu.pli.etat is EtatPli.EN_ATTENTE
        tentative = expedition.a_remettre(office, pli.paquet, dossier=stick)
        assert tentative.octets == octets
        expedition.noter(office, tentative, expedition.deposer(tentative))
        assert [p.name for p in stick.iterdir()] == [pli.nom]
        assert (stick / pli.nom).read_bytes() == octets
        assert expedition.remis(office, pli.paquet).etat is EtatPli.DEPOSE


@pytest.mark.parametrize("stop", ["prepare", "depose", "note"])
def test_that_a_kill_between_the_steps_sends_nothing_twice(team, pli, server, depot, stop):
    online(team, server)
    octets = sealed(team, pli.paquet)
    with killed_after(team, pli, stop) as office:
        at = office.now() + timedelta(minutes=16)
        tomorrow = replace(office, now=lambda: at)
        for tentative in expedition.a_envoyer(tomorrow):
            assert tentative.octets == octets
            expedition.noter(tomorrow, tentative, expedition.deposer(tentative))
        (lu,) = envois.historique(office)
        assert lu.pli.etat is EtatPli.DEPOSE
        assert [p.name for p in depot.iterdir()] == [pli.nom]
        assert (depot / pli.nom).read_bytes() == octets
        assert [e.resultat for e in lu.essais] == [
            {"prepare": "depose", "depose": "deja_la", "note": "depose"}[stop]
        ]


def test_that_a_network_that_fails_in_the_middle_ends_complete(team, pli, server, depot):
    with FaultProxy(server) as proxy:
        proxy.script = [Fault(Kind.RESET, 900), Fault(Kind.REPLY_DROPPED, 3), Fault(Kind.FINE)]
        online(team, proxy.port)
        expedition.envoyer(team.medecin, pli.paquet)
        for _ in range(6):
            rounds(team)
            later(team, days=1)
        assert known(team, pli).etat is EtatPli.DEPOSE
    assert (depot / pli.nom).read_bytes() == sealed(team, pli.paquet)


@contextmanager
def killed_after(team, pli, stop, folder=""):
    """The office of a new start, after another process was killed at that step."""
    office = team.medecin
    store_id = keyring.load(team.home.coffre).store_id
    team.medecin.store.close()
    command = [sys.executable, "-m", "tests.services.another_expedition", str(team.home.root)]
    with subprocess.Popen(
        [*command, store_id, office.membre.id, pli.paquet, stop, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        process.stdin.write(office.key.raw.hex() + "\n")
        process.stdin.flush()
        assert process.stdout.readline().strip() == stop
        process.kill()
    store = Store.open(team.home.coffre, office.key, store_id)
    try:
        yield replace(office, store=store, now=lambda: datetime.now(UTC))
    finally:
        assert store.verify() == []
        store.close()


def test_that_printing_counts_as_leaving_until_a_person_gave_it(team, pli):
    canal = way(team, "", type=TypeCanal.PAPIER)
    done = expedition.imprimer(team.medecin, pli.paquet)
    assert (done.etat, done.canal, done.parti) == (EtatPli.EN_ATTENTE, canal.id, True)
    assert tried(team, pli) == [("depose", "imprime")]
    assert expedition.remis(team.medecin, pli.paquet).etat is EtatPli.DEPOSE


def test_that_nobody_is_in_a_message_a_name_a_log_nor_the_journal(team, tmp_path, caplog):
    """Marks of a person, of a carer and of a day, looked for in all that is left in clear."""
    secret = team.patient("Canariecrit", "Elodiecrit", naissance=date(1961, 2, 3))
    crowded(team)
    team.seance(secret.id, date(2026, 10, 27), note_partagee="notesecretecrite")
    agreed(team)
    office = team.medecin
    made = envois.sceller(office, OCTOBRE)
    mail = way(team, "", type=TypeCanal.COURRIEL, adresse="animation@example.org")
    online(team, 1)
    with caplog.at_level("DEBUG"):
        for tentative in (
            expedition.a_remettre(office, made.paquet, canal=mail.id),
            expedition.a_remettre(office, made.paquet, dossier=tmp_path),
            *(expedition.envoyer(office, made.paquet) and expedition.a_envoyer(office)),
        ):
            expedition.noter(office, tentative, expedition.deposer(tentative))
    left = [p for p in (*office.home.documents.rglob("*"), *tmp_path.glob("MSMA*")) if p.is_file()]
    assert len(left) == 2
    (lu,) = envois.historique(office)
    said = " ".join((*map(str, left), caplog.text, repr(lu), *(_words(p) for p in left))).lower()
    for mark in ("canariecrit", "elodiecrit", "notesecretecrite", "1961", "2026-10-27", "modèle"):
        assert mark not in said
    assert servers.PASSWORD not in said


def _words(path) -> str:
    """What a reader of the file finds in it."""
    data = path.read_bytes()
    if path.suffix == ".eml":
        (sealed_bytes,) = message_from_bytes(data, policy=SMTP).iter_attachments()
        data = sealed_bytes.get_content()
    return b" ".join(opened(data).values()).decode("utf-8", "replace")
