"""DrillCard: once a month, the proof that a backup can be restored."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.sauvegarde import ENTRE_EXERCICES
from microstructure_desktop.services.sauvegardes import EtatSauvegardes
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP, count, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

_WHAT = (
    "Choisissez la sauvegarde de la clé et ouvrez-la comme après une panne, avec votre phrase de "
    "passe ou la feuille de secours. Rien n’est modifié ni effacé."
)
_NEVER = "Aucun exercice n’a encore été fait."


class DrillCard(Card):
    """Signals:
    asked: the person wants to try.
    """

    asked = Signal()

    def __init__(self, *, may_try: bool) -> None:
        super().__init__("Vérifier que je peux restaurer")
        self.last = NoteLine("info", "", "secondary", ink="text2")
        self.next = NoteLine("calendar", "", "secondary", ink="text2")
        self.button = Button("Choisir la sauvegarde…", icon="life-buoy")
        self.button.clicked.connect(self.asked)
        for part in (Paragraph(_WHAT), self.last, self.next):
            self.body.addWidget(part)
        self.body.addLayout(row(self.button, None))
        show_when(self.button, may_try)

    def show_state(self, etat: EtatSauvegardes) -> None:
        done = etat.exercice
        if done is None:
            self.last.set_text(_NEVER)
            self.last.set_sign("info", "text3")
        elif done.reussi:
            le = numeric_date(done.le.astimezone().date())
            of = backup_words.moment(done.sauvegarde_du)
            found = count(done.patients, "patient")
            self.last.set_text(f"Réussi le {le}{NBSP}: {found}, sauvegarde du {of}.")
            self.last.set_sign("circle-check", "ok")
        else:
            le = numeric_date(done.le.astimezone().date())
            self.last.set_text(f"Échec le {le}{NBSP}: {done.probleme}")
            self.last.set_sign("circle-alert", "danger")
        self.next.set_text(_next(etat))
        self.next.set_sign("calendar", "warn" if etat.exercice_du else "text3")


def _next(etat: EtatSauvegardes) -> str:
    if etat.exercice_du or etat.exercice is None:
        return "À faire ce mois-ci."
    due = (etat.exercice.le + ENTRE_EXERCICES).astimezone().date()
    return f"Prochain exercice{NBSP}: le {numeric_date(due)}."
