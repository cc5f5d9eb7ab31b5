"""The reception: files in, sentences out, and a quarantine to empty."""

from microstructure_desktop.ui.animateur.pages.reception.page import ReceptionPage
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.navigation import Route
from tests.ui import a11y


def test_that_who_has_no_cabinet_is_led_to_enrol_one(world, opened):
    page = opened(ReceptionPage)
    assert page.nobody.isVisible()
    page.nobody.action_button.click()
    assert world.routes == [Route("structures")]
    assert page.first_focus() is page.drop.files_button


def test_that_what_came_is_summed_up_and_told_line_by_line(world, opened, tmp_path):
    page = opened(ReceptionPage)
    good = world.file(tmp_path, world.region.cabinet())
    (tmp_path / "bad.msma").write_bytes(b"rien")
    page.drop.chosen.emit((good, tmp_path / "bad.msma"))
    assert not page.drop.files_button.isEnabled()
    world.settle()
    assert page.drop.files_button.isEnabled()
    assert page.outcome.title() == "2\xa0paquets lus"
    assert [line.dite.tag for line in page.arrivals.lines] == ["Accepté", "Refusé"]
    assert len(page.quarantine.lines) == 1
    assert not page.nobody.isVisible()
    assert a11y.problems(page) == []


def test_that_an_enrolment_among_bundles_makes_none_of_them_lost(world, opened, tmp_path):
    page = opened(ReceptionPage)
    enrolment = tmp_path / "OCC-31-044.msma-inscription"
    enrolment.write_bytes(b"{}")
    page.receive((enrolment, world.file(tmp_path, world.region.cabinet())))
    world.settle()
    assert [line.dite.tag for line in page.arrivals.lines] == ["Accepté"]
    assert world.routes == []
    (notice,) = world.notices
    notice.on_action()
    assert world.routes == [Route("structures", fichier=enrolment)]


def test_that_discarding_asks_first(world, opened, tmp_path):
    (tmp_path / "bad.msma").write_bytes(b"rien")
    page = opened(ReceptionPage)
    page.receive((tmp_path / "bad.msma",))
    world.settle()
    page.quarantine.discards[0].click()
    assert isinstance(page.dialog, Confirm)
    page.dialog.reject()
    world.settle()
    assert len(page.quarantine.lines) == 1
    page.quarantine.discards[0].click()
    page.dialog.accept()
    world.settle()
    assert page.quarantine.lines == []
    assert world.said() == ["Paquet écarté"]


def test_that_a_contradiction_is_accepted_after_a_question(world, opened, tmp_path):
    cabinet = world.region.cabinet()
    world.region.send(cabinet)
    page = opened(ReceptionPage)
    page.receive((world.file(tmp_path, cabinet),))
    world.settle()
    page.quarantine.accepts[0].click()
    page.dialog.accept()
    world.settle()
    assert [line.dite.tag for line in page.arrivals.lines] == ["Accepté"]
    assert page.quarantine.lines == []


def test_that_trying_again_says_when_nothing_changed(world, opened, tmp_path):
    (tmp_path / "bad.msma").write_bytes(b"rien")
    page = opened(ReceptionPage)
    page.receive((tmp_path / "bad.msma",))
    world.settle()
    page.quarantine.retry_button.click()
    world.settle()
    assert world.said() == ["Rien n’a changé\xa0: rien n’est accepté"]


def test_that_an_enrolment_goes_to_its_page(world, opened, tmp_path):
    page = opened(ReceptionPage)
    path = tmp_path / "x.msma-inscription"
    page.receive((path,))
    assert world.routes == [Route("structures", fichier=path)]


def test_that_the_folder_of_receipts_is_kept(world, opened, tmp_path):
    page = opened(ReceptionPage)
    page.receipts.place_chosen.emit(tmp_path)
    world.settle()
    assert page.receipts.where.text() == str(tmp_path)
