"""Accueil against a slow recount that reads every record, on a cabinet drawn at random."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.decompte import de_l_acte, du_suivi
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.ordre_du_jour import Faits, ouvertes, proposer
from microstructure_desktop.domain.synthese import Etat, Motif, ProchainPoint, Situation
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.accueil import accueil
from microstructure_desktop.services.agenda import faits_of, seuils_of
from microstructure_desktop.services.decomptes import decomptes, decomptes_de
from microstructure_desktop.services.fin_de_journee import FICHES_DEPUIS, GenreReste
from microstructure_desktop.services.reunis import syntheses_lues
from microstructure_desktop.services.suivi import courante, fiches_dues, last_fiches, suivis
from tests import factories as make
from tests.cabinet import TODAY

PEOPLE, YEARS = 40, 4
PROGRAMMES = ("COVID_SM", "COVID_SM", "EQUIPADDICT", "MSMA_HORS_FORFAIT")
FORMS = ("medicale_entree", "psychologique_suivi", "sociale_suivi", "inclusion")
LAST_MEETING = date(2026, 10, 20)


@dataclass
class Draw:
    """What is drawn about one cabinet."""

    team: object
    random: Random

    def day(self, first: date = date(TODAY.year - YEARS, 1, 1), last: date = TODAY) -> date:
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def episodes(self, patient: PatientId):
        """None, one, or several that may overlap and end today; the last may go on."""
        many = self.random.choice((0, 1, 1, 1, 2, 3))
        for rank in range(many):
            debut = self.day()
            goes_on = rank == many - 1 and self.random.random() < 0.6
            fin = None if goes_on else self.random.choice((self.day(debut), TODAY))
            yield make.an_inclusion(
                patient=patient, debut=debut, fin=fin, programme=self.random.choice(PROGRAMMES)
            )

    def acts(self, patient: PatientId):
        for _ in range(self.random.randint(0, 25)):
            role, kind = self.random.choice(
                (
                    (Role.PSYCHOLOGUE, TypeActe.CONS_PSY),
                    (Role.MEDECIN, TypeActe.CONS_MG_LONGUE),
                    (Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS),
                    (Role.PSYCHOLOGUE, TypeActe.ENTRETIEN_ENTOURAGE),
                )
            )
            yield make.a_consultation(
                patient=patient, membre=self.team[role].membre.id, role=role, type=kind,
                jour=self.day(), issue=self.random.choice((Issue.HONORE, Issue.ABSENT_EXCUSE)),
            )  # fmt: skip

    def fiches(self, patient: PatientId):
        for _ in range(self.random.randint(0, 6)):
            office, form = self.team.psychologue, self.random.choice(FORMS)
            yield make.a_fiche(
                patient=patient, redacteur=office.membre.id, jour=self.day(), form=form,
                form_version=office.reference.forms.get(form).version,
                answers={Objet.PARTAGE: self.random.random() < 0.2},
                complete=self.random.random() < 0.6,
            )  # fmt: skip

    def meeting(self, people: list[PatientId], jour: date):
        seen = self.random.sample(people, 6)
        at = datetime.combine(jour, time(14), UTC)
        points = tuple(ProchainPoint)
        situations = tuple(
            Situation(p, Motif.QUESTION, prochain_point=self.random.choice(points), vue=True)
            for p in seen
        )
        return make.a_synthese(jour=jour, situations=situations, etat=Etat.CLOSE, close_le=at)


@pytest.fixture(params=range(3))
def cabinet(team, request):
    draw = Draw(team, Random(request.param))
    office = team.medecin
    with office.store.begin(office.membre.id, team.clock()) as work:
        people = [work.patients.add(make.a_patient(nom=f"Nom{n}")).id for n in range(PEOPLE)]
        for patient in people:
            for episode in draw.episodes(patient):
                work.inclusions.save(episode)
            for act in draw.acts(patient):
                work.consultations.save(act)
            for fiche in draw.fiches(patient):
                work.fiches.save(fiche)
            if draw.random.random() < 0.3:
                at = datetime.combine(draw.day(), time(9), UTC)
                member = draw.random.choice((office, team.psychologue)).membre.id
                asked = make.a_question(patient=patient, posee_le=at, membre=member)
                work.questions.save(asked)
            if draw.random.random() < 0.3:
                jour, who = TODAY + timedelta(days=20), office.membre.id
                work.rendez_vous.save(make.a_rendez_vous(patient=patient, jour=jour, membre=who))
        for back in range(12 * YEARS):
            jour = LAST_MEETING - timedelta(days=30 * back)
            work.syntheses.save(draw.meeting(people, jour))
        prepared = tuple(Situation(p, Motif.AJOUT) for p in people[:3])
        jour = TODAY + timedelta(days=draw.random.choice((0, 5, 40)))
        work.syntheses.save(make.a_synthese(jour=jour, situations=prepared))
    return team


def everybody(work, reference, le):
    """Where each person ever included stands, by reading all that was ever written."""
    fiches = last_fiches(reference, work.fiches.all())
    found = {}
    for patient in {i.patient for i in work.inclusions.all()}:
        acts, planned = work.consultations.of(patient), work.rendez_vous.of(patient)
        inclusion = courante(work.inclusions.of(patient), le)
        counted = decomptes_de(work, reference, patient, acts, planned, le)
        met = [a.jour for a in acts if a.honoree and not a.sans_patient]
        found[patient] = (
            inclusion,
            du_suivi(counted, inclusion, le),
            de_l_acte(counted, le),
            max(met, default=None),
            fiches_dues(reference, inclusion, fiches.get(patient, {}), le),
        )
    return found


def told(suivi):
    return (
        suivi.inclusion,
        suivi.forfait,
        suivi.a_compter,
        suivi.dernier_acte,
        suivi.fiches_dues,
    )


def test_that_whoever_is_followed_stands_where_all_their_history_says(cabinet):
    office = cabinet.medecin
    with office.store.read() as work:
        for le in (TODAY, TODAY + timedelta(days=40)):
            slow = everybody(work, office.reference, le)
            now = {p: s for p, s in slow.items() if s[0].ouverte(le)}
            quick = suivis(work, office.reference, le)
            assert now
            assert len(now) < len(slow)
            assert {p: told(s) for p, s in quick.items()} == now


def with_last(facts: Faits, evocation: date | None, point: ProchainPoint | None) -> Faits:
    return replace(facts, evocation=evocation, prochain_point=point)


def test_that_the_proposals_are_those_drawn_from_everybody(cabinet):
    office = cabinet.medecin
    le = TODAY + timedelta(days=40)
    with office.store.read() as work:
        meetings = syntheses_lues(work)
        closes = [s for s in meetings if s.close]
        asked = ouvertes(work.questions.all(), meetings)
        slow = [
            Faits(
                patient, inclusion, dernier, tuple(q for q in asked if q.patient == patient),
                fiche_due_le=min(dues.values(), default=None), forfait=forfait,
            )
            for patient, (inclusion, forfait, _, dernier, dues) in everybody(
                work, office.reference, le
            ).items()
        ]  # fmt: skip
        alone = {q.patient for q in asked} - {f.patient for f in slow}
        slow += [Faits(p, None, None, tuple(q for q in asked if q.patient == p)) for p in alone]
        for since in (closes, closes[:1], []):
            quick = faits_of(work, office, asked, since, le)
            talked = {v.patient: (s.jour, v.prochain_point) for s in since for v in s.vues}
            slow = [with_last(f, *talked.get(f.patient, (None, None))) for f in slow]
            rules = {
                "le": le,
                "depuis": since[-1].jour if since else None,
                "seuils": seuils_of(office.reference),
            }
            expected = proposer(sorted(slow, key=lambda f: f.patient), **rules)
            assert expected
            assert proposer(quick, **rules) == expected


def test_that_the_meeting_is_announced_as_its_own_page_opens_it(cabinet):
    for office in (cabinet.medecin, cabinet.psychologue):
        page, day = syntheses.prepare(office), accueil(office)
        assert day.propositions == len(page.propositions) > 0
        assert day.prochaine_synthese == page.synthese.jour
        assert day.synthese == syntheses.reunions(office).prochaine


def test_that_the_figures_are_those_of_every_record(cabinet):
    office = cabinet.psychologue
    day = accueil(office)
    with office.store.read() as work:
        slow = everybody(work, office.reference, TODAY)
        acts = [a for a in work.consultations.all() if a.honoree and not a.sans_patient]
        opened = [
            d
            for d in decomptes(work, office.reference, depuis=date(2000, 1, 1), le=TODAY)
            if d.cycle.ouvert(TODAY)
        ]
        lines = [
            f
            for f in work.fiches.all()
            if not f.complete and f.redacteur == office.membre.id
            and (f.jour >= TODAY - FICHES_DEPUIS or f.patient in followed(slow))
        ]  # fmt: skip
        asked = ouvertes(work.questions.all(), syntheses_lues(work))
    assert day.chiffres.suivis == len(followed(slow))
    assert day.chiffres.file_active == len({a.patient for a in acts if a.jour.year == TODAY.year})
    assert {role: done for role, (done, _) in day.chiffres.actes.items()} == {
        role: sum(d.forfait.compteur(role).faits for d in opened if d.compte)
        for role in day.chiffres.actes
    }
    left = [r.patient.id for r in day.fin.restes if r.genre is GenreReste.FICHE]
    assert left == [f.patient for f in sorted(lines, key=lambda f: (f.jour, f.id))]
    assert day.fin.questions == sum(q.membre == office.membre.id for q in asked)


def followed(slow) -> set[PatientId]:
    return {p for p, (inclusion, *_) in slow.items() if inclusion.ouverte(TODAY)}
