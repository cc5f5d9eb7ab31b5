"""The sections of the sidebar, each with its page."""

from .context import Context
from .page import Page
from .shell import Section


def _reception(context: Context) -> Page:
    from .pages.reception.page import ReceptionPage

    return ReceptionPage(context)


def _mois(context: Context) -> Page:
    from .pages.mois.page import MoisPage

    return MoisPage(context)


def _structures(context: Context) -> Page:
    from .pages.structures.page import StructuresPage

    return StructuresPage(context)


def _convention(context: Context) -> Page:
    from .pages.convention.page import ConventionPage

    return ConventionPage(context)


def _chiffres(context: Context) -> Page:
    from .pages.chiffres.page import ChiffresPage

    return ChiffresPage(context)


def _reglages(context: Context) -> Page:
    from .pages.reglages.page import ReglagesPage

    return ReglagesPage(context)


SECTIONS = (
    Section("reception", "inbox", "Réception", "Alt+1", _reception),
    Section("mois", "calendar-days", "Mois", "Alt+2", _mois),
    Section("chiffres", "chart-column", "Chiffres", "Alt+3", _chiffres),
    Section("structures", "building-2", "Structures", "Alt+4", _structures),
    Section("convention", "handshake", "Convention", "Alt+5", _convention),
    Section("reglages", "settings", "Réglages", "Ctrl+,", _reglages, low=True),
)
