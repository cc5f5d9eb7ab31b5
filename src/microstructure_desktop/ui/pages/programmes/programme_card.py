"""ProgrammeCard: a programme as it is described here, each figure with its source."""

from microstructure_desktop.domain.programme import Programme, Version
from microstructure_desktop.services import programme_mots
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.dialogs.programme_lines import ProgrammeLines
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag


class ProgrammeCard(Card):
    """The newest version first."""

    def __init__(self, reference: Reference, programme: Programme) -> None:
        super().__init__(programme.libelle)
        self._reference = reference
        state = programme_mots.etat(reference, programme)
        if state:
            self.header.addWidget(Tag(state))
        lines = ProgrammeLines(reference, sourced=True)
        lines.show_programme(programme)
        self.body.addWidget(lines)
        if programme.capacite is not None:
            self.body.addWidget(Paragraph(programme.capacite.source, "caption"))
        for version in reversed(programme.versions):
            self._version(version)

    def _version(self, version: Version) -> None:
        self.body.addWidget(Rule())
        self.body.addWidget(Label(programme_mots.periode(version), "strong"))
        self.body.addWidget(Paragraph(programme_mots.forfait(version)))
        self.body.addWidget(Paragraph(version.source, "caption"))
        for said in (
            programme_mots.regions(version),
            *programme_mots.autres(version),
            programme_mots.temps(self._reference, version),
        ):
            if said:
                self.body.addWidget(Paragraph(said))
