"""What a chart says in words: its figures, its table, and what is read instead of it."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop import french
from microstructure_desktop.french import NBSP

from .model import Barres, Cascade, Courbe, Graphique, Point, Rangee, Unite, Valeur

UNKNOWN = "—"
PROVISIONAL = "provisoire"
STEP_BEFORE = "étape précédente"
_NONE = "Aucune valeur"


@dataclass(frozen=True, slots=True)
class Tableau:
    """The same figures in rows; the first column says what they are about."""

    entete: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


def number(value: Valeur) -> str:
    """« 1 234 », « 83,5 »."""
    if isinstance(value, int):
        return french.number(value)
    whole, _, decimals = f"{value:f}".partition(".")
    return french.number(int(whole)) + (f",{decimals}" if decimals else "")


def figure(value: Valeur, unite: Unite) -> str:
    """« 24 », « 83,5 % »."""
    return f"{number(value)}{NBSP}{unite.un}" if unite.signe else number(value)


def quantity(value: Valeur, unite: Unite) -> str:
    """« 24 patients », « 83,5 % »."""
    return f"{number(value)}{NBSP}{french.plural(int(value), unite.un, unite.plusieurs)}"


def unit_name(unite: Unite) -> str:
    return french.plural(2, unite.un, unite.plusieurs)


def percent(part: int) -> str:
    return f"{part}{NBSP}%"


def labels(graphique: Graphique, *, avant: bool = False) -> tuple[str, ...]:
    """What each point is about; months of the year before have their own year."""
    match graphique:
        case Courbe():
            days = graphique.mois
            if avant:
                days = tuple(day.replace(year=day.year - 1) for day in days)
            return tuple(map(french.month_and_year, days))
        case Barres():
            return graphique.categories
        case Cascade():
            return graphique.etapes


def short_month(day: date) -> str:
    return french.short_date(day).split(NBSP)[-1]


def told(graphique: Graphique, index: int, rank: int) -> str:
    """« Mars 2026 : 24 patients, provisoire »."""
    rangee = graphique.rangees[rank]
    what = _capital(labels(graphique, avant=rangee.avant)[index])
    if _is_named(graphique, rangee):
        what += f", {rangee.nom}"
    said = [_value(rangee.points[index], graphique.unite)]
    if isinstance(graphique, Cascade) and (part := graphique.part(index)) is not None:
        said.append(f"{percent(part)} de l’{STEP_BEFORE}")
    return f"{what}{NBSP}: {', '.join(said + _remarks(rangee.points[index]))}"


def alternative(graphique: Graphique) -> str:
    """What the chart shows, for who does not see it; the table tells the rest."""
    parts = [_kind(graphique)]
    if isinstance(graphique, Cascade):
        parts += [told(graphique, at, 0) for at in range(len(graphique.etapes))]
    else:
        parts += [_extent(graphique, rangee) for rangee in graphique.rangees]
        parts += _provisional(graphique)
    return " ".join(f"{part}." for part in parts)


def table(graphique: Graphique) -> Tableau:
    unit = _capital(unit_name(graphique.unite))
    heads = [rangee.nom or unit for rangee in graphique.rangees]
    rows = [
        [_capital(label), *(_cell(r.points[at], graphique.unite) for r in graphique.rangees)]
        for at, label in enumerate(_row_labels(graphique))
    ]
    if isinstance(graphique, Cascade):
        heads.append(f"Part de l’{STEP_BEFORE}")
        for at, row in enumerate(rows):
            part = graphique.part(at)
            row.append(UNKNOWN if part is None else percent(part))
    return Tableau((_first_head(graphique), *heads), tuple(map(tuple, rows)))


def _row_labels(graphique: Graphique) -> tuple[str, ...]:
    """Beside the year before, a month is written without its year, unless it is there twice."""
    full = labels(graphique)
    if not isinstance(graphique, Courbe) or not any(r.avant for r in graphique.rangees):
        return full
    bare = tuple(label.split(NBSP)[0] for label in full)
    return bare if len(set(bare)) == len(bare) else full


def _first_head(graphique: Graphique) -> str:
    match graphique:
        case Courbe():
            return "Mois"
        case Barres():
            return graphique.colonne or "Catégorie"
        case Cascade():
            return "Étape"


def _cell(point: Point, unite: Unite) -> str:
    if point.valeur is None:
        return " · ".join(filter(None, (UNKNOWN, point.note)))
    written = figure(point.valeur, unite) + (" (prov.)" if point.provisoire else "")
    return " · ".join(filter(None, (written, point.note)))


def _value(point: Point, unite: Unite) -> str:
    return "pas de valeur" if point.valeur is None else quantity(point.valeur, unite)


def _remarks(point: Point) -> list[str]:
    return [*([PROVISIONAL] if point.provisoire else []), *([point.note] if point.note else [])]


def _is_named(graphique: Graphique, rangee: Rangee) -> bool:
    """In a curve the year tells a month from the one before; bars have their name only."""
    if isinstance(graphique, Courbe):
        return not rangee.avant and len([r for r in graphique.rangees if not r.avant]) > 1
    return len(graphique.rangees) > 1


def _kind(graphique: Graphique) -> str:
    full = labels(graphique)
    if isinstance(graphique, Cascade):
        return f"Cascade en {french.count(len(full), 'étape')}"
    if isinstance(graphique, Barres):
        return f"Barres, {french.count(len(full), 'catégorie')}"
    if not full:
        return "Courbe sans mois"
    return f"Courbe par mois, de {full[0]} à {full[-1]}"


def _extent(graphique: Graphique, rangee: Rangee) -> str:
    """« 2025 : de 3 patients (mars 2025) à 9 patients (mai 2025) »."""
    head = f"{rangee.nom}{NBSP}: " if rangee.nom else ""
    named = zip(labels(graphique, avant=rangee.avant), rangee.points, strict=True)
    known = [(p.valeur, label) for label, p in named if p.valeur is not None]
    if not known:
        return head + (_NONE.lower() if head else _NONE)
    low, high = (choice(known, key=lambda one: one[0]) for choice in (min, max))
    if low[0] == high[0]:
        said = f"partout {quantity(low[0], graphique.unite)}"
    else:
        first, last = (f"{quantity(v, graphique.unite)} ({label})" for v, label in (low, high))
        said = f"de {first} à {last}"
    if missing := len(rangee.points) - len(known):
        said += f", {french.count(missing, 'valeur manquante')}"
    return head + said if head else _capital(said)


def _provisional(graphique: Graphique) -> list[str]:
    full = labels(graphique)
    found = [
        full[at]
        for at in range(len(full))
        if any(r.points[at].provisoire for r in graphique.rangees if not r.avant)
    ]
    return [f"Provisoire{NBSP}: {', '.join(found)}"] if found else []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
