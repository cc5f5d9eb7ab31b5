"""The cabinet's name and code."""

from dataclasses import replace

from microstructure_desktop.domain.equipe import Cabinet, CycleForfait
from microstructure_desktop.ui.pages.reglages.cabinet_card import CabinetCard

CABINET = Cabinet("Les Lilas", "OCC", "OCC-31-007", "EQUIPADDICT", "RAMIP")


def test_that_what_is_not_on_the_card_is_kept(qtbot):
    card = CabinetCard()
    qtbot.addWidget(card)
    card.show_cabinet(CABINET, may_manage=True)
    card.structure.setText(" occ-31-009 ")
    with qtbot.waitSignal(card.edited) as told:
        card.save_button.click()
    edited = told.args[0]
    assert (edited.structure, edited.region, edited.programme) == (
        "OCC-31-009", "OCC", "EQUIPADDICT",
    )  # fmt: skip


def test_that_the_region_is_corrected_and_one_that_is_not_listed_is_kept(qtbot):
    card = CabinetCard()
    qtbot.addWidget(card)
    for region, chosen, kept in (("OCC", "BFC", "BFC"), ("XYZ", "", "XYZ")):
        card.show_cabinet(replace(CABINET, region=region), may_manage=True)
        if chosen:
            card.region.set_value(chosen)
        with qtbot.waitSignal(card.edited) as told:
            card.save_button.click()
        assert told.args[0].region == kept
    card.show_cabinet(CABINET, may_manage=False)
    assert not card.region.isEnabled()


def test_that_a_cabinet_keeps_a_name(qtbot):
    card = CabinetCard()
    qtbot.addWidget(card)
    card.show_cabinet(CABINET, may_manage=True)
    card.name.setText("  ")
    with qtbot.assertNotEmitted(card.edited):
        card.save_button.click()
    assert card.name_field.error_text == "Entrez le nom du cabinet."


def test_that_the_cabinet_says_how_its_minutes_name_people(qtbot):
    card = CabinetCard()
    qtbot.addWidget(card)
    card.show_cabinet(CABINET, may_manage=True)
    assert not card.initials.isChecked()
    card.initials.click()
    with qtbot.waitSignal(card.edited) as told:
        card.save_button.click()
    assert told.args[0].initiales
    card.show_cabinet(told.args[0], may_manage=False)
    assert card.initials.isChecked()
    assert not card.initials.isEnabled()


def test_that_the_cabinet_says_when_its_forfaits_begin_again(qtbot):
    card = CabinetCard()
    qtbot.addWidget(card)
    card.show_cabinet(CABINET, may_manage=True)
    assert card.cycle.value() == "anniversaire"
    card.cycle.set_value("civil")
    with qtbot.waitSignal(card.edited) as told:
        card.save_button.click()
    assert told.args[0].cycle_forfait is CycleForfait.CIVIL
    card.show_cabinet(told.args[0], may_manage=False)
    assert card.cycle.value() == "civil"
    assert not card.cycle.isEnabled()
