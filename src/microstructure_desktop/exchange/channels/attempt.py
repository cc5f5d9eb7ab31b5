"""One attempt over the network: its end in time, and nothing of it in any log."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from .model import Detail, unreachable

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")

_GRACE = 0.5
"""Seconds to let go of what was opened, once the time is over."""

# They write addresses and accounts at levels that a person may turn on.
_TALKATIVE = ("httpx", "httpcore", "asyncssh")


def attempt(work: Coroutine[Any, Any, T], seconds: float) -> T:
    """What `work` answers, within `seconds` all told.

    Raises:
        Stopped: it did not end well, or not in time.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        return asyncio.run(_within(work, seconds))
    except TimeoutError:
        raise unreachable(Detail.DELAI) from None
    except OSError:
        raise unreachable(Detail.COUPURE) from None


async def _within(work: Coroutine[Any, Any, T], seconds: float) -> T:
    """A library may take leave of a server that answers no more: it is then told again to stop."""
    task = asyncio.ensure_future(work)
    await asyncio.wait({task}, timeout=seconds)
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=_GRACE)
    if task.cancelled():
        raise TimeoutError
    return task.result()
