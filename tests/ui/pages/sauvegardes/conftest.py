"""The page's own fixtures."""

from .scene import opened, stick  # noqa: F401 -- fixtures
