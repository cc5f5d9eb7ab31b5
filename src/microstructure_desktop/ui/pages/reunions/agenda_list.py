"""AgendaList: where the meeting is, what was discussed, what is still to come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import Situation, Synthese
from microstructure_desktop.ui import look, texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.scrolled import scrolled
from microstructure_desktop.ui.widgets.themed import Themed

from . import steps, words
from .names import Names
from .patient_finder import PatientFinder
from .row_button import RowButton

_WIDE = 246
_MARGINS = (8, 14, 8, 8)
_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_DONE = ("circle-check", "ok")
_HERE = ("chevron-right", "primary")
_TODO = ("circle-dot", "text3")


class AgendaList(Themed, Card):
    """Enter goes where a row leads.

    Signals:
        chosen: str, the step the person wants.
        patient_chosen: str, somebody to add.
    """

    chosen = Signal(str)
    patient_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Ordre du jour", parent=parent)
        self.counter = Label("", "caption")
        self.header.addWidget(self.counter)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.body.setContentsMargins(*_MARGINS)
        self._buttons: dict[str, RowButton] = {}
        self._rows = column(spacing=2)
        self.finder = PatientFinder(context)
        self.finder.chosen.connect(self.patient_chosen)
        self._area = self._scrolled()
        self.body.addWidget(self._area, 1)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedWidth(look.px(_WIDE))

    def show_agenda(self, synthese: Synthese, step: str, names: Names) -> None:
        wanted = steps.steps_of(synthese)
        if wanted != tuple(self._buttons):
            self._rebuild(wanted)
        for key, button in self._buttons.items():
            button.setChecked(key == step)
            situation = steps.situation_at(synthese, key)
            if situation is not None:
                self._dress(button, situation, names, here=key == step)
        self._dress_others(synthese, step)
        if step in self._buttons:
            self._area.ensureWidgetVisible(self._buttons[step])
        people = [s.patient for s in synthese.situations]
        at = people.index(PatientId(step)) + 1 if step in people else len(synthese.vues)
        self.counter.setText(f"{at} sur {len(people)}" if people else "")
        self.finder.set_known(frozenset(people))
        self.finder.setVisible(not synthese.close)

    def row(self, step: str) -> RowButton:
        return self._buttons[step]

    def _scrolled(self) -> QScrollArea:
        """Rows and the search together: a long agenda pushes nothing out of the window."""
        content = _Rows(self._buttons)
        content.setLayout(column(self._rows, self.finder, None, spacing=4))
        return scrolled(content)

    def _rebuild(self, wanted: tuple[str, ...]) -> None:
        for button in self._buttons.values():
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for step in wanted:
            button = RowButton()
            button.setCheckable(True)
            button.clicked.connect(self._on_row_clicked)
            self._rows.addWidget(button)
            button.show()  # now: it may be given the keyboard before the next event
            self._buttons[step] = button

    @staticmethod
    def _dress(button: RowButton, situation: Situation, names: Names, *, here: bool) -> None:
        button.show_row(
            names.patient(situation.patient),
            words.short_reason(situation),
            _HERE if here else _DONE if situation.vue else _TODO,
            strong=here or situation.vue,
            spoken="évoquée" if situation.vue else "à évoquer",
        )

    def _dress_others(self, synthese: Synthese, step: str) -> None:
        left = steps.to_follow(synthese)
        for key, title, caption, done in (
            (
                steps.REPRISES,
                "Décisions à reprendre",
                f"{left} sans suite" if left else "Toutes suivies",
                not left,
            ),
            (
                steps.ORGANISATION,
                "Organisation",
                texts.short_date(synthese.prochaine) if synthese.prochaine else "Et prochaine date",
                synthese.close,
            ),
        ):
            if key in self._buttons:
                sign = _HERE if key == step else _DONE if done else _TODO
                self._buttons[key].show_row(title, caption, sign, strong=key == step or done)

    def _on_row_clicked(self) -> None:
        step = next(key for key, button in self._buttons.items() if button is self.sender())
        self.chosen.emit(step)


class _Rows(QWidget):
    """Inside what scrolls, which would take the arrows for itself."""

    def __init__(self, buttons: dict[str, RowButton]) -> None:
        super().__init__()
        self._buttons = buttons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        rows = list(self._buttons.values())
        here = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        rows[(here + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
