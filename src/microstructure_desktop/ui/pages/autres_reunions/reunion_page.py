"""ReunionPage: one meeting of the network, from its agenda to its minutes."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.domain.reunion import Chiffre, Reunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import autres_reunions, indicateurs_reseau, noms_cites
from microstructure_desktop.services.annulation import Fait
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.syntheses import SavedMeanwhile
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.history import Historian
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import words
from .actions_card import ActionsCard
from .closing_dialog import ClosingDialog
from .doubts import Doubts
from .facts_card import FactsCard
from .figures_card import FiguresCard
from .followed_card import FollowedCard
from .people_card import PeopleCard
from .points_card import PointsCard
from .sitting import Sitting, Writing

_MERGE, _SHOW_DRAFT, _DROP_DRAFT = (
    "Réunir les deux versions",
    "Voir mon texte",
    "Effacer mon texte",
)
_DRAFT_PRINT = "Imprimer le document provisoire"
_HISTORY = "Historique : les versions de cette réunion"
_READ = frozenset({"reunion", "suite_donnee"})
_RESUMED = "Votre saisie en cours a été reprise."


class ReunionPage(Page):
    """Route `reunion`, with `reunion_id`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sitting: Sitting | None = None
        self.dialog: QDialog | None = None
        self.header = HeaderBand(back="Retour (Échap)")
        self.historian = Historian(context, self)
        self.history_button = IconButton("history", _HISTORY)
        self.print_button = IconButton("printer", _DRAFT_PRINT, shortcut="Ctrl+P")
        self.save_button = Button("Enregistrer", "normal", "check", shortcut="Ctrl+S")
        self.begin_button = Button("Commencer la réunion", "primary", "play")
        self.close_button = Button(
            "Clore et imprimer", "primary", "printer", shortcut="Ctrl+Return"
        )
        self.minutes_button = Button("Imprimer le compte rendu", "primary", "printer")
        self.banner = Banner()
        self.facts = FactsCard(self._today)
        self.people = PeopleCard()
        self.points = PointsCard()
        self.figures = FiguresCard(self._today)
        self.actions_card = ActionsCard()
        self.followed = FollowedCard(context, self)
        self._parts = (self.facts, self.people, self.points, self.figures, self.actions_card)
        typed = (self.facts, self.people, self.points, self.actions_card)
        self.doubts = Doubts(context, *typed, parent=self)
        self._lay_out()
        self._connect()

    def _today(self) -> date:
        return self.context.now().date()

    def _lay_out(self) -> None:
        for button in self._buttons():
            self.header.add_action(button)
        body = PageBody()
        body.fill(self.banner, self.followed, self.points, self.figures, self.actions_card)
        body.fill_aside(self.facts, self.people)
        self.setLayout(column(self.header, body, spacing=0, grows=body))

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.history_button,
            self.print_button,
            self.save_button,
            self.begin_button,
            self.close_button,
            self.minutes_button,
        )

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.banner.action_clicked.connect(self._on_banner_clicked)
        for part in self._parts:
            part.edited.connect(self._on_edited)
        self.figures.asked.connect(self._on_figures_asked)
        self.history_button.clicked.connect(self._on_history_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.minutes_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.begin_button.clicked.connect(self._on_begin_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what the window asks ---------------------------------------------------------------

    def open(self, route: Route) -> None:
        ready = partial(autres_reunions.ouvrir, reunion_id=route["reunion_id"])
        self.context.worker.run(ready, self._on_opened, self._on_failed)

    def leave(self) -> None:
        self.historian.forget()
        self.doubts.stop()
        if self.sitting is not None:
            self.sitting.keeper.flush()
        if self.dialog is not None:
            self.dialog.reject()

    def first_focus(self) -> QWidget | None:
        return self.facts.day

    # --- what is shown ----------------------------------------------------------------------

    def typed(self) -> Reunion:
        """The meeting as it stands on screen."""
        assert self.sitting is not None
        return self._applied(self.sitting.opened.reunion)

    def _applied(self, reunion: Reunion) -> Reunion:
        for part in self._parts:
            reunion = part.applied(reunion)
        return reunion

    def _on_opened(self, ouverte: ReunionOuverte) -> None:
        if self.sitting is not None:
            self.sitting.keeper.let_go()
        self._watch(ouverte)
        self.banner.clear()
        if ouverte.entre_temps:
            self._on_failed(SavedMeanwhile(ouverte.entre_temps))
        elif ouverte.ecarte is not None:
            self.banner.show_message(
                "warn",
                "Un texte que vous aviez commencé n’est pas dans ce compte rendu.",
                "La réunion a été close avant qu’il soit enregistré.",
                _SHOW_DRAFT,
            )
        elif ouverte.brouillon:
            self.banner.show_message("info", _RESUMED)
        self.doubts.ask()

    def _watch(self, ouverte: ReunionOuverte) -> None:
        """Show a meeting, and keep what is typed of it from now on."""
        self.sitting = Sitting(self.context.worker, ouverte, self.typed, self)
        self.sitting.keeper.saved.connect(self._on_draft_saved)
        self.sitting.keeper.failed.connect(self._on_failed)
        self.sitting.written.connect(self._on_written)
        self.sitting.merged.connect(self._on_merged)
        self.sitting.refused.connect(self._on_failed)
        for part in self._parts:
            part.show_meeting(ouverte)
        self.followed.show_followed(ouverte)
        self.header.set_saved("")
        self._show_head(ouverte)

    def _show_head(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        # What a narrow window cuts is the end of a line: the number begins one.
        rank = f"{words.rank(reunion, ouverte.numero).capitalize()} · {words.when(reunion)}"
        self.header.set_words(words.kind(self.context.reference, reunion.type), rank)
        self.header.set_tag(*words.STATES[reunion.etat])
        etat = reunion.etat
        self.begin_button.setVisible(etat is Etat.PREPAREE)
        self.close_button.setVisible(etat is Etat.EN_COURS)
        self.save_button.setVisible(etat is not Etat.CLOSE)
        self.print_button.setVisible(etat is not Etat.CLOSE)
        self.minutes_button.setVisible(etat is Etat.CLOSE)

    # --- what is typed ----------------------------------------------------------------------

    def _on_edited(self) -> None:
        assert self.sitting is not None
        if not self.sitting.opened.reunion.close:
            self.sitting.keeper.touch()
            self.doubts.touch()
            self.figures.set_day(self.typed().jour)

    def _on_draft_saved(self, at: datetime) -> None:
        self.header.set_saved(f"Enregistré à {texts.clock(at.astimezone().time())}")
        self.context.events.mark_saved(at)

    def _on_figures_asked(self) -> None:
        ready = partial(indicateurs_reseau.chiffres, jour=self.typed().jour)
        self.context.worker.run(ready, self._on_figures, self._on_failed)

    def _on_figures(self, chiffres: tuple[Chiffre, ...]) -> None:
        self.figures.insert(chiffres)

    def _has_problems(self) -> bool:
        """Each is said at its field."""
        bad = self.facts.show_problems(self.typed())
        return self.points.show_problems() or bad

    # --- what is saved ----------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        self._write(autres_reunions.save)

    def _on_begin_clicked(self) -> None:
        self._write(autres_reunions.commencer)

    def _write(self, action: Writing) -> None:
        if self.sitting is not None and not self._has_problems():
            self.banner.clear()
            self.sitting.write(action)

    def _on_written(self, fait: Fait[ReunionOuverte], sent: Reunion) -> None:
        ouverte = fait.result
        changed = ouverte.reunion.etat is not sent.etat
        typed_since = self._applied(sent) != sent
        if ouverte.reunion.close or (changed and not typed_since):
            self._watch(ouverte)
        self._show_head(ouverte)
        self.header.set_saved(f"Enregistré à {texts.clock(self.context.now().time())}")
        if ouverte.reunion.close:
            self._on_print_clicked()
            self.context.events.notify("Réunion close")
        else:
            said = "Réunion commencée" if changed else "Réunion enregistrée"
            self.context.undo.offer(said, fait.changes)

    def _on_banner_clicked(self) -> None:
        """What the banner offers depends on its news."""
        assert self.sitting is not None
        match self.banner.action_button.text():
            case text if text == _MERGE:
                self.sitting.merge()
            case text if text == _SHOW_DRAFT:
                self._show_left_out(self.sitting.opened)
            case _:
                self._drop_left_out(self.sitting.opened.reunion)

    def _show_left_out(self, ouverte: ReunionOuverte) -> None:
        assert ouverte.ecarte is not None
        self._watch(replace(ouverte, reunion=replace(ouverte.ecarte, etat=Etat.CLOSE)))
        self.banner.show_message(
            "warn",
            "Vous lisez votre texte, pas le compte rendu.",
            "Copiez ce qui doit être repris à la prochaine réunion.",
            _DROP_DRAFT,
        )

    def _drop_left_out(self, reunion: Reunion) -> None:
        self.context.worker.run(partial(autres_reunions.drop_draft, reunion_id=reunion.id))
        self.open(Route("reunion", reunion_id=reunion.id))

    def _on_merged(self, ouverte: ReunionOuverte) -> None:
        self._watch(ouverte)
        self.banner.clear()
        self._on_edited()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        """A colleague, or Ctrl+Z, saved it otherwise: shown unless something is being typed."""
        if self.isVisible() and kinds & _READ and self.sitting is not None:
            ready = partial(autres_reunions.ouvrir, reunion_id=self.sitting.opened.reunion.id)
            self.context.worker.run(ready, self._on_reread, self._on_gone)

    def _on_reread(self, ouverte: ReunionOuverte) -> None:
        assert self.sitting is not None
        self.followed.show_followed(ouverte)
        same = ouverte.reunion == self.typed() and ouverte.based_on == self.sitting.opened.based_on
        if self.sitting.settled and not same and not (ouverte.brouillon or ouverte.ecarte):
            self._watch(ouverte)

    def _on_gone(self, _error: AppError) -> None:
        self.context.navigator.replace(Route("autres_reunions"))

    def _on_failed(self, error: AppError) -> None:
        action = _MERGE if isinstance(error, SavedMeanwhile) else ""
        self.banner.show_message("warn", error.sentence, error.way_out, action)

    # --- what it was before ------------------------------------------------------------------

    def _on_history_clicked(self) -> None:
        if self.sitting is not None:
            self.historian.show(self.sitting.opened.reunion.id)

    # --- what is closed or printed ----------------------------------------------------------

    def _on_close_clicked(self) -> None:
        if not self._has_problems():
            ready = partial(noms_cites.cites, textes=self.doubts.texts())
            self.context.worker.run(ready, self._on_checked, self._on_failed)

    def _on_checked(self, found: dict[str, str]) -> None:
        dialog = ClosingDialog(self, self.typed(), len(found))
        dialog.accepted.connect(partial(self._write, autres_reunions.close))
        self._open(dialog)

    def _on_print_clicked(self) -> None:
        if self.sitting is not None:
            self.sitting.keeper.flush()
            ready = partial(autres_reunions.imprimer, reunion_id=self.sitting.opened.reunion.id)
            self.context.worker.run(ready, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if self.isVisible():
            self._open(PrintPreview(document, self.context, self))

    def _open(self, dialog: QDialog) -> None:
        """One at a time, closed with the page: nothing stays over a locked screen."""
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None
