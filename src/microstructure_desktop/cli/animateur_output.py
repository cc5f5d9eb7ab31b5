"""Files of the animator: all of them new, and whole under their names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .output import check_free

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def new_files(files: Mapping[Path, bytes]) -> None:
    """Written when all the places are free.

    Raises:
        DejaLa, DocumentNotWritten
    """
    from microstructure_desktop.services.documents import DocumentNotWritten

    for path in files:
        check_free(path)
    try:
        for path, data in files.items():
            with path.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
    except OSError:
        raise DocumentNotWritten from None
