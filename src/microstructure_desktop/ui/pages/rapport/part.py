"""SectionPart: one section on screen, with what is typed in it and who funds it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.rapport_annuel import ChapitreImprime
from microstructure_desktop.services.rapport_ouvert import RapportOuvert
from microstructure_desktop.ui.context import Context

from .comment_card import CommentCard
from .funders import Funders
from .section_view import SectionView
from .writing import Writing


class SectionPart(QObject):
    """One per section and year opened; `view` stands on the page."""

    def __init__(
        self, context: Context, page: QWidget, ouvert: RapportOuvert, section: Section
    ) -> None:
        super().__init__(page)
        rapport = ouvert.rapport
        self.section = section
        self.annee = rapport.annee
        chapitre = _chapitre(ouvert, section)
        may_write = rapport.modifiable
        self.comment = CommentCard(
            section,
            self.annee,
            chapitre.commentaire,
            ouvert.avant.get(section, ""),
            may_write=may_write,
        )
        self.view = SectionView(chapitre, self.comment)
        self.writing = Writing(context, self.annee, section, self.comment, page)
        self.funders: Funders | None = None
        if section is Section.FORFAITS:
            self.funders = Funders(context, page, self.annee, may_write=may_write)
            self.view.extras.addWidget(self.funders.card)
            self.funders.show_grants(rapport.financements)
        begun = ouvert.commences.get(section)
        if begun is not None and begun.strip() != chapitre.commentaire:
            self.writing.resume(begun)

    def refresh(self, ouvert: RapportOuvert) -> None:
        """The figures may have changed; what is being typed stays."""
        chapitre = _chapitre(ouvert, self.section)
        self.view.show_section(chapitre)
        self.writing.refresh(chapitre.commentaire)
        if self.funders is not None:
            self.funders.show_grants(ouvert.rapport.financements)

    def let_go(self) -> None:
        self.writing.let_go()
        if self.funders is not None:
            self.funders.dismiss()
        self.deleteLater()

    def focus_first(self) -> None:
        """Where something is missing: who funds, else what the team says."""
        if self.funders is not None and not self.funders.some:
            self.funders.card.add_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.comment.area.setFocus(Qt.FocusReason.TabFocusReason)


def _chapitre(ouvert: RapportOuvert, section: Section) -> ChapitreImprime:
    """The section as it is printed, less the grants: they are edited in their own card."""
    found = next(c for c in ouvert.rapport.imprime.chapitres if c.section is section)
    if section is Section.FORFAITS and ouvert.rapport.financements:
        return replace(found, tableaux=found.tableaux[1:])
    return found
