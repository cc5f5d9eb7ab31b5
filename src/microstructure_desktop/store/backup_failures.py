"""What can go wrong with a backup, in the words of the person at the keyboard."""

import errno
from typing import ClassVar

from microstructure_desktop.errors import AppError

from .failures import StoreDamaged


class NotABackup(AppError):
    sentence = "Ce fichier n’est pas une sauvegarde de l’application."
    way_out = "Choisissez un fichier dont le nom finit par « .msmabak »."


class BackupTooNew(AppError):
    sentence = "Cette sauvegarde a été faite par une version plus récente de l’application."
    way_out = "Installez la dernière version, puis recommencez. Rien n’a été modifié."


class BackupOfAnother(AppError):
    sentence = "Cette sauvegarde est celle d’un autre cabinet."
    way_out = "Choisissez une sauvegarde de ce cabinet-ci."


class BackupOtherKey(AppError):
    sentence = "Cette sauvegarde date d’avant un changement de la clé du coffre."
    way_out = (
        "Elle s’ouvre avec une phrase de passe ou une feuille de secours de ce temps-là. "
        "Faites une nouvelle sauvegarde sur ce support."
    )


class BackupDamaged(AppError):
    """`check` names what refused it: one of ours, or a guard of the store."""

    way_out = (
        "Ne l’effacez pas, mais ne comptez plus dessus : choisissez une autre sauvegarde, "
        "et faites-en une nouvelle dès maintenant."
    )
    findings: ClassVar[dict[str, str]] = {
        "taille": "le fichier est incomplet",
        "somme": "au moins un octet du fichier a changé",
        "manifeste": "son étiquette ne peut pas être lue",
        "sceau": "son étiquette n’est pas authentique",
        "trousseau": "le trousseau qu’elle contient ne peut pas être lu",
        "formulaires": "les formulaires du cabinet qu’elle contient ne peuvent pas être lus",
    }

    def __init__(self, check: str) -> None:
        self.check = check
        said = self.findings.get(check) or StoreDamaged.findings[check]
        super().__init__(f"Cette sauvegarde est abîmée : {said}.")


class BackupNoRoom(AppError):
    sentence = "Il n’y a plus assez de place à cet endroit : la sauvegarde n’a pas été faite."
    way_out = (
        "Libérez de la place, ou choisissez un autre endroit. Le coffre et les sauvegardes "
        "précédentes sont intacts."
    )


class BackupReadOnly(AppError):
    sentence = "Cet endroit est en lecture seule : la sauvegarde n’a pas été faite."
    way_out = (
        "Ôtez le verrou de la clé, ou choisissez un dossier où vous pouvez écrire. Le coffre et "
        "les sauvegardes précédentes sont intacts."
    )


class MediumGone(AppError):
    sentence = "Le support a été retiré, ou ne répond plus : la sauvegarde n’a pas été faite."
    way_out = (
        "Rebranchez-le et recommencez ; si cela se reproduit, prenez-en un autre. Le coffre et "
        "les sauvegardes précédentes sont intacts."
    )


class BackupDisk(AppError):
    sentence = (
        "Le disque de cet ordinateur a refusé une copie du coffre : la sauvegarde n’a pas été "
        "faite."
    )
    way_out = (
        "Vérifiez la place qu’il lui reste et recommencez. Le coffre et les sauvegardes "
        "précédentes sont intacts."
    )


class BackupUnreadable(AppError):
    sentence = "Cette sauvegarde ne peut pas être lue à cet endroit."
    way_out = "Vérifiez que son support est branché et que vous avez le droit de la lire."


class RestoreFailed(AppError):
    """`why` says what stopped it; the store in place is the former one."""

    way_out = (
        "Le cabinet en place n’a pas changé. Recommencez avec une autre sauvegarde, ou demandez "
        "de l’aide."
    )
    reasons: ClassVar[dict[str, str]] = {
        "place": "il n’y a pas assez de place sur le disque de cet ordinateur",
        "disque": "le disque de cet ordinateur a refusé l’écriture",
        "verification": "le coffre préparé n’a pas passé toutes les vérifications",
        "relecture": "une fois en place, le coffre n’était pas celui annoncé",
    }

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"La restauration n’a pas été faite : {self.reasons[why]}.")


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def not_written(error: OSError) -> AppError:
    """What a failed write of a backup means."""
    if error.errno in _FULL:
        return BackupNoRoom()
    return BackupReadOnly() if error.errno in _REFUSED else MediumGone()
