"""The page's own fixtures."""

from .scene import known, opened  # noqa: F401 -- fixtures
