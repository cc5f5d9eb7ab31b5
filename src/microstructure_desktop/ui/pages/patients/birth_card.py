"""BirthCard: the names and the place of birth, and the document that confirmed them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.patient import Attribut, Patient, StatutIdentite
from microstructure_desktop.services.identites import INCONNU, IdentiteSaisie
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import NBSP, plain_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, flow, halves
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from .fields import TICKED, Fields, Typed

NAMES = ("nom_naissance", "prenoms_naissance", "cog", "piece")
_NO_PIECE = ("", "Aucune pièce comparée aujourd’hui")
_OFFLINE = (
    "Sans appel au téléservice INSi, une identité reste ici provisoire, ou validée par une pièce ; "
    "elle n’est jamais « qualifiée » ni « récupérée »."
)
_FORM_ONLY = f"Cinq caractères, {INCONNU} si le lieu est inconnu. Seule la forme est vérifiée."
_LOST = (
    "Cette identité validée a changé : elle redeviendra provisoire. Comparez une pièce "
    "aujourd’hui pour qu’elle reste validée."
)
ATTRIBUTS = {
    Attribut.DOUTEUX: "Identité douteuse",
    Attribut.HOMONYME: "Homonyme d’une autre personne suivie",
    Attribut.FICTIF: "Identité fictive, pour un essai",
}


class BirthCard(Card):
    """Folded until something is known or asked; its fields are registered by name in `fields`."""

    def __init__(self, fields: Fields, reference: Reference) -> None:
        super().__init__("Identité de naissance")
        self._fields = fields
        self._reference = reference
        self.state = Tag("Provisoire")
        self.fold_button = Button("Compléter", "link", "chevron-down")
        self.fold_button.setAccessibleName("Compléter l’identité de naissance")
        self.header.insertWidget(1, self.state)
        self.header.addWidget(self.fold_button)
        self.confirmed = Label("", "secondary")
        self.confirmed.hide()
        self.lost = NoteLine("triangle-alert", "", "secondary", "warn")
        self._inside = self._fill(fields, reference)
        self._inside.hide()
        for part in (self.confirmed, self.lost, self._inside):
            self.body.addWidget(part)
        self.fold_button.clicked.connect(self._on_fold_clicked)

    def show_known(self, patient: Patient, membres: Iterable[Membre]) -> None:
        """What a document confirmed, by whom and when."""
        known = patient.identite
        if known.statut is not StatutIdentite.VALIDEE or known.verifiee_le is None:
            self.state.set_tag("Provisoire", "mute")
            self.confirmed.hide()
            return
        self.state.set_tag("Validée", "ok")
        who = next((m.nom_affiche for m in membres if m.id == known.verifiee_par), "")
        piece = self._reference.libelle("PIECES", known.piece)
        self.confirmed.setText(
            f"Comparée le {plain_date(known.verifiee_le)} par {who}{NBSP}: {piece}"
        )
        self.confirmed.show()

    def saisie(self) -> IdentiteSaisie:
        text = self._fields.text
        ticked = tuple(a for a in Attribut if text(a.value) == TICKED)
        nom, prenoms, cog, piece = map(text, NAMES)
        return IdentiteSaisie(nom, prenoms, cog, piece, ticked)

    def warn_of_loss(self, *, lost: bool) -> None:
        if bool(self.lost.text()) != lost:
            self.lost.set_text(_LOST if lost else "")

    def unfold(self) -> None:
        self._set_open(opened=True)

    def unfold_if_told(self) -> None:
        """Opened when something is written in it."""
        text = self._fields.text
        if any(text(name) for name in (*NAMES, *(a.value for a in Attribut))):
            self.unfold()

    def _fill(self, fields: Fields, reference: Reference) -> QWidget:
        nom = fields.add("nom_naissance", "Nom de naissance", LineEdit(), optional=True)
        prenoms = fields.add("prenoms_naissance", "Prénoms de naissance", LineEdit(), optional=True)
        cog = fields.add(
            "cog",
            "Code INSEE du lieu de naissance",
            LineEdit(chars=8),
            hint=_FORM_ONLY,
            optional=True,
        )
        pieces = [(o.code, o.label) for o in reference.listes["PIECES"].offered]
        piece = fields.add(
            "piece", "Pièce que vous venez de comparer", ComboField([_NO_PIECE, *pieces], chars=36)
        )
        ticks = []
        for attribut, words in ATTRIBUTS.items():
            tick = CheckBox(words)
            fields.watch(attribut.value, tick)
            ticks.append(tick)
        return boxed(
            column(
                halves(nom, prenoms), cog, piece, flow(*ticks), Paragraph(_OFFLINE, "caption"),
                spacing=16,
            )
        )  # fmt: skip

    def _set_open(self, *, opened: bool) -> None:
        self._inside.setVisible(opened)
        self.fold_button.setText("Replier" if opened else "Compléter")
        self.fold_button.set_icon("chevron-up" if opened else "chevron-down")
        verb = "Replier" if opened else "Compléter"
        self.fold_button.setAccessibleName(f"{verb} l’identité de naissance")

    def _on_fold_clicked(self) -> None:
        self._set_open(opened=self._inside.isHidden())


def birth_typed(patient: Patient) -> Typed:
    """Its fields as they would be typed for somebody already known."""
    known = patient.identite
    ticks = {a.value: TICKED if a in known.attributs else "" for a in Attribut}
    return {
        "nom_naissance": known.nom_naissance,
        "prenoms_naissance": known.prenoms_naissance,
        "cog": known.cog,
        "piece": "",
        **ticks,
    }
