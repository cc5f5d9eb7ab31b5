"""ProfileCard: the year before, by groups, which the cabinet may join to a month."""

from PySide6.QtCore import QSignalBlocker, Signal

from microstructure_desktop.services.profil import Profil
from microstructure_desktop.ui.texts import NBSP, number
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when


class ProfileCard(Card):
    """Hidden while the convention asks for nothing of the kind.

    Signals:
        joint_changed: bool, whether it is joined.
    """

    joint_changed = Signal(bool)

    def __init__(self, *, may_write: bool) -> None:
        super().__init__("Répartition de l’année précédente")
        self.joined = CheckBox("")
        self.joined.setEnabled(may_write)
        self._said = Paragraph("", "secondary")
        self._groups = column(spacing=8)
        for part in (self.joined, self._said, boxed(self._groups)):
            self.body.addWidget(part)
        self.joined.toggled.connect(self.joint_changed)

    def show_profile(self, profil: Profil | None, *, joint: bool) -> None:
        """What would be joined, and whether it is."""
        show_when(self, profil is not None)
        clear(self._groups)
        if profil is None:
            return
        with QSignalBlocker(self.joined):
            self.joined.setChecked(joint)
        self.joined.setText(f"Joindre l’année {profil.annee} à ce mois")
        self._said.setText(
            f"Des groupes de {profil.k} personnes ou plus, une seule fois, et pour toujours "
            "les mêmes."
        )
        for what, groups in profil.groupes:
            told = ", ".join(f"{group}{NBSP}: {number(count)}" for group, count in groups)
            self._add(what, told)
        for what in profil.retenues:
            self._add(what, "non diffusé")

    def _add(self, what: str, told: str) -> None:
        line = row(Label(what), Paragraph(told, "secondary"), spacing=12)
        line.setStretch(1, 1)
        self._groups.addWidget(Rule())
        self._groups.addLayout(line)
