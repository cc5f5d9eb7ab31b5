"""ReceptionPage: receive what the cabinets sent, say what became of it, keep what was refused."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner

from . import acts, wording
from .acts import Attente, Etat, Ligne
from .drop_card import DropCard
from .lists import ArrivalsCard, QuarantineCard
from .receipts_card import ReceiptsCard

_ENROLMENT = ".msma-inscription"
_ENROL = ("Il y avait aussi l’inscription d’un cabinet", "L’ouvrir")
_NOBODY = (
    "Aucun cabinet n’est encore inscrit.",
    "Remettez-leur votre convention, puis inscrivez-les\xa0: leurs paquets seront alors acceptés.",
    "Inscrire un cabinet",
)
_DISCARD = (
    "Écarter ce paquet\xa0?",
    "Le fichier refusé sera effacé du registre. Le cabinet devra renvoyer son mois s’il manque.",
    "Écarter le paquet",
)
_ACCEPT = (
    "Accepter ce paquet quand même\xa0?",
    (
        "Il contredit ce que ce cabinet avait envoyé. Appelez-le d’abord\xa0: après une sauvegarde "
        "restaurée, ou quand une personne ne veut plus être comptée, c’est normal."
    ),
    "Accepter le paquet",
)


class ReceptionPage(Page):
    """Route `reception`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Réception", "Ce que les cabinets envoient chaque mois")
        self._asked: Attente | None = None
        self._enrolments: tuple[Path, ...] = ()
        self.nobody = Banner("info", *_NOBODY)
        self.drop = DropCard()
        self.outcome = Banner()
        self.arrivals = ArrivalsCard()
        self.quarantine = QuarantineCard()
        self.receipts = ReceiptsCard()
        self.body.fill(self.nobody, self.drop, self.outcome, self.arrivals, self.quarantine)
        self.body.fill_aside(self.receipts)
        self.nobody.hide()
        self._connect()

    def first_focus(self) -> QWidget | None:
        return self.drop.files_button

    def reload(self) -> None:
        self.ask(acts.etat, self._on_loaded)

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Receive these files and folders; an enrolment goes to its own page, after the others."""
        self._enrolments = tuple(p for p in paths if p.suffix.lower() == _ENROLMENT)
        paths = tuple(p for p in paths if p not in self._enrolments)
        if not paths:
            self._on_enrolment_asked()
            return
        self.problem.clear()
        self.outcome.clear()
        self.drop.set_busy(busy=True)
        self.ask(acts.recevoir, self._on_received, self._on_failed, chemins=paths)

    def _connect(self) -> None:
        self.drop.chosen.connect(self._on_chosen)
        self.nobody.action_clicked.connect(self._on_nobody_clicked)
        self.quarantine.retry_asked.connect(self._on_retry_asked)
        self.quarantine.discard_asked.connect(self._on_discard_asked)
        self.quarantine.accept_asked.connect(self._on_accept_asked)
        self.receipts.place_chosen.connect(self._on_place_chosen)

    def _on_loaded(self, etat: Etat) -> None:
        self.nobody.setVisible(not etat.inscrites)
        self.quarantine.show_waiting(etat.quarantaine, etat.aujourd_hui)
        self.receipts.show_place(etat.accuses)

    def _on_chosen(self, paths: tuple[Path, ...]) -> None:
        self.receive(paths)

    def _on_received(self, lignes: tuple[Ligne, ...]) -> None:
        self.drop.set_busy(busy=False)
        self.outcome.show_message(*wording.summary(lignes))
        self.arrivals.show_lines(lignes)
        self.drop.files_button.setFocus()
        if self._enrolments:
            self.context.events.notify(*_ENROL, self._on_enrolment_asked)

    def _on_enrolment_asked(self) -> None:
        if self._enrolments:
            self.context.navigator.go(Route("structures", fichier=self._enrolments[0]))

    def _on_failed(self, error: AppError) -> None:
        self.drop.set_busy(busy=False)
        self.say(error)

    def _on_nobody_clicked(self) -> None:
        self.context.navigator.go(Route("structures"))

    def _on_retry_asked(self) -> None:
        self.ask(acts.reprendre, self._on_retried)

    def _on_retried(self, lignes: tuple[Ligne, ...]) -> None:
        self.arrivals.show_lines(lignes)
        said = count(len(lignes), "paquet repris", "paquets repris")
        self.context.events.notify(said if lignes else "Rien n’a changé\xa0: rien n’est accepté")

    def _on_discard_asked(self, attente: Attente) -> None:
        self._asked = attente
        dialog = Confirm(self, *_DISCARD)
        dialog.accepted.connect(self._on_discard_accepted)
        self.show_dialog(dialog)

    def _on_discard_accepted(self) -> None:
        if self._asked is not None:
            empreinte = self._asked.refus.empreinte
            self.ask(acts.ecarter, self._on_discarded, empreinte=empreinte)

    def _on_accept_asked(self, attente: Attente) -> None:
        self._asked = attente
        dialog = Confirm(self, *_ACCEPT, danger=False)
        dialog.accepted.connect(self._on_accept_accepted)
        self.show_dialog(dialog)

    def _on_accept_accepted(self) -> None:
        if self._asked is not None:
            self.ask(acts.accepter, self._on_accepted, empreinte=self._asked.refus.empreinte)

    def _on_accepted(self, ligne: Ligne) -> None:
        self.arrivals.show_lines((ligne,))
        self.context.events.notify("Paquet accepté")

    def _on_discarded(self, _done: None) -> None:
        self.context.events.notify("Paquet écarté")

    def _on_place_chosen(self, place: Path) -> None:
        self.ask(acts.choisir_accuses, self._on_place_kept, place=place)

    def _on_place_kept(self, _done: None) -> None:
        self.context.events.notify("Les accusés iront dans ce dossier")
