"""Bundles found in folders, files and messages, and the receipts left for each."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.animateur import inbox
from microstructure_desktop.animateur.errors import NotFound, ReceiptsNotWritten
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange import accuse, bundle
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.channels.eml import Eml

from .cases import FEVRIER, JOUR


def names(chemins):
    return [trouve.nom for trouve in inbox.gather(chemins)]


@pytest.fixture
def posted(region, tmp_path):
    """A folder with January as a file and February as a message, and other things."""
    cabinet = region.cabinet()
    folder = tmp_path / "boite"
    folder.mkdir()
    first, second = region.bundle(cabinet), region.bundle(cabinet, FEVRIER)
    (folder / first.nom).write_bytes(bundle.seal(first, cabinet.cle))
    reglage = Reglage(
        CanalId("c"), TypeCanal.COURRIEL, "Courriel", "a@example.org", "c@example.org"
    )
    Eml(reglage, folder).put(second.nom, bundle.seal(second, cabinet.cle))
    (folder / f".{first.nom}.part").write_bytes(b"cut")
    (folder / "notes.txt").write_text("rien")
    return folder, first, second


def test_that_a_folder_is_received_with_its_messages(region, posted, tmp_path):
    folder, first, second = posted
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    rows = inbox.receive_all(region.register, region.cles, [folder], tmp_path / "accuses", JOUR)
    assert [(r.trouve.nom, r.trouve.canal, r.issue.etat) for r in rows] == [
        (first.nom, TypeCanal.DOSSIER, EtatAccuse.ACCEPTE),
        (second.nom, TypeCanal.COURRIEL, EtatAccuse.ACCEPTE),
    ]
    assert rows[1].trouve.expediteur == "c@example.org"
    here = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert here == before
    left = [path for path in (tmp_path / "accuses").iterdir() if path.suffix != ".eml"]
    receipts = sorted(path.name for path in left)
    assert receipts == sorted(f"accuse_{b.id[:8]}.msma-ack" for b in (first, second))
    assert [path.name for path in (folder / "accuses").iterdir()] == [
        f"accuse_{first.id[:8]}.msma-ack"
    ]
    (answer,) = (tmp_path / "accuses").glob("*.eml")
    said = message_from_bytes(answer.read_bytes(), policy=policy.default)
    (attached,) = said.iter_attachments()
    assert (said["To"], said["X-Unsent"]) == ("c@example.org", "1")
    assert attached.get_content() == rows[1].issue.accuse.octets
    with region.register.read() as work:
        assert [p.canal for p in work.paquets.all()] == ["dossier", "courriel"]


def test_that_a_folder_read_again_keeps_its_receipts(region, posted, tmp_path):
    folder, first, _ = posted
    name = f"accuse_{first.id[:8]}.msma-ack"
    places = (folder / "accuses" / name, tmp_path / "accuses" / name)

    def received() -> EtatAccuse:
        (row,) = inbox.receive_all(
            region.register, region.cles, [folder / first.nom], tmp_path / "accuses", JOUR
        )
        return row.issue.etat

    def states() -> list[EtatAccuse]:
        key = region.cles.signature.public
        return [accuse.read(place.read_bytes(), key).etat for place in places]

    assert received() is EtatAccuse.ACCEPTE
    assert received() is EtatAccuse.DOUBLON
    assert states() == [EtatAccuse.ACCEPTE, EtatAccuse.ACCEPTE]
    places[0].unlink()
    assert received() is EtatAccuse.DOUBLON
    assert states() == [EtatAccuse.DOUBLON, EtatAccuse.ACCEPTE]


def test_that_a_place_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NotFound):
        names([tmp_path / "absent.msma"])
    with pytest.raises(NotFound):
        names([tmp_path / "absent"])
    assert names([tmp_path]) == []


def test_that_an_unreadable_bundle_leaves_no_receipt(region, tmp_path):
    (tmp_path / "x.msma").write_bytes(b"")
    accuses = tmp_path / "accuses"
    (row,) = inbox.receive_all(region.register, region.cles, [tmp_path], accuses, JOUR)
    assert row.issue.motif == "scelle"
    assert not accuses.exists()


def test_that_receipts_that_cannot_be_written_are_said_and_made_again(region, posted, tmp_path):
    folder, first, _ = posted
    blocked = tmp_path / "accuses"
    blocked.write_bytes(b"a file where a folder should be")
    with pytest.raises(ReceiptsNotWritten):
        inbox.receive_all(region.register, region.cles, [folder], blocked, JOUR)
    with region.register.read() as work:
        assert [p.id for p in work.paquets.all()] == [first.id]
    blocked.unlink()
    rows = inbox.receive_all(region.register, region.cles, [folder], blocked, JOUR)
    assert [row.issue.etat for row in rows] == [EtatAccuse.DOUBLON, EtatAccuse.ACCEPTE]
    assert len(list(blocked.glob("*.msma-ack"))) == 2


def message(*attached: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"] = "Cabinet <c@example.org>"
    made.set_content("Bonjour")
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def test_that_only_the_bundles_of_a_message_are_taken():
    found = inbox.attachments(message(("a.msma", b"1"), ("photo.jpg", b"2"), ("B.MSMA", b"3")))
    assert [(t.nom, t.octets, t.retour) for t in found] == [
        ("a.msma", b"1", None),
        ("B.MSMA", b"3", None),
    ]


@given(st.binary(max_size=400), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255))))
def test_that_any_bytes_are_read_as_a_message(raw, changes):
    altered = bytearray(message(("é.msma", b"\x00" * 200)))
    for at, value in changes:
        altered[at % len(altered)] = value
    for octets in (raw, bytes(altered)):
        assert all(t.canal is TypeCanal.COURRIEL for t in inbox.attachments(octets))
