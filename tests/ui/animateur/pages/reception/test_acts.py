"""What a reception does to the register, and what it leaves where."""

from datetime import date
from email.message import EmailMessage

from microstructure_desktop.animateur import enrol
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.reception import acts
from tests.animateur.cases import FEVRIER, JANVIER, Cabinet


def states(lignes):
    return [ligne.etat for ligne in lignes]


def test_that_a_bundle_is_accepted_once_and_receipted_on_its_stick(world, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    cabinet = world.region.cabinet()
    path = world.file(stick, cabinet)
    [ligne] = acts.recevoir(world.desk, [path])
    assert (ligne.etat, ligne.nom, ligne.periode) == ("accepte", "Cabinet des Lilas", JANVIER)
    assert len(list((stick / "accuses").iterdir())) == 1
    assert len(list((world.desk.home.animateur / "accuses").iterdir())) == 1
    assert states(acts.recevoir(world.desk, [stick])) == ["doublon"]


def test_that_a_correction_says_so(world, tmp_path):
    cabinet = world.region.cabinet()
    made, _ = world.region.send(cabinet)
    again = world.file(tmp_path, cabinet, remplace=made)
    [ligne] = acts.recevoir(world.desk, [again])
    assert ligne.corrige


def test_that_a_stranger_is_kept_apart_until_enrolled(world, tmp_path):
    cabinet = Cabinet("OCC-31-009")
    [ligne] = acts.recevoir(world.desk, [world.file(tmp_path, cabinet)])
    assert (ligne.etat, ligne.motif) == ("refuse", "structure")
    [waiting] = acts.etat(world.desk).quarantaine
    assert (waiting.nom, waiting.acceptable) == ("OCC-31-009", False)
    assert acts.reprendre(world.desk) == ()
    data = world.region.inscription(cabinet)
    said = enrol.lire(world.desk.register, data)
    enrol.inscrire(world.desk.register, data, said.empreinte, world.desk.today(), depuis=JANVIER)
    assert states(acts.reprendre(world.desk)) == ["accepte"]
    assert acts.etat(world.desk).quarantaine == ()


def test_that_what_contradicts_is_accepted_when_somebody_answers_for_it(world, tmp_path):
    cabinet = world.region.cabinet()
    world.region.send(cabinet)
    [ligne] = acts.recevoir(world.desk, [world.file(tmp_path, cabinet)])
    assert (ligne.etat, ligne.motif) == ("refuse", "deja_recu")
    [waiting] = acts.etat(world.desk).quarantaine
    assert waiting.acceptable
    accepted = acts.accepter(world.desk, waiting.refus.empreinte)
    assert accepted.etat == "accepte"


def test_that_what_is_of_no_use_is_put_aside(world, tmp_path):
    (tmp_path / "a.msma").write_bytes(b"rien")
    [ligne] = acts.recevoir(world.desk, [tmp_path / "a.msma"])
    assert (ligne.etat, ligne.nom, ligne.motif) == ("refuse", "", "scelle")
    [waiting] = acts.etat(world.desk).quarantaine
    acts.ecarter(world.desk, waiting.refus.empreinte)
    assert acts.etat(world.desk).quarantaine == ()


def test_that_one_bad_file_spoils_no_other(world, tmp_path):
    cabinet = world.region.cabinet()
    good, empty = world.file(tmp_path, cabinet), tmp_path / "vide"
    empty.mkdir()
    (tmp_path / "page.png").write_bytes(b"pas une image")
    paths = [tmp_path / "absent.msma", tmp_path / "page.png", empty, good]
    lignes = acts.recevoir(world.desk, paths)
    assert sorted(states(lignes)) == ["accepte", "illisible", "illisible", "illisible"]
    assert all(all(ligne.phrase) for ligne in lignes if ligne.etat == "illisible")


def test_that_a_message_is_answered(world, tmp_path):
    message = EmailMessage()
    message["From"] = "cabinet@example.org"
    path = world.file(tmp_path, world.region.cabinet())
    message.add_attachment(
        path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name
    )
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    assert states(acts.recevoir(world.desk, [tmp_path / "m.eml"])) == ["accepte"]
    left = {each.suffix for each in (world.desk.home.animateur / "accuses").iterdir()}
    assert ".eml" in left


def test_that_a_lower_total_waits_for_the_correction_before(world, tmp_path):
    cabinet = world.region.cabinet()
    assert states(acts.recevoir(world.desk, [world.file(tmp_path, cabinet)])) == ["accepte"]
    late = world.file(tmp_path, cabinet, FEVRIER)
    assert states(acts.recevoir(world.desk, [late])) == ["accepte"]


def test_that_receipts_go_to_the_folder_chosen(world, tmp_path):
    acts.choisir_accuses(world.desk, tmp_path / "ailleurs")
    assert acts.etat(world.desk).accuses == tmp_path / "ailleurs"
    acts.recevoir(world.desk, [world.file(tmp_path, world.region.cabinet())])
    assert list((tmp_path / "ailleurs").iterdir())


def test_that_the_state_names_the_day_and_how_many_are_enrolled(world):
    world.region.cabinet(depuis=Mois(2026, 1))
    found = acts.etat(world.desk)
    assert (found.inscrites, found.aujourd_hui) == (1, date(2026, 4, 20))
