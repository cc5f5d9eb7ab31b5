"""SauvegardesPage: the state of the backups, and everything one does with them."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from microstructure_desktop.domain.ids import SupportId
from microstructure_desktop.domain.support import Exercice, Support
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import (
    anciens_coffres,
    effacement_copies,
    ouvrables,
    restauration,
    sauvegardes,
    supports,
)
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.anciens_coffres import AncienCoffre
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.ouvrables import Ouvrables
from microstructure_desktop.services.restauration import Regard
from microstructure_desktop.services.sauvegardes import EtatSauvegardes, Examen, Sauvegarde
from microstructure_desktop.services.secret_sauvegarde import Secret
from microstructure_desktop.ui import backup_words, look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.backup_choice import file_dialog
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.restore_dialog import RestoreDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP, count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .drill_card import DrillCard
from .drill_dialog import DrillDialog
from .former_card import FormerCard, lost, name
from .list_card import VERIFYING, ListCard, Row
from .state_card import BUSY_AWAY, BUSY_HERE, StateCard
from .supports_card import SupportsCard

TITLE = "Sauvegardes"
LEFT = "Ces sauvegardes plus anciennes n’ont pas pu être refaites : supprimez-les du support."
STILL_OPEN = "Des copies de cet ordinateur s’ouvrent encore avec la phrase de passe de {who}."
DESTROY = "Les détruire…"
DESTROYED = (
    "Elles n’ont pas pu être refaites sous la nouvelle clé. Une fois détruites, rien ne peut les "
    "rendre ; les autres sauvegardes restent."
)
SOUND = "Cette sauvegarde est intacte."
SOUND_BUT = "Cette sauvegarde est saine, journal d’accès altéré."
_BESIDE_FROM = 940  # less room beside the aside, and the list of backups loses a column
_WHAT = "Rien n’est perdu si l’ordinateur tombe en panne, brûle ou disparaît"


@dataclass(frozen=True, slots=True)
class _Shown:
    etat: EtatSauvegardes
    rows: tuple[Row, ...]
    again: frozenset[SupportId]
    openable: Ouvrables
    former: tuple[AncienCoffre, ...]


class SauvegardesPage(Page):
    """Route `sauvegardes`; with `essai`, the drill is what one came for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        role = context.membre.role
        may_save = allowed(role, Permission.SAUVEGARDER)
        self.dialog: QDialog | None = None
        self.header = HeaderBand(TITLE, _WHAT, back="Retour (Échap)")
        self.alarm = Banner()
        self.openable = Banner()
        self._left: tuple[Path, ...] = ()
        self.state = StateCard(may_save=may_save)
        may_restore = allowed(role, Permission.RESTAURER)
        self.list = ListCard(may_verify=may_save, may_restore=may_restore)
        self.former = FormerCard(may_delete=may_restore)
        self.supports = SupportsCard(may_retire=may_save)
        self.drill = DrillCard(may_try=may_save)
        self._body = PageBody()
        self._chosen: Path | None = None
        self._to_try = self._to_show = False
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self._to_try = self._to_show = route.get("essai") is not None
        self._reload()

    def leave(self) -> None:
        if isinstance(self.dialog, RestoreDialog):
            self.dialog.abandon()
        elif self.dialog is not None:
            self.dialog.reject()

    def first_focus(self) -> QWidget | None:
        shown = self.drill.button if self._to_try else self.state.save_button
        return self.header.back_button if shown.isHidden() else shown

    def _lay_out(self) -> None:
        self._body.fill(self.alarm, self.openable, self.state, self.list, self.former)
        aside = self._body.add_aside(look.size("aside"), _BESIDE_FROM)
        aside.addWidget(self.drill)
        aside.addWidget(self.supports)
        aside.addStretch(1)
        self.setLayout(column(self.header, self._body, spacing=0, grows=self._body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.state.save_asked.connect(self._on_save_asked)
        self.state.away_asked.connect(self._on_away_asked)
        self.list.verify_asked.connect(self._on_verify_asked)
        self.list.restore_asked.connect(self._on_restore_asked)
        self.list.file_asked.connect(self._on_file_asked)
        self.former.delete_asked.connect(self._on_delete_asked)
        self.supports.retire_asked.connect(self._on_retire_asked)
        self.openable.action_clicked.connect(self._on_destroy_asked)
        self.drill.asked.connect(self._on_drill_asked)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(_read, self._on_loaded, self._on_failed)

    def _on_loaded(self, shown: _Shown) -> None:
        etat, now = shown.etat, self.context.now()
        if etat.alarme:
            self.alarm.show_message("danger", etat.alarme)
        else:
            self.alarm.clear()
        self.state.show_state(etat, now)
        self.list.show_rows(shown.rows)
        self._show_openable(shown.openable)
        who = {one.support.id: one.noms for one in shown.openable.supports}
        self.supports.show_supports(etat.supports, shown.again, who, now)
        self.drill.show_state(etat)
        self.former.show_stores(shown.former)
        if self._to_show:
            self._to_show = False  # once: afterwards the page stays where it was scrolled
            QTimer.singleShot(0, self, self._on_laid_out)

    def _on_laid_out(self) -> None:
        self._body.ensureWidgetVisible(self.drill.button, 20, look.px(40))

    def _show_openable(self, found: Ouvrables) -> None:
        self._left = found.fichiers
        if not found.fichiers:
            self.openable.clear()
            return
        title = STILL_OPEN.format(who=found.noms)
        names = ", ".join(path.name for path in found.fichiers)
        may = allowed(self.context.membre.role, Permission.EQUIPE)
        self.openable.show_message("warn", title, names, DESTROY if may else "")

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.alarm.show_message("danger", error.sentence, error.way_out)

    # --- make one ---------------------------------------------------------------------------

    def _on_save_asked(self) -> None:
        self.state.show_busy(BUSY_HERE)
        self.context.worker.run(sauvegardes.sauvegarder, self._on_saved, self._on_not_saved)

    def _on_away_asked(self) -> None:
        dialog = QFileDialog(self, "Choisir la clé USB ou le disque")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        self._open(dialog)

    def _on_folder_chosen(self, name: str) -> None:
        self.state.show_busy(BUSY_AWAY)
        action = partial(sauvegardes.sur_support, dossier=Path(name))
        self.context.worker.run(action, self._on_saved, self._on_not_saved)

    def _on_saved(self, made: Sauvegarde) -> None:
        self.state.show_busy("")
        self._reload()
        self.context.events.backups_changed.emit()
        if made.laissees:
            self.state.problem.show_message("warn", LEFT, ", ".join(made.laissees))
        at = backup_words.moment(made.faite_le)
        self.context.events.notify(f"Sauvegarde du {at} faite, relue et vérifiée")

    def _on_not_saved(self, error: AppError) -> None:
        self.state.refuse(error)
        self._reload()

    # --- verify, restore --------------------------------------------------------------------

    def _on_verify_asked(self, one: Sauvegarde) -> None:
        self.list.show_busy(VERIFYING)
        action = partial(sauvegardes.verifier, chemin=one.chemin)
        self.context.worker.run(action, self._on_verified, self._on_not_verified)

    def _on_verified(self, examen: Examen) -> None:
        self.list.show_busy("")
        self._reload()
        self.context.events.backups_changed.emit()
        if examen.saine:
            last = examen.derniere_saisie
            until = f", dernière saisie le {backup_words.moment(last)}" if last else ""
            found = f"{count(examen.patients, 'patient')}{until}."
            kind, verdict = ("warn", SOUND_BUT) if examen.journal else ("ok", SOUND)
            self.list.banner.show_message(kind, verdict, f"{examen.journal} {found}".strip())
        else:
            failure = next(c.failure for c in examen.checks if c.failure)
            self.list.banner.show_message("danger", failure.sentence, failure.way_out)

    def _on_not_verified(self, error: AppError) -> None:
        self.list.show_busy("")
        self.list.banner.show_message("danger", error.sentence, error.way_out)

    def _on_restore_asked(self, one: Sauvegarde) -> None:
        self._restore(one.chemin)

    def _on_file_asked(self) -> None:
        dialog = file_dialog(self)
        dialog.fileSelected.connect(self._on_file_chosen)
        self._open(dialog)

    def _on_file_chosen(self, name: str) -> None:
        self._restore(Path(name))

    def _restore(self, path: Path) -> None:
        dialog = RestoreDialog(self, path, self.context.worker, self.context.now)
        dialog.prepared.connect(self.context.events.restore_prepared)
        self._open(dialog)

    # --- the drill, the keys ----------------------------------------------------------------

    def _on_drill_asked(self) -> None:
        dialog = file_dialog(self)
        dialog.fileSelected.connect(self._on_drill_file_chosen)
        self._open(dialog)

    def _on_drill_file_chosen(self, name: str) -> None:
        self._chosen = Path(name)
        action = partial(_look, chemin=self._chosen)
        self.context.worker.run(action, self._on_drill_file_read, self._on_failed)

    def _on_drill_file_read(self, regard: Regard) -> None:
        if self.isVisible() and self._chosen is not None:
            dialog = DrillDialog(self, self._chosen, regard)
            dialog.asked.connect(self._on_trial_asked)
            self._open(dialog)

    def _on_trial_asked(self, path: Path, secret: Secret) -> None:
        action = partial(sauvegardes.exercice, chemin=path, secret=secret)
        self.context.worker.run(action, self._on_tried, self._on_not_tried)

    def _on_tried(self, done: Exercice) -> None:
        if isinstance(self.dialog, DrillDialog):
            self.dialog.show_done(done)

    def _on_not_tried(self, error: AppError) -> None:
        if isinstance(self.dialog, DrillDialog):
            self.dialog.refuse(error)

    def _on_retire_asked(self, support: Support) -> None:
        action = partial(supports.retirer, support_id=support.id)
        self.context.worker.run(partial(noted, action=action), self._on_retired, self._on_failed)

    def _on_retired(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Support retiré de la liste", fait.changes)

    def _on_destroy_asked(self) -> None:
        title = count(len(self._left), "copie à détruire", "copies à détruire")
        dialog = Confirm(self, title, DESTROYED, "Détruire")
        dialog.accepted.connect(self._on_destroy_accepted)
        self._open(dialog)

    def _on_destroy_accepted(self) -> None:
        action = partial(ouvrables.detruire, fichiers=self._left)
        self.context.worker.run(action, self._on_destroyed, self._on_failed)

    def _on_destroyed(self, _none: object) -> None:
        self.context.events.notify("Copies détruites")
        self.context.events.backups_changed.emit()
        self._reload()

    def _on_delete_asked(self, one: AncienCoffre) -> None:
        text, word = lost(one)
        title = f"Supprimer cet ancien coffre{NBSP}?"
        dialog = Confirm(self, title, f"{name(one)}. {text}", "Supprimer", word=word)
        dialog.accepted.connect(partial(self._on_delete_accepted, one.nom))
        self._open(dialog)

    def _on_delete_accepted(self, nom: str) -> None:
        action = partial(anciens_coffres.supprimer, nom=nom)
        self.context.worker.run(action, self._on_deleted, self._on_not_deleted)

    def _on_deleted(self, _none: object) -> None:
        self.context.events.notify("Ancien coffre supprimé")
        self._reload()

    def _on_not_deleted(self, error: AppError) -> None:
        self.context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
        self._reload()

    # --- dialogs ----------------------------------------------------------------------------

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_dialog_finished(self, _answer: int) -> None:
        if self.dialog is self.sender():
            self.dialog = None


def _read(office: Office) -> _Shown:
    etat = sauvegardes.etat(office)
    rows = tuple(Row(one, _size(one.chemin)) for one in etat.toutes)
    openable, former = ouvrables.ouvrables(office), anciens_coffres.anciens_coffres(office)
    return _Shown(etat, rows, _again(office), openable, former)


def _again(office: Office) -> frozenset[SupportId]:
    if not allowed(office.membre.role, Permission.CONSERVATION):
        return frozenset()
    return frozenset(one.id for one in effacement_copies.a_reprendre(office).supports)


def _look(_office: Office, *, chemin: Path) -> Regard:
    return restauration.regarder(chemin)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
