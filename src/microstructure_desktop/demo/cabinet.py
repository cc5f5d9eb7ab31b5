"""Build the fictional cabinet: its team, its patients, its days, its meetings."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from random import Random

from microstructure_desktop.domain.consultation import Consultation, Issue, TypeActe
from microstructure_desktop.domain.equipe import Cabinet, Role
from microstructure_desktop.domain.ids import InclusionId, PatientId
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.domain.patient import Attribut
from microstructure_desktop.domain.periods import Mois, mois_plus_tard
from microstructure_desktop.paths import Home
from microstructure_desktop.services import consultations, equipe, patients, unlock
from microstructure_desktop.services.identites import IdentiteSaisie
from microstructure_desktop.services.office import Cost, Office
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.services.unlock import DEFAULT_COST

from . import (
    answers,
    avis,
    calendar,
    courrier,
    echelles,
    fiche,
    formations,
    meeting,
    permanences,
    reseau,
    voisinage,
)
from .clock import Clock
from .echelles import Suivie
from .material import Material, load

Progress = Callable[[float, str], None]

PASSPHRASE = "cabinet de demonstration"  # noqa: S105 -- shown to whoever makes the demonstration
REGION = "OCC"
AGES = (19, 72)
ISSUES = (Issue.HONORE,) * 17 + (Issue.ABSENT_EXCUSE,) * 2 + (Issue.ABSENT_NON_EXCUSE,)
LONGEST_PLAN = 60
NAMESAKE = 2
BIRTHPLACE = "99999"  # known to nobody: the person does not exist
TODAY_APPOINTMENTS = 4
EXITS = ("OBJECTIFS_ATTEINTS", "RELAIS_CSAPA", "DEMENAGEMENT", "PERDU_DE_VUE")
PLACES = {
    Role.MEDECIN: ("CABINET",),
    Role.PSYCHOLOGUE: ("CABINET",) * 6 + ("TELEPHONE", "VISIO"),
    Role.TRAVAILLEUR_SOCIAL: ("CABINET",) * 5 + ("DOMICILE", "DOMICILE", "TELEPHONE"),
    Role.PSYCHIATRE: ("CABINET",),
}
RHYTHM = {
    Role.MEDECIN: 370,
    Role.PSYCHOLOGUE: 42,
    Role.TRAVAILLEUR_SOCIAL: 38,
    Role.PSYCHIATRE: 90,
}
"""Days between two acts of a role with one patient: about 1, 6 to 8, 7 to 9 and 4 a year."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for; `dernier` is the last day that has happened.

    `nom` and `structure` are the cabinet's, those of the resources when empty.
    """

    seed: int
    mois: int
    patients: int
    dernier: date
    nom: str = ""
    structure: str = ""


@dataclass(slots=True)
class Person:
    """One patient while the story runs: next date due per role, fiches begun, what is scored."""

    rank: int
    id: PatientId
    inclusion: InclusionId | None
    due: dict[Role, date]
    echelles: list[Suivie]
    begun: set[Role] = field(default_factory=set)
    silent_after: date | None = None
    left: bool = False


@dataclass(slots=True)
class Story:
    """The state of the telling."""

    plan: Plan
    random: Random
    material: Material
    clock: Clock
    offices: dict[Role, Office]
    scores: Random
    around: Random
    first: date
    partenaires: tuple[Partenaire, ...] = ()
    people: list[Person] = field(default_factory=list)
    seances: int = 0
    reunions: list[Mois] = field(default_factory=list)


Evening = Callable[[Story, date], None]


def _rest(_story: Story, _jour: date) -> None:
    """An evening like most."""


def build(
    home: Home,
    plan: Plan,
    passphrase: str,
    progress: Progress,
    cost: Cost = DEFAULT_COST,
    evening: Evening = _rest,
) -> Story:
    """Write the whole cabinet through the services; every office stays open on the same store.

    `evening` is what somebody does at the end of each day.
    """
    first = mois_plus_tard(plan.dernier, -plan.mois)
    clock = Clock(first)
    material = load()
    progress(0.0, "Création du cabinet et de ses comptes")
    story = Story(
        plan,
        Random(plan.seed),  # noqa: S311 -- a story, not a secret
        material,
        clock,
        _team(home, plan, material, passphrase, clock, cost),
        Random(f"{plan.seed} scores"),  # noqa: S311 -- apart: the rest of the story stays
        Random(f"{plan.seed} around"),  # noqa: S311 -- apart for the same reason
        first,
    )
    story.partenaires = voisinage.write(story.offices, material)
    permanences.write(story.offices, first, plan.dernier)
    arrivals = _arrivals(story, first)
    total = (plan.dernier - first).days + 1
    for rank, jour in enumerate(calendar.days(first, plan.dernier)):
        if jour.day == 1 or rank == 0:
            progress(rank / total, f"Activité de {jour:%m/%Y}")
        _day(story, jour, arrivals.get(jour, []))
        _around(story, jour)
        evening(story, jour)
    _agenda_of_the_day(story)
    return story


def _team(
    home: Home, plan: Plan, material: Material, passphrase: str, clock: Clock, cost: Cost
) -> dict[Role, Office]:
    nom, structure = plan.nom or material.names["cabinet"], plan.structure
    structure = structure or material.names["structure"]
    cabinet = Cabinet(nom, REGION, structure, "COVID_SM", "RAMIP")
    doctor, *others = material.team
    office = unlock.create_cabinet(home, cabinet, doctor, passphrase, cost=cost, now=clock)
    offices = {office.membre.role: office}
    for nouveau in others:
        membre = equipe.add(office, nouveau, passphrase)
        offices[membre.role] = unlock.as_member(office, membre.id, passphrase)
    return offices


def _arrivals(story: Story, first: date) -> dict[date, list[PatientSaisie]]:
    """Half of the people are there in the first three weeks, the others come over the months."""
    plan, random = story.plan, story.random
    span = (plan.dernier - first).days
    found: dict[date, list[PatientSaisie]] = {}
    people = story.material.people(random, plan.patients)
    for rank, (_, _, sexe) in enumerate(people):
        nom, prenom, _ = people[0 if rank == NAMESAKE else rank]
        early = rank < plan.patients // 2
        offset = random.randint(0, min(20, span)) if early else random.randint(0, max(0, span - 10))
        jour = first + timedelta(days=offset)
        years = random.randint(*AGES)
        naissance = mois_plus_tard(jour, -12 * years) - timedelta(days=random.randint(1, 300))
        # the extraordinary case of every cabinet: somebody followed without any forfait
        programme = "MSMA_HORS_FORFAIT" if rank % 9 == 8 else "COVID_SM"  # noqa: PLR2004
        saisie = PatientSaisie(
            nom,
            prenom,
            naissance,
            sexe,
            f"06 00 00 {rank // 100:02} {rank % 100:02}",
            jour,
            programme,
            jour,
            jour - timedelta(days=random.randint(2, 25)),
            random.choice(
                ("MG_MICROSTRUCTURE", "MG_MICROSTRUCTURE", "CSAPA", "INITIATIVE_PATIENT")
            ),
            identite=_identity(rank, nom, prenom),
        )
        found.setdefault(jour, []).append(saisie)
    return found


def _identity(rank: int, nom: str, prenom: str) -> IdentiteSaisie:
    """The first person's was compared with a document; another woman bears the same name."""
    if rank not in (0, NAMESAKE):
        return IdentiteSaisie()
    known = IdentiteSaisie(nom, prenom, attributs=(Attribut.HOMONYME,))
    return replace(known, cog=BIRTHPLACE, piece="CNI") if rank == 0 else known


def _day(story: Story, jour: date, arrivals: list[PatientSaisie]) -> None:
    for saisie in arrivals:
        _welcome(story, saisie, jour)
    for role in calendar.present(jour):
        _permanence(story, role, jour)
    mois = Mois.de(jour)
    if jour == calendar.meeting_day(mois):
        meeting.hold(story.offices, story.clock, story.material, story.random, jour)
        story.reunions.append(mois)
        _departures(story, jour)
    if jour.weekday() == calendar.THURSDAY:
        for role in fiche.ENTREES:
            fiche.fill_due(story.offices[role], story.material, story.random)


def _around(story: Story, jour: date) -> None:
    """What a team does besides its permanences and its monthly meeting."""
    known = [p for p in story.people if p.begun and not p.left]
    if jour == calendar.psychiatrist_day(Mois.de(jour)) and known:
        story.clock.set(jour, time(11, 30))
        person = story.around.choice(known)
        avis.give(story.offices[Role.PSYCHIATRE], person.id, story.material, story.around)
        story.seances += 1
    reseau.hold(story.offices, story.clock, story.material, story.first, jour)
    story.clock.set(jour, time(19))
    formations.write(story.offices, story.material, story.first, jour)


def _welcome(story: Story, saisie: PatientSaisie, jour: date) -> None:
    story.clock.set(jour, time(8, 30))
    office = story.offices[Role.MEDECIN]
    patient = patients.create(office, saisie)
    with office.store.read() as work:
        episodes = work.inclusions.of(patient.id)
    random = story.random
    due = {
        role: jour + timedelta(days=random.randint(0, 14))
        for role in (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
    }
    if random.random() < 0.3:  # noqa: PLR2004 -- one person in three meets the psychiatrist
        due[Role.PSYCHIATRE] = jour + timedelta(days=random.randint(20, 60))
    rank = len(story.people)
    scored = echelles.plan(rank, jour, story.scores)
    voisinage.follow(office, patient.id, rank, story.partenaires)
    person = Person(rank, patient.id, episodes[0].id if episodes else None, due, scored)
    if random.random() < 0.1:  # noqa: PLR2004 -- one in ten stops coming without a word
        person.silent_after = jour + timedelta(days=random.randint(60, 200))
    story.people.append(person)


def _permanence(story: Story, role: Role, jour: date) -> None:
    waiting = [
        p
        for p in story.people
        if not p.left
        and p.due.get(role, date.max) <= jour
        and not (p.silent_after and jour > p.silent_after)
    ]
    waiting.sort(key=lambda p: p.due[role])
    for rank, person in enumerate(waiting[: calendar.SLOTS[role]]):
        _seance(story, person, role, jour, rank)


def _seance(story: Story, person: Person, role: Role, jour: date, rank: int) -> None:
    random, office = story.random, story.offices[role]
    heure = calendar.slot(role, rank)
    story.clock.set(jour, heure)
    ouverte = consultations.open_seance(office, person.id)
    issue = random.choice(ISSUES)
    wait = RHYTHM[role] if issue is Issue.HONORE else 14
    suivant = calendar.next_day(role, jour + timedelta(days=wait + random.randint(-7, 7)))
    planned = _appointment(story, role, jour, rank, suivant)
    kept = issue is Issue.HONORE
    type_ = _type(random, role)
    saisie = replace(
        ouverte.saisie,
        type=type_,
        heure=heure,
        duree=calendar.SLOT[role],
        lieu=random.choice(PLACES[role]),
        issue=issue,
        themes=_themes(story) if kept and role is not Role.MEDECIN else (),
        evolution=random.randint(3, 9) if kept and role is Role.PSYCHOLOGUE else None,
        note_partagee=story.material.note(random, role) if kept else "",
        note_personnelle=_private(story, role) if kept else "",
        question=_question(story, ouverte.saisie.question, kept=kept),
        prochain_jour=planned,
        prochaine_heure=calendar.slot(role, rank) if planned is not None else None,
        reponses=answers.answered(random, type_) if kept else {},
    )
    _record(office, ouverte, person, saisie)
    person.due[role] = suivant
    story.seances += 1
    if kept:
        _papers(story, person, role, jour)


def _papers(story: Story, person: Person, role: Role, jour: date) -> None:
    """The entry fiche after the first session, the scales that are due after the others."""
    office = story.offices[role]
    if role in person.begun:
        echelles.score(office, person.id, person.echelles, jour, story.scores)
    elif role in fiche.ENTREES:
        person.begun.add(role)
        fiche.begin(office, person.id, story.material, story.random)
        courrier.write(office, person.id, person.rank, story.material, story.partenaires)


def _appointment(story: Story, role: Role, jour: date, rank: int, suivant: date) -> date | None:
    """Far appointments are not written down; the last permanence fills the day of the visit."""
    last = story.plan.dernier
    if role is Role.PSYCHOLOGUE and jour < last <= calendar.next_day(role, jour):
        return last if rank < TODAY_APPOINTMENTS else suivant
    return suivant if (suivant - jour).days <= LONGEST_PLAN else None


def _record(
    office: Office,
    ouverte: consultations.SeanceOuverte,
    person: Person,
    saisie: consultations.SeanceSaisie,
) -> Consultation:
    return consultations.record(office, ouverte.id, person.id, saisie, ouverte.based_on)


def _type(random: Random, role: Role) -> TypeActe:
    own = {
        Role.MEDECIN: TypeActe.CONS_MG_LONGUE,
        Role.PSYCHOLOGUE: TypeActe.CONS_PSY,
        Role.TRAVAILLEUR_SOCIAL: TypeActe.ENTRETIEN_TS,
        Role.PSYCHIATRE: TypeActe.CONS_PSYCHIATRE,
    }
    entourage = role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL) and random.random() < 0.06  # noqa: PLR2004
    return TypeActe.ENTRETIEN_ENTOURAGE if entourage else own[role]


def _themes(story: Story) -> tuple[str, ...]:
    codes = story.offices[Role.MEDECIN].reference.listes["THEMES"].offered
    return tuple(c.code for c in story.random.sample(codes, story.random.randint(1, 3)))


def _private(story: Story, role: Role) -> str:
    if role is not Role.PSYCHOLOGUE or story.random.random() > 0.3:  # noqa: PLR2004
        return ""
    return story.material.sentence(story.random, "notes", "personnelles")


def _question(story: Story, known: str | None, *, kept: bool) -> str | None:
    if known is not None or not kept or story.random.random() > 0.12:  # noqa: PLR2004
        return known
    return story.material.sentence(story.random, "questions")


def _departures(story: Story, jour: date) -> None:
    """After a meeting, now and then somebody leaves; those gone silent are closed as lost."""
    office = story.offices[Role.MEDECIN]
    story.clock.set(jour, time(14))
    for person in story.people:
        if person.left or person.inclusion is None:
            continue
        lost = person.silent_after is not None and (jour - person.silent_after).days > 180  # noqa: PLR2004
        if lost or story.random.random() < 0.015:  # noqa: PLR2004
            motif = "PERDU_DE_VUE" if lost else story.random.choice(EXITS[:3])
            patients.close(office, person.inclusion, fin=jour, motif=motif)
            person.left = True


def _agenda_of_the_day(story: Story) -> None:
    """Leave something to do today: the clock rests at nine on the last day."""
    story.clock.set(story.plan.dernier, time(9))
    reseau.prepare(story.offices, story.material, story.plan.dernier)
    permanences.absences(story.offices, story.plan.dernier)
