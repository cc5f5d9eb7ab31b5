"""LettreForm: a letter from a template, made one's own, with the agreement of the person."""

from functools import partial

from microstructure_desktop.domain.document import Lettre
from microstructure_desktop.domain.ids import ConsultationId, LettreId, PartenaireId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import lettres
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.lettres import Depart, LettreSaisie
from microstructure_desktop.services.lettres_modeles import Destinataire, Modele, modeles
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import clock, long_date, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import flow, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.text_area import TextArea

from .fields import TICKED, Typed
from .form_pane import Action, FormPane

_WRITE, _EDIT = "Écrire une lettre", "Corriger la lettre"
_SOMEBODY = ("", "Hors annuaire")
_NONE = ("", "Sans date")


class LettreForm(FormPane):
    """`saved` carries the Lettre."""

    def __init__(self, context: Context, patient: Patient, lettre_id: str = "") -> None:
        title = _EDIT if lettre_id else _WRITE
        self._lettre_id = LettreId(lettre_id) if lettre_id else None
        subject = lettres.sujet(patient.id, self._lettre_id)
        super().__init__(
            context, title, "Enregistrer la lettre", subject=subject, patient=patient.id
        )
        self._patient_id = patient.id
        self._depart: Depart | None = None
        self._given = ("", "")
        self.tell_about(patient, title)
        self.remarks = NoteLine("triangle-alert", "", "secondary", "warn", ink="text")
        self.again_button = Button("Reprendre le texte du modèle", "link", "rotate-ccw")
        self.partner = Conditional()
        self._lay_out_fields(title)
        self.fields.edited.connect(self._on_field_edited)
        self.again_button.clicked.connect(self._on_again_clicked)
        begin = partial(lettres.depart, patient_id=patient.id, lettre_id=self._lettre_id)
        context.worker.run(begin, self._on_started, self._on_failed)

    def _lay_out_fields(self, title: str) -> None:
        add, card = self.fields.add, Card(title)
        card.body.setSpacing(16)
        card.setMaximumWidth(look.size("text_max"))
        kinds = [(m.id, m.titre) for m in modeles().values()]
        card.body.addLayout(
            flow(
                add("modele", "Modèle", ComboField(kinds, chars=32)),
                add("rendez_vous", "Rendez-vous", ComboField([_NONE], chars=32)),
                add("jour", "Date de la lettre", DateField(today=self.today)),
            )
        )
        found = add("partenaire", "Dans l’annuaire", ComboField([_SOMEBODY], chars=38))
        to = TextArea(lines=3)
        self.partner.body.addWidget(found)
        self.partner.body.addWidget(add("destinataire", "Destinataire", to))
        self.agreed = CheckBox("La personne est d’accord pour que cette lettre parte")
        self.partner.body.addWidget(add("accord_donne", "Son accord", self.agreed))
        self.partner.body.addWidget(add("accord", "Accord donné le", DateField(today=self.today)))
        card.body.addWidget(self.partner)
        card.body.addWidget(add("objet", "Objet", LineEdit()))
        text = TextArea(lines=16)
        text.set_note_circle(lisible(Permission.DOCUMENTS))
        card.body.addWidget(add("corps", "Texte", text))
        card.body.addLayout(row(self.again_button, None))
        card.body.addWidget(self.remarks)
        self.body.fill(card)

    # --- what the form says -----------------------------------------------------------------

    def problems(self) -> dict[str, str]:
        found = lettres.problems(self._saisie(), self.today())
        if "accord" in found and not self.agreed.isChecked():
            found["accord_donne"] = found.pop("accord")
        return found

    def action(self) -> Action:
        assert self._depart is not None
        return partial(
            lettres.ecrire,
            patient_id=self._patient_id,
            saisie=self._saisie(),
            lettre_id=self._lettre_id,
            based_on=self._depart.revision,
        )

    def field_of(self, _error: AppError) -> str:
        return ""

    def _saisie(self) -> LettreSaisie:
        text, to_partner = self.fields.text, self._to_partner()
        partenaire = text("partenaire") if to_partner else ""
        return LettreSaisie(
            text("modele"),
            self.fields.day("jour"),
            text("objet"),
            text("corps"),
            text("destinataire") if to_partner else "",
            PartenaireId(partenaire) if partenaire else None,
            self.fields.day("accord") if to_partner and self.agreed.isChecked() else None,
        )

    # --- what it begins with ----------------------------------------------------------------

    def _on_started(self, depart: Depart) -> None:
        self._depart = depart
        combos = {
            "rendez_vous": [
                _NONE,
                *((a.id, f"{long_date(a.jour)}, {clock(a.heure)}") for a in depart.rendez_vous),
            ],
            "partenaire": [_SOMEBODY, *((p.id, p.nom) for p in depart.partenaires)],
        }
        for name, choices in combos.items():
            editor = self.fields.editor(name)
            assert isinstance(editor, ComboField)
            editor.set_choices(choices)
        base = self._base_of(depart)
        self._given = (base["objet"], base["corps"])
        self.start(base, depart.draft)
        self._show_parts()

    def _base_of(self, depart: Depart) -> Typed:
        lettre = depart.lettre
        if lettre is not None:
            return _typed(lettre)
        modele = next(iter(modeles().values()))
        last = depart.rendez_vous[0].id if depart.rendez_vous else None
        objet, corps = lettres.texte(depart, modele, last)
        return {
            "modele": modele.id,
            "rendez_vous": last or "",
            "jour": numeric_date(self.today()),
            "objet": objet,
            "corps": corps,
        }

    # --- what happens while it is typed -----------------------------------------------------

    def _on_field_edited(self, name: str) -> None:
        if self._depart is None:
            return
        if name in ("modele", "rendez_vous") and self._untouched():
            self._fill_again()
        if name == "partenaire":
            self._address()
        if name == "accord_donne" and self.agreed.isChecked() and not self.fields.text("accord"):
            self.fields.set_typed({"accord": numeric_date(self.today())})
        self._show_parts()

    def _on_again_clicked(self) -> None:
        self._fill_again()
        self._show_parts()

    def _fill_again(self) -> None:
        modele = self._modele()
        if modele is None or self._depart is None:
            return
        chosen = self.fields.text("rendez_vous")
        acte = ConsultationId(chosen) if chosen else None
        self._given = lettres.texte(self._depart, modele, acte)
        self.fields.set_typed({"objet": self._given[0], "corps": self._given[1]})

    def _untouched(self) -> bool:
        """What stands there is a template's; what was typed is never replaced unasked."""
        shown = (self.fields.text("objet"), self.fields.text("corps"))
        return list(map(_bare, shown)) == list(map(_bare, self._given))

    def _address(self) -> None:
        assert self._depart is not None
        chosen = self.fields.text("partenaire")
        partenaire = next((p for p in self._depart.partenaires if p.id == chosen), None)
        if partenaire is not None:
            lines = filter(None, (partenaire.nom, partenaire.adresse.replace(", ", "\n")))
            self.fields.set_typed({"destinataire": "\n".join(lines)})

    def _show_parts(self) -> None:
        modele = self._modele()
        self.partner.setVisible(self._to_partner())
        self.fields.field("accord").setVisible(self.agreed.isChecked())
        uses = modele is not None and modele.utilise("rendez_vous")
        self.fields.field("rendez_vous").setVisible(uses)
        self.again_button.setVisible(modele is not None and not self._untouched())
        if self._depart is not None:
            self.remarks.set_text("\n".join(lettres.remarques(self._depart, self._saisie())))

    def _modele(self) -> Modele | None:
        return modeles().get(self.fields.text("modele"))

    def _to_partner(self) -> bool:
        modele = self._modele()
        return modele is not None and modele.destinataire is Destinataire.PARTENAIRE


def _bare(text: str) -> str:
    """An editor gives plain spaces for no-break ones."""
    return " ".join(text.split())


def _typed(lettre: Lettre) -> Typed:
    return {
        "modele": lettre.modele,
        "rendez_vous": "",
        "jour": numeric_date(lettre.jour),
        "partenaire": lettre.partenaire or "",
        "destinataire": lettre.destinataire,
        "accord_donne": TICKED if lettre.accord is not None else "",
        "accord": numeric_date(lettre.accord) if lettre.accord is not None else "",
        "objet": lettre.objet,
        "corps": lettre.corps,
    }
