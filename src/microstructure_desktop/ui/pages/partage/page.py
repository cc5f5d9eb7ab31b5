"""What leaves, row by row, before it leaves; where it is, and what came back."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.canal import Reglage
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import canaux, envois, envois_mots
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_depart import Depart
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.themed import show_when

from . import cards
from .acts import SendingActs
from .profile_card import ProfileCard
from .state_card import StateCard
from .steps import ICONES, Acte, Etape, acte_de, etape

_KINDS = {
    "consultation", "inclusion", "synthese", "cabinet", "formation", "envoi", "outbox",
    "convention", "cle_signature", "canal",
}  # fmt: skip
_WHAT = "Des nombres, sans identité. Rien ne part sans votre accord."
_READ = "Des nombres, sans identité. La remise revient au médecin ou à la coordination."


@dataclass(frozen=True, slots=True)
class _Shown:
    depart: Depart
    lus: tuple[EnvoiLu, ...]
    ways: tuple[Reglage, ...]

    @property
    def lu(self) -> EnvoiLu | None:
        """The bundle of the month that stands."""
        pli = self.depart.pli
        return next((x for x in self.lus if pli is not None and x.pli.paquet == pli.paquet), None)


class PartagePage(Page):
    """One month at a time; what the button hands over is exactly what is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted: Mois | None = None
        self._etape: Etape | None = None
        self._busy = ""
        self.shown: _Shown | None = None
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_PARTAGE)
        self.band = HeaderBand("Ce qui part")
        self.month = ComboField(chars=16)
        self.month.setAccessibleName("Mois")
        self.main_button = Button("", "primary")
        self.tables = Button("Tableaux pour l’équipe", "link", "table")
        self.agreement = Button("Échanges avec l’animateur", "link", "handshake")
        self.problem = Banner()
        self.state = StateCard(may_write=self._may_write)
        self.profile = ProfileCard(may_write=self._may_write)
        self._joint: bool | None = None
        self.acts = SendingActs(context, self)
        self.empty = EmptyState(
            "send",
            "Rien à transmettre pour l’instant",
            "Les lignes du premier mois s’afficheront ici dès la première séance notée.",
        )
        self.body = PageBody()
        self._rows, self._side = column(spacing=16), column(spacing=16)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        mois = route.get("mois")
        self._wanted = Mois.lire(mois) if mois else self._wanted
        self.problem.clear()
        self._reload()

    def leave(self) -> None:
        self.acts.close()

    def first_focus(self) -> QWidget | None:
        return self.month

    def _lay_out(self) -> None:
        show_when(self.tables, allowed(self.context.membre.role, Permission.DONNEES))
        for action in (self.month, self.main_button):
            self.band.add_action(action)
        links = boxed(flow(self.agreement, self.tables))
        self.body.fill(self.problem, self.state, boxed(self._rows), self.profile, links)
        self.body.fill_aside(boxed(self._side))
        layout = column(self.band, self.empty, self.body, spacing=0)
        layout.setStretchFactor(self.body, 1)
        layout.setStretchFactor(self.empty, 1)
        self.setLayout(layout)
        self.empty.hide()

    def _connect(self) -> None:
        self.month.changed.connect(self._on_month_changed)
        self.main_button.clicked.connect(self._on_main_clicked)
        self.tables.clicked.connect(self._on_tables_clicked)
        self.agreement.clicked.connect(self._on_agreement_clicked)
        self.profile.joint_changed.connect(self._on_joint_changed)
        self.state.asked.connect(self.acts.start)
        self.state.cancel_asked.connect(self.acts.cancel)
        self.state.receipt_asked.connect(self.acts.ask_receipt)
        self.state.annex_asked.connect(self.acts.annex)
        self.acts.busy.connect(self._on_busy)
        self.acts.failed.connect(self._on_failed)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(envois.months, self._on_months, self._on_failed)

    def _on_months(self, months: tuple[Mois, ...]) -> None:
        self.empty.setVisible(not months)
        for part in (self.body, self.month):
            part.setVisible(bool(months))
        show_when(self.main_button, False)
        if not months:
            return
        self.month.set_choices((str(m), envois_mots.month_words(m).capitalize()) for m in months)
        shown = self._wanted if self._wanted in months else months[min(1, len(months) - 1)]
        self.month.set_value(str(shown))
        self._load(shown)

    def _load(self, mois: Mois) -> None:
        if mois != self._wanted:
            self._joint = None
        self._wanted = mois
        read = partial(_read, mois=mois, joint=self._joint)
        self.context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, shown: _Shown) -> None:
        self.shown, depart = shown, shown.depart
        self.acts.show(depart, shown.ways)
        title = f"Ce qui part — {envois_mots.month_words(depart.mois)}"
        self.band.set_words(title, _WHAT if self._may_write else _READ)
        self._show_step(etape(depart, shown.lu, shown.ways, self.context.now()))
        clear(self._rows)
        for name, lines in envois_mots.tables(depart):
            self._rows.addWidget(cards.table_card(name, lines))
        self._rows.addWidget(cards.raw_card(depart.fichiers))
        self.profile.show_profile(depart.profil, joint=depart.joint)
        clear(self._side)
        for card in (
            cards.checks_card(depart.controles),
            cards.withheld_card(depart),
            cards.history_card(shown.lus, self.context.now()),
            cards.never_card(),
        ):
            self._side.addWidget(card)

    def _show_step(self, made: Etape) -> None:
        assert self.shown is not None
        self._etape = made
        self.band.set_tag(made.tag, made.ton)
        others = {acte_de(way) for way in self.shown.ways}
        self.state.show_step(made, self.shown.lu, others, sealed=bool(self.shown.lus))
        self.main_button.setText(made.bouton)
        self.main_button.set_icon(ICONES[made.acte] if made.acte is not None else "")
        reader_may = made.acte is Acte.CONVENIR
        show_when(self.main_button, made.acte is not None and (self._may_write or reader_may))
        self._on_busy(self._busy)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _KINDS:
            self._reload()

    # --- what is asked ----------------------------------------------------------------------

    def _on_month_changed(self, text: str) -> None:
        self.problem.clear()
        self._load(Mois.lire(text))

    def _on_main_clicked(self) -> None:
        made = self._etape
        if made is None:
            return
        self.problem.clear()
        if made.acte is Acte.CONVENIR:
            self.context.navigator.go(Route("echanges"))
        elif made.acte is Acte.COMPLETER:
            self.context.navigator.go(Route("reglages", carte="cabinet"))
        else:
            self.acts.do(made)

    def _on_joint_changed(self, joint: bool) -> None:  # noqa: FBT001 -- Qt says so
        self._joint = joint
        if self._wanted is not None:
            self._load(self._wanted)

    def _on_tables_clicked(self) -> None:
        self.context.navigator.go(Route("tableaux"))

    def _on_agreement_clicked(self) -> None:
        self.context.navigator.go(Route("echanges"))

    def _on_busy(self, words: str) -> None:
        self._busy = words
        self.state.set_busy(words)
        self.main_button.setEnabled(not words)

    def _on_failed(self, failure: AppError) -> None:
        self.problem.show_message("danger", failure.sentence, failure.way_out)
        self.body.ensureWidgetVisible(self.problem)


def _read(office: Office, *, mois: Mois, joint: bool | None) -> _Shown:
    ways = (voie.reglage for voie in canaux.canaux(office))
    return _Shown(
        envois.depart(office, mois, profil=joint),
        envois.historique(office),
        tuple(way for way in ways if way.actif),
    )
