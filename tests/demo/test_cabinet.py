"""The story is plausible, goes through the services, and is the same for the same seed."""

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Attribut, StatutIdentite
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.trajectoire import trajectoire

from .conftest import LAST, tell


def everything(story):
    """All that was written, without the identifiers, which differ each time."""
    with story.offices[Role.MEDECIN].store.read() as work:
        noms = {p.id: p.nom_affiche for p in work.patients.all()}
        membres = {m.id: m.nom for m in work.equipe.all()}
        seances = [
            (noms[c.patient], membres[c.membre], c.jour, c.heure, c.type, c.lieu, c.issue,
             c.themes, c.evolution, c.note_partagee, c.reponses)
            for p in sorted(noms, key=noms.__getitem__)
            for c in work.consultations.of(p)
        ]  # fmt: skip
        reunions = [
            (s.jour, s.organisation, [(noms[x.patient], x.motif, x.minutes, x.medical,
             [(d.texte, d.echeance) for d in x.decisions]) for x in s.situations])
            for s in work.syntheses.all()
        ]  # fmt: skip
        fiches = sorted((noms[f.patient], f.jour, str(f.answers)) for f in work.fiches.all())
    return noms.values(), seances, reunions, fiches


def test_that_the_same_seed_tells_the_same_story(told, tmp_path, cost):
    again, _ = tell(tmp_path, cost)
    first, second = everything(told[0]), everything(again)
    again.offices[Role.MEDECIN].store.close()
    assert sorted(first[0]) == sorted(second[0])
    assert first[1:3] == second[1:3]


def test_that_another_seed_tells_another_story(told, tmp_path, cost):
    other, _ = tell(tmp_path, cost, seed=8)
    different = everything(other)[1] != everything(told[0])[1]
    other.offices[Role.MEDECIN].store.close()
    assert different


def test_that_the_story_holds_all_that_a_cabinet_lives(told):
    story, _ = told
    with story.offices[Role.MEDECIN].store.read() as work:
        actes = work.consultations.between(LAST.replace(year=2025), LAST)
        syntheses = work.syntheses.all()
        patients = work.patients.all()
    assert len(patients) == 10
    assert len(actes) == story.seances
    assert {a.issue for a in actes} >= {Issue.HONORE, Issue.ABSENT_EXCUSE}
    assert {a.form for a in actes} >= {"seance_medicale", "seance_psychologue", "seance_sociale"}
    assert {a.role for a in actes} >= {Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL}
    assert {Mois.de(s.jour) for s in syntheses} == {Mois(2026, n) for n in (7, 8, 9, 10)}
    assert all(s.close and s.vues for s in syntheses)
    assert story.reunions == [Mois(2026, n) for n in (7, 8, 9, 10)]


def test_that_several_people_have_a_trajectory_to_look_at(told):
    office = told[0].offices[Role.MEDECIN]
    with office.store.read() as work:
        everybody = work.patients.all()
    shown = [t.echelle for p in everybody if (t := trajectoire(office, p.id)).echelle is not None]
    assert len(shown) >= 3
    assert {serie.echelle for serie in shown} <= {"audit", "phq_9", "epices"}


def test_that_nothing_is_dated_after_the_last_day(told):
    story, _ = told
    with story.offices[Role.MEDECIN].store.read() as work:
        assert (
            max(
                a.jour
                for a in work.consultations.between(
                    LAST.replace(year=2025), LAST.replace(year=2027)
                )
            )
            <= LAST
        )
        assert max(i.debut for i in work.inclusions.all()) <= LAST


def test_that_progress_goes_forward_to_the_end(told):
    shares = [share for share, _ in told[1]]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] > 0.8


def test_that_the_store_is_sound_at_the_end(told):
    assert told[0].offices[Role.MEDECIN].store.verify() == []


def test_that_two_people_bear_one_name_and_one_identity_is_confirmed(told):
    story, _ = told
    with story.offices[Role.MEDECIN].store.read() as work:
        people = work.patients.all()
    alike = [p for p in people if Attribut.HOMONYME in p.identite.attributs]
    assert len(alike) == 2
    assert len({p.nom_affiche for p in alike}) == 1
    assert len({p.naissance for p in alike}) == 2
    confirmed = [p for p in people if p.identite.statut is StatutIdentite.VALIDEE]
    assert [p.identite.piece for p in confirmed] == ["CNI"]
