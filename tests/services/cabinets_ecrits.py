"""Random small cabinets written into a real store, with what happens to records there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Cabinet, CycleForfait, Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation, TypeDecision
from microstructure_desktop.forms.model import FICHES, Form, Item, ItemType, Stage
from microstructure_desktop.services.shipped import shipped
from tests import factories as make
from tests.cabinet import Team
from tests.domain.indicateurs.cabinets import cabinets, jours
from tests.domain.indicateurs.faits import FaitsEcrits

from .merges import joined

COUNTED = {n for o in shipped().indicateurs.lexique({}).origines.values() for n in o.items}
VERSIONS = {f.id: f.version for f in shipped().forms}
TYPES = st.sampled_from([None, *TypeDecision])
ETATS = st.sampled_from([Etat.CLOSE, Etat.CLOSE, Etat.EN_COURS])
COINS = st.lists(st.booleans(), max_size=2)


@dataclass
class Plan:
    """`faits` is what was recorded; all the rest must change nothing of it.

    `doubles`: by person, their other record; `ailleurs`: what was first written under it.
    `objections`: by record, what it said day after day. `annules`: what was written, then
    cancelled. `d_abord`: by id, what was first written of an act that was corrected.
    """

    faits: FaitsEcrits
    patients: Sequence[Patient]
    doubles: Mapping[str, str]
    ailleurs: frozenset[str]
    objections: Mapping[str, Sequence[bool]]
    annules: Mapping[str, Sequence[Any]]
    d_abord: Mapping[str, Any]

    def exclus(self) -> set[str]:
        """Whose last word, on one record or the other, is not to be counted."""
        said = {record for record, words in self.objections.items() if words and words[-1]}
        return {p.id for p in self.patients if {p.id, self.doubles.get(p.id)} & said}


def _answer(item: Item) -> st.SearchStrategy[Any]:
    codes = [o.code for o in item.options]
    if item.type is ItemType.BOOLEAN:
        return st.booleans()
    if not codes:
        return st.integers(0, 10)
    one = st.sampled_from(codes)
    return st.lists(one, min_size=1, max_size=2, unique=True) if item.repeats else one


def _answers(form: Form) -> st.SearchStrategy[dict[str, Any]]:
    """A few of the questions that an indicator reads, as that form asks them."""
    kinds = (ItemType.BOOLEAN, ItemType.CHOICE, ItemType.INTEGER)
    items = [i for i in form.questions if i.type in kinds and {i.base, i.id} & COUNTED]
    if not items:
        return st.just({})
    one = st.sampled_from(items).flatmap(lambda i: st.tuples(st.just(i.id), _answer(i)))
    return st.lists(one, max_size=6).map(dict)


FILLED = {f.id: _answers(f) for f in shipped().forms if f.stage in FICHES}
ASKED = {f.id: _answers(f) for f in shipped().forms if f.stage is Stage.SEANCE}


@st.composite
def plans(draw: st.DrawFn, membres: Mapping[Role, str]) -> Plan:
    """People, what was written of them, and what is not to be counted of it."""
    drawn = draw(cabinets(FILLED))
    names = {p: new_id() for p in drawn.les_personnes}
    actes = [replace(a, membre=membres[a.role], **draw(_asked())) for a in drawn.les_actes]
    recorded = {
        "consultations": [replace(a, patient=names[a.patient]) for a in actes],
        "fiches": [
            replace(f, patient=names[f.patient], form_version=VERSIONS[f.form])
            for f in drawn.les_fiches
        ],
        "inclusions": [replace(i, patient=names[i.patient]) for i in drawn.les_inclusions],
        "syntheses": draw(st.lists(_syntheses(list(names.values()), membres), max_size=4)),
        "reunions": draw(st.lists(_reunions(membres), max_size=3)),
        "formations": draw(st.lists(_formations(membres), max_size=3)),
    }
    people = {names[p]: found for p, found in drawn.les_personnes.items()}
    known = {names[p]: day for p, day in drawn.les_enregistrements.items()}
    cancelled = {
        # A synthesis meeting is given up before it is closed: nobody cancels one that was held.
        kind: [x for x in some if kind != "syntheses" and draw(_rarely())]
        for kind, some in recorded.items()
    }
    kept = {k: [x for x in some if x not in cancelled[k]] for k, some in recorded.items()}
    doubles = {p: new_id() for p, x in people.items() if not x.anonyme and draw(st.booleans())}
    records = [*people, *doubles.values()]
    return Plan(
        _faits(drawn.le, kept, people, known, draw(st.sampled_from(CycleForfait))),
        [_patient(p, found) for p, found in people.items()],
        doubles,
        frozenset(x.id for some in recorded.values() for x in some if draw(st.booleans())),
        {record: draw(COINS) if draw(_rarely()) else () for record in records},
        cancelled,
        {
            a.id: replace(a, issue=Issue.REPORTE, jour=date(2026, 10, 5), duree=5)
            for a in kept["consultations"]
            if draw(_rarely())
        },
    )


def _rarely() -> st.SearchStrategy[bool]:
    return st.sampled_from([False, False, False, True])


@st.composite
def _asked(draw: st.DrawFn) -> dict[str, Any]:
    form = draw(st.sampled_from(["", *sorted(ASKED)]))
    if not form:
        return {}
    return {"form": form, "form_version": VERSIONS[form], "reponses": draw(ASKED[form])}


@st.composite
def _syntheses(draw: st.DrawFn, people: list[str], membres: Mapping[Role, str]) -> Any:
    situations = tuple(
        Situation(
            patient,
            Motif.AJOUT,
            decisions=tuple(Decision(new_id(), "x", type=t) for t in draw(st.lists(TYPES))),
            vue=draw(st.booleans()),
        )
        for patient in draw(st.lists(st.sampled_from(people), unique=True))
    )
    return make.a_synthese(
        id=new_id(),
        jour=draw(jours()),
        debut=time(13),
        fin=draw(st.sampled_from([None, time(13, 45), time(14)])),
        etat=draw(ETATS),
        presents=draw(_presents(membres)),
        situations=situations,
    )


def _presents(membres: Mapping[Role, str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(membres.values())), unique=True).map(tuple)


def _reunions(membres: Mapping[Role, str]) -> st.SearchStrategy[Reunion]:
    return st.builds(
        lambda kind, jour, etat, there: Reunion(
            new_id(), kind, jour, time(9), time(9, 30), "", etat, there
        ),
        st.sampled_from(TypeReunion), jours(), ETATS, _presents(membres),
    )  # fmt: skip


def _formations(membres: Mapping[Role, str]) -> st.SearchStrategy[Formation]:
    return st.builds(
        lambda membre, du, heures: Formation(new_id(), membre, "RPIB", "x", du, heures=heures),
        st.sampled_from(sorted(membres.values())), jours(), st.sampled_from([None, 7]),
    )  # fmt: skip


def _patient(patient: str, found: Personne) -> Patient:
    return make.a_patient(
        id=patient,
        prenom="" if found.anonyme else "Sophie",
        sexe=found.sexe,
        naissance=found.naissance,
        anonyme=found.anonyme,
        information_remise=found.information_remise,
    )


def _faits(
    le: date,
    kept: Mapping[str, list[Any]],
    people: Mapping[str, Personne],
    known: Mapping[str, date],
    rythme: CycleForfait,
) -> FaitsEcrits:
    return FaitsEcrits(
        le=le,
        cabinet=Cabinet("Cabinet des Lilas", "OCC", "OCC-31-007", cycle_forfait=rythme),
        groupes=shipped().indicateurs.groupes,
        les_personnes=people,
        les_enregistrements=known,
        les_inclusions=kept["inclusions"],
        les_actes=sorted(kept["consultations"], key=lambda a: (a.jour, a.heure, a.id)),
        les_fiches=kept["fiches"],
        les_syntheses=kept["syntheses"],
        les_reunions=kept["reunions"],
        les_formations=kept["formations"],
    )


def attendus(plan: Plan, team: Team) -> FaitsEcrits:
    """What is to be counted, once those who object are taken out of it."""
    out, faits = plan.exclus(), plan.faits
    with team.medecin.store.read() as work:
        membres = {m.id: m for m in work.equipe.all()}
    return replace(
        faits,
        programmes=team.medecin.reference.programmes,
        membres=membres,
        les_personnes={p: x for p, x in faits.les_personnes.items() if p not in out},
        les_inclusions=[x for x in faits.les_inclusions if x.patient not in out],
        les_actes=[x for x in faits.les_actes if x.patient not in out],
        les_fiches=[x for x in faits.les_fiches if x.patient not in out],
        les_syntheses=[
            replace(s, situations=tuple(x for x in s.situations if x.patient not in out))
            for s in faits.les_syntheses
        ],
    )


def ecrire(plan: Plan, team: Team) -> None:
    """Everything that happened: people, records, corrections, objections, merges, cancellations."""
    _register(plan, team)
    team.clock.set(plan.faits.le, time(18))
    _write(plan, team)
    for patient in plan.patients:
        if patient.id in plan.doubles:
            joined(team, patient, replace(patient, id=plan.doubles[patient.id]))
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        for kind, some in plan.annules.items():
            for x in some:
                getattr(work, kind).void(x.id, "Saisi par erreur")


def _register(plan: Plan, team: Team) -> None:
    """Each on their day, oldest first; the other record of somebody on the day it is joined."""
    office, known = team.medecin, plan.faits.les_enregistrements
    for patient in sorted(plan.patients, key=lambda p: known[p.id]):
        team.clock.set(known[patient.id], time(9))
        with office.store.begin(office.membre.id, team.clock()) as work:
            work.patients.save(patient)
    team.clock.set(plan.faits.le, time(8))
    with office.store.begin(office.membre.id, team.clock()) as work:
        for patient in plan.patients:
            if patient.id in plan.doubles:
                work.patients.save(replace(patient, id=plan.doubles[patient.id]))


def _write(plan: Plan, team: Team) -> None:
    office, faits = team.medecin, plan.faits
    recorded = {
        "inclusions": faits.les_inclusions,
        "consultations": faits.les_actes,
        "fiches": faits.les_fiches,
        "syntheses": faits.les_syntheses,
        "reunions": faits.les_reunions,
        "formations": faits.les_formations,
    }
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.cabinet.save(faits.cabinet)
        for kind, some in recorded.items():
            for x in (*some, *plan.annules[kind]):
                for version in (plan.d_abord.get(x.id), x):
                    if version is not None:
                        getattr(work, kind).save(_under(plan, version))
        for record, words in plan.objections.items():
            for n, oppose in enumerate(words, start=1):
                said = (Objet.STATISTIQUE, oppose, date(2026, 1, n), office.membre.id)
                work.declarations.save(Declaration(new_id(), record, *said))


def _under(plan: Plan, record: Any) -> Any:
    """The same thing, perhaps about the other record of the person."""
    if record.id not in plan.ailleurs:
        return record
    if hasattr(record, "situations"):
        situations = (
            replace(s, patient=plan.doubles.get(s.patient, s.patient)) for s in record.situations
        )
        return replace(record, situations=tuple(situations))
    if not hasattr(record, "patient"):
        return record
    return replace(record, patient=plan.doubles.get(record.patient, record.patient))
