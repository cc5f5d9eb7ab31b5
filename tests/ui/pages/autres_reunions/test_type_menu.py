"""The five types are offered in their order."""

from PySide6.QtWidgets import QPushButton, QWidget

from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.ui.pages.autres_reunions.type_menu import TypeMenu


def test_that_each_type_may_be_chosen(qtbot, desk, show):
    place = show(QWidget(), 300, 200)
    menu = TypeMenu(desk.context.reference, place)
    assert [a.text() for a in menu.actions()][:2] == [
        "Réunion trimestrielle du réseau",
        "Réunion de crise",
    ]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == [TypeReunion.CONCERTATION]


def test_that_it_opens_on_its_first_type(desk, show):
    place = show(QWidget(), 300, 200)
    menu = TypeMenu(desk.context.reference, place)
    menu.open_under(QPushButton(place))
    assert menu.activeAction() is menu.actions()[0]
    menu.close()
