"""A scale as a group: one child per row to score, and read-only children for its scores."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from microstructure_desktop.forms import checks, scoring
from microstructure_desktop.forms.instruments import Cote, Instrument, Score
from microstructure_desktop.forms.model import Item

from .vocabulary import MAX_DECIMALS, MAX_VALUE, MIN_VALUE, Json, extension, figure

_CALCULATION = ("calcul", "cotes", "poids", "inverses", "atteint", "dont_un", "constante",
                "facteur", "decimales", "manquants_max")  # fmt: skip


def children(link: str, scale: Instrument) -> list[Json]:
    """Topics in our words, never the sentences of the sheet."""
    return [
        *(_cote(link, cote) for cote in scale.cotes),
        *(_score(link, score) for score in scale.scores),
    ]


def facts(scale: Instrument) -> list[Json]:
    """Which scale it is; its rows and scores are defined by its own file."""
    return [extension("instrument", scale.id), extension("instrument_version", scale.version)]


def answered(link: str, item: Item, answer: Mapping[str, Any]) -> list[Json]:
    """The rows answered, then the scores that they allow; a scale not installed has no score."""
    version, cotes = answer.get("version"), answer.get("cotes")
    scale = item.instrument and item.instrument.of(version if isinstance(version, int) else 0)
    given = cotes if isinstance(cotes, dict) else {}
    found = [
        {"linkId": f"{link}.{n}", **_topic(scale, n), "answer": [_given(value)]}
        for n, value in sorted(given.items(), key=lambda pair: (len(pair[0]), pair[0]))
        if value is not None
    ]
    return found if scale is None else [*found, *_scores(link, scale, given)]


def _cote(link: str, cote: Cote) -> Json:
    found: Json = {"linkId": f"{link}.{cote.n}", "text": cote.sujet}
    if cote.valeurs:
        return found | {
            "type": "integer",
            "answerOption": [{"valueInteger": value} for value in cote.valeurs],
        }
    whole = cote.decimales == 0
    low, high = cote.bornes
    extensions: list[Json] = [
        {"url": MIN_VALUE, **figure("value", low, whole=whole)},
        {"url": MAX_VALUE, **figure("value", high, whole=whole)},
    ]
    if not whole:
        extensions.append({"url": MAX_DECIMALS, "valueInteger": cote.decimales})
    return found | {"type": "integer" if whole else "decimal", "extension": extensions}


def _score(link: str, score: Score) -> Json:
    return {
        "linkId": f"{link}.score.{score.id}",
        "text": score.label,
        "type": "decimal" if score.decimales else "integer",
        "readOnly": True,
        "extension": [extension("score", _calculation(score))],
    }


def _calculation(score: Score) -> str:
    """How the score is worked out, for an engineer to read; nothing reads it back."""
    defaults = {field.name: field.default for field in fields(Score)}
    said = ((name, getattr(score, name)) for name in _CALCULATION)
    return " ; ".join(f"{name} = {_said(v)}" for name, v in said if v != defaults[name])


def _said(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _topic(scale: Instrument | None, n: str) -> Json:
    cote = scale.cote(int(n)) if scale is not None and n.isdecimal() else None
    return {} if cote is None else {"text": cote.sujet}


def _given(value: Any) -> Json:
    """Decimals are kept as texts, so that their digits stay."""
    if isinstance(value, bool) or not isinstance(value, int):
        return _written(str(value))
    return {"valueInteger": value}


def _written(text: str) -> Json:
    found = checks.number(text)
    return {"valueString": text} if found is None else {"valueDecimal": found}


def _scores(link: str, scale: Instrument, given: Mapping[str, Any]) -> list[Json]:
    return [
        {
            "linkId": f"{link}.score.{found.score.id}",
            "text": found.score.label,
            "answer": [_figure(found.valeur, found.score)],
        }
        for found in scoring.resultat(scale, given).valeurs
        if found.valeur is not None
    ]


def _figure(value: Decimal, score: Score) -> Json:
    return {"valueDecimal": value} if score.decimales else {"valueInteger": int(value)}
