"""Mental health of the people of the year (A14): what is known, what was found, what changed."""

from collections.abc import Iterable
from dataclasses import replace

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId

from .dernieres import (
    Nom,
    codes,
    de_la_periode,
    file_active,
    groupe,
    jusqu_au,
)
from .faits import Faits, Periode
from .lecture import patients, rencontres, soir
from .reponses import Reponses, Score
from .valeur import Resultat, Valeur, mediane, part

TROUBLES, RUD = "CL25", "CL27"
AUCUN, ELEVE = "aucun", "eleve"
TROUBLE, PSYCHIATRE, RISQUE = "trouble", "psychiatre", "rud_eleve"
ECHELLES = ("phq_9", "gad_7")


def a14(faits: Faits, periode: Periode) -> Resultat:
    """Mental health of the file active of the year (A01).

    A known disorder: in the most recent answer ever known by the last day of the year. Met by a
    psychiatrist: a kept act with the person in the year; advice to the team is none. High: risk,
    urgency or danger high at least once in the year, in a fiche or a kept session, of the people
    for whom one of them was assessed. PHQ-9, GAD-7: median of the last score of the year less the
    first ever, of the same version, on two different days; a fall is an improvement. People with a
    score in the year and none before are in `nr`.
    """
    seen = file_active(faits, periode)
    ever = jusqu_au(faits, seen, soir(faits, periode))
    answers = de_la_periode(faits, periode, seen)
    met = patients(a for a in rencontres(faits, periode) if a.role is Role.PSYCHIATRE)
    return Resultat(
        "A14",
        (
            _trouble(faits, ever, seen),
            part(PSYCHIATRE, met, seen),
            _risque(faits, answers, seen),
            *(_change(scale, ever, answers) for scale in ECHELLES),
        ),
    )


def _trouble(faits: Faits, ever: Iterable[Reponses], seen: frozenset[PatientId]) -> Valeur:
    known = {}
    for une in ever:
        told = codes(faits, une, Nom.TROUBLES, TROUBLES)
        if told:
            known[une.patient] = any(groupe(faits, TROUBLES, code) != AUCUN for code in told)
    return part(TROUBLE, (p for p, one in known.items() if one), known, nr=len(seen - known.keys()))


def _risque(faits: Faits, answers: Iterable[Reponses], seen: frozenset[PatientId]) -> Valeur:
    assessed: dict[PatientId, set[str]] = {}
    for une in answers:
        told = codes(faits, une, Nom.RUD, RUD)
        if told:
            levels = assessed.setdefault(une.patient, set())
            levels.update(groupe(faits, RUD, code) for code in told)
    high = (p for p, levels in assessed.items() if ELEVE in levels)
    return part(RISQUE, high, assessed, nr=len(seen - assessed.keys()))


def _change(scale: str, ever: Iterable[Reponses], answers: Iterable[Reponses]) -> Valeur:
    first: dict[tuple[PatientId, int], Reponses] = {}
    for une in ever:
        if scale in une.scores:
            first.setdefault((une.patient, une.scores[scale].version), une)
    last = {une.patient: une for une in answers if scale in une.scores}
    pairs = {p: (first[p, une.scores[scale].version], une) for p, une in last.items()}
    moved = {
        p: _entier(after.scores[scale]) - _entier(before.scores[scale])
        for p, (before, after) in pairs.items()
        if before.jour < after.jour
    }
    found = mediane(scale, moved.values(), nr=len(last) - len(moved))
    return replace(found, qui=frozenset(moved))


def _entier(score: Score) -> int:
    """These two scales are sums of whole figures."""
    return int(score.valeur)
