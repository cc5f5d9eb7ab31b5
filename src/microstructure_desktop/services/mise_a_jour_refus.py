"""Why an update is not installed here, in the words of the person at the keyboard."""

import errno

from microstructure_desktop.errors import AppError


class NoPublisher(AppError):
    sentence = (
        "Cette version ne connaît pas de clé d’éditeur\u00a0: les mises à jour se font par "
        "l’installeur."
    )
    way_out = (
        "Faites une sauvegarde, fermez l’application, puis ouvrez l’installeur que l’éditeur "
        "vous a remis."
    )


class UpdateSystemUnknown(AppError):
    sentence = "Il n’y a pas de mise à jour par fichier pour ce système."
    way_out = "Demandez à qui vous a remis l’application comment la mettre à jour."


class UpdateForAnother(AppError):
    sentence = "Cette mise à jour est faite pour un autre système que celui de cet ordinateur."
    way_out = (
        "Choisissez le fichier «\u00a0-windows\u00a0» sous Windows, «\u00a0-debian\u00a0» sous "
        "Debian ou Ubuntu."
    )


class UpdateNotNewer(AppError):
    sentence = "Cette version est déjà installée."
    way_out = "Il n’y a rien à faire."


class UpdateOlder(AppError):
    sentence = "Ce fichier contient une version plus ancienne que celle qui est installée."
    way_out = (
        "Revenir en arrière pourrait abîmer le coffre\u00a0: choisissez une version plus récente."
    )


class UpdateOlderStore(AppError):
    sentence = "Cette version ne saurait pas lire le coffre de ce cabinet."
    way_out = "Rien n’a été installé. Choisissez une version plus récente."


class InstallerNoRoom(AppError):
    sentence = "Il n’y a pas assez de place pour écrire l’installeur."
    way_out = "Rien n’a été installé. Libérez de la place, puis recommencez."


class InstallerReadOnly(AppError):
    sentence = "L’installeur ne peut pas être écrit à cet endroit."
    way_out = "Rien n’a été installé. Choisissez un dossier où vous pouvez écrire."


class InstallerNotKept(AppError):
    sentence = "L’installeur n’a pas pu être écrit\u00a0: le support ne répond plus."
    way_out = "Rien n’a été installé. Vérifiez ce support, puis recommencez."


class InstallerAltered(AppError):
    sentence = (
        "L’installeur écrit n’est pas celui que l’éditeur a signé\u00a0: il n’a pas été ouvert."
    )
    way_out = (
        "Recommencez depuis le fichier de mise à jour. Si cela se reproduit, ce disque est à "
        "vérifier."
    )


class InstallerNotOpened(AppError):
    sentence = "L’installeur est prêt, mais le système n’a pas pu l’ouvrir."
    way_out = (
        "Fermez l’application, puis ouvrez vous-même l’installeur, ou tapez la commande affichée."
    )


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def not_kept(error: OSError) -> AppError:
    """What a failed write of an installer means."""
    if error.errno in _FULL:
        return InstallerNoRoom()
    return InstallerReadOnly() if error.errno in _REFUSED else InstallerNotKept()
