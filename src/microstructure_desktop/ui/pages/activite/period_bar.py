"""PeriodBar: a month or a year, the one before, the one after, and today's."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.services.activite import decalee, est_annee, periode_du
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.segmented import Segmented

_MONTH, _YEAR = "mois", "annee"


class PeriodBar(QWidget):
    """Nothing is shown of days to come: the period of today is the last.

    Signals:
        changed: Periode wanted.
    """

    changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._periode = periode_du(today, annee=False)
        self.kind = Segmented([(_MONTH, "Mois"), (_YEAR, "Année")], name="Période")
        self.kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.before_button = IconButton("chevron-left", "Avant", shortcut="Ctrl+Left")
        self.today_button = Button("", "normal", shortcut="Ctrl+Home")
        self.after_button = IconButton("chevron-right", "Après", shortcut="Ctrl+Right")
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for part in (self.kind, self.before_button, self.today_button, self.after_button):
            body.addWidget(part)
        self.kind.changed.connect(self._on_kind_changed)
        self.before_button.clicked.connect(partial(self._move, -1))
        self.after_button.clicked.connect(partial(self._move, 1))
        self.today_button.clicked.connect(self._on_today_clicked)
        self.set_periode(self._periode)

    def periode(self) -> Periode:
        return self._periode

    def set_periode(self, periode: Periode) -> None:
        self._periode = periode
        annee = est_annee(periode)
        self.kind.set_value(_YEAR if annee else _MONTH)
        what = "année" if annee else "mois"
        self.today_button.setText("Cette année" if annee else "Ce mois")
        for button, way in ((self.before_button, "précédent"), (self.after_button, "suivant")):
            said = f"{what.capitalize()} {way}{'e' if annee else ''}"
            button.set_tip(said)
        current = periode == periode_du(self._today, annee=annee)
        self.today_button.setEnabled(not current)
        self.after_button.setEnabled(not current)

    def _choose(self, periode: Periode) -> None:
        """The button under the keyboard may have nothing more to do."""
        here = self.focusWidget()
        self.set_periode(periode)
        if here is not None and not here.isEnabled():
            self.before_button.setFocus()
        self.changed.emit(periode)

    def _move(self, by: int) -> None:
        self._choose(decalee(self._periode, by))

    def _on_kind_changed(self, kind: str) -> None:
        """The month of a year is its last one that has begun; the year is that of the month."""
        if kind == _YEAR:
            self._choose(periode_du(self._periode.premier, annee=True))
        else:
            last = min(self._periode.dernier, self._today)
            self._choose(periode_du(last, annee=False))

    def _on_today_clicked(self) -> None:
        self._choose(periode_du(self._today, annee=est_annee(self._periode)))
