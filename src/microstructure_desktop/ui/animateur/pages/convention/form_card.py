"""FormCard: what the convention says, to be changed and signed again."""

from dataclasses import replace

from PySide6.QtCore import Signal

from microstructure_desktop.animateur import projets
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.services.regions import REGIONS
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import flow, halves
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

from .acts import Etat
from .ways_field import WaysField

_LONGEST, _LAST_DAY, _MOST = 120, 28, 30
_KEYS = (
    "Vos clés ont changé depuis cette convention.",
    (
        "Faites-en une nouvelle et remettez-la aux cabinets\xa0: sans elle, ils scellent pour "
        "les anciennes clés."
    ),
)
_FLOORS = (
    "Sous le premier seuil, un cabinet tait le nombre de personnes d’un mois\xa0; sous le second, "
    "toute répartition. Ils ne descendent jamais sous 5."
)
_PROFILES = "Les cabinets peuvent joindre, une fois par an, qui est entré et sorti, par groupes"
_NONE = (
    "Aucune convention n’est faite.",
    "Remplissez ces lignes, puis faites-la\xa0: c’est le fichier que les cabinets importent.",
)


class FormCard(Card):
    """Signals:
    make_asked: Projet of the convention that follows.
    file_asked: the file in force is to be saved again.
    """

    make_asked = Signal(object)
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__("La convention")
        self.number = Label("", "caption")
        self.header.addWidget(self.number)
        self.news = Banner()
        self.region = ComboField(tuple(REGIONS.items()))
        self.nom, self.contact = LineEdit(), LineEdit()
        for edit in (self.nom, self.contact):
            edit.setMaxLength(_LONGEST)
        self.k = _numbers(projets.LEAST_TRAIT, _MOST, "personnes")
        self.k_activite = _numbers(projets.LEAST_ACTIVITY, _MOST, "personnes")
        self.jour = _numbers(1, _LAST_DAY, "du mois suivant")
        self.profils = CheckBox(_PROFILES)
        self.ways = WaysField()
        self.name_field = Field("Votre réseau", self.nom)
        self.make_button = Button("Faire cette convention…", "primary", "check")
        self.file_button = Button("Enregistrer le fichier en cours…", "normal", "download")
        self._lay_out()
        self.make_button.clicked.connect(self._on_make_clicked)
        self.file_button.clicked.connect(self.file_asked)

    def _lay_out(self) -> None:
        self.body.setSpacing(14)
        self.body.addWidget(self.news)
        self.body.addLayout(halves(self.name_field, Field("Où vous joindre", self.contact)))
        thresholds = flow(
            Field("Région", self.region),
            Field("Attendu avant le", self.jour),
            Field("Seuil d’un mois", self.k_activite),
            Field("Seuil d’un détail", self.k),
            spacing=20,
        )
        self.body.addLayout(thresholds)
        self.body.addWidget(NoteLine("shield-check", _FLOORS, "secondary", "info", ink="text2"))
        self.body.addWidget(self.profils)
        self.body.addWidget(Label("Voies ouvertes aux cabinets", "strong"))
        self.body.addWidget(self.ways)
        self.body.addLayout(flow(self.make_button, self.file_button, spacing=12))

    def show_state(self, etat: Etat) -> None:
        projet = etat.projet or Projet(self.region.itemData(0), "", "")
        self.number.setText(f"n°\xa0{etat.numero}" if etat.projet is not None else "")
        self.region.set_value(projet.region)
        self.region.setEnabled(etat.projet is None)
        self.nom.setText(projet.animateur)
        self.contact.setText(projet.contact)
        self.k.set_value(str(projet.k))
        self.k_activite.set_value(str(projet.k_activite))
        self.jour.set_value(str(projet.jour_limite))
        self.profils.setChecked(projet.profils)
        self.ways.set_ways(projet.canaux)
        self._tell(etat)
        show_when(self.file_button, etat.projet is not None)

    def projet(self) -> Projet:
        return replace(
            Projet(self.region.value(), self.nom.text().strip(), self.contact.text().strip()),
            k=int(self.k.value()),
            k_activite=int(self.k_activite.value()),
            jour_limite=int(self.jour.value()),
            canaux=self.ways.ways(),
            profils=self.profils.isChecked(),
        )

    def _tell(self, etat: Etat) -> None:
        if etat.projet is None:
            self.news.show_message("info", *_NONE)
        elif not etat.suit:
            self.news.show_message("warn", *_KEYS)
        else:
            self.news.clear()

    def _on_make_clicked(self) -> None:
        if not self.nom.text().strip():
            self.name_field.set_error("Entrez le nom de votre réseau.")
            self.nom.setFocus()
            return
        self.name_field.set_error(None)
        self.make_asked.emit(self.projet())


def _numbers(least: int, most: int, unit: str) -> ComboField:
    return ComboField([(str(n), f"{n} {unit}") for n in range(least, most + 1)])
