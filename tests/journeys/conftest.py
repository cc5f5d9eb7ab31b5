"""What journeys share with the tests of the interface: the dressed application, French typing."""

from tests.ui.conftest import _light, taper, theme  # noqa: F401 -- fixtures
