"""Conventions that follow each other, and keys that two people confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.animateur import enrol
from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.animateur.errors import (
    EnrolmentElsewhere,
    EnrolmentOfRetiredKey,
    EnrolmentUnderOtherConvention,
    FingerprintDiffers,
    KeyLost,
    KeysNotFollowing,
    NoConvention,
    StructureMissing,
)
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import convention, inscription
from microstructure_desktop.exchange.errors import (
    ConventionInvalid,
    ConventionNotSigned,
    InscriptionInvalid,
)
from microstructure_desktop.exchange.seal import Identity, SigningKey, fingerprint

from .cases import FEVRIER, JANVIER, JOUR, MARS, PROJET, Cabinet, Region, new_keys, state


def enrolled(region: Region, cabinet: Cabinet, former: SigningKey | None = None, **autres):
    data = region.inscription(cabinet, former)
    return enrol.inscrire(region.register, data, fingerprint(cabinet.cle.public), JOUR, **autres)


def test_that_a_convention_is_readable_and_entered(region):
    said = convention.read(region.convention)
    assert (said.region, said.animateur, said.jour_limite) == ("OCC", "RAMIP", 15)
    assert (said.numero, said.precedente, said.k) == (1, None, 11)
    assert said.destinataires == region.cles.destinataires
    with region.register.read() as work:
        (made,) = work.conventions.all()
        assert (made.octets, made.faite_le) == (region.convention, JOUR)
        assert work.conventions.by(convention.empreinte(region.convention)) == made


def test_that_the_next_convention_follows_the_first(region):
    data = enrol.faire_convention(region.register, region.cles, replace(PROJET, k=12), JOUR)
    said = convention.read(data, region.cles.signature.public)
    assert (said.numero, said.k) == (2, 12)
    assert said.precedente == convention.empreinte(region.convention)
    with region.register.read() as work:
        assert work.conventions.current().octets == data


def test_that_other_keys_are_vouched_for_by_the_former_ones(region):
    before = region.cles
    after = replace(new_keys(), anciennes=before.identites, precedente=before.signature)
    data = enrol.faire_convention(region.register, after, PROJET, JOUR)
    assert convention.read(data, before.signature.public).cle == after.signature.public
    again = enrol.faire_convention(region.register, after, PROJET, JOUR)
    assert convention.read(again, after.signature.public).numero == 3
    with pytest.raises(ConventionNotSigned):
        convention.read(again, before.signature.public)


def test_that_keys_nobody_vouches_for_make_no_convention(region):
    before = state(region.register)
    for keys in (new_keys(), replace(new_keys(), precedente=SigningKey.generate())):
        with pytest.raises(KeysNotFollowing):
            enrol.faire_convention(region.register, keys, PROJET, JOUR)
    assert state(region.register) == before


def test_that_what_no_cabinet_would_accept_is_not_entered(region):
    before = state(region.register)
    with pytest.raises(ConventionInvalid):
        enrol.faire_convention(region.register, region.cles, replace(PROJET, k=4), JOUR)
    assert state(region.register) == before


def test_that_nobody_is_enrolled_before_a_convention(register, region):
    data = region.inscription(Cabinet("OCC-31-001"))
    with register.write() as work:
        work.conventions._run(__import__("sqlalchemy").text("delete from convention"))
    with pytest.raises(NoConvention):
        enrol.lire(register, data)


def test_that_a_cabinet_is_enrolled_once_its_fingerprint_is_confirmed(region):
    cabinet = Cabinet("OCC-31-001")
    data = region.inscription(cabinet)
    lue = enrol.lire(region.register, data)
    assert (lue.cas, lue.empreinte) == (Cas.NOUVELLE, fingerprint(cabinet.cle.public))
    with pytest.raises(FingerprintDiffers):
        enrol.inscrire(region.register, data, "3F2A " * 8, JOUR)
    spoken = lue.empreinte.lower().replace(" ", "")
    made = enrol.inscrire(region.register, data, spoken, JOUR)
    assert (made.id, made.nom, made.cle) == (
        "OCC-31-001", "Cabinet des Lilas", cabinet.cle.public,
    )  # fmt: skip
    assert (made.depuis, made.jusqua, made.inscrite_le) == (Mois(2026, 4), None, JOUR)
    assert enrol.lire(region.register, data).cas is Cas.CONNUE


def test_that_the_same_file_again_changes_nothing(region):
    cabinet = Cabinet("OCC-31-001")
    enrolled(region, cabinet, depuis=FEVRIER)
    before = state(region.register)
    enrolled(region, cabinet)
    assert state(region.register) == before


def test_that_a_new_key_signed_by_the_former_one_replaces_it(region):
    cabinet = Cabinet("OCC-31-001")
    enrolled(region, cabinet)
    former, cabinet.cle = cabinet.cle, SigningKey.generate()
    assert enrol.lire(region.register, region.inscription(cabinet, former)).cas is Cas.ROTATION
    assert enrolled(region, cabinet, former).cle == cabinet.cle.public
    with region.register.read() as work:
        keys = {key.cle: key for key in work.structures.keys("OCC-31-001")}
    assert keys[former.public].retiree_le == JOUR
    assert not keys[former.public].perdue
    assert keys[cabinet.cle.public].retiree_le is None


def test_that_another_key_alone_needs_somebody_to_say_that_the_first_is_lost(region):
    cabinet = Cabinet("OCC-31-001")
    enrolled(region, cabinet)
    former, cabinet.cle = cabinet.cle, SigningKey.generate()
    assert enrol.lire(region.register, region.inscription(cabinet)).cas is Cas.PERTE
    before = state(region.register)
    with pytest.raises(KeyLost):
        enrolled(region, cabinet)
    assert state(region.register) == before
    enrolled(region, cabinet, perte=True)
    with region.register.read() as work:
        keys = {key.cle: key for key in work.structures.keys("OCC-31-001")}
    assert (keys[former.public].perdue, keys[cabinet.cle.public].perdue) == (True, False)


def test_that_an_old_enrolment_file_does_not_bring_an_old_key_back(region):
    cabinet = Cabinet("OCC-31-001")
    enrolled(region, cabinet)
    old = region.inscription(cabinet)
    former, cabinet.cle = cabinet.cle, SigningKey.generate()
    enrolled(region, cabinet, former)
    with pytest.raises(EnrolmentOfRetiredKey):
        enrol.lire(region.register, old)


def test_that_a_file_for_another_animator_is_refused(region):
    cabinet = Cabinet("OCC-31-001")
    good = inscription.read(region.inscription(cabinet))
    for said, refusal in (
        (replace(good, region="PACA"), EnrolmentElsewhere),
        (replace(good, convention="ab" * 32), EnrolmentUnderOtherConvention),
    ):
        with pytest.raises(refusal):
            enrol.lire(region.register, inscription.write(said, cabinet.cle))
    with pytest.raises(InscriptionInvalid):
        enrol.lire(region.register, b"{}")


def test_that_a_cabinet_may_stop_and_come_back(region):
    cabinet = region.cabinet()
    for jusqua in (MARS, None):
        enrol.retirer(region.register, cabinet.code, jusqua)
        with region.register.read() as work:
            assert work.structures.get(cabinet.code).jusqua == jusqua
    with pytest.raises(StructureMissing):
        enrol.retirer(region.register, "OCC-99-999", JANVIER)


def test_that_an_identity_of_nobody_is_never_handed_over(region):
    keys = replace(region.cles, identite=Identity.generate())
    data = enrol.faire_convention(region.register, keys, PROJET, date(2026, 5, 1))
    assert keys.identite.secret.encode() not in data
    assert keys.signature.secret.hex().encode() not in data
