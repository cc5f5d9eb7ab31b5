"""PeopleCard: who takes part, the cabinet's own, then the others by structure."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.reunion import Invite, Reunion
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .part import Part

_OTHERS = "Autres"
_NO_NAME = "Écrivez le nom de la personne, ou sa fonction."


class PeopleCard(Part):
    """Who is typed and not added yet takes part too: a meeting is closed as it stands on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Participants", parent=parent)
        self._invites: list[Invite] = []
        self._closed = False
        self.members = Chips(name="Du cabinet")
        self._groups = column(spacing=4)
        self.name = LineEdit()
        self.structure = LineEdit(hint="CSAPA, CAARUD, mairie…")
        self.job = LineEdit()
        self.add_button = Button("Ajouter cette personne", icon="plus")
        self.name_field = Field("Nom", self.name)
        self.form = boxed(
            column(
                self.name_field,
                Field("Structure", self.structure, optional=True),
                Field("Profession", self.job, optional=True),
                row(self.add_button, None),
                spacing=10,
            )
        )
        self.body.setSpacing(12)
        self.body.addWidget(Field("Du cabinet", self.members))
        self.body.addLayout(self._groups)
        self.doubt = NoteLine("triangle-alert", "", "label", "warn")
        self.body.addWidget(self.doubt)
        self.body.addWidget(self.form)
        self.members.changed.connect(self._on_members_changed)
        self.add_button.clicked.connect(self.add)
        for edit in (self.name, self.structure, self.job):
            edit.returnPressed.connect(self.add)
            edit.textEdited.connect(self.edited)

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        order = list(Role)
        known = [m for m in ouverte.membres.values() if m.actif or m.id in reunion.membres]
        known.sort(key=lambda m: order.index(m.role))
        self.members.set_choices([(m.id, m.nom_affiche) for m in known])
        self.members.set_selected(reunion.membres)
        self.members.setEnabled(not reunion.close)
        self._invites = list(reunion.invites)
        self._empty()
        self._closed = reunion.close
        self.form.setVisible(not reunion.close)
        self._list()

    def applied(self, reunion: Reunion) -> Reunion:
        membres = tuple(MembreId(m) for m in self.members.selected())
        return replace(reunion, membres=membres, invites=tuple(self._with_typed()))

    def words(self) -> str:
        """All that will be printed of who comes from elsewhere."""
        guests = self._with_typed()
        return "\n".join(f"{i.nom}\n{i.structure}\n{i.profession}" for i in guests)

    def add(self) -> None:
        """Take what was typed as one more person; the structure stays for the next one."""
        named = bool(self.name.text().strip())
        self.name_field.set_error(None if named else _NO_NAME)
        if not named:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._invites = self._with_typed()
        self._empty()
        self._list()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def removers(self) -> list[IconButton]:
        """The button beside each person from elsewhere, in the order shown."""
        return [b for b in self.findChildren(IconButton) if b.isVisibleTo(self)]

    def _with_typed(self) -> list[Invite]:
        name, structure, job = (x.text().strip() for x in (self.name, self.structure, self.job))
        made = Invite(name, structure, job)
        return [*self._invites, made] if name and made not in self._invites else self._invites

    def _empty(self) -> None:
        self.name.clear()
        self.job.clear()

    def _list(self) -> None:
        clear(self._groups)
        places = dict.fromkeys(i.structure or _OTHERS for i in self._invites)
        for place in places:
            self._groups.addWidget(Label(place, "label"))
            for invite in self._invites:
                if (invite.structure or _OTHERS) == place:
                    self._groups.addLayout(self._line(invite))

    def _line(self, invite: Invite) -> QHBoxLayout:
        words = f"{invite.nom}, {invite.profession}" if invite.profession else invite.nom
        line = row(Paragraph(words, "body"), spacing=6)
        line.setStretch(0, 1)
        if not self._closed:
            button = IconButton("x", f"Retirer {invite.nom}", "quiet")
            button.clicked.connect(lambda: self._remove(invite))
            line.addWidget(button)
        return line

    def _remove(self, invite: Invite) -> None:
        self._invites.remove(invite)
        self._list()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_members_changed(self, _codes: object) -> None:
        self.edited.emit()
