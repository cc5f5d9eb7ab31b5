"""Light or dark, text size, and how long before the screen locks."""

from PySide6.QtCore import Signal

from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.segmented import Segmented

THEMES = (("systeme", "Système"), ("clair", "Clair"), ("sombre", "Sombre"))
SIZES = (("100", "100\u202f%"), ("112", "112\u202f%"), ("125", "125\u202f%"), ("150", "150\u202f%"))
DELAYS = (("2", "2 min"), ("5", "5 min"), ("10", "10 min"), ("15", "15 min"), ("30", "30 min"))
_KEPT = "Rien de ce qui est tapé n’est perdu."


class AppearanceCard(Card):
    """Signals:
    changed: the Settings as chosen; they apply at once.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, lock_hint: str = _KEPT) -> None:
        super().__init__("Ce poste")
        self._settings = settings
        self.theme = Segmented(THEMES, name="Apparence")
        self.text_size = ComboField(SIZES, chars=10)
        self.delay = ComboField(DELAYS, chars=10)
        self.theme.set_value(settings.theme)
        self.text_size.set_value(str(settings.echelle))
        self.delay.set_value(str(settings.verrouillage_minutes))
        self.body.setSpacing(14)
        self.body.addWidget(Field("Apparence", self.theme))
        self.body.addWidget(Field("Taille du texte", self.text_size))
        self.body.addWidget(Field("Verrouiller sans activité", self.delay, hint=lock_hint))
        for choice in (self.theme, self.text_size, self.delay):
            choice.changed.connect(self._on_changed)

    def _on_changed(self, _code: str) -> None:
        self._settings = self._settings.with_(
            theme=self.theme.value(),
            echelle=int(self.text_size.value()),
            verrouillage_minutes=int(self.delay.value()),
        )
        self.changed.emit(self._settings)
