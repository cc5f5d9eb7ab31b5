"""What can go wrong with a bundle, in sentences for the person who sends it."""

from microstructure_desktop.errors import AppError


class StructureUnknown(AppError):
    """The cabinet has no code from the regional animator, or a text that is not one."""

    sentence = "Le code de la structure ou de la région manque, ou n’a pas la bonne forme."
    way_out = (
        "Entrez dans les réglages du cabinet le code donné par l’animateur régional, "
        "par exemple OCC-31-007."
    )


class BundleRefused(AppError):
    """Something in a bundle is not what the format says; nothing of it is used."""

    sentence = "Ce paquet n’a pas la forme attendue."
    way_out = "Préparez de nouveau l’envoi de ce mois."


class FilesUnexpected(BundleRefused):
    sentence = "Le paquet ne contient pas exactement les fichiers attendus."


class ManifestInvalid(BundleRefused):
    sentence = "Le manifeste du paquet n’a pas la forme attendue."


class VersionUnknown(BundleRefused):
    sentence = "Ce paquet a été préparé par une version plus récente du logiciel."
    way_out = "Mettez le logiciel à jour."


class HashMismatch(BundleRefused):
    sentence = "Un fichier du paquet a été modifié depuis sa préparation."


class TableInvalid(BundleRefused):
    sentence = "Une table du paquet contient autre chose que les valeurs prévues."


class WriteFailed(AppError):
    """The folder did not take the bundle; nothing partial is left under its name."""

    sentence = "Le paquet n’a pas pu être écrit."
    way_out = "Choisissez un autre dossier, ou une autre clé USB."


class DestinationMissing(WriteFailed):
    sentence = "Le dossier choisi n’existe pas, ou la clé USB n’est plus branchée."
    way_out = "Branchez la clé ou choisissez un autre dossier, puis recommencez."


class DestinationReadOnly(WriteFailed):
    sentence = "Le dossier choisi est en lecture seule."


class DestinationFull(WriteFailed):
    sentence = "Il n’y a plus de place dans le dossier choisi."
    way_out = "Libérez de la place ou choisissez un autre dossier, puis recommencez."


class DestinationTaken(WriteFailed):
    sentence = "Un dossier du même nom existe déjà avec un autre contenu."
    way_out = "Renommez ou supprimez ce dossier, ou choisissez-en un autre."


class ReadBackDiffers(WriteFailed):
    sentence = "Le paquet relu n’est pas celui qui a été écrit : la clé ou le disque est en défaut."
