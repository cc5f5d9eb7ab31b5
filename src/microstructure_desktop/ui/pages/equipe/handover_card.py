"""HandoverCard: appointments of who receives nobody any more, each given in one click."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.services.relais import ARelayer, Relais
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP, clock, count, short_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when

_TITLE = "À reprendre par un collègue"
_MOST = 30
"""Lines shown at once; the others come as these are given."""


class HandoverCard(Card):
    """Hidden while there is nothing to give.

    Signals:
        colleague_chosen: the id of who is thought of.
        given: the ids of the appointments, and the Membre who takes them.
    """

    colleague_chosen = Signal(str)
    given = Signal(object, object)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__(_TITLE)
        self._discretion = discretion
        self._relais = Relais((), (), None)
        self._names: list[tuple[Label, ARelayer]] = []
        self.buttons: list[Button] = []
        self.what = Paragraph("", "secondary")
        self.colleague = ComboField([], chars=24)
        self.all_button = Button("", icon="arrow-right-left")
        self._lines = column(spacing=10)
        choice = row(Field("Confier à", self.colleague), None, boxed(column(None, self.all_button)))
        self.body.addWidget(self.what)
        self.body.addLayout(choice)
        self.body.addLayout(self._lines)
        self.colleague.changed.connect(self.colleague_chosen)
        self.all_button.clicked.connect(self._on_all_clicked)
        discretion.changed.connect(self._name)
        self.show_relais(self._relais)

    def show_relais(self, relais: Relais) -> None:
        self._relais = relais
        total = len(relais.a_relayer)
        show_when(self, total > 0)
        self.what.setText(_said(total))
        self.colleague.set_choices([(m.id, m.nom_complet) for m in relais.collegues])
        if relais.vers is not None:
            self.colleague.set_value(relais.vers.id)
        clear(self._lines)
        self._names, self.buttons = [], []
        if relais.vers is not None:
            self.all_button.setText(f"Tout confier à {relais.vers.nom_affiche}")
            for ligne in relais.a_relayer[:_MOST]:
                self._lines.addWidget(self._line(ligne, relais.vers))
        show_when(self.all_button, relais.vers is not None)
        self._name()

    def _line(self, ligne: ARelayer, vers: Membre) -> QWidget:
        rdv = ligne.rendez_vous
        name = Label("", "strong")
        self._names.append((name, ligne))
        when = f"{short_date(rdv.jour)} à {clock(rdv.heure)} · avec {ligne.membre.nom_affiche}"
        against = NoteLine("triangle-alert", " ".join(ligne.reserves), "caption", "warn")
        told = column(name, Label(when, "secondary"), against, spacing=2)
        button = Button(f"Confier à {vers.nom_affiche}", "link")
        button.clicked.connect(partial(self._give, (ligne,)))
        self.buttons.append(button)
        line = row(told, button, spacing=12)
        line.setStretchFactor(told, 1)
        return boxed(column(Rule(), line, spacing=10))

    def _name(self) -> None:
        """Names, and what is said of each button, as the discreet mode wants."""
        for (label, ligne), button in zip(self._names, self.buttons, strict=True):
            said = self._discretion.name(ligne.patient)
            label.setText(said)
            button.setAccessibleName(f"{button.text()}{NBSP}: {said}")

    def _on_all_clicked(self) -> None:
        self._give(self._relais.a_relayer)

    def _give(self, lignes: tuple[ARelayer, ...]) -> None:
        if self._relais.vers is not None:
            self.given.emit(tuple(x.rendez_vous.id for x in lignes), self._relais.vers)


def _said(total: int) -> str:
    shown = f" Les {_MOST} premiers sont montrés." if total > _MOST else ""
    waiting = count(total, "rendez-vous", "rendez-vous")
    return f"{waiting} à venir, en attente d’un autre professionnel.{shown}"
