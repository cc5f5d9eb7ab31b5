"""The models of fiches in use, to print blank, and the files of the cabinet that are refused."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.forms.model import FICHES, Form, Stage
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.local_definitions import FichierRefuse
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.fiche_printing import BLANK
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row

_FAMILIES = (
    ("Fiches", FICHES),
    ("Inclusion et plan de soins", (Stage.INCLUSION, Stage.PLAN)),
    ("Séances", (Stage.SEANCE,)),
    ("Échelles", (Stage.ECHELLE,)),
)
_MOST = 12
"""A longer family is folded: all of them together fill several screens."""


class FormsCard(Card):
    """Signals:
    print_asked: id of the form to print blank.
    """

    print_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("Les modèles de fiches")
        self._may_print = allowed(context.membre.role, Permission.CLINIQUE)
        self.refused = [_refusal(found) for found in context.reference.refuses]
        for banner in self.refused:
            self.body.addWidget(banner)
        forms = context.reference.forms.latest()
        self.families = [
            Family(title, [self._line(form) for form in kept])
            for title, stages in _FAMILIES
            if (kept := _kept(forms, stages))
        ]
        for family in self.families:
            self.body.addWidget(family)
        self.body.addWidget(
            Paragraph(
                f"Un modèle posé dans le dossier {context.home.formulaires} est lu à la prochaine "
                "ouverture.",
                "secondary",
            )
        )

    def _line(self, form: Form) -> QWidget:
        who = ROLE_WORDS[form.role] if form.role else "Tous les soignants"
        detail = f"{who} · version{texts.NBSP}{form.version}"
        words = column(Label(form.title, "strong"), Label(detail, "caption"), spacing=0)
        line = row(RoleDot(form.role or "equipe"), words, spacing=12)
        line.setStretchFactor(words, 1)
        if self._may_print:
            button = IconButton("printer", f"{BLANK}{texts.NBSP}: {form.title}", "quiet")
            button.clicked.connect(partial(self.print_asked.emit, form.id))
            line.addWidget(button)
        return boxed(line)


class Family(QWidget):
    """Models used at the same time of a follow-up, folded when they are many."""

    def __init__(self, title: str, lines: Sequence[QWidget]) -> None:
        super().__init__()
        self._count = texts.count(len(lines), "modèle")
        self._lines = boxed(column(*lines, spacing=8))
        self._lines.setVisible(len(lines) <= _MOST)
        self.fold_button = Button("", "link")
        self.fold_button.clicked.connect(self._on_fold_clicked)
        self.fold_button.setVisible(len(lines) > _MOST)
        self._title = title
        head = row(Label(title.upper(), "over"), None, self.fold_button)
        self.setLayout(column(head, self._lines, spacing=6, margins=(0, 6, 0, 0)))
        self._say()

    @property
    def folded(self) -> bool:
        return self._lines.isHidden()

    def _on_fold_clicked(self) -> None:
        self._lines.setVisible(self.folded)
        self._say()

    def _say(self) -> None:
        verb, icon = ("Afficher", "chevron-down") if self.folded else ("Replier", "chevron-up")
        self.fold_button.setText(f"{verb} {self._count}")
        self.fold_button.set_icon(icon)
        self.fold_button.setAccessibleName(f"{verb} {self._count}{texts.NBSP}: {self._title}")


def _kept(forms: Sequence[Form], stages: Sequence[Stage]) -> list[Form]:
    """Those of the family, profession by profession, as a follow-up goes."""
    kept = [form for form in forms if form.stage in stages]
    return sorted(kept, key=lambda form: (form.role or "", stages.index(form.stage)))


def _refusal(found: FichierRefuse) -> Banner:
    title = f"Fichier laissé de côté{texts.NBSP}: {found.fichier}"
    return Banner("warn", title, "\n".join(found.raisons))
