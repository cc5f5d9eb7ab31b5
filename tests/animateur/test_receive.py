"""A bundle is believed and entered with its receipt, or kept apart; never half of it."""

import pkgutil
import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from microstructure_desktop.animateur import enrol, receive
from microstructure_desktop.animateur.errors import NotInQuarantine
from microstructure_desktop.animateur.model import EtatPaquet
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import accuse, archive, bundle
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.contents import LigneFileActive, LigneForfaits, Statut
from microstructure_desktop.exchange.errors import BundleRefused
from microstructure_desktop.exchange.manifest import Adresse
from microstructure_desktop.exchange.seal import (
    Identity,
    SigningKey,
    decrypt,
    encrypt,
    fingerprint,
)

from .cases import FEVRIER, JANVIER, JOUR, MARS, PROJET, Cabinet, Region, contenu, new_keys, state


def read(region: Region, issue) -> accuse.Accuse:
    assert issue.accuse is not None
    assert issue.accuse.nom == f"accuse_{issue.paquet[:8]}.msma-ack"
    return accuse.read(issue.accuse.octets, region.cles.signature.public)


def forfaits(mois: Mois, ouverts: int) -> dict:
    return {"forfaits": (LigneForfaits(str(mois), ouverts, 2, 0, Decimal(829), 1, 1, 1),)}


def test_that_a_bundle_is_entered_with_its_rows_and_a_signed_receipt(region):
    cabinet = region.cabinet()
    made, issue = region.send(cabinet)
    said = read(region, issue)
    assert (said.paquet, said.structure, said.etat) == (made.id, "OCC-31-001", EtatAccuse.ACCEPTE)
    assert (said.motif, said.recu_le, said.prochain_attendu) == ("", JOUR, FEVRIER)
    with region.register.read() as work:
        (paquet,) = work.paquets.all()
        assert (paquet.id, paquet.periode, paquet.sequence) == (made.id, JANVIER, 1)
        sent = contenu("OCC-31-001")
        assert tuple(x.valeur for x in work.lignes.activite(JANVIER, JANVIER)) == sent.activite
        assert tuple(x.valeur for x in work.lignes.forfaits(JANVIER, JANVIER)) == sent.forfaits
        assert (
            tuple(x.valeur for x in work.lignes.file_active(JANVIER, JANVIER)) == sent.file_active
        )
        assert (
            tuple(x.valeur for x in work.lignes.fonctionnement(JANVIER, JANVIER))
            == sent.fonctionnement
        )
        opened = bundle.open_sealed(
            work.paquets.octets(made.id), region.cles.identites, lambda _: cabinet.cle.public
        )
        assert opened.id == made.id
        assert work.accuses.last(made.id) == issue.accuse
        assert work.accuses.all() == (issue.accuse,)


def test_that_the_same_bundle_again_changes_nothing(region):
    cabinet = region.cabinet()
    made, first = region.send(cabinet)
    before = state(region.register)
    with region.register.read() as work:
        same = work.paquets.octets(made.id)
    for octets in (same, bundle.seal(made, cabinet.cle)):
        issue = region.receive(octets, date(2026, 5, 2))
        assert read(region, issue).etat is EtatAccuse.DOUBLON
        assert issue.premier == first.accuse
    assert state(region.register) == before


def test_that_the_backup_opens_what_the_animator_opens(region):
    secours = Identity.generate()
    region.cles = replace(region.cles, sauvegarde=secours.recipient)
    region.convention = enrol.faire_convention(region.register, region.cles, PROJET, JOUR)
    cabinet = region.cabinet()
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    region.cles = replace(region.cles, identite=Identity.generate(), anciennes=(secours,))
    assert region.receive(sealed).etat is EtatAccuse.ACCEPTE


def refusals(region: Region, cabinet: Cabinet) -> dict[str, bytes]:
    """Bytes that are refused, by the code of their refusal."""
    good = region.bundle(cabinet, FEVRIER)
    sealed = bundle.seal(good, cabinet.cle)
    stranger = Cabinet("OCC-31-999")
    other = Identity.generate()
    elsewhere = bundle.build(
        contenu(cabinet.code), replace(region.adresse, destinataires=(other.recipient,)), sequence=9
    )
    signed = decrypt(sealed, region.cles.identites)
    files = archive.unpack(signed)
    changed = files["data/forfaits.csv"].replace(b"829", b"830")
    too_low = replace(region.adresse, k=5)
    unknown = Adresse(region.adresse.destinataires, "ab" * 32, 11)

    def resealed(name: str, data: bytes) -> bytes:
        return encrypt(archive.pack(files | {name: data}), region.adresse.destinataires)

    def built(adresse=region.adresse, **autres) -> bytes:
        made = bundle.build(contenu(cabinet.code, **autres), adresse, sequence=9)
        return bundle.seal(made, cabinet.cle)

    return {
        "scelle": sealed[:-1],
        "destinataire": encrypt(signed, [other.recipient]),
        "archive": encrypt(b"PK", region.adresse.destinataires),
        "fichiers": resealed("data/patients.csv", b"nom\r\n"),
        "manifeste": resealed("manifest.json", b"{}"),
        "signature": bundle.seal(good, SigningKey.generate()),
        "structure": bundle.seal(region.bundle(stranger), stranger.cle),
        "adresse": encrypt(
            decrypt(bundle.seal(elsewhere, cabinet.cle), [other]), region.adresse.destinataires
        ),
        "empreinte": resealed("data/forfaits.csv", changed),
        "region": built(region="PACA"),
        "convention": built(unknown),
        "seuil": built(too_low),
        "futur": built(mois=Mois(2026, 5)),
    }


def test_that_each_refusal_keeps_the_bytes_and_says_why(region):
    cabinet = region.cabinet()
    found = refusals(region, cabinet)
    for code, octets in found.items():
        issue = region.receive(octets, nom=f"{code}.msma")
        assert (issue.etat, issue.motif) == (EtatAccuse.REFUSE, code)
        assert issue.phrase[0].endswith(".")
        with region.register.read() as work:
            kept = next(q for q in work.quarantaine.all() if q.nom == f"{code}.msma")
            assert kept.motif == code
            assert work.quarantaine.octets(kept.empreinte) == octets
            assert work.paquets.all() == ()
        unreadable = {"scelle", "destinataire", "archive", "manifeste"}
        assert (issue.accuse is None) == (code in unreadable)
        if issue.accuse is not None:
            assert read(region, issue).motif == code
    assert len(found) == 13


def test_that_a_refusal_changes_nothing_else(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    before = state(region.register)
    region.receive(b"not a bundle")
    after = state(region.register)
    assert after[3] != before[3]
    assert (*after[:3], *after[4:]) == (*before[:3], *before[4:])


def test_that_an_altered_copy_of_what_was_accepted_denies_nothing(region):
    cabinet = region.cabinet()
    made, first = region.send(cabinet)
    forged = bundle.seal(made, SigningKey.generate())
    issue = region.receive(forged)
    assert (issue.etat, issue.motif, issue.accuse) == (EtatAccuse.REFUSE, "signature", None)
    with region.register.read() as work:
        assert work.accuses.last(made.id) == first.accuse


def test_that_a_structure_enrolled_later_is_received_again_by_hand(region):
    cabinet = Cabinet("OCC-31-004")
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    assert region.receive(sealed).motif == "structure"
    assert region.receive(sealed).motif == "structure"
    data = region.inscription(cabinet)
    enrol.inscrire(region.register, data, fingerprint(cabinet.cle.public), JOUR, depuis=JANVIER)
    assert receive.retry(region.register, region.cles, JOUR, "OCC-31-005") == ()
    (issue,) = receive.retry(region.register, region.cles, JOUR, "OCC-31-004")
    assert read(region, issue).etat is EtatAccuse.ACCEPTE
    with region.register.read() as work:
        assert work.quarantaine.all() == ()
        assert len(work.paquets.all()) == 1
        assert [emis.accuse.etat for emis in work.accuses.all()] == [EtatAccuse.ACCEPTE]


def test_that_what_is_of_no_use_can_be_set_aside(region):
    issue = region.receive(b"x")
    assert issue.structure is None
    with region.register.read() as work:
        (kept,) = work.quarantaine.all()
    receive.set_aside(region.register, kept.empreinte)
    with region.register.read() as work:
        assert work.quarantaine.get(kept.empreinte) is None


def quarantined(region) -> str:
    with region.register.read() as work:
        (kept,) = work.quarantaine.all()
    return kept.empreinte


def test_that_somebody_may_answer_for_what_contradicts_the_past(region):
    cabinet = region.cabinet()
    first, _ = region.send(cabinet)
    restored, refused = region.send(cabinet)
    assert refused.motif == "deja_recu"
    kept = quarantined(region)
    issue = receive.accept_anyway(region.register, region.cles, kept, JOUR)
    assert read(region, issue).etat is EtatAccuse.ACCEPTE
    fewer, refused = region.send(cabinet, FEVRIER, **forfaits(FEVRIER, 0))
    assert refused.motif == "cumul"
    receive.accept_anyway(region.register, region.cles, quarantined(region), JOUR)
    with region.register.read() as work:
        assert [p.id for p in work.paquets.heads()] == [restored.id, fewer.id]
        assert work.paquets.get(first.id).etat is EtatPaquet.REMPLACE
        assert work.quarantaine.all() == ()
    with pytest.raises(NotInQuarantine):
        receive.accept_anyway(region.register, region.cles, kept, JOUR)


def test_that_nobody_may_answer_for_a_signature_nor_a_number(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    for octets in (
        bundle.seal(region.bundle(cabinet, FEVRIER), SigningKey.generate()),
        bundle.seal(region.bundle(cabinet, FEVRIER, sequence=1), cabinet.cle),
        bundle.seal(region.bundle(cabinet, FEVRIER, region="PACA"), cabinet.cle),
    ):
        region.receive(octets)
        kept = quarantined(region)
        before = state(region.register)
        with pytest.raises(BundleRefused):
            receive.accept_anyway(region.register, region.cles, kept, JOUR)
        assert state(region.register) == before
        receive.set_aside(region.register, kept)


def test_that_a_name_chosen_by_a_stranger_is_kept_plain(region):
    region.receive(b"x", nom="a\x00b\ud800\n" + "c" * 300)
    with region.register.read() as work:
        (kept,) = work.quarantaine.all()
    assert kept.nom == "a?b??" + "c" * 195


def test_that_a_correction_counts_and_what_it_replaces_stays(region):
    cabinet = region.cabinet()
    first, _ = region.send(cabinet)
    second, issue = region.send(cabinet, remplace=first, **forfaits(JANVIER, 3))
    assert issue.etat is EtatAccuse.ACCEPTE
    with region.register.read() as work:
        assert [(p.id, p.etat) for p in work.paquets.all()] == [
            (first.id, EtatPaquet.REMPLACE),
            (second.id, EtatPaquet.RETENU),
        ]
        (row,) = work.lignes.forfaits(JANVIER, JANVIER)
        assert row.valeur.ouverts_cumul_annee == 3
        assert [p.id for p in work.paquets.heads("OCC-31-001")] == [second.id]


def test_that_a_second_version_must_name_the_one_it_corrects(region):
    cabinet = region.cabinet()
    first, _ = region.send(cabinet)
    _, issue = region.send(cabinet, **forfaits(JANVIER, 3))
    assert issue.motif == "deja_recu"
    second, _ = region.send(cabinet, remplace=first, **forfaits(JANVIER, 2))
    _, fork = region.send(cabinet, remplace=first, **forfaits(JANVIER, 4))
    assert fork.motif == "remplace"
    with region.register.read() as work:
        assert [p.id for p in work.paquets.heads()] == [second.id]


def test_that_a_number_serves_once(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    _, issue = region.send(cabinet, FEVRIER, sequence=1)
    assert issue.motif == "sequence"
    other = region.cabinet("OCC-31-002")
    assert region.send(other)[1].etat is EtatAccuse.ACCEPTE


def test_that_a_chain_ends_the_same_in_whatever_order_it_arrives(region):
    for rank, order in enumerate(permutations(range(4))):
        cabinet = region.cabinet(f"OCC-31-{rank:03}")
        chain = []
        for n in range(4):
            former = chain[-1] if chain else None
            chain.append(region.bundle(cabinet, remplace=former, **forfaits(JANVIER, n)))
        for n in order:
            assert region.receive(bundle.seal(chain[n], cabinet.cle)).etat is EtatAccuse.ACCEPTE
        with region.register.read() as work:
            assert [p.id for p in work.paquets.heads(cabinet.code)] == [chain[3].id], order
            assert {p.id for p in work.paquets.of(cabinet.code)} == {each.id for each in chain}
            (row,) = work.lignes.forfaits(JANVIER, JANVIER, cabinet.code)
            assert row.valeur.ouverts_cumul_annee == 3


def test_that_a_correction_whose_origin_never_came_counts(region):
    cabinet = region.cabinet()
    lost = region.bundle(cabinet)
    _, issue = region.send(cabinet, remplace=lost)
    assert issue.etat is EtatAccuse.ACCEPTE


def test_that_months_arrive_in_any_order(region):
    cabinet = region.cabinet()
    for mois, awaited in ((MARS, JANVIER), (JANVIER, FEVRIER), (FEVRIER, Mois(2026, 4))):
        _, issue = region.send(cabinet, mois, sequence=mois.numero)
        assert read(region, issue).prochain_attendu == awaited


@pytest.mark.parametrize(
    "smaller",
    [
        forfaits(FEVRIER, 0),
        {"forfaits": ()},
        {"file_active": (LigneFileActive("2026-02", 8, 10, Statut.EXACT),)},
        {"file_active": (LigneFileActive("2026-02", None, None, Statut.REGROUPE),)},
    ],
    ids=["forfaits", "no forfait", "people", "hidden people"],
)
def test_that_a_total_since_january_only_grows(region, smaller):
    cabinet = region.cabinet()
    region.send(cabinet)
    _, issue = region.send(cabinet, FEVRIER, **smaller)
    assert issue.motif == "cumul"
    assert "mois précédent" in issue.phrase[1]
    same = {"file_active": (LigneFileActive("2026-02", 8, 11, Statut.EXACT),)}
    assert region.send(cabinet, FEVRIER, **forfaits(FEVRIER, 1), **same)[1].etat is (
        EtatAccuse.ACCEPTE
    )
    assert region.send(cabinet, Mois(2025, 12), **forfaits(Mois(2025, 12), 0))[1].etat is (
        EtatAccuse.ACCEPTE
    )


def test_that_totals_begin_again_in_january(region):
    cabinet = region.cabinet()
    decembre = Mois(2025, 12)
    assert region.send(cabinet, decembre, **forfaits(decembre, 40))[1].motif == ""
    assert region.send(cabinet, **forfaits(JANVIER, 0))[1].motif == ""


def test_that_what_waited_for_an_earlier_correction_is_taken_with_it(region):
    cabinet = region.cabinet()
    first, _ = region.send(cabinet, **forfaits(JANVIER, 6))
    waiting, refused = region.send(cabinet, FEVRIER, **forfaits(FEVRIER, 5))
    later, refused_too = region.send(cabinet, MARS, **forfaits(MARS, 5))
    assert (refused.motif, refused_too.motif) == ("cumul", "cumul")
    _, issue = region.send(cabinet, remplace=first, **forfaits(JANVIER, 4))
    taken = {each.paquet for each in issue.reprises}
    taken |= {each.paquet for one in issue.reprises for each in one.reprises}
    assert taken == {waiting.id, later.id}
    assert read(region, issue).prochain_attendu == Mois(2026, 4)
    with region.register.read() as work:
        assert work.quarantaine.all() == ()
        assert len(work.paquets.heads()) == 3
        assert {emis.accuse.etat for emis in work.accuses.all()} == {EtatAccuse.ACCEPTE}


def test_that_a_key_replaced_still_vouches_for_what_was_on_its_way(region):
    cabinet = region.cabinet()
    early = bundle.seal(region.bundle(cabinet, MARS), cabinet.cle)
    late = bundle.seal(region.bundle(cabinet, Mois(2026, 4), sequence=2), cabinet.cle)
    former, cabinet.cle = cabinet.cle, SigningKey.generate()
    data = region.inscription(cabinet, former)
    enrol.inscrire(region.register, data, fingerprint(cabinet.cle.public), date(2026, 3, 30))
    assert region.receive(early).etat is EtatAccuse.ACCEPTE
    assert region.receive(late).motif == "signature"
    assert region.send(cabinet, FEVRIER, sequence=3)[1].motif == ""


def test_that_a_key_lost_vouches_for_nothing(region):
    cabinet = region.cabinet()
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    cabinet.cle = SigningKey.generate()
    data = region.inscription(cabinet)
    enrol.inscrire(region.register, data, fingerprint(cabinet.cle.public), JOUR, perte=True)
    assert region.receive(sealed).motif == "signature"


def test_that_an_older_convention_still_holds_for_what_it_was_made_for(region):
    cabinet = region.cabinet()
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    enrol.faire_convention(region.register, region.cles, replace(PROJET, k=12), JOUR)
    assert region.receive(sealed).etat is EtatAccuse.ACCEPTE


def test_that_another_animator_reads_nothing(region):
    cabinet = region.cabinet()
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    region.cles = new_keys()
    assert region.receive(sealed).motif == "destinataire"


class Broken(Exception):
    """Something that nobody foresaw."""


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("paquets.Paquets", "supersede"),
        ("paquets.Paquets", "add"),
        ("lignes.Lignes", "add"),
        ("papers.Accuses", "put"),
    ],
)
def test_that_a_failure_in_the_middle_leaves_nothing(region, monkeypatch, owner, name):
    """The real step is done, then the machine stops there."""
    cabinet = region.cabinet()
    first, _ = region.send(cabinet)
    made = region.bundle(cabinet, remplace=first, **forfaits(JANVIER, 2))
    sealed = bundle.seal(made, cabinet.cle)
    before = state(region.register)
    target = f"microstructure_desktop.animateur.sql.{owner}.{name}"
    with monkeypatch.context() as patch:
        stop_after(patch, target)
        with pytest.raises(Broken):
            region.receive(sealed)
    assert state(region.register) == before
    assert region.receive(sealed).etat is EtatAccuse.ACCEPTE


def stop_after(patch: pytest.MonkeyPatch, target: str) -> None:
    real = pkgutil.resolve_name(target)

    def step(*args, **kwargs):
        real(*args, **kwargs)
        raise Broken

    patch.setattr(target, step)


def test_that_two_receptions_at_once_enter_a_bundle_once(region):
    cabinets = [region.cabinet(f"OCC-31-{n:03}") for n in range(1, 5)]
    sealed = [bundle.seal(region.bundle(each), each.cle) for each in cabinets]
    found: list[EtatAccuse] = []
    start = threading.Barrier(4)

    def receive_all() -> None:
        start.wait()
        found.extend(region.receive(octets).etat for octets in sealed)

    threads = [threading.Thread(target=receive_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count(EtatAccuse.ACCEPTE) == 4
    assert found.count(EtatAccuse.DOUBLON) == 12
    with region.register.read() as work:
        assert len(work.paquets.all()) == 4


def test_that_hostile_bytes_are_kept_apart(region):
    """Any bytes; a real bundle with a few changed; any bytes that were sealed to us."""
    cabinet = region.cabinet()
    sealed = bundle.seal(region.bundle(cabinet), cabinet.cle)
    changes = st.lists(st.tuples(st.integers(0, len(sealed) - 1), st.integers(1, 255)), min_size=1)

    @given(changes, st.binary(max_size=300), st.binary(max_size=300), st.text(max_size=20))
    def check(changed, inner, raw, nom):
        altered = bytearray(sealed)
        for at, value in changed:
            altered[at] ^= value
        assume(altered != sealed)
        ours = encrypt(inner, region.adresse.destinataires)
        for octets in (bytes(altered), ours, raw):
            assert region.receive(octets, nom=nom).etat is EtatAccuse.REFUSE

    check()
    with region.register.read() as work:
        assert work.paquets.all() == ()
