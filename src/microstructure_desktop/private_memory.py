"""Keep what this process holds to itself: no core file, no other program reading its memory."""

import ctypes
import os
import sys
from pathlib import PurePath
from typing import Any

_PR_SET_DUMPABLE = 4  # of <linux/prctl.h>
_WITHOUT_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def keep_private() -> None:
    """Called first by every command; it holds until the process ends or is replaced.

    What reaches the swap or a hibernation file is the encrypted disk's affair.
    """
    if os.name == "nt":
        _leave_no_report(*_windows(), program=_own_program())
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _leave_no_report(kernel: Any, wer: Any, *, program: str) -> None:
    """Ask Windows to send the heap nowhere, and to make no report of our own program at all.

    The second is remembered by the person's account: never for the Python of everybody.
    """
    kernel.WerSetFlags(_WITHOUT_HEAP)
    if program:
        wer.WerAddExcludedApplication(program, False)


def _windows() -> tuple[Any, Any]:
    libraries = getattr(ctypes, "windll")  # noqa: B009 -- exists on Windows only
    return libraries.kernel32, libraries.wer


def _own_program() -> str:
    return PurePath(sys.executable).name if getattr(sys, "frozen", False) else ""
