"""The cards of the page: rows in words, raw files, what never leaves, checks, history."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.text_area import TextArea

from .wording import CONTROLES, NEVER, RAISONS, Line, month_words


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


def withheld_card(retenu: Iterable[tuple[str, str]]) -> Card:
    card = Card("Ce qui est retenu")
    reasons = [RAISONS[raison] for _, raison in retenu]
    for reason in reasons or ["Rien ce mois-ci."]:
        card.body.addWidget(Paragraph(reason, "secondary"))
    return card


def history_card(envois: tuple[Envoi, ...]) -> Card:
    card = Card("Derniers paquets")
    if not envois:
        card.body.addWidget(Paragraph("Aucun paquet écrit jusqu’ici.", "secondary"))
    for envoi in envois[:6]:
        words = month_words(Mois.lire(envoi.periode)).capitalize()
        corrected = " · corrigé" if envoi.remplace else ""
        card.body.addLayout(
            row(
                IconLabel("package-check", "text3", 16),
                column(
                    Label(words, "strong"),
                    Label(f"n° {envoi.sequence} · {envoi.paquet[:8]}{corrected}", "caption"),
                    spacing=0,
                ),
                spacing=10,
            )
        )
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
