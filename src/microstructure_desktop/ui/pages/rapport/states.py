"""Where each part of the report stands, as the list beside the page shows it."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.rapport_controles import Sujet
from microstructure_desktop.services.rapport_ouvert import RapportOuvert
from microstructure_desktop.ui.widgets.parts_nav import Part

from . import words

_PLAIN = "text2"
_RELEASE = (Part(words.RELEASE, words.RELEASE_TITLE, "send", _PLAIN, group=words.OUTSIDE),)


class State(NamedTuple):
    """Where a part stands: its icon, the tone of it, and what a screen reader says."""

    icon: str
    tone: str
    said: str


READY = State("circle-check", "ok", "prête")
TO_COMPLETE = State("circle-alert", "warn", "à compléter")
SILENT = State("circle-dashed", "text3", "commentaire vide")
_UNKNOWN = State("circle", _PLAIN, "")


def bare_parts(role: Role) -> tuple[Part, ...]:
    """The same, before anything is read: what a role may open."""
    sections = (
        Part(words.CHECKLIST, words.BEFORE, "list-checks", _PLAIN),
        *(_titled(section, _UNKNOWN) for section in Section),
    )
    return (
        *(sections if allowed(role, Permission.RAPPORT) else ()),
        *(_RELEASE if allowed(role, Permission.RAPPORT_DIFFUSABLE) else ()),
    )


def parts(ouvert: RapportOuvert, role: Role) -> tuple[Part, ...]:
    """The checklist, the sections, and what may leave when the reader may hand it out."""
    release = _RELEASE if allowed(role, Permission.RAPPORT_DIFFUSABLE) else ()
    return (*_parts(ouvert), *release)


def _parts(ouvert: RapportOuvert) -> Iterator[Part]:
    rapport = ouvert.rapport
    left = len(rapport.manques)
    state = TO_COMPLETE if left else READY
    yield Part(words.CHECKLIST, words.BEFORE, *state, count=str(left or ""))
    lacking = {words.OF_SECTION.get(c.sujet) for c in rapport.manques}
    silent = _silent(ouvert)
    for section in Section:
        yield _titled(section, _state(section, lacking, silent))


def _titled(section: Section, state: State) -> Part:
    number = list(Section).index(section) + 1
    title = f"{number}. {words.SHORT[section]}"
    group = words.SECTIONS if number == 1 else ""
    return Part(section.value, title, *state, group=group)


def _state(
    section: Section, lacking: Container[Section | None], silent: Container[Section]
) -> State:
    if section in lacking:
        return TO_COMPLETE
    return SILENT if section in silent else READY


def _silent(ouvert: RapportOuvert) -> frozenset[Section]:
    """The sections in which the team says nothing yet, of those where it is expected to."""
    return frozenset(
        Section(lieu.params["section"])
        for controle in ouvert.rapport.controles
        if controle.sujet is Sujet.COMMENTAIRES
        for lieu in controle.lieux
    )


def section_of(key: str) -> Section | None:
    """The section that an entry shows, if it is one."""
    return Section(key) if key in list(Section) else None
