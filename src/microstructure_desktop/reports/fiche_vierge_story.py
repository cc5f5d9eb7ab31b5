"""What a blank fiche says: whose it is, then each question with the place for its answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain.periods import age
from microstructure_desktop.forms.model import ItemType

from . import strokes
from .answer_zones import is_beside, zone
from .asking import Ask, Place
from .conditions import condition
from .earlier_words import last_answer
from .flow import Dressing, line, mark, room, space
from .fonts import SEMIBOLD
from .rows_story import in_table, table
from .strokes import CHOICE, SMALL
from .styles import ACCENT, MM, OVERLINE, SECTION, SUBTITLE, THICK, TITLE, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.forms.model import Group, Item

    from .layout import Running
    from .printed import FicheVierge
    from .strokes import Row

_QUESTION = Style(SEMIBOLD, 9, 11.5)
_TOLD = Style(SEMIBOLD, 8.5, 11)
_WHEN = Style(SEMIBOLD, 8, 11, ACCENT)
_DEEPEST = 3
_HOW = (
    "Cochez, entourez ou écrivez\xa0; ce qui reste vide n’a pas de réponse. « attendu »\xa0: "
    "nécessaire pour marquer la fiche complète."
)


def story(contenu: FicheVierge, running: Running) -> list[Any]:
    flowables = [*_head(contenu)]
    for group in contenu.form.groups:
        flowables += _group(contenu, group, running)
    return flowables


# --- whose it is ---------------------------------------------------------------------------


def _head(contenu: FicheVierge) -> Iterator[Any]:
    patient = contenu.patient
    # Nobody's name stands under it: it is then the only title.
    over = OVERLINE if patient else replace(OVERLINE, tag="H1")
    yield line(contenu.form.title.upper(), over)
    if patient is None:
        yield _field("Nom et prénom", strokes.lines(1, _FIELD.zone))
        yield _field("Date de naissance", [strokes.day()])
        yield _field("Numéro de dossier", [strokes.frames([("", 24 * MM)])])
    else:
        years = age(patient.naissance, contenu.edite_le.date())
        birth = french.numeric_date(patient.naissance)
        yield line(patient.nom_affiche, TITLE)
        identity = f"Dossier n°\xa0{patient.dossier} · naissance le\xa0{birth}, {years}\xa0ans"
        yield line(identity, SUBTITLE, Dressing(after=2 * MM))
    parts = (("nom, profession", 54 * MM), ("jj", 11 * MM), ("mm", 11 * MM), ("aaaa", 18 * MM))
    yield _field("Rempli par … le …", [strokes.frames(parts)])
    for text in filter(None, (_HOW, contenu.form.chapeau)):
        yield line(text, SMALL, Dressing(before=1.5 * MM))


_FIELD = Place(rule=False)


def _field(name: str, rows: list[Row]) -> Ask:
    return Ask(strokes.words(name, _FIELD.label, CHOICE), rows, _FIELD)


# --- what is asked -------------------------------------------------------------------------


def _group(contenu: FicheVierge, group: Group, running: Running) -> list[Any]:
    """What is asked begins with the room that it wants: its title goes with it."""
    asked = [*_repeated(contenu, group)] if group.repeat > 1 else [*_items(contenu, group)]
    return [
        space(5 * MM),
        room(SECTION.leading + 4 * MM + asked[0].height if asked else 0),
        line(group.title, SECTION, Dressing(before=4, after=2, rule=ACCENT, weight=THICK)),
        mark(partial(setattr, running, "subject", group.title)),
        *asked,
        mark(partial(setattr, running, "subject", "")),
    ]


def _repeated(contenu: FicheVierge, group: Group) -> Iterator[Any]:
    """One table for what fits its cells, then the rest row by row."""
    told = table(contenu, group)
    yield room(sum(one.wrap(0, 0)[1] for one in told[:2]))
    yield from told
    headings = {item.row: item.text for item in group.items if not item.base}
    for item in group.items:
        if item.is_question and not in_table(item) and (item.row == 1 or not item.personal):
            place = Place(0, beside=is_beside(item))
            named = item.text if item.personal else f"{item.text} – {headings[item.row]}"
            yield _ask(contenu, item, place, named)


@dataclass(slots=True)
class _Path:
    """The questions just asked, by depth, and the condition said last."""

    asked: dict[int, str] = field(default_factory=dict)
    said: tuple[object, ...] = ()


def _items(contenu: FicheVierge, group: Group) -> Iterator[Any]:
    depths = _depths(group)
    path = _Path()
    ruled = False
    for item in group.items:
        depth = depths[item.id]
        if item.type is ItemType.DISPLAY and item.auto is not None:
            continue
        heading = item.type is ItemType.GROUP
        when = [*_when(contenu, item, depth, path)]
        place = Place(depth, not heading and is_beside(item), ruled and not when)
        asked = _ask(contenu, item, place)
        yield room(_WHEN.leading + min(asked.wrap(0, 0)[1] + (30 * MM if heading else 0), 80 * MM))
        yield from when
        yield asked
        ruled = not heading
        path.asked[depth] = item.id


def _when(contenu: FicheVierge, item: Item, depth: int, path: _Path) -> Iterator[Ask]:
    """The condition before the first of the questions that share it."""
    wanted = (item.when, item.match_all, depth)
    if item.when and wanted != path.said:
        above = path.asked.get(depth - 1, "")
        place = Place(depth, beside=False, rule=False)
        words = condition(contenu.form, item, above)
        yield Ask(strokes.words(words, place.label, _WHEN), [], place)
    path.said = wanted


def _ask(contenu: FicheVierge, item: Item, place: Place, named: str = "") -> Ask:
    return Ask(_label(contenu, item, place.label, named), zone(item, place.zone), place)


def _label(contenu: FicheVierge, item: Item, width: float, named: str) -> list[Row]:
    text = f"{named or item.text}{' (attendu)' if item.required else ''}"
    rows = strokes.words(text, width, _TOLD if item.type is ItemType.DISPLAY else _QUESTION)
    several = "Plusieurs réponses possibles" if item.repeats else ""
    earlier = contenu.precedentes.get(item.id)
    known = last_answer(item, earlier) if earlier is not None and not item.personal else ""
    for small in filter(None, (item.hint, several, known)):
        rows += strokes.words(small, width)
    return rows


def _depths(group: Group) -> dict[str, int]:
    """A question is nested in the one it stands under, and in the last one it depends on."""
    found: dict[str, int] = {}
    kinds = {item.id: item.type for item in group.items}
    for item in group.items:
        under = found.get(item.under, 0)
        if item.under in kinds and kinds[item.under] is not ItemType.GROUP:
            under += 1
        deeper = [found[c.item] + 1 if c.item in found else 1 for c in item.when]
        found[item.id] = min(max([under, *deeper]), _DEEPEST)
    return found
