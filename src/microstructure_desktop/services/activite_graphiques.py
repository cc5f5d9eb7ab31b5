"""What is read at a glance: people month after month, acts by profession, steps, evolutions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.charts.model import (
    Barres,
    Cascade,
    Courbe,
    Graphique,
    Point,
    Rangee,
    Unite,
)
from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.valeur import Nature
from microstructure_desktop.french import NBSP

from . import activite_mots
from .activite import SUIVI, Activite, Autour
from .activite_themes import ACTES, EVOLUTION, QUI, SANTE

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.valeur import Resultat, Valeur
    from microstructure_desktop.domain.periods import Mois

    from .catalogue_indicateurs import Definition
    from .indicateurs import Bilan
    from .reference import Reference

_PERSONNES, _ACTES = Unite("personne"), Unite("acte")
_COURBE = "Personnes vues, mois par mois"
_CASCADES, _EVOLUTIONS = ("A11",), ("A19", "A20")
_PAR_METIER = ("M05", "A15")
_METIERS = "Actes par métier"
_ANNEE = 12
_OF = f"{NBSP}: "


@dataclass(frozen=True, slots=True)
class Cible:
    """The figure that a point of a chart opens on."""

    code: str
    cle: str
    periode: Periode


@dataclass(frozen=True, slots=True)
class Image:
    """A chart, and what its points open on: (index, rank) of those that count people."""

    graphique: Graphique
    cibles: Mapping[tuple[int, int], Cible]


def images(
    theme: str, reference: "Reference", found: Activite, beside: Autour | None
) -> tuple[Image, ...]:
    """The charts of a theme; those that look beside the period wait until it is known."""
    return tuple(_images(theme, reference, found, beside))


def _images(
    theme: str, reference: "Reference", found: Activite, beside: Autour | None
) -> Iterator[Image]:
    definitions = reference.indicateurs.definitions
    avant = beside.avant if beside is not None else None
    if theme == QUI and beside is not None:
        yield _courbe(beside)
    for code, counted in found.bilan.resultats.items():
        definition = definitions.get(code)
        if definition is None:
            continue
        if theme == ACTES and code in _PAR_METIER:
            yield _metiers(reference, definition, found, avant)
        elif theme == SANTE and code in _CASCADES:
            yield from _cascade(reference, definition, counted, found.periode)
        elif theme == EVOLUTION and code in _EVOLUTIONS:
            yield from _evolution(reference, definition, counted, found.periode)


def _courbe(beside: Autour) -> Image:
    serie = beside.serie
    now = tuple(
        Point(value, provisoire=month == serie.en_cours)
        for month, value in zip(serie.mois, serie.valeurs, strict=True)
    )
    rows = [Rangee(_years(serie.mois), now)]
    if any(serie.avant):
        earlier = tuple(month.plus(-_ANNEE) for month in serie.mois)
        rows.append(Rangee(_years(earlier), _since_first(serie.avant), avant=True))
    cibles = {
        (at, rank): Cible(SUIVI, "", Periode.du_mois(month.plus(-_ANNEE * rank)))
        for rank, values in enumerate((serie.valeurs, serie.avant))
        for at, month in enumerate(serie.mois)
        if values[at]
    }
    months = tuple(month.premier for month in serie.mois)
    return Image(Courbe(_COURBE, _PERSONNES, months, tuple(rows)), cibles)


def _since_first(values: tuple[int | None, ...]) -> tuple[Point, ...]:
    """Nobody was seen before the first month that has somebody: the cabinet was not there yet."""
    first = next(at for at, value in enumerate(values) if value)
    return tuple(Point(value if at >= first else None) for at, value in enumerate(values))


def _years(mois: "tuple[Mois, ...]") -> str:
    """« 2026 », « 2025–2026 »."""
    return "–".join(dict.fromkeys(str(month.annee) for month in mois))


def _metiers(
    reference: "Reference", definition: "Definition", found: Activite, avant: "Bilan | None"
) -> Image:
    """Acts are not people: nothing opens."""

    def row(bilan: "Bilan", *, before: bool) -> Rangee:
        values = (bilan.resultats[definition.code].valeur(role.value) for role in SOIGNANTS)
        points = tuple(Point(None if v is None else v.valeur) for v in values)
        return Rangee(activite_mots.court(bilan.periode), points, avant=before)

    rows = [row(found.bilan, before=False)]
    if avant is not None:
        rows += [r for r in [row(avant, before=True)] if any(p.valeur for p in r.points)]
    names = tuple(activite_mots.libelle(reference, definition, r.value) for r in SOIGNANTS)
    return Image(Barres(_METIERS, _ACTES, names, tuple(rows), "Métier"), {})


def _cascade(
    reference: "Reference", definition: "Definition", found: "Resultat", periode: Periode
) -> Iterator[Image]:
    steps = [v for v in found.valeurs if v.nature in (Nature.NOMBRE, Nature.PART)]
    if not steps or not steps[0].valeur:
        return
    names = tuple(activite_mots.libelle(reference, definition, v.cle) for v in steps)
    points = tuple(Point(v.valeur, note=_missing(v)) for v in steps)
    parts = tuple(v.pour_cent for v in steps)
    cascade = Cascade(definition.titre, _PERSONNES, names, points, parts)
    yield Image(cascade, _opened(definition.code, steps, periode))


def _evolution(
    reference: "Reference", definition: "Definition", found: "Resultat", periode: Periode
) -> Iterator[Image]:
    """One row of bars, or one for each thing that evolves when several are told alike."""
    parts = [v for v in found.valeurs if v.nature is Nature.PART]
    if not any(v.base for v in parts):
        return
    told = [activite_mots.libelle(reference, definition, v.cle) for v in parts]
    rows = _rows(told)
    names = tuple(dict.fromkeys(name for _, name in rows))
    placed = dict(zip(rows, parts, strict=True))
    groups = tuple(dict.fromkeys(group for group, _ in rows))
    bars = tuple(_bars(g, [placed.get((g, name)) for name in names]) for g in groups)
    cibles = {
        (names.index(name), groups.index(group)): Cible(definition.code, v.cle, periode)
        for (group, name), v in placed.items()
        if v.qui
    }
    yield Image(Barres(definition.titre, _PERSONNES, names, bars, "Évolution"), cibles)


def _rows(told: list[str]) -> list[tuple[str, str]]:
    """« Situation sociale : stable » is a bar « stable » of the row « Situation sociale »."""
    split = [tuple(text.partition(_OF)[::2]) for text in told]
    heads = Counter(head for head, tail in split if tail)
    if sum(heads.values()) < len(told) or min(heads.values()) < 2:  # noqa: PLR2004 -- several
        return [("", text) for text in told]
    return [(head, tail) for head, tail in split]


def _bars(group: str, values: "list[Valeur | None]") -> Rangee:
    """Those of whom nothing is known are said once when they are the same for the whole row."""
    missing = {v.nr for v in values if v is not None}
    once = bool(group) and len(missing) == 1 and any(missing)
    name = f"{group} ({missing.pop()} NR)" if once else group
    return Rangee(name, tuple(_point(v, noted=not once) for v in values))


def _point(valeur: "Valeur | None", *, noted: bool) -> Point:
    if valeur is None:
        return Point(None)
    return Point(valeur.valeur, note=_missing(valeur) if noted else "")


def _opened(code: str, values: "list[Valeur]", periode: Periode) -> Mapping[tuple[int, int], Cible]:
    return {(at, 0): Cible(code, v.cle, periode) for at, v in enumerate(values) if v.qui}


def _missing(valeur: "Valeur") -> str:
    return f"{valeur.nr} NR" if valeur.nr else ""
