"""Answers that somebody could give to any form: valid, varied, and the same for the same seed."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.instruments import Cote, Instrument
from microstructure_desktop.forms.model import NR, Condition, Form, Item, ItemType
from microstructure_desktop.forms.rules import enabled

from .samples import TODAY

SENTENCE = (
    "séance difficile puis plus calme, la personne reparle de son travail et demande à revoir "
    "le médecin avant la fin du mois ; sommeil en progrès, appétit revenu, envies moins fortes "
    "le soir, deux appels à sa sœur cette semaine"
)


def plausible(form: Form, seed: int = 0, *, today: date = TODAY, filled: float = 1.0) -> Answers:
    """An answer to every question shown, or to that share of those that may be left empty.

    Answers that other questions wait for are preferred, so that most of a form gets shown.
    """
    random = Random(f"{form.id} {seed}")
    waited = {c.item: c for item in form.items for c in item.when}
    answers: Answers = {}
    for item in form.questions:
        if item.id not in enabled(form, answers):
            continue
        if not item.required and random.random() > filled:
            continue
        answers[item.id] = _answer(item, random, waited.get(item.id), today)
    return answers


def _answer(item: Item, random: Random, waited: Condition | None, today: date) -> Any:
    if item.read_only:
        return list(item.initial) if isinstance(item.initial, tuple) else item.initial
    wished = _wished(item, waited) if waited and random.random() < 0.75 else None
    if wished is not None:
        return wished
    if item.nr and random.random() < 0.1:
        return [NR] if item.repeats else NR
    return _ANSWERS[item.type](item, random, today)


def _wished(item: Item, waited: Condition) -> Any:
    """The answer that shows the questions nested below this one; None when any would."""
    if waited.values and not waited.differs:
        return [waited.values[0]] if item.repeats else waited.values[0]
    bound = waited.at_least if waited.at_least is not None else waited.at_most
    if bound is None:
        return None
    return int(bound) if item.type is ItemType.INTEGER else str(bound)


def _boolean(_item: Item, random: Random, _today: date) -> bool:
    return random.random() < 0.5


def _integer(item: Item, random: Random, _today: date) -> int:
    low, high = _likely(item)
    return random.randint(int(low), int(high))


def _decimal(item: Item, random: Random, _today: date) -> str:
    low, high = _likely(item)
    return str((low + (high - low) * random.randint(0, 10) / 10).quantize(Decimal("0.1")))


def _likely(item: Item) -> tuple[Decimal, Decimal]:
    lows = [bound for bound in (item.min, item.soft_min) if bound is not None]
    highs = [bound for bound in (item.max, item.soft_max) if bound is not None]
    low = max(lows, default=min([Decimal(0), *highs]))
    return low, max(low, min(highs, default=low + 20))


def _day(item: Item, random: Random, today: date) -> str:
    before = today - timedelta(days=random.randint(0, item.soft_days or 40))
    return before.isoformat()


def _text(item: Item, random: Random, _today: date) -> str:
    long = 60 if item.type is ItemType.TEXT else 3
    words = " ".join(random.choice(SENTENCE.split()) for _ in range(random.randint(2, long)))
    return words.capitalize()[: item.max_length].strip()


def _choice(item: Item, random: Random, _today: date) -> str | list[str]:
    offered = [option for option in item.offered if option.code != NR] or list(item.offered)
    if not item.repeats:
        return random.choice(offered).code
    together = [option.code for option in offered if not option.alone]
    if not together:
        return [offered[0].code]
    return random.sample(together, random.randint(1, min(4, len(together))))


def _scale(item: Item, random: Random, _today: date) -> dict[str, Any]:
    scale = item.instrument
    assert scale is not None
    return {"version": scale.version, "cotes": scored(scale, random)}


def scored(scale: Instrument, random: Random) -> dict[str, int | str]:
    """An answer to every row of a scale."""
    return {str(cote.n): _scored(cote, random) for cote in scale.cotes}


def _scored(cote: Cote, random: Random) -> int | str:
    if cote.valeurs:
        return random.choice(cote.valeurs)
    low, high = cote.bornes
    if not cote.decimales:
        return random.randint(int(low), int(high))
    return str((low + (high - low) * random.randint(0, 4) / 4).quantize(Decimal("0.1")))


_ANSWERS = {
    ItemType.BOOLEAN: _boolean,
    ItemType.INTEGER: _integer,
    ItemType.DECIMAL: _decimal,
    ItemType.DATE: _day,
    ItemType.STRING: _text,
    ItemType.TEXT: _text,
    ItemType.CHOICE: _choice,
    ItemType.INSTRUMENT: _scale,
}
