"""Cards of what leaves."""

from datetime import UTC, datetime

from microstructure_desktop.domain.boite_envoi import EtatPli, Pli
from microstructure_desktop.services import envois
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.services.envois_mots import NEVER, Line
from microstructure_desktop.ui.pages.partage import cards
from microstructure_desktop.ui.pages.partage.wording import CONTROLES
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.text_area import TextArea
from tests.services.mois import OCTOBRE, crowded

NOW = datetime(2026, 11, 19, 14, tzinfo=UTC)


def words(widget):
    return [x.text() for kind in (Label, Paragraph) for x in widget.findChildren(kind)]


def a_bundle(number, etat, remplace=None):
    mark = f"{number}" * 64
    return EnvoiLu(Pli(mark, "2026-09", number, remplace, "x.msma", NOW, etat), (), None)


def test_that_an_empty_table_says_so(qtbot):
    card = cards.table_card("Activité", [])
    qtbot.addWidget(card)
    assert "Rien ne part ce mois-ci." in words(card)


def test_that_a_row_shows_label_value_and_note(qtbot):
    card = cards.table_card("Activité", [Line("Séances", "12", "cumulé")])
    qtbot.addWidget(card)
    assert {"Séances", "12", "cumulé"} <= set(words(card))


def test_that_all_that_never_leaves_is_listed(qtbot):
    card = cards.never_card()
    qtbot.addWidget(card)
    assert set(NEVER) <= set(words(card))


def test_that_a_broken_check_is_worded_differently(qtbot):
    card = cards.checks_card([(Controle.MOIS_TERMINE, False), (Controle.STRUCTURE, True)])
    qtbot.addWidget(card)
    assert CONTROLES[Controle.MOIS_TERMINE][1] in words(card)
    assert CONTROLES[Controle.STRUCTURE][0] in words(card)


def test_that_what_is_held_back_has_its_reason(qtbot, team):
    crowded(team, count=4)
    card = cards.withheld_card(envois.depart(team.medecin, OCTOBRE))
    qtbot.addWidget(card)
    assert any("mois suivant" in w for w in words(card))


def test_that_the_outbox_tells_each_state_in_words(qtbot):
    first = a_bundle(1, EtatPli.REMPLACE)
    again = a_bundle(2, EtatPli.DEPOSE, "1" * 64)
    card = cards.history_card((again, first), NOW)
    qtbot.addWidget(card)
    said = words(card)
    assert "Septembre\xa02026 · n°\xa02" in said
    assert {"Remis, sans accusé", "22222222 · correction", "Remplacé par une correction"} <= {*said}


def test_that_an_empty_outbox_says_so(qtbot):
    card = cards.history_card((), NOW)
    qtbot.addWidget(card)
    assert "Rien n’a encore été scellé." in words(card)


def test_that_the_very_bytes_can_be_read(qtbot):
    holder = cards.raw_card([("data/activite.csv", b"\xef\xbb\xbfmois;acteur\r\n")])
    qtbot.addWidget(holder)
    raw = holder.findChild(TextArea)
    assert not raw.isVisibleTo(holder)
    holder.findChildren(type(holder.findChild(cards.Button)))[0].click()
    assert raw.isVisibleTo(holder)
    assert "mois;acteur" in raw.text()
