"""StateButton: a state of the application that leads to the page which says more."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import icons, look

from .buttons import Button

_LEAST = 24  # pixels at 100 %


class StateButton(Button):
    """Its sign keeps the colour of the state; alone in the rail, its tip says the rest."""

    gap = 6

    def __init__(
        self, icon: str, text: str, tone: str, leads: str, parent: QWidget | None = None
    ) -> None:
        self._tone = tone
        self._rail = False
        self.leads = leads
        super().__init__(text, "state", icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001
        self._rail = rail
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if rail else policy.Expanding, policy.Fixed)
        self.set_tip(self.text() if rail else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(look.px(_LEAST), hint.height()) if self._rail else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_LEAST), self.sizeHint().height())

    def ink(self) -> str:
        return "text" if self._tone in ("danger", "warn") else super().ink()

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        if not self._rail:
            self.draw_line(painter, area)
            return
        side = look.px(self.skin.icon)
        self.draw_icon(painter, self.rect().center() - QRect(0, 0, side, side).center(), side)

    def draw_icon(self, painter: QPainter, corner: QPoint, side: int) -> None:
        icons.draw(painter, corner, self._icon, self._tone, side)
