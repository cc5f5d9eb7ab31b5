"""Frame: what surrounds the form of a session, always in sight."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.seance_checks import Doute
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column

from . import words
from .form import SeanceForm

_BACK = "Revenir au dossier"
_AUTOMATIC = "Enregistrement automatique"


class Frame:
    """Parts only: the page says what they do."""

    def __init__(self, role: Role, today: Callable[[], date], page: QWidget) -> None:
        self.role = role
        self.header = HeaderBand(words.title(role), back=_BACK, mark=RoleDot(role, 36))
        self.give_up = IconButton("trash-2", "Abandonner ce brouillon", "quiet")
        self.header.add_action(self.give_up)
        self.above = column()
        self.form = SeanceForm(role, today)
        self.refusal = EmptyState("lock", "", "", _BACK)
        self.failure = Banner()
        self.doubts = Banner()
        self.footer = FooterBar("")
        self.keep = Button("Garder en brouillon")
        self.finish = Button("", "primary", "check", shortcut="Ctrl+Return")
        self.footer.add_right(self.keep)
        self.footer.add_right(self.finish)
        self._news = boxed(column(self.failure, self.doubts, spacing=8, margins=(24, 10, 24, 12)))
        self.form.grown.connect(self._order)
        self._lay_out(page)
        self.show_nothing()

    def show_nothing(self) -> None:
        """While another session is being read: nothing of the former one stays on screen."""
        self.header.set_words(words.title(self.role))
        self.header.set_tag("")
        self.header.set_saved("")
        self.give_up.hide()
        self.clear_news()
        for part in (self.form, self.refusal, self.footer):
            part.hide()

    def show_form(self, *, amended: bool) -> None:
        verb = "corrige" if amended else "termine"
        self.finish.setText("Corriger la séance" if amended else "Terminer la séance")
        self.footer.set_hint(f"Ctrl+Entrée {verb} · Échap revient au dossier, rien n’est perdu")
        self.header.set_saved(_AUTOMATIC)
        self.refusal.hide()
        self.form.show()
        self.footer.show()
        self._order()

    def show_refusal(self, sentence: str, way_out: str) -> None:
        self.refusal.set_words(sentence, way_out, _BACK)
        self.refusal.show()

    def show_state(self, *, amended: bool, draft: bool) -> None:
        """Which of « Brouillon », « Terminée », « Correction en cours » it is."""
        if amended:
            text, kind = ("Correction en cours", "info") if draft else ("Terminée", "ok")
        else:
            text, kind = "Brouillon", "mute"
        self.header.set_tag(text, kind)
        self.give_up.setVisible(draft)

    def show_doubts(self, doubts: tuple[Doute, ...]) -> None:
        self.doubts.show_message(
            "warn",
            "\n".join(doubt.question for doubt in doubts),
            "Terminez de nouveau si c’est bien cela, ou corrigez.",
            "Enregistrer ainsi",
        )
        self._news.show()

    def show_failure(self, sentence: str, way_out: str, kind: str = "danger") -> None:
        self.failing = kind == "danger"
        if self.failure.isHidden() or self.failure.title() != sentence:
            self._news.show()
            self.failure.show_message(kind, sentence, way_out)

    def hide_failure(self) -> None:
        """It is mended; a warning that is no failure stays."""
        if self.failing:
            self.failing = False
            self.failure.clear()
            self._news.setVisible(not self.doubts.isHidden())

    def hide_doubts(self) -> None:
        self.doubts.clear()
        self._news.setVisible(not self.failure.isHidden())

    def clear_news(self) -> None:
        self.failing = False
        self.failure.clear()
        self.doubts.clear()
        self._news.hide()

    def _lay_out(self, page: QWidget) -> None:
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.above)
        for part in (self.form, self.refusal, self._news, self.footer):
            whole.addWidget(part, 1 if part in (self.form, self.refusal) else 0)

    def _order(self) -> None:
        """Tab follows the eye, whatever was built last."""
        header = [self.header.back_button, self.give_up]
        news = [self.failure.action_button, self.doubts.action_button]
        for before, after in pairwise([*header, *self.form.stops(), *news, self.keep, self.finish]):
            QWidget.setTabOrder(before, after)
