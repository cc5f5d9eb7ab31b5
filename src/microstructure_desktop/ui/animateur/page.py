"""Page: what the animator's shell expects of every page, and what every page does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import ShownPage
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .context import Context

if TYPE_CHECKING:
    from .desk import Desk

T = TypeVar("T")


class Page(ShownPage):
    """Built once, opened for each route of its name. It reads again when something was written.

    `problem` stands above the cards of `body`; whatever the worker refuses is said there.
    """

    def __init__(self, context: Context, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.context = context
        self.dialog: QDialog | None = None
        self.header = HeaderBand(title, subtitle)
        self.problem = Banner()
        self.body = PageBody()
        self.body.main.addWidget(self.problem)
        self.setLayout(column(self.header, self.body, spacing=0, grows=self.body))
        context.events.store_changed.connect(self._on_store_changed)

    def open(self, route: Route) -> None:
        del route
        self.problem.clear()
        self.reload()

    def leave(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def reload(self) -> None:
        """Read again what is shown."""

    def ask(
        self,
        action: Callable[..., T],
        on_done: Callable[[T], None],
        on_failed: Callable[[AppError], None] | None = None,
        **given: Any,
    ) -> None:
        """Run an action on the Desk; its answer comes back on this thread."""
        done: Callable[[Desk], T] = partial(action, **given)
        self.context.worker.run(done, on_done, on_failed or self.say)

    def say(self, error: AppError) -> None:
        """What was refused, and what to do."""
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.body.ensureWidgetVisible(self.problem)

    def show_dialog(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self.reload()

    def _on_dialog_finished(self, _answer: int) -> None:
        self.dialog = None
