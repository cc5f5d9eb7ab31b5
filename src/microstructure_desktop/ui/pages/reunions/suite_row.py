"""SuiteRow: a decision of an earlier meeting, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Reprise, Suite
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.tag import Tag

from . import words
from .decision_row import role_sign
from .names import Names

_KINDS = {Suite.FAITE: "ok", Suite.ABANDONNEE: "mute"}


class SuiteRow(QWidget):
    """`named` tells whose decision it is; without `asked`, the suite is only shown.

    Signals:
        suite_chosen: DecisionId and Suite.
    """

    suite_chosen = Signal(str, object)

    def __init__(
        self,
        reprise: Reprise,
        names: Names,
        *,
        named: bool,
        asked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.decision_id = reprise.decision.id
        decision = reprise.decision
        membre = names.membres[decision.qui] if decision.qui else None
        who = membre.nom_affiche if membre else "Toute l’équipe"
        since = f"décidé le {texts.day_and_month(reprise.depuis)}"
        told = said_before(reprise, names)
        caption = " · ".join(part for part in (who, decision.echeance.strip(), since, told) if part)
        self._patient = reprise.patient
        self._name = Label("", "strong")
        told_of = row(spacing=10)
        if named:
            told_of.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self.name_patient(names)
        told_of.addWidget(Paragraph(decision.texte, "body"), 1)
        words_ = column(told_of, Paragraph(caption, "caption"), spacing=0)
        line = row(role_sign(membre), spacing=12, margins=(0, 6, 0, 6))
        line.addLayout(words_, 1)
        self.setLayout(line)
        self.suites = Segmented(
            [(suite.value, word) for suite, word in words.SUITES.items()],
            name=f"Suite de « {decision.texte} »",
        )
        self.suites.set_value(decision.suite.value)
        self.suites.changed.connect(self._on_suite_changed)
        line.addWidget(self.suites, 0, Qt.AlignmentFlag.AlignVCenter)
        if not asked:
            self.suites.hide()
        if not asked and decision.suite is not Suite.A_FAIRE:
            line.addWidget(Tag(words.SUITES[decision.suite], _KINDS[decision.suite]))

    def name_patient(self, names: Names) -> None:
        self._name.setText(names.patient(self._patient))

    def _on_suite_changed(self, code: str) -> None:
        self.suite_chosen.emit(self.decision_id, Suite(code))


def said_before(reprise: Reprise, names: Names) -> str:
    """« faite le 5 octobre par C. Modèle · CMP joint »: what the meeting was told, if it agrees."""
    word = words.SUITES[reprise.decision.suite].lower()
    if reprise.dite_le is None or reprise.decision.suite is Suite.A_FAIRE:
        return ""
    membre = names.membres[reprise.dite_par] if reprise.dite_par is not None else None
    by = f" par {membre.nom_affiche}" if membre is not None else ""
    said = f"{word} le {texts.day_and_month(reprise.dite_le)}{by}"
    return f"{said} · {reprise.note}" if reprise.note else said
