"""Series of measures, drawn from the answers that somebody may read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.trajectoire import Marque, Mesure, Serie
from microstructure_desktop.forms import checks
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Control, ItemType, Partage
from microstructure_desktop.forms.rules import is_answered
from microstructure_desktop.forms.scale_words import value_in_words
from microstructure_desktop.forms.scoring import Repere, cut_offs, resultat
from microstructure_desktop.french import NBSP

if TYPE_CHECKING:
    from microstructure_desktop.domain.fiche import Answers, Fiche
    from microstructure_desktop.forms.instruments import Instrument
    from microstructure_desktop.forms.model import Form, Item

ECHELLES = "Échelles"
SANS_REPONSE = {"NR", "NSP", "NA", "NON_EVALUE", "NON_EVALUABLE", "NON_ABORDE", "NON_CONNU"}
"""Choices that are no level: nothing is known."""

VERSIONS = f"Chaque version a sa courbe{NBSP}: leurs scores ne se comparent pas."

_COUNTED = (ItemType.INTEGER, ItemType.DECIMAL)
_USUAL = 31  # beyond, the limit of a count says what is believable, not what is usual

Levels = dict[str, tuple[Decimal, str]]


@dataclass(frozen=True, slots=True)
class Lue:
    """One fiche, its form, and its answers as far as the reader may know them."""

    fiche: "Fiche"
    form: "Form"
    answers: "Answers"
    auteur: str

    def mesure(self, valeur: Decimal | None, libelle: str) -> Mesure:
        fiche = self.fiche
        return Mesure(fiche.jour, valeur, libelle, self.form.title, self.auteur, fiche.id)


@dataclass(frozen=True, slots=True)
class Qui:
    """What cut-offs depend on; `sexe` is a CL07 code."""

    sexe: str
    age: int


def echelles(lues: Sequence[Lue], who: Qui) -> list[Serie]:
    """One series per score of each version of a scale: versions are never compared."""
    scales: dict[tuple[str, int], Instrument] = {}
    mesures: dict[tuple[str, int, str], list[Mesure]] = defaultdict(list)
    for lue in lues:
        for scale, cotes in _scored(lue):
            scales[scale.id, scale.version] = scale
            for valeur in resultat(scale, cotes).valeurs:
                made = lue.mesure(valeur.valeur, value_in_words(valeur))
                mesures[scale.id, scale.version, valeur.score.id].append(made)
    ids = [scale_id for scale_id, _ in scales]
    found = [
        _of_score(scales[name, version], score_id, made, who, several=ids.count(name) > 1)
        for (name, version, score_id), made in mesures.items()
    ]
    return [serie for serie in found if serie.points]


def questions(lues: Sequence[Lue]) -> list[Serie]:
    """One series per question of a profession to follow over time, whichever fiche asked it.

    Of a group asked several times, what a row is about makes series of its own, at any rank.
    """
    asked: dict[str, list[tuple[Lue, Item]]] = defaultdict(list)
    for lue in lues:
        for cle, item in _asked(lue).items():
            asked[cle].append((lue, item))
    found = [_of_question(cle, answered) for cle, answered in asked.items()]
    return [serie for serie in found if serie.points]


def _asked(lue: Lue) -> "dict[str, Item]":
    """What a fiche adds to each series; of two rows about the same, the first."""
    whose = lue.form.role or lue.form.id
    found: dict[str, Item] = {}
    for item in filter(_followed, lue.form.questions):
        about = _about(lue, item)
        if about is not None and is_answered(lue.answers.get(item.id)):
            found.setdefault(f"{whose}/{item.base or item.id}/{about}", item)
    return found


def _scored(lue: Lue) -> "Iterator[tuple[Instrument, dict[str, Any]]]":
    for item in lue.form.questions:
        answer = lue.answers.get(item.id)
        if item.instrument is not None and isinstance(answer, dict):
            scale = item.instrument.of(answer["version"])
            if scale is not None:
                yield scale, answer["cotes"]


def _of_score(
    scale: "Instrument", score_id: str, mesures: list[Mesure], who: Qui, *, several: bool
) -> Serie:
    score = scale.score(score_id)
    assert score is not None
    # the score first: several of one scale are told apart even where the line is cut
    titre = scale.nom if score_id == "total" else f"{score.label} · {scale.nom}"
    return Serie(
        f"{scale.id}/{scale.version}/{score_id}",
        f"{titre} (version{NBSP}{scale.version})" if several else titre,
        ECHELLES,
        score.min,
        score.max,
        tuple(mesures),
        marques=tuple(
            Marque(des, _reached(repere), repere.serie)
            for des, repere in cut_offs(scale, score, sexe=who.sexe, age=who.age)
        ),
        echelle=scale.id,
        score=score_id,
        principal=score is scale.main,
        equipe=True,
        note=VERSIONS if several else "",
    )


def _reached(repere: Repere) -> str:
    words = repere.libelle[:1].lower() + repere.libelle[1:]
    return f"{words} ({repere.pour.lower()})" if repere.pour else words


def _followed(item: "Item") -> bool:
    return item.trajectoire and not item.repeats


def _subject(lue: Lue, item: "Item") -> "Item | None":
    """The question that says what a row is about; None outside a group asked several times."""
    group = lue.form.group_of(item.id)
    if item.row == 0 or group is None:
        return None
    return next(i for i in group.items if i.is_question and i.row == item.row)


def _about(lue: Lue, item: "Item") -> str | None:
    """The code of what a row is about; None when the reader may not know it."""
    subject = _subject(lue, item)
    if subject is None:
        return ""
    code = lue.answers.get(subject.id)
    return str(code) if is_answered(code) else None


def _of_question(cle: str, answered: "list[tuple[Lue, Item]]") -> Serie:
    """Dressed as the last fiche asks it."""
    last, item = answered[-1]
    about = _subject(last, item)
    subject = "" if about is None else in_words(about, last.answers[about.id])
    levels = _levels(item)
    mesures = tuple(
        lue.mesure(
            _value(lue.answers[asked.id], item, levels), in_words(asked, lue.answers[asked.id])
        )
        for lue, asked in answered
    )
    group = last.form.group_of(item.id)
    low, high = _ends(item, levels, mesures)
    return Serie(
        cle,
        f"{item.text}{NBSP}: {subject}" if subject else item.text,
        group.title if group is not None else "",
        low,
        high,
        mesures,
        niveaux=tuple((rank, label) for rank, label in levels.values()),
        item=item.base or item.id,
        equipe=item.partage is Partage.EQUIPE,
    )


def _levels(item: "Item") -> Levels:
    """The rank and the words of each answer, in the order of its list; none for a figure."""
    known = [option for option in item.options if option.code not in SANS_REPONSE]
    return {o.code: (Decimal(rank), o.label) for rank, o in enumerate(known)}


def _value(answer: Any, item: "Item", levels: Levels) -> Decimal | None:
    if item.type in _COUNTED:
        return checks.number(answer)
    found = levels.get(answer)
    return found[0] if found is not None else None


def _ends(item: "Item", levels: Levels, mesures: Sequence[Mesure]) -> tuple[Decimal, Decimal]:
    if levels:
        return Decimal(0), Decimal(len(levels) - 1)
    most = max((m.valeur for m in mesures if m.valeur is not None), default=Decimal(0))
    low, high = item.min or Decimal(0), item.max
    kept = high is not None and (high <= _USUAL or item.control is Control.ECHELLE)
    return low, high if kept and high is not None else most
