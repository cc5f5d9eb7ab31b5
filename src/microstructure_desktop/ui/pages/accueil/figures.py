"""FigureRow: four figures of the year under way."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.accueil import Chiffres
from microstructure_desktop.ui import look
from microstructure_desktop.ui.texts import count, number, plural
from microstructure_desktop.ui.widgets.figure import Figure

_NARROW = 205  # with less for each, the figures stand two by two


class FigureRow(QWidget):
    """Each figure says in words what it counts; the bar only repeats it."""

    def __init__(self) -> None:
        super().__init__()
        self.active = Figure("File active")
        self.psychologist = Figure("Consultations psychologue", Role.PSYCHOLOGUE.value)
        self.social = Figure("Entretiens sociaux", Role.TRAVAILLEUR_SOCIAL.value)
        self.ending = Figure("Forfaits à échéance", "coordination")
        self._figures = (self.active, self.psychologist, self.social, self.ending)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._across = 0
        self._arrange(len(self._figures))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if self.width() >= look.control_px(_NARROW) * 4 else 2)

    def _arrange(self, across: int) -> None:
        """Side by side, or two by two, all of one width."""
        if across == self._across:
            return
        self._across = across
        for at, figure in enumerate(self._figures):
            self._grid.addWidget(figure, *divmod(at, across))
            figure.setMinimumWidth(1)
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def show_figures(self, chiffres: Chiffres, year: int, days: int) -> None:
        """`days`: how far an end of forfait is announced."""
        seen = plural(chiffres.file_active, "personne vue", "personnes vues")
        self.active.set_value(number(chiffres.file_active), 1.0, f"{seen} en {year}")
        for figure, role in (
            (self.psychologist, Role.PSYCHOLOGUE),
            (self.social, Role.TRAVAILLEUR_SOCIAL),
        ):
            done, included = chiffres.actes.get(role, (0, 0))
            share = done / included if included else 0.0
            figure.set_value(number(done), share, f"sur {number(included)} dans les forfaits")
        share = chiffres.echeances / chiffres.suivis if chiffres.suivis else 0.0
        within = f"dans les {count(days, 'jour')}"
        self.ending.set_value(number(chiffres.echeances), share, within)
