"""Read the definition of a clinical scale, or say exactly what is wrong with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from . import wording
from .instruments import Alerte, Calcul, Cote, Instrument, Mode, Niveau, Score, Seuil
from .places import Places
from .scoring import SEXES, bounds
from .toml_table import Fault, FormError, Table

T = TypeVar("T")

MAX_COTES = 60
MAX_SCORES = 12
MAX_SEUILS = 60
MAX_VARIANTS = 15
MAX_NAME = 60
MAX_TOPIC = 60  # a topic, which no sentence of a sheet fits in
MAX_VALUE = 1_000
MAX_TOTAL = 10_000
MAX_DECIMALS = 4
_COTE = re.compile(r"\s*\{?\s*n\s*=")
_SCORE = re.compile(r"\s*\[\[\s*score\s*\]\]")
_SEUIL = re.compile(r"\s*\[\[\s*seuil\s*\]\]")


@dataclass(frozen=True, slots=True)
class _Part(Generic[T]):
    """Something read, the variants that it is for, and where it is written."""

    what: T
    variants: frozenset[str]
    row: Table


def load(text: str) -> tuple[Instrument, ...]:
    """Read one file: one scale, or one per `variante`.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table.of(text, faults)
    names: dict[str, str] = {}
    for row in _closed(table.tables("variante", MAX_VARIANTS)):
        name = row.name("id", needed=True)
        if name in names:
            row.fault(wording.DUPLICATE, name)
        names[name] = row.text("nom", MAX_NAME, needed=True)
    reader = _Reader(table, text, frozenset(names))
    found = [reader.instrument(*variant) for variant in names.items() or [("", "")]]
    table.close()
    if faults:
        raise FormError(faults)
    return tuple(found)


class _Reader:
    """What all the variants of a file share, read once."""

    def __init__(self, table: Table, text: str, variants: frozenset[str]) -> None:
        self._table = table
        self._variants = variants
        self._places = Places(text)
        mode = Mode(table.one_of("mode", Mode, needed=True) or Mode.ITEMS)
        self._head = Instrument(
            id=table.name("id", needed=True),
            version=table.integer("version", 1, 9999, needed=True) or 0,
            nom=table.text("nom", MAX_NAME, needed=True),
            periode=table.text("periode", 120),
            mode=mode,
            licence=table.text("licence", 300, needed=True),
            credit=table.text("credit", 200),
            cotes=(),
            scores=(),
            manquants_max=table.integer("manquants_max", 0, MAX_COTES),
            source=text,
        )
        rows = self._rows("cote", MAX_COTES, wording.IN_COTE, _COTE)
        self._cotes = [self._part(row, _cote(row, mode)) for row in _closed(rows)]
        _check_doubles((part.what.n, part.row) for part in self._cotes)
        known = {part.what.n: part.what for part in self._cotes if part.what.cotee}
        rows = self._rows("score", MAX_SCORES, wording.IN_SCORE, _SCORE)
        self._scores = [self._part(row, _score(row, known)) for row in _closed(rows)]
        _check_doubles((part.what.id, part.row) for part in self._scores)
        rows = self._rows("seuil", MAX_SEUILS, wording.IN_SEUIL, _SEUIL, needed=False)
        self._seuils = [self._part(row, tuple(_seuils(row))) for row in _closed(rows)]
        every = {part.what.n: part.what for part in self._cotes}
        alerts = _closed(table.tables("alerte", MAX_COTES))
        self._alertes = [self._part(row, _alerte(row, every)) for row in alerts]

    def instrument(self, variant: str, label: str) -> Instrument:
        head = self._head
        cotes = _for(self._cotes, variant)
        known = {cote.n: cote for cote in cotes}
        scores = {
            score.id: score
            for part in self._scores
            if variant in part.variants and (score := _kept(part.what, known)).cotes
        }
        if not scores:
            self._table.fault(wording.NONE_GIVEN, "score")
        for part in self._seuils:
            if variant in part.variants:
                _check_range(part, scores)
        return replace(
            head,
            id=f"{head.id}_{variant}" if variant else head.id,
            nom=wording.VARIANT.format(head.nom, label) if variant else head.nom,
            cotes=cotes,
            scores=tuple(scores.values()),
            seuils=tuple(seuil for run in _for(self._seuils, variant) for seuil in run),
            alertes=tuple(alerte for alerte in _for(self._alertes, variant) if alerte.n in known),
        )

    def _rows(
        self, key: str, most: int, words: str, header: re.Pattern[str], *, needed: bool = True
    ) -> Iterator[Table]:
        """The tables under a key, each placed on its line when every one has its own."""
        lines = self._places.starting(header)
        rows = self._table.tables(key, most, needed=needed)
        for rank, row in enumerate(rows):
            where = words.format(rank + 1)
            if len(lines) != len(rows):
                yield row.at(where, None)
            else:
                below = self._places.keys(lines[rank]) if key != "cote" else None
                yield row.at(where, lines[rank], below)

    def _part(self, row: Table, what: T) -> _Part[T]:
        if not self._variants:
            return _Part(what, frozenset({""}), row)
        only, but = row.texts("pour", MAX_VARIANTS), row.texts("sauf", MAX_VARIANTS)
        for name in sorted({*only, *but} - self._variants):
            row.fault(wording.UNKNOWN_VARIANT, name)
        return _Part(what, (frozenset(only) or self._variants) - frozenset(but), row)


def _closed(rows: Iterable[Table]) -> Iterator[Table]:
    """Each table, then its keys that nobody asked for."""
    for row in rows:
        yield row
        row.close()


def _check_doubles(named: Iterable[tuple[object, Table]]) -> None:
    seen: set[object] = set()
    for name, row in named:
        if name in seen:
            row.fault(wording.DUPLICATE, name)
        seen.add(name)


def _for(parts: Iterable[_Part[T]], variant: str) -> tuple[T, ...]:
    return tuple(part.what for part in parts if variant in part.variants)


def _cote(row: Table, mode: Mode) -> Cote:
    cote = Cote(
        row.integer("n", 1, 999, needed=True) or 0,
        row.text("sujet", MAX_TOPIC, needed=True),
        cotee=row.boolean("cotee", default=True),
    )
    if mode is Mode.TOTAUX:
        low, high = _decimal(row, "min", MAX_TOTAL), _decimal(row, "max", MAX_TOTAL)
        if low >= high:
            row.fault(wording.MIN_OVER_MAX, "min", "max")
        decimals = row.integer("decimales", 0, MAX_DECIMALS) or 0
        return replace(cote, min=low, max=high, decimales=decimals)
    if row.boolean("oui_non"):
        return replace(cote, valeurs=(0, 1), oui_non=True)
    values = _integers(row, "valeurs")
    if list(values) != sorted(values):
        row.fault(wording.ASCENDING, "valeurs")
    return replace(cote, valeurs=tuple(sorted(values)))


def _score(row: Table, known: Mapping[int, Cote]) -> Score:
    """The score as written; its bounds come with the variant."""
    written = sorted(row.keys() & set(Calcul))
    if len(written) != 1:
        row.fault(wording.ONE_CALCUL)
    calcul = Calcul(written[0]) if written else Calcul.SOMME
    score = Score(
        id=row.name("id", needed=True),
        label=row.text("label", MAX_NAME, needed=True),
        min=Decimal(0),
        max=Decimal(0),
        calcul=calcul,
        cotes=_named(row, calcul, known) if written else (),
        constante=_decimal(row, "constante", MAX_VALUE, Decimal(0)),
        facteur=_decimal(row, "facteur", MAX_VALUE, Decimal(1)),
        decimales=row.integer("decimales", 0, MAX_DECIMALS) or 0,
    )
    if calcul is Calcul.COMPTE:
        return _counting(row, score, known)
    weights = _weights(row, len(score.cotes))
    inverses = _named(row, "inverses", known) if "inverses" in row else ()
    # the mean of the others stands for a missing row only where all rows weigh the same
    most = 0 if weights else row.integer("manquants_max", 0, max(len(score.cotes) - 1, 0))
    return replace(score, poids=weights, inverses=inverses, manquants_max=most or 0)


def _counting(row: Table, score: Score, known: Mapping[int, Cote]) -> Score:
    values = row.values("atteint")
    least = tuple(values) if _all_integers(values) else ()
    if len(least) != len(score.cotes):
        row.fault(wording.AS_MANY_AS, "atteint", score.calcul)
    for n, value in zip(score.cotes, least, strict=False):
        if n in known and value > known[n].bornes[1]:
            row.fault(wording.COTE_OUT_OF_REACH, "atteint", n, value)
    among = _named(row, "dont_un", known) if "dont_un" in row else ()
    return replace(score, atteint=least, dont_un=among)


def _weights(row: Table, many: int) -> tuple[Decimal, ...]:
    values = row.values("poids")
    if values is None:
        return ()
    rows = values if isinstance(values, list) else [values]
    weights = tuple(
        Decimal(value)
        for value in rows
        if type(value) in (int, Decimal) and Decimal(value).is_finite() and abs(value) <= MAX_VALUE
    )
    if len(weights) != len(rows):
        row.fault(wording.WRONG_KIND, "poids", wording.NUMBERS)
    elif len(weights) != many:
        row.fault(wording.AS_MANY_AS, "poids", "somme")
    return weights


def _seuils(row: Table) -> Iterator[Seuil]:
    shared = Seuil(
        score=row.name("score", needed=True),
        des=Decimal(0),
        libelle="",
        serie=row.text("serie", MAX_NAME, needed=True),
        niveau=Niveau.NEUTRE,
        source=row.text("source", 400, needed=True),
        depuis=row.day("depuis", needed=True) or date.min,
        sexe=row.one_of("sexe", SEXES),
        age_min=row.integer("age_min", 0, 120),
        age_max=row.integer("age_max", 0, 120),
    )
    if (shared.age_min or 0) > (120 if shared.age_max is None else shared.age_max):
        row.fault(wording.MIN_OVER_MAX, "age_min", "age_max")
    before: Decimal | None = None
    for band in _closed(row.tables("bandes", 10, needed=True)):
        seuil = replace(
            shared,
            des=_decimal(band, "des", MAX_TOTAL * MAX_VALUE),
            libelle=band.text("libelle", 80, needed=True),
            niveau=Niveau(band.one_of("niveau", Niveau, needed=True) or Niveau.NEUTRE),
        )
        if before is not None and seuil.des <= before:
            band.fault(wording.ASCENDING, "bandes")
        before = seuil.des
        yield seuil


def _alerte(row: Table, known: Mapping[int, Cote]) -> Alerte:
    alerte = Alerte(
        row.integer("n", 1, 999, needed=True) or 0,
        row.integer("des", -MAX_VALUE, MAX_VALUE, needed=True) or 0,
    )
    cote = known.get(alerte.n)
    if cote is None:
        row.fault(wording.COTE_NOT_SCORED, "alerte", alerte.n)
    elif alerte.des > cote.bornes[1]:
        row.fault(wording.COTE_OUT_OF_REACH, "alerte", alerte.n, alerte.des)
    return alerte


def _kept(score: Score, known: Mapping[int, Cote]) -> Score:
    """The score over the rows that the variant has, and its bounds."""
    ranks = [rank for rank, n in enumerate(score.cotes) if n in known]
    kept = replace(
        score,
        cotes=tuple(score.cotes[rank] for rank in ranks),
        poids=tuple(score.poids[rank] for rank in ranks if rank < len(score.poids)),
        atteint=tuple(score.atteint[rank] for rank in ranks if rank < len(score.atteint)),
    )
    if not ranks or len(kept.poids) not in (0, len(ranks)):
        return kept  # its faults are noted already
    low, high = bounds(kept, known)
    return replace(kept, min=low, max=high)


def _check_range(part: _Part[tuple[Seuil, ...]], scores: Mapping[str, Score]) -> None:
    for seuil in part.what:
        score = scores.get(seuil.score)
        if score is None:
            part.row.fault(wording.UNKNOWN_SCORE, seuil.score)
        elif not score.min <= seuil.des <= score.max:
            part.row.fault(
                wording.OUT_OF_RANGE, wording.number(score.min), wording.number(score.max)
            )


def _named(row: Table, key: str, known: Mapping[int, Cote]) -> tuple[int, ...]:
    """Row numbers, each of a row that is scored."""
    numbers = _integers(row, key)
    for n in numbers:
        if n not in known:
            row.fault(wording.COTE_NOT_SCORED, key, n)
    return numbers


def _integers(row: Table, key: str) -> tuple[int, ...]:
    values = row.values(key)
    if values is None:
        row.fault(wording.MISSING_KEY, key)
        return ()
    if not _all_integers(values) or len(set(values)) != len(values):
        row.fault(wording.INTEGERS_ONCE, key)
        return ()
    return tuple(values)


def _all_integers(values: object) -> bool:
    return (
        isinstance(values, list)
        and 0 < len(values) <= MAX_COTES
        and all(type(value) is int and abs(value) <= MAX_VALUE for value in values)
    )


def _decimal(row: Table, key: str, most: int, default: Decimal | None = None) -> Decimal:
    given = key in row
    value = row.decimal(key)
    if value is None:
        if not given and default is None:
            row.fault(wording.MISSING_KEY, key)
        return default or Decimal(0)
    if abs(value) > most:
        row.fault(wording.OUT_OF_BOUNDS, key, -most, most)
        return default or Decimal(0)
    return value
