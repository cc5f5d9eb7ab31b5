"""Where each part of the report stands, as the list beside the page shows it."""

from collections.abc import Container, Iterator

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.rapport_controles import Sujet
from microstructure_desktop.services.rapport_ouvert import RapportOuvert

from . import words
from .report_nav import Entree, Etat

_RELEASE = (Entree(words.RELEASE, words.RELEASE_TITLE, icone="send", groupe=words.OUTSIDE),)


def bare_entries(role: Role) -> tuple[Entree, ...]:
    """The same, before anything is read: what a role may open."""
    sections = (
        Entree(words.CHECKLIST, words.BEFORE, icone="list-checks"),
        *(_titled(section, None) for section in Section),
    )
    return (
        *(sections if allowed(role, Permission.RAPPORT) else ()),
        *(_RELEASE if allowed(role, Permission.RAPPORT_DIFFUSABLE) else ()),
    )


def entries(ouvert: RapportOuvert, role: Role) -> tuple[Entree, ...]:
    """The checklist, the sections, and what may leave when the reader may hand it out."""
    release = _RELEASE if allowed(role, Permission.RAPPORT_DIFFUSABLE) else ()
    return (*_entries(ouvert), *release)


def _entries(ouvert: RapportOuvert) -> Iterator[Entree]:
    rapport = ouvert.rapport
    left = len(rapport.manques)
    state = Etat.A_COMPLETER if left else Etat.PRETE
    yield Entree(words.CHECKLIST, words.BEFORE, state, compte=str(left or ""))
    lacking = {words.OF_SECTION.get(c.sujet) for c in rapport.manques}
    silent = _silent(ouvert)
    for section in Section:
        yield _titled(section, _state(section, lacking, silent))


def _titled(section: Section, etat: Etat | None) -> Entree:
    number = list(Section).index(section) + 1
    title = f"{number}. {words.SHORT[section]}"
    group = words.SECTIONS if number == 1 else ""
    return Entree(section.value, title, etat, "circle", groupe=group)


def _state(
    section: Section, lacking: Container[Section | None], silent: Container[Section]
) -> Etat:
    if section in lacking:
        return Etat.A_COMPLETER
    return Etat.SANS_COMMENTAIRE if section in silent else Etat.PRETE


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
