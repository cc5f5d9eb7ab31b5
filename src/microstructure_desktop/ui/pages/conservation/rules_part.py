"""RulesPart: how long records are kept, what says so, and what nobody verified."""

from microstructure_desktop.services.durees import Regles
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.tag import Tag

_TO_VERIFY = "à vérifier"


class RulesPart(PageBody):
    def __init__(self, regles: Regles) -> None:
        super().__init__()
        rules = Card("Combien de temps un dossier est gardé")
        for regle in regles.regles:
            head = row(Label(regle.titre, "strong"), spacing=8)
            if regle.a_verifier:
                head.addWidget(Tag(_TO_VERIFY, "warn"))
            head.addStretch(1)
            rules.body.addLayout(head)
            rules.body.addWidget(Paragraph(regle.texte))
        source = Card(f"Sources, au {numeric_date(regles.depuis)}")
        source.body.addWidget(Paragraph(regles.source, "secondary"))
        self.fill(rules, source)
