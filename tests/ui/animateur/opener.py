"""Opener: what the system is asked to open, kept instead."""

from PySide6.QtCore import QObject, QUrl, Slot


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        self.urls.append(url)
