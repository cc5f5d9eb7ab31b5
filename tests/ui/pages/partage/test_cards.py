"""Cards of the export page."""

from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.ids import EnvoiId
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.ui.pages.partage import cards
from microstructure_desktop.ui.pages.partage.wording import CONTROLES, NEVER, Line
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.text_area import TextArea


def words(widget):
    return [x.text() for kind in (Label, Paragraph) for x in widget.findChildren(kind)]


def test_that_an_empty_table_says_so(qtbot):
    card = cards.table_card("Activité", [])
    qtbot.addWidget(card)
    assert "Rien ne part ce mois-ci." in words(card)


def test_that_a_row_shows_label_value_and_note(qtbot):
    card = cards.table_card("Activité", [Line("Séances", "12", "mois cumulés")])
    qtbot.addWidget(card)
    assert {"Séances", "12", "mois cumulés"} <= set(words(card))


def test_that_all_that_never_leaves_is_listed(qtbot):
    card = cards.never_card()
    qtbot.addWidget(card)
    assert set(NEVER) <= set(words(card))


def test_that_a_broken_check_is_worded_differently(qtbot):
    card = cards.checks_card([(Controle.MOIS_TERMINE, False), (Controle.STRUCTURE, True)])
    qtbot.addWidget(card)
    assert CONTROLES[Controle.MOIS_TERMINE][1] in words(card)
    assert CONTROLES[Controle.STRUCTURE][0] in words(card)


def test_that_what_is_held_back_has_its_reason(qtbot):
    card = cards.withheld_card([("activite", "activite_reportee")])
    qtbot.addWidget(card)
    assert any("mois suivant" in w for w in words(card))


def test_that_a_corrected_bundle_is_told_from_a_first_one(qtbot):
    first = Envoi(EnvoiId("1"), "2026-09", 1, "aa" * 32)
    again = Envoi(EnvoiId("2"), "2026-09", 2, "bb" * 32, "aa" * 32)
    card = cards.history_card((again, first))
    qtbot.addWidget(card)
    assert "n° 2 · bbbbbbbb · corrigé" in words(card)
    assert "n° 1 · aaaaaaaa" in words(card)


def test_that_the_very_bytes_can_be_read(qtbot):
    holder = cards.raw_card([("data/activite.csv", b"\xef\xbb\xbfmois;acteur\r\n")])
    qtbot.addWidget(holder)
    raw = holder.findChild(TextArea)
    assert not raw.isVisibleTo(holder)
    holder.findChildren(type(holder.findChild(cards.Button)))[0].click()
    assert raw.isVisibleTo(holder)
    assert "mois;acteur" in raw.text()
