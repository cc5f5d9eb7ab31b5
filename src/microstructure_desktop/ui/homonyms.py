"""HomonymBand: somebody else could be taken for the person whose page is open."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services.doublons import Doublon, autour
from microstructure_desktop.services.office import Office

from .context import Context
from .discretion import Discretion, Person
from .texts import NBSP
from .widgets.banner import Banner
from .widgets.themed import show_when

_SEVERAL = "D’autres personnes ressemblent à celle-ci"
_SAME_NAME = "Une autre personne porte ce nom"
_NEAR = "Une autre personne ressemble à celle-ci"
_MOST = 3


class HomonymBand(QWidget):
    """Hidden while nobody is like them; asked again only about somebody else."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._patient: Patient | None = None
        self._others: tuple[Doublon, ...] = ()
        self.banner = Banner()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 10, 24, 2)
        whole.addWidget(self.banner)
        self.hide()
        context.discretion.changed.connect(self._name)

    def ask(self, patient: Patient) -> None:
        if patient == self._patient:
            return
        self._patient, self._others = patient, ()
        self._name()
        self.context.worker.run(partial(_around, patient=patient), self._on_found)

    def _on_found(self, answer: tuple[Patient, tuple[Doublon, ...]]) -> None:
        patient, others = answer
        if patient == self._patient:
            self._others = others
            self._name()

    def _name(self) -> None:
        if self._patient is None or not self._others:
            self.banner.clear()
            show_when(self, False)
            return
        discretion = self.context.discretion
        lines = [f"Ici{NBSP}: {_who(self._patient, discretion)}"]
        others = [_who(doublon.ligne, discretion) for doublon in self._others[:_MOST]]
        lines += [f"À ne pas confondre avec{NBSP}: {who}" for who in others]
        title = _SEVERAL if len(self._others) > 1 else _title(self._others[0])
        self.banner.show_message("info", title, "\n".join(lines))
        show_when(self, True)


def _title(other: Doublon) -> str:
    return _SAME_NAME if other.homonyme else _NEAR


def _who(person: Person, discretion: Discretion) -> str:
    """« LÉGENDE Sophie, 14/05/1992, dossier n° 0001 »."""
    parts = (discretion.bare(person), discretion.birth(person), f"dossier n°{NBSP}{person.dossier}")
    return ", ".join(part for part in parts if part)


def _around(office: Office, *, patient: Patient) -> tuple[Patient, tuple[Doublon, ...]]:
    return patient, autour(office, patient)
