"""WindowsSession: what Windows says to a window when its session is left."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

_KIND = b"windows_generic_MSG"
_POWER = 0x0218  # WM_POWERBROADCAST
_SESSION = 0x02B1  # WM_WTSSESSION_CHANGE
_LEAVING = {
    (_POWER, 4),  # PBT_APMSUSPEND
    (_SESSION, 2),  # WTS_CONSOLE_DISCONNECT: another user
    (_SESSION, 4),  # WTS_REMOTE_DISCONNECT
    (_SESSION, 6),  # WTS_SESSION_LOGOFF
    (_SESSION, 7),  # WTS_SESSION_LOCK
}


class WindowsSession(QAbstractNativeEventFilter):
    """Calls `left` before Windows goes on: it may suspend as soon as it is answered."""

    def __init__(self, left: Callable[[], None], window: int) -> None:
        super().__init__()
        self._left = left
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if kind == _KIND:
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in _LEAVING:
                self._left()
        return False, 0  # Qt hears it too
