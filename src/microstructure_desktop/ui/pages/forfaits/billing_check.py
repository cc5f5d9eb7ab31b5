"""Second step of billing: what is prepared, for how much, and what is left out and why."""

from collections import Counter

from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.forfait_lignes import ForfaitLigne, Groupe
from microstructure_desktop.services.forfait_mots import manque
from microstructure_desktop.services.forfaits import Tableau
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import amount, count
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody

from .billing_list import BillingList

_NOTHING_LEFT = "Aucun forfait n’est laissé de côté."
_PROOF = (
    "Chaque acte est gardé tel qu’il est aujourd’hui. S’il est corrigé ensuite, la préparation le "
    "dit, sans changer."
)
_RULES = "Les pièces demandées sont nos propositions, à régler par le cabinet"


class BillingCheck(QWidget):
    def __init__(self, context: Context, chosen: BillingList) -> None:
        super().__init__()
        self._context = context
        self._chosen = chosen
        self._tableau: Tableau | None = None
        self.total = Label("", "section")
        self._sums = column(spacing=4)
        self._left = column(spacing=6)
        ready, left = Card("Ce qui est préparé"), Card("Ce qui reste de côté")
        ready.body.addWidget(self.total)
        ready.body.addLayout(self._sums)
        ready.body.addWidget(Paragraph(_PROOF, "caption"))
        left.body.addLayout(self._left)
        body = PageBody()
        body.fill(ready, left)
        self.setLayout(column(body, spacing=0))
        context.discretion.changed.connect(self._fill)

    def show_tableau(self, tableau: Tableau) -> None:
        self._tableau = tableau
        self._fill()

    def _fill(self) -> None:
        if self._tableau is None:
            return
        taken = self._chosen.taken()
        cents = sum(map(self._chosen.cents, taken))
        self.total.setText(f"{count(len(taken), 'forfait')} · {amount(cents)}")
        clear(self._sums)
        by_programme = Counter(x.decompte.cycle.programme.libelle for x in taken)
        for libelle, many in by_programme.items():
            some = [x for x in taken if x.decompte.cycle.programme.libelle == libelle]
            value = Label(amount(sum(map(self._chosen.cents, some))), "strong")
            said = f"{libelle}, {count(many, 'forfait')}"
            self._sums.addLayout(row(Label(said, "secondary"), None, value))
        clear(self._left)
        for icon, said in self._told(self._tableau):
            self._left.addWidget(NoteLine(icon, said, "secondary", "text2", ink="text"))

    def _told(self, tableau: Tableau) -> list[tuple[str, str]]:
        told = [("square", f"{self._name(x)} : décoché par vous.") for x in self._chosen.left()]
        reference = self._context.reference
        for x in tableau.du_groupe(Groupe.BLOQUE):
            why = " ".join(manque(reference, m) for m in x.bloquants)
            told.append(("circle-alert", f"{self._name(x)} : {why}"))
        running = [x for x in tableau.a_suivre if _running(x)]
        if running:
            many = count(len(running), "forfait en cours", "forfaits en cours")
            told.append(("hourglass", f"{many}, ni terminés ni complets."))
        if tableau.fermes:
            many = count(tableau.fermes, "autre personne", "autres personnes")
            told.append(("eye-off", f"{many} : partage limité, à préparer par un autre membre."))
        if not told:
            return [("circle-check", _NOTHING_LEFT)]
        if tableau.du_groupe(Groupe.BLOQUE):
            told.append(("info", f"{_RULES}."))
        return told

    def _name(self, ligne: ForfaitLigne) -> str:
        return self._context.discretion.name(ligne.patient)


def _running(ligne: ForfaitLigne) -> bool:
    return not ligne.groupes & {Groupe.FACTURABLE, Groupe.BLOQUE, Groupe.FACTURE}
