"""First start: a cabinet in three short screens, or a try."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services import equipe, unlock
from microstructure_desktop.services.office import Cost
from microstructure_desktop.ui.dialogs.first_start import FirstStart, Makers
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.worker import Worker
from tests.cabinet import PASSPHRASE, TODAY
from tests.ui import a11y


@pytest.fixture
def page(qtbot, home, cheap, limits):
    worker = Worker(None, frozenset, Events())
    cost = Cost(cheap, limits)

    def cabinet(cabinet, membre, secret):
        return unlock.create_cabinet(home, cabinet, membre, secret, cost=cost)

    def demonstration(told):
        """Smaller than the one of tests/demo/test_opening.py."""
        from microstructure_desktop.demo import cabinet

        place, plan = Home(home.root / "essai"), cabinet.Plan(1, 2, 3, TODAY)
        return cabinet.build(place, plan, PASSPHRASE, told, cost).offices[Role.PSYCHOLOGUE]

    made = FirstStart(home.root, Makers(cabinet, demonstration), worker)
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    yield made
    worker.drain()


def test_that_a_cabinet_is_made_with_the_keyboard_alone(qtbot, page, taper):
    qtbot.keyClick(page.new_button, Qt.Key.Key_Space)
    taper(page.cabinet_name, "Cabinet des Tilleuls")
    qtbot.keyClick(page.cabinet_name, Qt.Key.Key_Return)
    taper(page.account.prenom, "Paul")
    taper(page.account.nom, "Exemple")
    taper(page.account.passphrase.edit, "des mots à la suite")
    taper(page.account.again.edit, "des mots à la suite")
    with qtbot.waitSignal(page.opened, timeout=10_000) as opened:
        qtbot.keyClick(page.account.again.edit, Qt.Key.Key_Return)
    office = opened.args[0]
    cabinet = equipe.cabinet(office)
    assert (cabinet.nom, cabinet.region, cabinet.programme) == (
        "Cabinet des Tilleuls", "OCC", "COVID_SM",
    )  # fmt: skip
    assert office.membre.role is Role.MEDECIN
    assert page.account.secret() == ""
    unlock.close(office)


def test_that_going_back_loses_nothing(page, taper):
    page.new_button.click()
    taper(page.cabinet_name, "Cabinet des Tilleuls")
    page.cabinet_next.click()
    taper(page.account.nom, "Exemple")
    page.account_back.click()
    assert page.step() == 1
    assert page.cabinet_name.text() == "Cabinet des Tilleuls"
    page.cabinet_next.click()
    assert page.account.nom.text() == "Exemple"


def test_that_a_cabinet_without_a_name_is_asked_for_one(page):
    page.new_button.click()
    page.cabinet_next.click()
    assert page.step() == 1
    assert page.cabinet_field.error_text == "Entrez le nom du cabinet."


def test_that_a_folder_that_refuses_is_said_and_what_was_typed_stays(qtbot, page, taper, home):
    home.root.parent.mkdir(parents=True, exist_ok=True)
    home.root.write_text("un fichier à la place du dossier")
    page.new_button.click()
    taper(page.cabinet_name, "Cabinet des Tilleuls")
    page.cabinet_next.click()
    for field, text in (
        (page.account.prenom, "Paul"),
        (page.account.nom, "Exemple"),
        (page.account.passphrase.edit, "des mots à la suite"),
        (page.account.again.edit, "des mots à la suite"),
    ):
        taper(field, text)
    page.create_button.click()
    qtbot.waitUntil(lambda: page.problem.title() == unlock.FolderRefused.sentence)
    assert page.account.nom.text() == "Exemple"
    assert page.create_button.isEnabled()


def test_that_trying_opens_the_fictional_cabinet_elsewhere(qtbot, page, home):
    with qtbot.waitSignal(page.opened, timeout=60_000) as opened:
        page.try_button.click()
    office = opened.args[0]
    assert office.membre.role is Role.PSYCHOLOGUE
    assert office.home != Home(home.root)
    assert "Activité" in page.progress.text()
    unlock.close(office)


def test_that_every_screen_is_named_for_a_screen_reader(page):
    for step in range(3):
        page._show_step(step)
        assert a11y.problems(page) == []


def test_that_only_the_programmes_of_the_region_are_offered(page):
    def offered():
        return [page.programme.itemData(row) for row in range(page.programme.count())]

    assert offered() == ["COVID_SM", "EQUIPADDICT", "MSMA_HORS_FORFAIT"]
    page.programme.set_value("EQUIPADDICT")
    page.region.set_value("IDF")
    assert page.programme.value() == "EQUIPADDICT"
    page.region.set_value("PAC")
    assert offered() == ["COVID_SM", "MSMA_HORS_FORFAIT"]
    assert page.programme.value() == "COVID_SM"


@pytest.mark.parametrize("removable", [True, False])
def test_that_a_stick_is_said_before_anything_is_made_on_it(qtbot, tmp_path, removable):
    worker = Worker(None, frozenset, Events())
    made = FirstStart(tmp_path, Makers(print, print), worker, removable=removable)
    qtbot.addWidget(made)
    made.show()
    assert made.stick.isVisible() is removable
    assert ("quittez le logiciel" in made.stick.text()) is removable


def test_that_a_cabinet_may_come_from_a_backup(qtbot, page):
    with qtbot.waitSignal(page.restore_requested):
        page.restore_button.click()
