"""IntervenantsCard: who, around the cabinet, follows the person."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from microstructure_desktop.domain.ids import PartenaireId, PatientId
from microstructure_desktop.domain.partenaire import Intervenant
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.intervenants import Autour
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.partner_dialog import PartnerDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.themed import show_when

from .intervention_dialog import InterventionDialog
from .partner_finder import PartnerFinder
from .words import joined

_TITLE = "Autour de la personne"
_NOBODY = "Personne n’est noté : pharmacie, infirmier, CSAPA, service social…"
_SHOWN = frozenset({"intervenant", "partenaire"})


class IntervenantsCard(Card):
    """Reads by itself what it shows; each act is undone by Ctrl+Z."""

    def __init__(self, context: Context) -> None:
        super().__init__(_TITLE)
        self._context = context
        self._patient: PatientId | None = None
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_DOCUMENTS)
        self.lignes: tuple[Autour, ...] = ()
        self.partner_dialog: PartnerDialog | None = None
        self.intervention: InterventionDialog | None = None
        self.add_button = Button("Ajouter", "link", "plus")
        self.add_button.setAccessibleName("Ajouter un partenaire autour de la personne")
        self.header.addWidget(self.add_button)
        self.finder = PartnerFinder(context)
        self.problem = Label("", "label", "danger")
        self._lines = column(spacing=12)
        self.body.addWidget(self.finder)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._lines)
        self.directory_button = Button("Annuaire du cabinet", "link", "book-user")
        self.body.addLayout(row(self.directory_button, None))
        self.finder.hide()
        self.problem.hide()
        show_when(self.add_button, self._may_write)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.directory_button.clicked.connect(self._on_directory_clicked)
        self.finder.chosen.connect(self._on_chosen)
        self.finder.create_asked.connect(self._on_create_asked)
        self.finder.closed.connect(self._on_given_up)
        context.events.store_changed.connect(self._on_store_changed)

    def show_patient(self, patient_id: PatientId) -> None:
        """Somebody else's partners never stay while these are read."""
        if patient_id != self._patient:
            self._patient = patient_id
            self._on_finder_closed()
            self._show(())
        self._reload()

    def _reload(self) -> None:
        if self._patient is not None:
            read = partial(_autour, patient_id=self._patient)
            self._context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[PatientId, tuple[Autour, ...]]) -> None:
        if found[0] == self._patient:
            self._show(found[1])

    def _show(self, lignes: tuple[Autour, ...]) -> None:
        self.lignes = lignes
        clear(self._lines)
        if not lignes:
            self._lines.addWidget(Paragraph(_NOBODY, "caption"))
        for ligne in lignes:
            partenaire = ligne.partenaire
            kind = self._context.reference.libelle(annuaire.TYPES, partenaire.type)
            name = Label(partenaire.nom, "strong", "" if ligne.en_cours else "text2")
            facts = [Paragraph(joined((kind, partenaire.telephone)), "secondary")]
            said = joined((_when(ligne.intervenant), ligne.intervenant.precision))
            if said:
                facts.append(Paragraph(said, "caption"))
            line = row(column(name, *facts, spacing=1), spacing=6)
            line.setStretch(0, 1)
            if self._may_write:
                edit = IconButton("pencil", f"Modifier{NBSP}: {partenaire.nom}", "quiet")
                edit.clicked.connect(partial(self._on_edit_clicked, ligne))
                line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(boxed(line))

    def _on_directory_clicked(self) -> None:
        self._context.navigator.go(Route("annuaire"))

    # --- adding -----------------------------------------------------------------------------

    def _on_add_clicked(self) -> None:
        self.finder.show()
        self.problem.hide()
        self.finder.begin(frozenset(a.partenaire.id for a in self.lignes if a.en_cours))

    def _on_finder_closed(self) -> None:
        self.finder.hide()
        self.problem.hide()

    def _on_given_up(self) -> None:
        self._on_finder_closed()
        self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, partenaire_id: str) -> None:
        assert self._patient is not None
        add = partial(
            intervenants.add, patient_id=self._patient, partenaire_id=PartenaireId(partenaire_id)
        )
        self._do(add, self._on_added, self._on_failed)

    def _on_create_asked(self, nom: str) -> None:
        reference = self._context.reference
        dialog = PartnerDialog(self, reference, nom=nom, verb="Créer et ajouter")
        self.partner_dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._on_create_confirmed)
        dialog.open()

    def _on_create_confirmed(self, saisi: PartenaireSaisi) -> None:
        assert self._patient is not None
        create = partial(intervenants.create, patient_id=self._patient, saisi=saisi)
        self._do(create, self._on_created, self._on_create_refused)

    def _on_created(self, fait: Fait[Intervenant]) -> None:
        if self.partner_dialog is not None:
            self.partner_dialog.close_saved()
            self.partner_dialog = None
        self._on_added(fait)

    def _on_create_refused(self, error: AppError) -> None:
        if self.partner_dialog is not None:
            self.partner_dialog.refuse(error)

    def _on_added(self, fait: Fait[Intervenant]) -> None:
        self._on_finder_closed()
        self.add_button.setFocus()
        self._context.undo.offer("Partenaire ajouté autour de la personne", fait.changes)

    # --- correcting -------------------------------------------------------------------------

    def _on_edit_clicked(self, ligne: Autour) -> None:
        dialog = InterventionDialog(self, ligne, self._context.now().date())
        self.intervention = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_edited)
        dialog.remove_asked.connect(self._on_remove_asked)
        dialog.open()

    def _on_edited(self) -> None:
        assert self.intervention is not None
        self._do(self.intervention.action(), self._on_kept, self._on_failed)

    def _on_kept(self, fait: Fait[Intervenant]) -> None:
        self._context.undo.offer("Ligne corrigée", fait.changes)

    def _on_remove_asked(self) -> None:
        assert self.intervention is not None
        remove = partial(intervenants.remove, intervenant_id=self.intervention.ligne.intervenant.id)
        self.intervention.reject()
        self._do(remove, self._on_removed, self._on_failed)

    def _on_removed(self, fait: Fait[None]) -> None:
        self._context.undo.offer("Partenaire retiré de ce dossier", fait.changes)

    def _do(
        self,
        action: Callable[[Office], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[AppError], None],
    ) -> None:
        self._context.worker.run(partial(noted, action=action), on_done, on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.problem.setText(f"{error.sentence} {error.way_out}")
        self.problem.show()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _SHOWN:
            self._reload()


def _autour(office: Office, *, patient_id: PatientId) -> tuple[PatientId, tuple[Autour, ...]]:
    return patient_id, intervenants.autour(office, patient_id)


def _when(intervenant: Intervenant) -> str:
    since, until = intervenant.depuis, intervenant.jusqu_a
    if since is not None and until is not None:
        return f"du {numeric_date(since)} au {numeric_date(until)}"
    if until is not None:
        return f"jusqu’au {numeric_date(until)}"
    return f"depuis le {numeric_date(since)}" if since is not None else ""
