"""The cards of the page: rows in words, raw files, what never leaves, checks, history."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_depart import Controle, Depart
from microstructure_desktop.services.envois_mots import NEVER, Line, month_words, withheld
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.text_area import TextArea

from .wording import CONTROLES, attempts, state_words

_SHOWN = 8


def table_card(title: str, lines: list[Line]) -> Card:
    card = Card(title)
    card.body.setSpacing(8)
    if not lines:
        card.body.addWidget(Paragraph("Rien ne part ce mois-ci.", "secondary"))
    for line in lines:
        value = Label(line.value, "strong")
        value.setMinimumWidth(value.sizeHint().width())
        label = Paragraph(line.label)
        tags = [Tag(line.note)] if line.note else []
        card.body.addWidget(Rule())
        shown = row(label, *tags, value, spacing=10)
        shown.setStretchFactor(label, 1)
        card.body.addLayout(shown)
    return card


def never_card() -> Card:
    card = Card()
    card.body.addLayout(
        row(IconLabel("shield-check", "ok", 18), Label("Ne part jamais", "card"), None)
    )
    for sentence in NEVER:
        card.body.addWidget(NoteLine("x", sentence, "secondary", "danger", ink="text2"))
    return card


def checks_card(controles: Iterable[tuple[Controle, bool]]) -> Card:
    card = Card("Contrôles")
    for controle, ok in controles:
        kept, broken = CONTROLES[controle]
        sign, tone = ("circle-check", "ok") if ok else ("triangle-alert", "warn")
        words = kept if ok else broken
        card.body.addWidget(NoteLine(sign, words, "secondary", tone, ink="text2"))
    return card


def withheld_card(depart: Depart) -> Card:
    card = Card("Ce qui est retenu")
    for reason in withheld(depart) or ["Rien ce mois-ci."]:
        card.body.addWidget(Paragraph(reason, "secondary"))
    return card


def history_card(lus: tuple[EnvoiLu, ...], now: datetime) -> Card:
    card = Card("Boîte d’envoi")
    if not lus:
        card.body.addWidget(Paragraph("Rien n’a encore été scellé.", "secondary"))
    for lu in lus[:_SHOWN]:
        sign, tone, words = state_words(lu)
        month = month_words(Mois.lire(lu.pli.periode)).capitalize()
        told = column(
            Label(f"{month} · n°{NBSP}{lu.pli.sequence}", "strong"),
            Paragraph(words, "secondary"),
            *(Paragraph(line, "caption") for line in attempts(lu, now)),
            spacing=0,
        )
        card.body.addWidget(Rule())
        line = row(boxed(column(IconLabel(sign, tone, 18), None)), told, spacing=10)
        line.setStretch(1, 1)
        card.body.addLayout(line)
    return card


def raw_card(files: Iterable[tuple[str, bytes]]) -> QWidget:
    """The very bytes, on demand: whoever doubts the words reads the file."""
    text = "\n\n".join(f"=== {name} ===\n{content.decode('utf-8-sig')}" for name, content in files)
    raw = TextArea(text, lines=16, name="Contenu des fichiers")
    raw.set_read_only(True)
    raw.hide()
    button = Button("Voir les fichiers bruts", "link", "eye")
    button.setCheckable(True)
    button.toggled.connect(raw.setVisible)
    return boxed(column(row(button, None), raw, spacing=8))
