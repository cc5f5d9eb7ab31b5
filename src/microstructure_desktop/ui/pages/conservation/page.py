"""ConservationPage: the yearly list, the archive, the register of erasures, the durations."""

from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import (
    conservation,
    effacement_copies,
    effacement_registre,
    recherche,
)
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.services.durees import regles
from microstructure_desktop.services.effacement_copies import AReprendre, Reprise
from microstructure_desktop.services.effacement_registre import LigneEfface
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.services.office import Office, today
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.themed import show_when

from .acts import Acts
from .list_part import ListPart
from .register_part import RegisterPart
from .rules_part import RulesPart

DECIDER, ARCHIVES, EFFACEMENTS, DUREES = "decider", "archives", "effacements", "durees"
_TABS = (
    (DECIDER, "À décider"),
    (ARCHIVES, "Archives"),
    (EFFACEMENTS, "Effacements"),
    (DUREES, "Durées"),
)
_TITLE = "Archives et conservation"
_NONE_DUE = (
    "Rien à décider cette année",
    "Un dossier arrive ici l’année où sa durée de conservation se termine.",
)
_NO_ARCHIVE = (
    "Aucun dossier archivé",
    "Un dossier quitte les listes cinq ans après son dernier acte ; il y revient au suivant.",
)
_SEARCH = "Chercher dans les archives"
_NOBODY = "Personne de ce nom dans les archives"


@dataclass(frozen=True, slots=True)
class _Shown:
    due: tuple[EtatDossier, ...]
    archive: tuple[EtatDossier, ...]
    register: tuple[LigneEfface, ...]
    left: AReprendre


class ConservationPage(Page):
    """Route `conservation`; `onglet` of its tabs, `effacer` somebody to be asked about at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        may_decide = allowed(context.membre.role, Permission.DECIDER_CONSERVATION)
        self._archive: tuple[EtatDossier, ...] = ()
        self.acts = Acts(context, self)
        self.header = HeaderBand(_TITLE, back="Retour (Échap)")
        self.tabs = Tabs(_TABS, name=_TITLE)
        self.banner = Banner()
        self.search = SearchBox(_SEARCH)
        self.due = ListPart("Dossiers à décider", _NONE_DUE, context.discretion, None)
        self.archive = ListPart("Archives", _NO_ARCHIVE, context.discretion, self.search)
        self.register = RegisterPart(may_decide=may_decide)
        self.read_due = Button("Lire le dossier", "normal", "book-open")
        self.keep_button = Button("Garder encore", "primary", "archive")
        self.erase_button = Button("Effacer…", "danger", "trash-2")
        self.read_button = Button("Ouvrir avec un motif", "primary", "book-open")
        self.erase_archived = Button("Effacer…", "danger", "trash-2")
        self._parts = QStackedWidget()
        for button in (self.keep_button, self.erase_button, self.erase_archived):
            show_when(button, may_decide)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self.tabs.set_current(route.get("onglet", DECIDER))
        self._show_part()
        self.banner.clear()
        self._reload()
        if route.get("effacer", ""):
            self.acts.erase(PatientId(route.get("effacer", "")))

    def first_focus(self) -> QWidget | None:
        return self.tabs.tab(self.tabs.current())

    def _lay_out(self) -> None:
        for button in (self.read_due, self.erase_button, self.keep_button):
            self.due.add_button(button)
        for button in (self.erase_archived, self.read_button):
            self.archive.add_button(button)
        for part in (self.due, self.archive, self.register, RulesPart(regles())):
            self._parts.addWidget(part)
        self.header.add_tabs(self.tabs)
        news = column(self.banner, margins=(24, 0, 24, 0))
        self.setLayout(column(self.header, news, self._parts, spacing=0, grows=self._parts))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.tabs.changed.connect(self._show_part)
        self.search.searched.connect(self._on_searched)
        self.search.down_pressed.connect(self.archive.table.setFocus)
        for part, read in ((self.due, self.read_due), (self.archive, self.read_button)):
            part.opened.connect(self.acts.read)
            part.chosen.connect(self._on_chosen)
            read.clicked.connect(self._on_read_clicked)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        for button in (self.erase_button, self.erase_archived):
            button.clicked.connect(self._on_erase_clicked)
        self.register.certificate_asked.connect(self._on_certificate_asked)
        self.register.again_asked.connect(self._on_again_asked)
        self.context.events.store_changed.connect(self._on_store_changed)
        self.context.discretion.changed.connect(self._on_discretion_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _show_part(self, _key: str = "") -> None:
        self._parts.setCurrentIndex([key for key, _ in _TABS].index(self.tabs.current()))

    def _reload(self) -> None:
        self.context.worker.run(_shown, self._on_loaded, self._on_failed)

    def _on_loaded(self, shown: _Shown) -> None:
        self._archive = shown.archive
        self.due.show_rows(shown.due)
        self.register.show_register(shown.register, shown.left)
        told = (
            count(len(shown.archive), "dossier archivé", "dossiers archivés"),
            f"{len(shown.due)} à décider",
        )
        self.header.subtitle.setText(" · ".join(told))
        self._on_searched(self.search.text())

    def _on_searched(self, text: str) -> None:
        if not text.strip():
            self.archive.empty.set_words(*_NO_ARCHIVE)
            self.archive.show_rows(self._archive)
            return
        self.context.worker.run(
            lambda office: recherche.search_archives(office, text), self._on_found, self._on_failed
        )

    def _on_found(self, lines: tuple[PatientLigne, ...]) -> None:
        known = {e.patient.id: e for e in self._archive}
        found = [known[line.id] for line in lines if line.id in known]
        self.archive.empty.set_words(*((_NOBODY,) if self._archive else _NO_ARCHIVE))
        self.archive.show_rows(found)

    def _on_chosen(self) -> None:
        some = self.due.current() is not None
        for button in (self.read_due, self.keep_button, self.erase_button):
            button.setEnabled(some)
        for button in (self.read_button, self.erase_archived):
            button.setEnabled(self.archive.current() is not None)

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    def _on_discretion_changed(self) -> None:
        self.due.name_anew()
        self.archive.name_anew()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    # --- what the person does ---------------------------------------------------------------

    def _current(self) -> EtatDossier | None:
        return (self.due if self.tabs.current() == DECIDER else self.archive).current()

    def _on_read_clicked(self) -> None:
        etat = self._current()
        if etat is not None:
            self.acts.read(etat)

    def _on_keep_clicked(self) -> None:
        etat = self._current()
        if etat is not None:
            self.acts.keep(etat)

    def _on_erase_clicked(self) -> None:
        etat = self._current()
        if etat is not None:
            self.acts.erase(etat.patient.id)

    def _on_certificate_asked(self, line: LigneEfface) -> None:
        self.acts.certify(line.id)

    def _on_again_asked(self) -> None:
        self.context.worker.run(
            effacement_copies.reprendre_ici, self._on_done_again, self._on_failed
        )

    def _on_done_again(self, done: Reprise) -> None:
        if done.refusees:
            name, sentence = done.refusees[0]
            self.banner.show_message("warn", sentence, name)
        else:
            self.context.events.notify("Sauvegardes de cet ordinateur refaites")


def _shown(office: Office) -> _Shown:
    return _Shown(
        conservation.a_decider(office, today(office).year),
        conservation.archive(office),
        effacement_registre.registre(office),
        effacement_copies.a_reprendre(office),
    )
