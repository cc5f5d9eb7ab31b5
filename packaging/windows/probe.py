"""Run inside Windows by smoke.py: the paths of the code that only Windows takes, one by one."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QFontInfo, QPageLayout
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from microstructure_desktop import paths, private_memory
from microstructure_desktop.store import files, places
from microstructure_desktop.ui import application, fonts

LONG = 300  # more than the 260 of old Windows


def locations(_: Path) -> bool:
    """The person's own folder is beside the programs, and never roams."""
    return paths.home().root == Path(os.environ["LOCALAPPDATA"], "Microstructure")


def networks(_: Path) -> bool:
    """A share by its name, or by the letter given to one, is a network; a disk is not."""
    remote = [Path(r"\\serveur\partage\cabinet"), Path("N:/cabinet")]
    return all(map(places.on_network, remote)) and not places.on_network(Path("C:/cabinet"))


def held(folder: Path) -> bool:
    """A file that another program holds for a moment, as an antivirus does, is replaced after."""
    target = folder / "réglages.json"
    target.write_bytes(b"before")
    file = target.open("rb")
    threading.Timer(0.35, file.close).start()
    files.replace(target, b"after", len)
    return target.read_bytes() == b"after" and not list(folder.glob(".*.nouveau"))


def long_names(folder: Path) -> bool:
    """A folder deeper than 260 characters holds a file that is replaced."""
    deep = folder.joinpath(*["été" * 20] * (LONG // 60 + 1))
    deep.mkdir(parents=True)
    files.replace(deep / "essai.json", b"{}", len)
    return len(str(deep)) > LONG and (deep / "essai.json").read_bytes() == b"{}"


def silence(_: Path) -> bool:
    """Windows is asked for no report of our memory; a Windows without that is no obstacle."""
    private_memory.keep_private()
    return True


def letters(_: Path) -> bool:
    """Our font is the one that is drawn, with the signs that French wants."""
    fonts.load_first()
    return QFontInfo(fonts.font()).family() == fonts.FAMILY


def french(_: Path) -> bool:
    """Qt's own buttons and numbers are French."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    texts = [button.text() for button in box.buttons()]
    return texts == ["Annuler"] and QLocale().toString(1829.5, "f", 2) == "1\u202f829,50"


def printing(folder: Path) -> bool:
    """Without a printer a sentence says so; with one of paper, the page is drawn whole."""
    from microstructure_desktop.ui.dialogs.printing import new_printer, paint

    print("   printers:", QPrinterInfo.availablePrinterNames())
    printer = new_printer()
    printer.setOutputFileName(str(folder / "imprimé.pdf"))
    whole = printer.pageLayout().mode() == QPageLayout.Mode.FullPageMode
    drawn = paint(Path(sys.argv[2]).read_bytes(), printer)
    return whole and drawn and (folder / "imprimé.pdf").read_bytes().startswith(b"%PDF-")


def pictures(_: Path) -> bool:
    """What a scan is read from can be opened: the plug-ins for pictures are there."""
    from PySide6.QtGui import QImage

    image, out = QImage(8, 8, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    return image.save(out, "JPG")


CHECKS: tuple[Callable[[Path], bool], ...] = (
    *(locations, networks, held, long_names, silence),
    *(letters, french, printing, pictures),
)


def main(folder: Path) -> int:
    folder.mkdir()
    app, _ = application.create_application([sys.argv[0]])
    assert isinstance(app, QApplication)
    print("   platform:", app.platformName())
    failed = []
    for check in CHECKS:
        try:
            fine = check(folder)
        except Exception as problem:  # noqa: BLE001 -- one that fails must not hide the next
            print(f"   {type(problem).__name__}: {problem}")
            fine = False
        print(f"   {'as wanted' if fine else 'NOT SO'}: {check.__doc__}")
        failed += [] if fine else [check.__name__]
    return len(failed)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
