"""Passphrases stretched for next to nothing, where a test is about something else."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2 import low_level

REAL = low_level.hash_secret_raw
DEAR = 1_024
"""KiB. What a whole run shares, a cabinet for one, is made for less and opened by everybody."""


@contextmanager
def stretched_for_nothing() -> Iterator[None]:
    """Whatever cost is asked for, in this process; what is written says the cost asked for.

    tests/store/test_keys.py, tests/exchange/test_seal.py and the program that .ci/run starts pay
    the real one.
    """

    def cheap(secret, salt, time_cost, memory_cost, parallelism, hash_len, type):  # noqa: A002
        """Keys of two costs are two keys, and those of a test's own cost are the real ones."""
        if memory_cost < DEAR:
            return REAL(secret, salt, time_cost, memory_cost, parallelism, hash_len, type)
        asked = f"{time_cost} {memory_cost} {parallelism}".encode()
        return REAL(secret + asked, salt, 1, 8, 1, hash_len, type)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(low_level, "hash_secret_raw", cheap)
        patch.setattr("microstructure_desktop.exchange.seal.hash_secret_raw", cheap)
        yield
