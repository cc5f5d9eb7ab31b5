"""Scales scored again and again over a follow-up, so that curves have something to tell."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.forms.instruments import Cote, Instrument
from microstructure_desktop.services import fiches, scale_form
from microstructure_desktop.services.office import Office

_PLANS = (
    (("audit", Role.PSYCHOLOGUE, 70), ("phq_9", Role.PSYCHOLOGUE, 30)),
    (("phq_9", Role.PSYCHOLOGUE, 30), ("epices", Role.TRAVAILLEUR_SOCIAL, 120)),
    (("audit", Role.PSYCHOLOGUE, 70),),
    (),
)
"""What is scored, by whom, how many days apart: one person in four has no scale at all."""


@dataclass(slots=True)
class Suivie:
    """One scale of one person: how heavy things are (0 to 1), and when it is scored again."""

    echelle: str
    role: Role
    jours: int
    poids: float
    due: date


def plan(rank: int, jour: date, random: Random) -> list[Suivie]:
    """What the `rank`-th person is scored with, from their first days on."""
    wanted = _PLANS[rank % len(_PLANS)]
    return [
        Suivie(name, role, days, random.uniform(0.45, 0.75), jour) for name, role, days in wanted
    ]


def score(
    office: Office, patient: PatientId, suivies: list[Suivie], jour: date, random: Random
) -> None:
    """Fill in what this profession is due to score; things get lighter, not every time."""
    for suivie in suivies:
        if suivie.role is office.membre.role and suivie.due <= jour:
            _fill(office, patient, suivie, jour, random)
            suivie.poids *= random.uniform(0.55, 1.0)
            suivie.due = jour + timedelta(days=suivie.jours)


def _fill(office: Office, patient: PatientId, suivie: Suivie, jour: date, random: Random) -> None:
    scale = office.reference.instruments[suivie.echelle]
    cotes = {str(cote.n): _cote(scale, cote, suivie.poids, random) for cote in scale.cotes}
    opened = fiches.start(office, patient, scale_form.form_id(scale.id))
    answers = {
        "jour": jour.isoformat(),
        scale.id: {"version": scale.version, "cotes": cotes},
    }
    fiches.save(office, opened, jour=jour, answers=answers, complete=True)


def _cote(scale: Instrument, cote: Cote, weight: float, random: Random) -> int:
    """About as high as things are heavy; nothing fictional is ever about suicide."""
    if any(alerte.n == cote.n for alerte in scale.alertes):
        return cote.valeurs[0]
    main = scale.main
    signs = dict(zip(main.cotes, main.poids, strict=True)) if main.poids else {}
    level = min(1.0, max(0.0, random.gauss(weight, 0.18)))
    if signs.get(cote.n, 1) < 0:
        level = 1 - level  # a « oui » that protects
    return cote.valeurs[round(level * (len(cote.valeurs) - 1))]
