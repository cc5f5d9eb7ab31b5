"""StateCard: how it stands with the backups, and the two ways to make one now."""

from datetime import datetime

from PySide6.QtCore import Signal

from microstructure_desktop.domain.sauvegarde import Fraicheur
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.sauvegardes import EtatSauvegardes
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, flow, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

BUSY_HERE = "Copie du coffre, puis relecture et vérification…"
BUSY_AWAY = "Copie sur la clé, puis relecture et vérification… Laissez-la branchée."
_AWAY = (
    "Un vol, un incendie ou une panne prendrait l’ordinateur et ses sauvegardes ensemble"
    f"{NBSP}: gardez une copie sur une clé ou un disque rangé ailleurs."
)


class StateCard(Card):
    """Signals:
    save_asked: a backup on this computer.
    away_asked: a backup on a key or another disk.
    """

    save_asked = Signal()
    away_asked = Signal()

    def __init__(self, *, may_save: bool) -> None:
        super().__init__()
        self.sign = IconLabel("shield-check", "ok", 26)
        self.said = Paragraph("", "body")
        self.away = NoteLine("usb", "", "secondary", "warn", ink="text")
        self.problem = Banner()
        self.progress = NoteLine("hard-drive-download", "", "secondary", "info", ink="text2")
        self.save_button = Button("Sauvegarder maintenant", "primary", "save")
        self.away_button = Button("Sauvegarder sur une clé USB…", "normal", "usb")
        self.save_button.clicked.connect(self.save_asked)
        self.away_button.clicked.connect(self.away_asked)
        words = column(self.said, self.away, spacing=8)
        head = row(column(self.sign, None), words, spacing=14)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.progress)
        self.body.addLayout(flow(self.save_button, self.away_button, spacing=10))
        for button in (self.save_button, self.away_button):
            show_when(button, may_save)

    def show_state(self, etat: EtatSauvegardes, now: datetime) -> None:
        line = backup_words.line(etat, now)
        self.sign.set_icon(line.icon, line.tone)
        self.said.setText(backup_words.sentence(etat, now))
        self.away.set_text(_away(etat))

    def show_busy(self, words: str) -> None:
        """Empty when it is over."""
        self.progress.set_text(words)
        for button in (self.save_button, self.away_button):
            button.setEnabled(not words)
        if words:
            self.problem.clear()

    def refuse(self, error: AppError) -> None:
        self.show_busy("")
        self.problem.show_message("danger", error.sentence, error.way_out)


def _away(etat: EtatSauvegardes) -> str:
    if etat.ailleurs is Fraicheur.OK:
        return ""
    latest = backup_words.last_away(etat)
    if latest is None:
        return f"{backup_words.NOTHING_AWAY}. {_AWAY}"
    return f"La dernière copie sur une clé date du {backup_words.moment(latest)}. {_AWAY}"
