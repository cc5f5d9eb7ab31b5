"""Everything about a person changes hands, and nothing about anybody else."""

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import drafts, fusion_moves
from microstructure_desktop.store.tables import KINDS
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write
from .merges import MADE, current, recorded, typed


def moved(team, de, a):
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        return fusion_moves.hand_over(work, de.id, a.id)


def moved_back(team, done, de, a):
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        return fusion_moves.hand_back(work, done, de.id, a.id)


def test_that_every_kind_about_one_person_is_moved(team):
    """A kind added to the store with a patient must be moved too, or stay with a meeting."""
    about_one = {k.name for k in KINDS if "patient" in k.content.__dataclass_fields__}
    about_one -= {"additif"}
    with team.medecin.store.read() as work:
        assert set(fusion_moves.records(work)) == about_one


def test_that_what_is_moved_goes_back_as_it_was(team):
    one, other = team.patient(), team.patient("Autre")
    for patient in (one, other):
        for kind in MADE:
            recorded(team, patient, kind)
    said = Declaration(new_id(), one.id, Objet.PARTAGE, True, TODAY, make.AUTHOR)
    write(team, "declarations", said)
    typed(team, one, "sortie")
    before = current(team)
    done = moved(team, one, other)
    assert len(done) == len(MADE) + 3  # and the inclusion, the objection, the draft
    with team.medecin.store.read() as work:
        for kind in MADE:
            of = getattr(work, kind).of
            assert (len(of(one.id)), len(of(other.id))) == (0, 2)
    assert [d.patient for d in drafts.mine(team.medecin)] == [other.id]
    assert moved_back(team, done, other, one) == 0
    assert current(team) == before
    assert [(d.cible, d.patient) for d in drafts.mine(team.medecin)] == [
        (f"{one.id}/sortie", one.id)
    ]


def test_that_what_was_cancelled_since_is_counted_and_left(team):
    one, other = team.patient(), team.patient("Autre")
    seance = recorded(team, one, "consultations")
    done = moved(team, one, other)
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        work.consultations.void(seance.id, "mauvais dossier")
    assert moved_back(team, done, other, one) == 1
    with office.store.read() as work:
        assert work.consultations.of(one.id) == work.consultations.of(other.id) == []
