"""Whatever is done to the access log without the program is found and said."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.domain.acces import CONSERVATION, Action
from microstructure_desktop.store.acces_chain import AccesChain, Head
from microstructure_desktop.store.failures import StoreDamaged
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make
from tests.altered_log import tamper

COPY = (
    "insert into acces select seq + {by}, device, dseq + {by}, at, membre, action, patient, objet, "
    "detail, motif, mac from acces where dseq = {dseq}"
)


@pytest.fixture
def logged(store):
    """Six lines, the first two of which were pruned."""
    for day in (0, 1, 300, 301, 302):
        note(store, day)
    with store.begin(make.AUTHOR, moment(400)) as work:
        work.acces.note(Action.CONNEXION)
        assert work.acces.prune(moment(400) - CONSERVATION) == 2
    assert store.verify() == []
    return store


def moment(day):
    return make.NOW + timedelta(days=day)


def note(store, day=0):
    with store.begin(make.AUTHOR, moment(day)) as work:
        work.acces.note(Action.OUVERTURE_DOSSIER, patient=make.PATIENT, motif="Vérification")


TAMPERINGS = [
    ("update acces set motif = 'Autre' where dseq = 4", "acces_ligne"),
    ("update acces set patient = null where dseq = 5", "acces_ligne"),
    ("update acces set at = at + 1 where dseq = 3", "acces_ligne"),
    ("update acces set mac = zeroblob(32) where dseq = 6", "acces_ligne"),
    ("delete from acces where dseq = 4", "acces_manque"),
    ("delete from acces where dseq <= 4", "acces_manque"),
    ("delete from acces where dseq = 6", "acces_fin"),
    ("delete from acces where dseq >= 4", "acces_fin"),
    ("delete from acces", "acces_fin"),
    ("update acces set dseq = 1, seq = 1 where dseq = 3", "acces_ajout"),
    (COPY.format(by=1, dseq=6), "acces_ligne"),
    (COPY.format(by=3, dseq=6), "acces_manque"),
    ("delete from acces_ancre", "acces_manque"),
    ("update acces_ancre set dseq = 3", "acces_ancre"),
    ("update acces_ancre set le = le + 1", "acces_ancre"),
    ("update acces_ancre set sceau = zeroblob(32)", "acces_ancre"),
]


@pytest.mark.parametrize(("harm", "found"), TAMPERINGS)
def test_that_it_is_found_and_said(logged, harm, found, record_property):
    tamper(logged, harm)
    assert logged.verify() == [StoreDamaged.finding(found)]
    assert logged.check_log() == StoreDamaged.finding(found)
    record_property("promesse", "P8")
    record_property("mesure", "journal d’accès modifié, coupé au milieu ou à la fin : vu et dit")


@pytest.mark.parametrize(("harm", "_found"), TAMPERINGS)
def test_that_the_store_opens_all_the_same_and_goes_on_saying_it(
    logged, home, coffre, harm, _found
):
    tamper(logged, harm)
    logged.close()
    for _ in range(2):
        again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
        assert "ournal d’accès" in str(again.check_log())
        note(again, 401)
        assert "ournal d’accès" in str(again.check_log())
        again.close()


def test_that_what_is_said_begins_as_a_sentence():
    assert StoreDamaged.finding("acces_fin") == (
        "Le journal d’accès est coupé\u00a0: ses dernières lignes ont été retirées."
    )


def test_that_lines_put_back_from_before_the_anchor_are_found(store):
    note(store, 0)
    note(store, 1)
    store._raw.execute("create temp table kept as select * from acces")
    with store.begin(make.AUTHOR, moment(400)) as work:
        work.acces.note(Action.CONNEXION)
        work.acces.prune(moment(400) - CONSERVATION)
    tamper(store, "insert into acces select * from temp.kept")
    assert store.check_log() == StoreDamaged.finding("acces_ajout")


def test_that_a_forged_anchor_hides_nothing(store, coffre):
    """Every line but the last is removed behind an anchor made with another key."""
    for day in (0, 300, 301):
        note(store, day)
    forger = AccesChain(DatabaseKey.generate(), store._acces_chain.device)
    (mac, at), *_ = store._raw.execute("select mac, at from acces where dseq = 2").fetchall()
    seal = forger.seal((forger.device, 2, mac.hex(), at, at))
    row = f"('{forger.device}', 2, x'{mac.hex()}', {at}, {at}, x'{seal.hex()}')"
    tamper(store, f"insert into acces_ancre values {row}", "delete from acces where dseq <= 2")
    assert store.check_log() == StoreDamaged.finding("acces_ancre")


def test_that_without_a_witness_the_rest_still_verifies(logged, home, coffre):
    logged.close()
    (home.coffre / "temoin.json").unlink()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert again._head.dseq == 6
    assert again.check_log() is None
    again.close()


def test_that_a_log_wholly_pruned_goes_on_from_its_anchor(store, home, coffre):
    """The clock was a year ahead for one line, which was pruned with those before."""
    note(store, 0)
    with store.begin(make.AUTHOR, moment(400)) as work:
        work.acces.note(Action.CONNEXION)
        work.acces.prune(moment(400) - CONSERVATION)
    assert store._acces_chain.head(store._raw, Head()) == store._head
    assert store._acces_chain.head(store._raw, Head(9, bytes(32))) == Head(9, bytes(32))


def test_that_two_devices_have_each_their_chain(logged, coffre):
    """What another computer wrote is checked with its own line before it."""
    other = AccesChain(coffre.key, "another")
    previous = Head().mac
    for dseq in (1, 2):
        fields = ("another", dseq, 7, "m", "connexion", None, "", "", "")
        previous = other.mac(previous, fields)
        row = (
            f"(null, 'another', {dseq}, 7, 'm', 'connexion', null, '', '', '', x'{previous.hex()}')"
        )
        logged._raw.execute(f"insert into acces values {row}")
    assert logged.check_log() is None
    tamper(logged, "delete from acces where device = 'another' and dseq = 1")
    assert logged.check_log() == StoreDamaged.finding("acces_manque")


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("note"), st.integers(0, 200)),
        st.tuples(st.just("prune"), st.integers(0, 200)),
        st.tuples(st.just("reopen"), st.just(0)),
    ),
    min_size=1,
    max_size=12,
)
HARMS = st.sampled_from(
    [
        "update acces set membre = membre || 'x' where dseq = {}",
        "update acces set at = at - 1 where dseq = {}",
        "update acces set action = 'fusion' where dseq = {}",
        "delete from acces where dseq = {}",
        "delete from acces where dseq >= {}",
        "update acces set dseq = dseq + 1000 where dseq = {}",
    ]
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, harm=HARMS, pick=st.integers(0, 10**6))
def test_that_it_verifies_until_it_is_touched(tmp_path_factory, steps, harm, pick):
    folder, key = tmp_path_factory.mktemp("coffre"), DatabaseKey.generate()
    store, day = Store.create(folder, key, "0192"), 0
    for step, days in steps:
        day += days
        if step == "reopen":
            store.close()
            store = Store.open(folder, key, "0192")
        else:
            note(store, day)
        if step == "prune":
            with store.begin(make.AUTHOR, moment(day)) as work:
                work.acces.prune(moment(day) - CONSERVATION)
        assert store.check_log() is None
    rows = [dseq for (dseq,) in store._raw.execute("select dseq from acces")]
    if rows:
        tamper(store, harm.format(rows[pick % len(rows)]))
        assert store.check_log() is not None
    store.close()
