"""TrainingDialog: one training of a member, and its certificate."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services import formations
from microstructure_desktop.services.formations import FormationSaisie
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.asking import AskingDialog
from microstructure_desktop.ui.dialogs.piece_picker import PiecePicker
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_WIDTH = 640
_CHOOSE = ("", "Choisir")
_WHAT = "Ce que chacun a suivi, avec son attestation. N’y écrivez rien sur les personnes suivies."
_NOT_A_DATE = "Écrivez une date comme 14/05/2026."
_UNREADABLE = -1


class TrainingDialog(AskingDialog):
    """Signals:
    asked: FormationSaisie, and the certificate's bytes or None.
    """

    asked = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        membres: Iterable[Membre],
        membre: MembreId,
        known: Formation | None = None,
    ) -> None:
        title = "Corriger la formation" if known is not None else "Nouvelle formation"
        super().__init__(parent, "graduation-cap", title, _WHAT, _WIDTH, "attestation")
        self.known = known
        self._context = context
        themes = [(o.code, o.label) for o in context.reference.listes[formations.THEMES].offered]
        self.member = ComboField([(m.id, m.nom_complet) for m in membres], chars=24)
        self.theme = ComboField([_CHOOSE, *themes], chars=30)
        self.title = LineEdit(chars=56)
        self.who = LineEdit(chars=34)
        self.first, self.last = DateField(today=self._today), DateField(today=self._today)
        self.hours = LineEdit(chars=6)
        self.picker = PiecePicker(context)
        kept = known is not None and known.attestation is not None
        self.fields = {
            "membre": Field("Membre de l’équipe", self.member),
            "theme": Field("Thème", self.theme),
            "intitule": Field("Intitulé", self.title),
            "du": Field("Du", self.first),
            "au": Field("Au", self.last, optional=True),
            "heures": Field("Heures", self.hours, optional=True),
            "organisme": Field("Organisme", self.who, optional=True),
            "attestation": Field(
                "Remplacer l’attestation" if kept else "Attestation", self.picker, optional=True
            ),
        }
        self._lay_out()
        self.add_answers()
        self.picker.picked.connect(self._on_picked)
        self._fill(membre)

    def _lay_out(self) -> None:
        fields = self.fields
        self.body.addLayout(flow(fields["membre"], fields["theme"]))
        self.body.addWidget(fields["intitule"])
        self.body.addLayout(flow(fields["du"], fields["au"], fields["heures"]))
        for name in ("organisme", "attestation"):
            self.body.addWidget(fields[name])

    def _fill(self, membre: MembreId) -> None:
        known = self.known
        self.member.set_value(known.membre if known is not None else membre)
        self.theme.set_value(known.theme if known is not None else "")
        if known is not None:
            self.title.setText(known.intitule)
            self.who.setText(known.organisme)
            self.first.set_value(known.du)
            self.last.set_value(known.au)
            self.hours.setText("" if known.heures is None else str(known.heures))

    def saisie(self) -> FormationSaisie:
        hours = self.hours.text().strip()
        return FormationSaisie(
            MembreId(self.member.value()) or None,
            self.theme.value(),
            self.title.text(),
            self.first.value(),
            self.last.value(),
            (int(hours) if hours.isdecimal() else _UNREADABLE) if hours else None,
            self.who.text(),
        )

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to keep."""
        saisie = self.saisie()
        problems = formations.problems(saisie, self._context.reference, self._today())
        if not self.last.is_readable():
            problems["au"] = _NOT_A_DATE
        if not self.is_wrong(problems):
            piece = self.picker.piece
            self.asked.emit(saisie, piece.contenu if piece is not None else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.theme.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self) -> None:
        self.fields["attestation"].set_error(None)
        self.grow()

    def _today(self) -> date:
        return self._context.now().date()
