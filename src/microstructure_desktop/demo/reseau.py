"""Meetings of the fictional cabinet other than the monthly one, held and still to come."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Invite, Point, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.services import actions_decidees, autres_reunions, indicateurs_reseau
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.reseau import reseau

from . import calendar
from .clock import Clock
from .material import Material

START, END = time(14), time(16)
FIGURES = "INDICATEURS"
_MONTH = timedelta(days=30)
_PROMPT = (Role.MEDECIN, Role.PSYCHOLOGUE)
"""Who says what they have done before any meeting; the others wait for the network's."""


def hold(
    offices: Mapping[Role, Office], clock: Clock, material: Material, first: date, jour: date
) -> None:
    """The meeting of that day, if there is one: prepared, held, closed."""
    mois = Mois.de(jour)
    if jour == calendar.network_day(mois):
        known = material.network["trimestrielle"]
        rank = (jour.year - first.year) * 4 + jour.month // 3
        _tell(offices, clock, jour, tuple(offices))
        _close(offices, clock, _quarterly(offices, clock, known, jour, rank))
    elif jour == calendar.other_day(mois):
        nature = calendar.OTHER_MEETINGS[jour.month]
        _tell(offices, clock, jour, _PROMPT)
        _close(offices, clock, _other(offices, clock, nature, material.network[nature.name], jour))


def prepare(offices: Mapping[Role, Office], material: Material, last: date) -> None:
    """The next quarterly meeting, that nobody has held yet."""
    mois = Mois.de(last)
    while (jour := calendar.network_day(mois)) is None or jour <= last:
        mois = mois.plus(1)
    made = autres_reunions.creer(offices[Role.MEDECIN], TypeReunion.TRIMESTRIELLE)
    known = material.network["trimestrielle"]
    titles = {t.code: t.titre for t in reseau().themes}
    points = tuple(Point(titles[code]) for code in (FIGURES, known["themes"][0]))
    coming = replace(made, jour=jour, lieu=known["lieu"], points=points)
    office = offices[Role.MEDECIN]
    autres_reunions.save(office, coming, autres_reunions.ouvrir(office, made.id).based_on)


def _quarterly(
    offices: Mapping[Role, Office], clock: Clock, known: dict[str, Any], jour: date, rank: int
) -> Reunion:
    office = offices[Role.MEDECIN]
    clock.set(jour, START)
    made = autres_reunions.creer(office, TypeReunion.TRIMESTRIELLE)
    titles = {t.code: t.titre for t in reseau().themes}
    themes = list(zip(known["themes"], known["textes"], known["actions"], strict=True))
    said = [themes[(rank + n) % len(themes)] for n in range(2)]
    figures = Point(
        titles[FIGURES], "Chaque équipe présente ses chiffres ; pas d’écart inquiétant."
    )
    return replace(
        made,
        debut=START,
        fin=END,
        lieu=known["lieu"],
        invites=tuple(Invite(**invite) for invite in known["invite"]),
        points=(figures, *(Point(titles[code], texte) for code, texte, _ in said)),
        actions=_actions(offices, (action for _, _, action in said), jour),
        chiffres=indicateurs_reseau.chiffres(office, jour),
    )


def _other(
    offices: Mapping[Role, Office],
    clock: Clock,
    nature: TypeReunion,
    known: dict[str, Any],
    jour: date,
) -> Reunion:
    clock.set(jour, known["debut"])
    made = autres_reunions.creer(offices[Role.MEDECIN], nature)
    there = [offices[Role(role)].membre.id for role in known["roles"]]
    return replace(
        made,
        debut=known["debut"],
        fin=known["fin"],
        lieu=known["lieu"],
        membres=tuple(there),
        redacteur=there[0],
        points=tuple(Point(titre, texte) for titre, texte in known["points"]),
        actions=_actions(offices, known["actions"], jour),
    )


def _tell(offices: Mapping[Role, Office], clock: Clock, jour: date, roles: Iterable[Role]) -> None:
    """What they were asked to do by now is done."""
    clock.set(jour, time(12))
    for office in (offices[role] for role in roles if role is not Role.SECRETARIAT):
        for waiting in actions_decidees.mes_actions(office).miennes:
            asked = waiting.action
            if asked.reunion is not None and asked.pour is not None and asked.pour <= jour:
                actions_decidees.faire(office, asked.decision.id)


def _actions(
    offices: Mapping[Role, Office], wanted: Iterable[tuple[str, str]], jour: date
) -> tuple[Decision, ...]:
    due = jour + _MONTH
    return tuple(
        Decision(
            DecisionId(new_id()),
            texte,
            offices[Role(role)].membre.id,
            f"avant le {due:%d/%m}",
            echeance_jour=due,
        )
        for role, texte in wanted
    )


def _close(offices: Mapping[Role, Office], clock: Clock, reunion: Reunion) -> None:
    office = offices[Role.MEDECIN]
    opened = autres_reunions.ouvrir(office, reunion.id)
    begun = autres_reunions.commencer(office, reunion, opened.based_on)
    assert reunion.fin is not None
    clock.set(reunion.jour, reunion.fin)
    autres_reunions.close(office, begun.reunion, begun.based_on)
