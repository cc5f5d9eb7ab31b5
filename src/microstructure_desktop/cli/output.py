"""Where a command writes: asked before anything is made, entered or noted."""

from pathlib import Path


def check_free(path: Path) -> None:
    """A file that was there may have been worked on: it is never replaced.

    Raises:
        DejaLa, DocumentNotWritten
    """
    from microstructure_desktop.services.documents import DocumentNotWritten
    from microstructure_desktop.services.tableaux_fichiers import DejaLa

    if path.exists():
        raise DejaLa
    if not path.parent.is_dir():
        raise DocumentNotWritten
