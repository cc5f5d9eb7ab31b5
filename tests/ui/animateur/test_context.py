"""What pages receive: a way to ask, never the register itself."""

from microstructure_desktop.animateur.register import Register
from tests.animateur.cases import JOUR


def test_that_a_page_is_given_the_day_and_no_register(world):
    assert world.context.today() == JOUR
    given = (getattr(world.context, name) for name in world.context.__slots__)
    assert not any(isinstance(each, Register) for each in given)
