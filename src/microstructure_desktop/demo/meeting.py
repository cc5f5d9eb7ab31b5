"""Hold one fictional synthesis meeting, from its proposed agenda to its close."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId, new_id
from microstructure_desktop.domain.synthese import (
    Decision,
    ProchainPoint,
    Reprise,
    Situation,
    Suite,
    Synthese,
    TypeDecision,
)
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.office import Office

from .clock import Clock
from .material import Material

LONGEST_AGENDA = 9
START, END = time(12, 30), time(13, 30)
ROLES = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)


def hold(
    offices: dict[Role, Office], clock: Clock, material: Material, random: Random, jour: date
) -> None:
    """Prepare, open, discuss each proposed patient, decide, close."""
    office = offices[Role.MEDECIN]
    clock.set(jour, START)
    prepared = syntheses.prepare(office)
    chosen = prepared.propositions[:LONGEST_AGENDA]
    if not chosen:
        return
    absent = offices[Role.PSYCHIATRE].membre.id if random.random() < 0.4 else None  # noqa: PLR2004
    synthese = replace(
        prepared.synthese,
        jour=jour,
        debut=START,
        presents=tuple(m for m in prepared.synthese.presents if m != absent),
        excuses=(absent,) if absent is not None else (),
        situations=tuple(Situation(p.patient, p.motif, p.question) for p in chosen),
        reprises=tuple(_followed(r, random) for r in prepared.synthese.reprises),
    )
    opened = syntheses.begin(office, synthese, prepared.based_on)
    discussed = _discussed(opened.synthese, offices, material, random)
    clock.set(jour, END)
    syntheses.close(office, discussed, opened.based_on)


def _discussed(
    synthese: Synthese, offices: dict[Role, Office], material: Material, random: Random
) -> Synthese:
    situations = tuple(
        replace(
            s,
            decisions=(
                *_decisions(offices, material, random, synthese.jour),
                *_opinion(offices, material, synthese, s),
            ),
            prochain_point=random.choice(tuple(ProchainPoint)),
            minutes=random.randint(4, 10),
            vue=True,
        )
        for s in synthese.situations
    )
    organisation = material.sentence(random, "organisation")
    return replace(synthese, situations=situations, organisation=organisation)


def _decisions(
    offices: dict[Role, Office], material: Material, random: Random, jour: date
) -> tuple[Decision, ...]:
    known = material.texts["decisions"]
    return tuple(
        _decision(
            material,
            random.choice(known[role.value]),
            offices[role],
            random.choice(known["echeances"]),
            jour,
        )
        for role in random.sample(ROLES, random.randint(0, 2))
    )


def _opinion(
    offices: dict[Role, Office], material: Material, synthese: Synthese, situation: Situation
) -> tuple[Decision, ...]:
    """Every other month the psychiatrist is asked about the first person discussed."""
    if synthese.jour.month % 2 or situation is not synthese.situations[0]:
        return ()
    texte = material.texts["decisions"]["psychiatre"][0]
    return (_decision(material, texte, offices[Role.PSYCHIATRE], "", synthese.jour),)


def _decision(
    material: Material, texte: str, office: Office, echeance: str, jour: date
) -> Decision:
    known = material.texts["decisions"]
    kind, days = known["types"].get(texte), known["jours"].get(echeance)
    return Decision(
        DecisionId(new_id()),
        texte,
        office.membre.id,
        echeance,
        type=TypeDecision(kind) if kind is not None else None,
        echeance_jour=jour + timedelta(days=days) if days is not None else None,
    )


def _followed(reprise: Reprise, random: Random) -> Reprise:
    """Most decisions are done by the next meeting, some are dropped, some wait."""
    suite = random.choice((Suite.FAITE,) * 5 + (Suite.ABANDONNEE, Suite.A_FAIRE))
    return replace(reprise, decision=replace(reprise.decision, suite=suite))
