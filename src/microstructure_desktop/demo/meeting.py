"""Hold one fictional synthesis meeting, from its proposed agenda to its close."""

from dataclasses import replace
from datetime import date, time
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
            decisions=_decisions(offices, material, random),
            prochain_point=random.choice(tuple(ProchainPoint)),
            minutes=random.randint(4, 10),
            vue=True,
        )
        for s in synthese.situations
    )
    organisation = material.sentence(random, "organisation")
    return replace(synthese, situations=situations, organisation=organisation)


def _decisions(
    offices: dict[Role, Office], material: Material, random: Random
) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            DecisionId(new_id()),
            random.choice(material.texts["decisions"][role.value]),
            offices[role].membre.id,
            random.choice(material.texts["decisions"]["echeances"]),
        )
        for role in random.sample(ROLES, random.randint(0, 2))
    )


def _followed(reprise: Reprise, random: Random) -> Reprise:
    """Most decisions are done by the next meeting, some are dropped, some wait."""
    suite = random.choice((Suite.FAITE,) * 5 + (Suite.ABANDONNEE, Suite.A_FAIRE))
    return replace(reprise, decision=replace(reprise.decision, suite=suite))
