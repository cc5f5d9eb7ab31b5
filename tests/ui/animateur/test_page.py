"""Every page: what is refused is said above its cards, what is written is read again."""

from microstructure_desktop.animateur.errors import RegisterUnavailable
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.dialogs.confirm import Confirm


class Counting(Page):
    def __init__(self, context):
        super().__init__(context, "Une page")
        self.read = 0

    def reload(self):
        self.read += 1


def refused(desk):
    desk.changed("registre")
    raise RegisterUnavailable


def test_that_a_page_reads_when_it_opens_and_when_something_was_written(world, opened):
    page = opened(Counting)
    assert page.read == 1
    page.ask(refused, page.say)
    world.settle()
    assert page.read == 2
    assert page.problem.title() == RegisterUnavailable.sentence


def test_that_a_page_out_of_sight_waits_to_be_opened(world, opened):
    page = opened(Counting)
    page.hide()
    world.context.events.store_changed.emit(frozenset({"registre"}))
    assert page.read == 1


def test_that_leaving_answers_no_to_what_was_asked(opened):
    page = opened(Counting)
    page.show_dialog(Confirm(page, "Sûr ?", "Vraiment.", "Oui"))
    assert page.dialog is not None
    page.leave()
    assert page.dialog is None
