"""Part: a card that shows some of a meeting, and gives it back as it is typed."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.widgets.card import Card


class Part(Card):
    """Signals:
    edited: what `applied` gives has changed.
    """

    edited = Signal()

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        """Fill in; a closed meeting is only read."""
        raise NotImplementedError

    def applied(self, reunion: Reunion) -> Reunion:
        """The same meeting with what stands here."""
        raise NotImplementedError
