"""The cards of the version to hand out: what would be shown, what would not, what left already."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.rapport_annuel import ChapitreImprime, RapportImprime
from microstructure_desktop.services.rapport_registre import Depart
from microstructure_desktop.ui.texts import NBSP, plain_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag

from . import words
from .table_card import TableCard


def chapter(chapitre: ChapitreImprime) -> QWidget:
    """One section as it would leave."""
    card = Card()
    card.body.addWidget(Label(f"{chapitre.numero}. {chapitre.titre}", "card"))
    for phrase in chapitre.phrases:
        card.body.addWidget(Paragraph(phrase, "body"))
    if chapitre.commentaire:
        card.body.addWidget(Paragraph(chapitre.commentaire, "body", "text2"))
    if chapitre.vide:
        card.body.addWidget(Paragraph(chapitre.vide))
    return boxed(column(card, *(TableCard(each) for each in chapitre.tableaux), spacing=8))


def withheld(imprime: RapportImprime) -> Card:
    """Named without a reason: a reason would tell a figure."""
    card = Card(words.WITHHELD)
    if not imprime.retenus:
        card.body.addWidget(Paragraph(words.ALL_TOLD))
    for said in imprime.retenus:
        card.body.addWidget(Rule())
        line = row(Paragraph(said, "body"), Tag(words.NOT_TOLD), spacing=10)
        line.setStretch(0, 1)
        card.body.addLayout(line)
    return card


def history(departs: Iterable[Depart]) -> Card:
    card = Card(words.LEDGER)
    shown = tuple(departs)
    if not shown:
        card.body.addWidget(Paragraph(words.NOTHING_LEFT))
    for depart in shown:
        counts = words.release_counts(
            len(depart.tableaux), len(depart.diffusees), len(depart.retenues)
        )
        head = f"{plain_date(depart.jour)} · {words.CHANNELS[depart.canal]} · {depart.periode}"
        card.body.addWidget(Rule())
        card.body.addWidget(Label(head, "strong"))
        card.body.addWidget(Paragraph(counts))
        if shown_then := (*depart.tableaux, *depart.diffusees):
            said = f"Montré{NBSP}: {', '.join(shown_then)}."
            card.body.addWidget(Paragraph(said, "caption"))
    return card
