"""The models of fiches in use, and the files of the cabinet that could not be used."""

from pathlib import Path

from microstructure_desktop.services.local_definitions import FichierRefuse
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row


class FormsCard(Card):
    def __init__(self, reference: Reference, folder: Path) -> None:
        super().__init__("Les modèles de fiches")
        self.body.setSpacing(10)
        for form in reference.forms.latest():
            who = ROLE_WORDS[form.role] if form.role else "Tous les soignants"
            detail = f"{who} · version{texts.NBSP}{form.version}"
            words = column(Label(form.title, "strong"), Label(detail, "caption"), spacing=0)
            line = row(RoleDot(form.role or "equipe"), words, spacing=12)
            line.setStretchFactor(words, 1)
            self.body.addLayout(line)
        self.refused = [_refusal(found) for found in reference.refuses]
        for banner in self.refused:
            self.body.addWidget(banner)
        self.body.addWidget(
            Paragraph(
                f"Un modèle posé dans le dossier {folder} est lu à la prochaine ouverture.",
                "secondary",
            )
        )


def _refusal(found: FichierRefuse) -> Banner:
    title = f"Fichier laissé de côté{texts.NBSP}: {found.fichier}"
    return Banner("warn", title, "\n".join(found.raisons))
