"""What the palette lists for what is typed: headings and entries, the best first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from microstructure_desktop.domain.text import normalise
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.ui.actions import Action, Groupe, PatientAction
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, count

MOST_PEOPLE = 6
MOST_ACTIONS = 5
MOST_RECENT = 3
RECENT = "Récemment"
PEOPLE = "Patients"
_SAID, _WORD, _MEANT = range(3)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is remembered among the recent ones: that of an action, never of a person."""

    title: str
    icon: str
    do: Callable[[Context], None]
    subtitle: str = ""
    shortcut: str = ""
    key: str = ""

    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.subtitle, self.shortcut) if part)


Row = Heading | Entry


@dataclass(frozen=True, slots=True)
class Found:
    """The people found for `typed`; with `action`, they are those to do it with."""

    typed: str = ""
    lignes: tuple[PatientLigne, ...] = ()
    action: PatientAction | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the person at the keyboard may do, and did."""

    actions: tuple[Action, ...]
    with_patient: tuple[PatientAction, ...]
    recent: tuple[str, ...] = ()


def rows(typed: str, found: Found, known: Known, discretion: Discretion) -> tuple[Row, ...]:
    """People come first, unless what is typed begins an action and nobody's name."""
    if not typed.strip():
        return _at_first(known)
    groups = _acting(typed, known.actions)
    people = _people(found, known.with_patient, discretion)
    begins_action = bool(groups) and groups[0][0] <= _WORD
    sections = [section for _, section in groups]
    at = 0 if _named(typed, found.lignes) or found.action or not begins_action else len(sections)
    sections[at:at] = people
    return tuple(row for section in sections for row in section)


def beginning(typed: str, actions: Iterable[PatientAction]) -> tuple[PatientAction, str] | None:
    """« séance del »: the action that the first word begins, and what is left to look for."""
    first, _, rest = typed.strip().partition(" ")
    word = normalise(first)
    for action in actions:
        if len(word) > 2 and rest.strip() and _holds(action.words, (word,)):  # noqa: PLR2004
            return action, rest
    return None


def _at_first(known: Known) -> tuple[Row, ...]:
    """Nothing typed: what was done lately, then everything; nobody's name."""
    by_key = {action.key: action for action in known.actions}
    lately = [by_key[key] for key in known.recent if key in by_key][:MOST_RECENT]
    sections = [(RECENT, lately)] + [
        (group, [a for a in known.actions if a.groupe is group and a not in lately])
        for group in Groupe
    ]
    return tuple(row for title, some in sections if some for row in _section(title, some))


def _section(title: str, actions: Iterable[Action]) -> list[Row]:
    return [Heading(title), *(_entry(action) for action in actions)]


def _acting(typed: str, actions: Sequence[Action]) -> list[tuple[int, list[Row]]]:
    """The groups that hold an action typed, each with how well its best one is named."""
    words = tuple(normalise(typed).split())
    named = [(rank, a) for a in actions if (rank := _rank(a, words)) is not None]
    best = sorted(named, key=lambda pair: pair[0])[:MOST_ACTIONS]
    groups = dict.fromkeys(action.groupe for _, action in best)
    return [
        (
            min(rank for rank, a in best if a.groupe is group),
            _section(group, [a for _, a in best if a.groupe is group]),
        )
        for group in groups
    ]


def _rank(action: Action, words: tuple[str, ...]) -> int | None:
    if normalise(action.label).startswith(" ".join(words)):
        return _SAID
    if _holds(action.label, words):
        return _WORD
    return _MEANT if _holds(f"{action.label} {action.words} {action.groupe}", words) else None


def _holds(text: str, words: Iterable[str]) -> bool:
    """Every word typed begins one of the text, which is ours: it is read once."""
    return _begin(words, _known_words(text))


def _begin(typed: Iterable[str], known: Sequence[str]) -> bool:
    return all(any(one.startswith(word) for one in known) for word in typed)


@lru_cache(maxsize=256)
def _known_words(text: str) -> list[str]:
    return _words(text)


def _words(text: str) -> list[str]:
    return normalise(text).replace("'", " ").replace("-", " ").split()


def _named(typed: str, lignes: Sequence[PatientLigne]) -> bool:
    words = normalise(typed).split()
    return any(_begin(words, _words(ligne.nom_affiche)) for ligne in lignes)


def _people(
    found: Found, with_patient: tuple[PatientAction, ...], discretion: Discretion
) -> list[list[Row]]:
    lignes = found.lignes[:MOST_PEOPLE]
    if not lignes:
        return []
    if found.action is not None:
        acts = [_with(found.action, ligne, discretion) for ligne in lignes]
        return [[Heading(Groupe.ACTIONS), *acts]]
    shown: list[list[Row]] = [[Heading(PEOPLE), *(_person(x, discretion) for x in lignes)]]
    if with_patient:
        acts = [_with(action, lignes[0], discretion) for action in with_patient]
        shown.append([Heading(f"Avec {discretion.name(lignes[0])}"), *acts])
    return shown


def _person(ligne: PatientLigne, discretion: Discretion) -> Entry:
    known = (
        count(ligne.age, "an"),
        f"n°{NBSP}{ligne.dossier}",
        discretion.birth(ligne),
        "" if ligne.actif else "suivi terminé",
    )
    subtitle = " · ".join(part for part in known if part)
    route = Route("dossier", patient_id=ligne.id)
    return Entry(discretion.bare(ligne), "user-round", _going(route), subtitle)


def _with(action: PatientAction, ligne: PatientLigne, discretion: Discretion) -> Entry:
    title = action.label.format(discretion.name(ligne))
    return Entry(title, action.icon, _going(action.route(ligne.id)), shortcut=action.shortcut)


def _entry(action: Action) -> Entry:
    return Entry(action.label, action.icon, action.do, shortcut=action.shortcut, key=action.key)


def _going(route: Route) -> Callable[[Context], None]:
    def go(context: Context) -> None:
        context.navigator.go(route)

    return go
