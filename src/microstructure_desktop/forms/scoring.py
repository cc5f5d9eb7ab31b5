"""Work out the scores of a scale; answers come from a file and may hold anything."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from . import wording
from .instruments import Calcul, Cote, Instrument, Niveau, Score, Seuil

SEXES = {"F": wording.FOR_WOMEN, "H": wording.FOR_MEN}

_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_TYPED = re.compile(r"-?[0-9]{1,6}(?:\.([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class Valeur:
    """A score, None when it cannot be worked out: an answer is missing."""

    score: Score
    valeur: Decimal | None


@dataclass(frozen=True, slots=True)
class Repere:
    """What a series of cut-offs says of a score.

    `pour` says for whom when the person's sex or age, on which it depends, is not known.
    """

    score: Score
    libelle: str
    serie: str
    niveau: Niveau
    source: str
    sexe: str = ""
    pour: str = ""


@dataclass(frozen=True, slots=True)
class Resultat:
    """All that a set of answers gives; `manquantes` are the rows still to be scored."""

    valeurs: tuple[Valeur, ...]
    reperes: tuple[Repere, ...]
    alerte: bool
    manquantes: tuple[int, ...]

    @property
    def total(self) -> Decimal | None:
        return self.valeurs[0].valeur


def resultat(
    instrument: Instrument, cotes: Mapping[str, Any], *, sexe: str = "", age: int | None = None
) -> Resultat:
    """Every score and what it means; a refused answer is as good as none."""
    given = _given(instrument, cotes)
    missing = tuple(c.n for c in instrument.cotes if c.cotee and c.n not in given)
    valeurs = tuple(
        Valeur(score, _value(instrument, score, given, len(missing))) for score in instrument.scores
    )
    reperes = (
        _repere(valeur.score, seuil, sexe, age)
        for valeur in valeurs
        for seuil in _reached(instrument, valeur, sexe, age)
    )
    return Resultat(valeurs, tuple(reperes), alerte(instrument, cotes), missing)


def refus(instrument: Instrument, cotes: Mapping[str, Any]) -> dict[int, str]:
    """What is wrong with each answer, by row; an absent answer is not wrong."""
    found: dict[int, str] = {}
    for n, value in _answers(cotes).items():
        cote = instrument.cote(n)
        if cote is None:
            found[n] = wording.COTE_UNKNOWN.format(instrument.nom, n)
        elif _read(cote, value) is None:
            found[n] = wording.COTE_TAKES.format(instrument.nom, n, _expected(cote))
    return found


def alerte(instrument: Instrument, cotes: Mapping[str, Any]) -> bool:
    """Whether an answer calls for something to be done now, even before the scale is complete."""
    given = _given(instrument, cotes)
    return any(a.n in given and given[a.n] >= a.des for a in instrument.alertes)


def cut_offs(
    instrument: Instrument, score: Score, *, sexe: str = "", age: int | None = None
) -> tuple[tuple[Decimal, Repere], ...]:
    """Where the first series of cut-offs written for a score divides it, for this person."""
    found = [s for s in instrument.seuils if s.score == score.id and _concerns(s, sexe, age)]
    return tuple(
        (seuil.des, _repere(score, seuil, sexe, age))
        for seuil in found
        if seuil.serie == found[0].serie and seuil.des > score.min
    )


def bounds(score: Score, cotes: Mapping[int, Cote]) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that a score can take."""
    if score.calcul is Calcul.COMPTE:
        ends = [Decimal(0), Decimal(len(score.cotes))]
    else:
        rows = [
            sorted(weight * end for end in cotes[n].bornes)
            for n, weight in zip(score.cotes, _weights(score), strict=True)
        ]
        times = 1 if score.calcul is Calcul.SOMME else len(rows)
        ends = [sum((row[side] for row in rows), Decimal(0)) / times for side in (0, 1)]
    low, high = sorted(_rounded(score.constante + score.facteur * end, score) for end in ends)
    return low, high


def _answers(cotes: object) -> dict[int, Any]:
    """What is answered, by row number; a null is no answer."""
    if not isinstance(cotes, Mapping):
        return {}
    return {
        int(key): value
        for key, value in cotes.items()
        if isinstance(key, str) and _NUMBER.fullmatch(key) and value is not None
    }


def _given(instrument: Instrument, cotes: object) -> dict[int, Decimal]:
    """The answers that the scale accepts."""
    answers = _answers(cotes)
    read = {c.n: _read(c, answers[c.n]) for c in instrument.cotes if c.n in answers}
    return {n: value for n, value in read.items() if value is not None}


def _read(cote: Cote, value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if cote.valeurs:
        return Decimal(value) if isinstance(value, int) and value in cote.valeurs else None
    low, high = cote.bornes
    if isinstance(value, str):
        typed = _TYPED.fullmatch(value)
        if typed is None or len(typed[1] or "") > cote.decimales:
            return None
        value = Decimal(value)
    elif not isinstance(value, int):
        return None
    return Decimal(value) if low <= value <= high else None


def _expected(cote: Cote) -> str:
    if cote.oui_non:
        return wording.TAKES_YES_NO
    if not cote.valeurs:
        return wording.TAKES_BETWEEN.format(*map(wording.number, cote.bornes))
    *others, last = map(str, cote.valeurs)
    return wording.TAKES_ONE_OF.format(", ".join(others), last) if others else last


def _value(
    instrument: Instrument, score: Score, given: Mapping[int, Decimal], missing: int
) -> Decimal | None:
    if instrument.manquants_max is not None and missing > instrument.manquants_max:
        return None
    there = [n for n in score.cotes if n in given]
    if not there or len(score.cotes) - len(there) > score.manquants_max:
        return None
    if score.calcul is Calcul.COMPTE:
        return _rounded(score.constante + score.facteur * _count(score, given), score)
    weights = dict(zip(score.cotes, _weights(score), strict=True))
    total = sum((weights[n] * _keyed(instrument, score, n, given[n]) for n in there), Decimal(0))
    times = len(score.cotes) if score.calcul is Calcul.SOMME else 1
    # divided last: 25 × 29 / 8 is exact where 25 × (29 / 3) may not be
    return _rounded(score.constante + score.facteur * total * times / len(there), score)


def _keyed(instrument: Instrument, score: Score, n: int, value: Decimal) -> Decimal:
    cote = instrument.cote(n)
    if cote is None or n not in score.inverses:
        return value
    return sum(cote.bornes) - value


def _count(score: Score, given: Mapping[int, Decimal]) -> int:
    rows = zip(score.cotes, score.atteint, strict=True)
    counted = {n for n, least in rows if given[n] >= least}
    if score.dont_un and counted.isdisjoint(score.dont_un):
        return 0
    return len(counted)


def _weights(score: Score) -> tuple[Decimal, ...]:
    return score.poids or (Decimal(1),) * len(score.cotes)


def _rounded(value: Decimal, score: Score) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-score.decimales), ROUND_HALF_UP)


def _reached(
    instrument: Instrument, valeur: Valeur, sexe: str, age: int | None
) -> tuple[Seuil, ...]:
    """The highest cut-off reached in each series that may be about this person, as written."""
    found: dict[tuple[object, ...], Seuil] = {}
    for seuil in instrument.seuils:
        if seuil.score != valeur.score.id or valeur.valeur is None or valeur.valeur < seuil.des:
            continue
        if not _concerns(seuil, sexe, age):
            continue
        serie = (seuil.serie, seuil.sexe, seuil.age_min, seuil.age_max)
        before = found.get(serie)
        if before is None or before.des < seuil.des:
            found[serie] = seuil
    return tuple(found.values())


def _concerns(seuil: Seuil, sexe: str, age: int | None) -> bool:
    if seuil.sexe and sexe in SEXES and seuil.sexe != sexe:
        return False
    if age is None:
        return True
    return (seuil.age_min or 0) <= age and (seuil.age_max is None or age <= seuil.age_max)


def _repere(score: Score, seuil: Seuil, sexe: str, age: int | None) -> Repere:
    words = []
    if seuil.sexe and sexe not in SEXES:
        words.append(SEXES[seuil.sexe])
    if age is None and seuil.age_max is not None:
        words.append(wording.FOR_AGES.format(seuil.age_min or 0, seuil.age_max))
    elif age is None and seuil.age_min is not None:
        words.append(wording.FROM_AGE.format(seuil.age_min))
    return Repere(
        score,
        seuil.libelle,
        seuil.serie,
        seuil.niveau,
        seuil.source,
        seuil.sexe,
        ", ".join(words),
    )
