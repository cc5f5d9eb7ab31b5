"""forms preview: look at one form alone, before it is in any cabinet; or draw it for a guide."""

import argparse
import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

from .demo import has_display
from .french import Commands

if TYPE_CHECKING:
    from microstructure_desktop.ui.preview.window import PreviewWindow


class NoScreen(AppError):
    sentence = "Aucun écran n’est disponible pour montrer cette fiche."
    way_out = "Donnez --image FICHIER.png pour la dessiner dans un fichier."


class NoSuchGroup(AppError):
    sentence = "Cette fiche n’a pas de rubrique de cet identifiant."
    way_out = "Donnez à --rubrique l’id d’un [[group]] de la fiche."


class PictureNotWritten(AppError):
    sentence = "L’image n’a pas pu être enregistrée à cet endroit."
    way_out = "Donnez à --image un nom en .png, dans un dossier qui existe."


def add_to(actions: Commands) -> None:
    command = actions.add_parser("preview", help="voir une fiche ou une échelle, sans cabinet")
    command.add_argument("fichier", type=Path, metavar="FICHIER", help="fichier .toml à montrer")
    command.add_argument(
        "--image", type=Path, metavar="FICHIER.png", help="dessiner une rubrique dans un fichier"
    )
    command.add_argument(
        "--rubrique", metavar="ID", default="", help="rubrique à montrer (par défaut, la première)"
    )
    command.add_argument("--sombre", action="store_true", help="apparence sombre")
    command.add_argument(
        "--toutes", action="store_true", help="toutes les questions, sans leurs conditions"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace, _place: Home) -> int:
    from microstructure_desktop.services.definition_preview import preview
    from microstructure_desktop.services.known_definitions import known

    read = partial(preview, options.fichier.resolve(), known())
    found = read()
    groups = [group.id for group in found.form.groups] if found.form else []
    if options.rubrique and found.form and options.rubrique not in groups:
        raise NoSuchGroup
    if options.image is not None:
        if found.form is None:
            print(*found.fautes, sep="\n", file=sys.stderr)
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_display():
        raise NoScreen

    from microstructure_desktop.ui import application
    from microstructure_desktop.ui.preview.window import PreviewWindow

    app, theme = application.create_application((), "sombre" if options.sombre else "clair")
    window = PreviewWindow(options.fichier.resolve(), read, theme, date.today)
    window.settings.every.setChecked(options.toutes)
    if options.rubrique and found.form:
        window.show_group(options.rubrique)
    if options.image is not None:
        return _draw(window, options.image)
    application.set_window_icon(app)
    window.show()
    return int(app.exec())


def _draw(window: "PreviewWindow", path: Path) -> int:
    if not window.picture().save(str(path)):
        raise PictureNotWritten
    print(f"Image enregistrée\u00a0: {path}")
    return 0
