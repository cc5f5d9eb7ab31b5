"""Logging set-up: a rotating file that holds types and places, never a patient's data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb

MAX_BYTES = 500_000


class PlacesOnly(logging.Formatter):
    """Exceptions as « Type at module:line », because messages and locals may carry data."""

    def formatException(self, ei: object) -> str:  # noqa: N802  -- logging's own name
        if not isinstance(ei, tuple) or ei[0] is None:
            return ""
        return place(ei[1])


def place(error: BaseException) -> str:
    """The type of an error and the lines it went through, never its message."""
    frames = extract_tb(error.__traceback__)
    lines = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    return f"{type(error).__name__} at {' > '.join(lines)}"


def set_up(folder: Path) -> None:
    """Write warnings and worse under `folder`; a folder that cannot be written is left alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "microstructure.log", maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("microstructure_desktop")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
