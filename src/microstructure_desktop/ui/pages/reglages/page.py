"""Team, cabinet, models, appearance and lock: each change applies at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop import settings as settings_file
from microstructure_desktop.domain.equipe import Cabinet, Membre
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import equipe, secours
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.appearance_card import AppearanceCard
from microstructure_desktop.ui.dialogs.fiche_printing import FichePrinting
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .around_card import AroundCard
from .cabinet_card import CabinetCard
from .corbeille_card import CorbeilleCard
from .forms_card import FormsCard
from .own_sheet_card import OwnSheetCard
from .passphrase_card import PassphraseCard
from .reprise_card import RepriseCard
from .team_card import TeamCard


class ReglagesPage(Page):
    """Route `reglages`, and perhaps `carte`: the card that the keyboard starts on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.problem = Banner()
        self.team = TeamCard()
        self.cabinet = CabinetCard()
        self.passphrase = PassphraseCard()
        self.own_sheet = OwnSheetCard(context)
        self.forms = FormsCard(context)
        self.printing = FichePrinting(context, self, self._on_failed)
        self.appearance = AppearanceCard(context.settings)
        self.reprise = RepriseCard(
            may_import=allowed(context.membre.role, Permission.REUNIR_DOSSIERS)
        )
        self.corbeille = CorbeilleCard(context)
        self.around = AroundCard(context.membre.role)
        self._cards: dict[str, QWidget] = {
            "apparence": self.appearance,
            "phrase": self.passphrase,
            "feuille": self.own_sheet,
            "equipe": self.team,
            "cabinet": self.cabinet,
            "modeles": self.forms,
        }
        self._first: QWidget = self.appearance
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = self._body = PageBody()
        body.fill(self.problem, self.team, self.cabinet, self.forms)
        mine = (self.appearance, self.passphrase, self.own_sheet)
        body.fill_aside(*mine, self.around, self.reprise, self.corbeille)
        self.setLayout(
            column(
                HeaderBand("Réglages", "L’équipe, le cabinet et ce poste"),
                body,
                spacing=0,
                grows=body,
            )
        )

    def _connect(self) -> None:
        self.forms.print_asked.connect(self.printing.print_blank)
        self.team.asked.connect(self._on_team_asked)
        self.team.sheet_asked.connect(self._on_sheet_asked)
        self.cabinet.edited.connect(self._on_cabinet_edited)
        self.passphrase.change_asked.connect(self._on_change_asked)
        self.appearance.changed.connect(self._on_appearance_changed)
        self.reprise.asked.connect(self._on_reprise_asked)
        self.around.route_chosen.connect(self.context.navigator.go)

    def open(self, route: Route) -> None:
        self._first = self._cards.get(route.get("carte", ""), self.appearance)
        self._load()

    def first_focus(self) -> QWidget | None:
        parts = (self._first, *self._first.findChildren(QWidget))
        by_tab = Qt.FocusPolicy.TabFocus
        wanted = (p for p in parts if p.isVisibleTo(self) and p.focusPolicy() & by_tab)
        return next(wanted, self.appearance.theme)

    def _load(self) -> None:
        self.context.worker.run(_all, self._on_loaded, self._on_failed)
        self.own_sheet.read()

    def _on_loaded(self, found: tuple[tuple[Membre, ...], Cabinet, str]) -> None:
        membres, cabinet, rappel = found
        may_manage = equipe.may_manage(self.context.membre, membres)
        self.team.show_team(membres, may_manage=may_manage, rappel=rappel)
        self.cabinet.show_cabinet(cabinet, may_manage=may_manage)
        self._body.ensureWidgetVisible(self._first)

    def _on_cabinet_edited(self, cabinet: Cabinet) -> None:
        action = partial(equipe.save_cabinet, cabinet=cabinet)
        self.context.worker.run(action, self._on_cabinet_saved, self._on_failed)

    def _on_cabinet_saved(self, cabinet: Cabinet) -> None:
        self.cabinet.show_cabinet(cabinet, may_manage=True)
        self.context.events.notify("Cabinet enregistré")

    def _on_change_asked(self, old: str, new: str) -> None:
        action = partial(equipe.change_passphrase, old=old, new=new)
        self.context.worker.run(action, self._on_passphrase_changed, self._on_change_failed)

    def _on_passphrase_changed(self, _none: object) -> None:
        self.passphrase.accept_change()
        self.context.events.notify("Phrase de passe changée")

    def _on_change_failed(self, failure: AppError) -> None:
        self.passphrase.refuse_change(failure.sentence)

    def _on_appearance_changed(self, settings: settings_file.Settings) -> None:
        kept = settings.with_(dernier_membre=self.context.settings.dernier_membre)
        self.context.settings = kept
        settings_file.save(self.context.home.settings_file, kept)
        self.context.events.settings_changed.emit(kept)
        self.context.theme.choose(kept.theme, kept.echelle)

    def _on_team_asked(self) -> None:
        self.context.navigator.go(Route("equipe"))

    def _on_sheet_asked(self) -> None:
        self.context.navigator.go(Route("equipe", feuille="oui"))

    def _on_reprise_asked(self) -> None:
        self.context.navigator.go(Route("reprise"))

    def _on_failed(self, failure: AppError) -> None:
        self.problem.show_message("danger", failure.sentence, failure.way_out)


def _all(office: Office) -> tuple[tuple[Membre, ...], Cabinet, str]:
    membres = equipe.membres(office)
    rappel = secours.etat(office).rappel if equipe.may_manage(office.membre, membres) else ""
    return membres, equipe.cabinet(office), rappel
