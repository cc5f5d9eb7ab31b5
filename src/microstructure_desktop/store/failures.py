"""What can go wrong with the store, in the words of the person at the keyboard."""

from typing import ClassVar

from microstructure_desktop.errors import AppError


class StoreUnsafe(AppError):
    """What is there cannot be trusted: going on would make it worse."""

    way_out = (
        "Ne saisissez rien de plus ici. Remettez en place une sauvegarde, "
        "ou demandez de l’aide avant de toucher aux fichiers du dossier « coffre »."
    )


class StoreMissing(AppError):
    sentence = "Le coffre est introuvable dans ce dossier."
    way_out = "Vérifiez que le bon dossier est choisi et que son disque est branché."


class StoreExists(AppError):
    sentence = "Un coffre existe déjà dans ce dossier."
    way_out = "Ouvrez-le, ou choisissez un autre dossier."


class StoreDamaged(StoreUnsafe):
    """`check` names the guard that refused; its sentence is also what `verify()` reports."""

    findings: ClassVar[dict[str, str]] = {
        "taille": "la taille du fichier n’est pas celle d’un coffre complet",
        "page": "une page du fichier ne peut pas être lue, ou le trousseau est celui d’un autre "
        "coffre",
        "identite": "ce fichier n’est pas un coffre de l’application",
        "coffre": "le trousseau et le coffre ne vont pas ensemble",
        "schema": "la structure du coffre a été modifiée",
        "structure": "la structure interne du fichier est abîmée",
        "integrite": "au moins une page du fichier a été altérée",
        "chaine": "l’historique des enregistrements a été altéré",
        "contenu": "le contenu d’un enregistrement ne correspond pas à son historique",
        "projection": "les listes ne correspondent pas à l’historique des enregistrements",
        "temoin": "l’historique diffère de celui noté par le témoin",
        "acces_ligne": "le journal d’accès a été modifié : une ligne n’est plus celle qui a été "
        "écrite",
        "acces_manque": "le journal d’accès est incomplet : des lignes en ont été retirées",
        "acces_fin": "le journal d’accès est coupé : ses dernières lignes ont été retirées",
        "acces_ajout": "le journal d’accès a été modifié : des lignes effacées y ont été remises",
        "acces_ancre": "le journal d’accès a été modifié : la marque de ce qui en a été effacé "
        "n’est pas authentique",
        "ecriture": "un enregistrement ne suit pas l’historique connu",
    }

    def __init__(self, check: str) -> None:
        self.check = check
        super().__init__(f"Le coffre est abîmé : {self.findings[check]}.")

    @classmethod
    def finding(cls, check: str) -> str:
        text = cls.findings[check]
        return f"{text[:1].upper()}{text[1:]}."


class StoreNotEncrypted(StoreUnsafe):
    sentence = "Le fichier du coffre n’est pas chiffré : l’application refuse de l’ouvrir."


class StoreTooNew(AppError):
    sentence = "Ce coffre a été créé par une version plus récente de l’application."
    way_out = "Installez la dernière version, puis rouvrez. Le coffre n’a pas été modifié."


class StoreBusy(AppError):
    sentence = "Le coffre est déjà ouvert."
    way_out = "Fermez l’autre fenêtre de l’application, puis réessayez."

    def __init__(self, machine: str = "") -> None:
        super().__init__(f"Le coffre est déjà ouvert sur « {machine} »." if machine else None)


class StoreBehind(AppError):
    way_out = (
        "Ne saisissez rien de plus : ce fichier est une copie ancienne, ou son journal « -wal » "
        "a été perdu. Remettez ce journal en place, ou une sauvegarde plus récente."
    )

    def __init__(self, missing: int) -> None:
        self.missing = missing
        super().__init__(
            "Un enregistrement confirmé manque dans le coffre."
            if missing == 1
            else f"{missing} enregistrements confirmés manquent dans le coffre."
        )


class StoreUnsupported(AppError):
    sentence = "La bibliothèque de chiffrement installée ne convient pas."
    way_out = "Réinstallez l’application."


class FolderReadOnly(AppError):
    sentence = "Le dossier du coffre est en lecture seule."
    way_out = "Donnez le droit d’écrire dans ce dossier, ou choisissez-en un autre."


class FolderShared(AppError):
    """`why` says what kind of place it is."""

    way_out = (
        "Choisissez un dossier d’un disque de cet ordinateur : un dossier partagé ou synchronisé "
        "peut abîmer le coffre."
    )
    places: ClassVar[dict[str, str]] = {
        "reseau": "Ce dossier est sur un disque du réseau.",
        "synchronise": "Ce dossier est synchronisé avec un service en ligne.",
    }

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(self.places[why])


class DiskFull(AppError):
    sentence = "Il n’y a plus assez de place sur le disque : rien n’a été enregistré."
    way_out = "Laissez cette page ouverte, libérez de la place, puis enregistrez de nouveau."


class DiskFailure(AppError):
    sentence = "Le disque a refusé la lecture ou l’écriture : rien n’a été enregistré."
    way_out = "Laissez cette page ouverte, vérifiez le disque, puis enregistrez de nouveau."


class StaleRevision(AppError):
    way_out = "Rouvrez-le pour voir ces changements, puis reprenez les vôtres."

    def __init__(self, author: str = "") -> None:
        par = f" par {author}" if author else ""
        super().__init__(f"Cet élément a été modifié entre-temps{par}.")


class RecordMissing(AppError):
    sentence = "Cet élément n’existe pas, ou a été annulé."
    way_out = "Revenez à la liste et rafraîchissez-la."


class NotVoided(AppError):
    sentence = "Cet élément n’est pas annulé : il n’y a rien à rétablir."
    way_out = "Rafraîchissez la page pour voir où il en est."


class KeyringMissing(AppError):
    sentence = "Le trousseau est introuvable : sans lui, le coffre ne peut pas être ouvert."
    way_out = "Remettez « trousseau.json » dans le dossier « coffre », depuis une sauvegarde."


class KeyringDamaged(AppError):
    sentence = "Le trousseau est abîmé ou a été modifié : l’application refuse de l’utiliser."
    way_out = "Remettez « trousseau.json » dans le dossier « coffre », depuis une sauvegarde."


class KeyringFormer(AppError):
    """Not a refusal: the cabinet opens, as it was one change of its key file earlier."""

    sentence = (
        "Le trousseau en place est absent ou ne peut pas être lu : c’est le précédent qui sert."
    )
    way_out = (
        "Changez votre phrase de passe dans « Réglages » : un trousseau neuf sera écrit. "
        "Ce qui avait changé en dernier, un compte, une phrase ou une feuille de secours, est à "
        "refaire."
    )


class KeyringTooNew(AppError):
    sentence = "Ce trousseau a été écrit par une version plus récente de l’application."
    way_out = "Installez la dernière version, puis rouvrez."


class WrongPassphrase(AppError):
    sentence = "La phrase de passe n’est pas la bonne."
    way_out = "Vérifiez les majuscules et la langue du clavier, puis réessayez."


class WrongRecoveryCode(AppError):
    sentence = "Ce code de secours n’ouvre pas ce cabinet."
    way_out = (
        "Vérifiez la date de la feuille : une feuille plus récente peut avoir remplacé celle-ci. "
        "Une sauvegarde du temps de cette feuille s’ouvre encore avec elle."
    )


class SheetIsPersonal(WrongRecoveryCode):
    sentence = "Ce code est celui d’une feuille personnelle : il n’ouvre pas le cabinet."
    way_out = "La feuille de secours du cabinet est dans l’enveloppe que garde le médecin."


class SheetOfCabinet(AppError):
    sentence = "Ce code est celui de la feuille du cabinet : il n’ouvre pas vos notes personnelles."
    way_out = "Prenez votre propre feuille, celle dont le titre est « Ma feuille de secours »."


class WrongOwnCode(AppError):
    sentence = "Ce code n’est pas celui de votre feuille personnelle."
    way_out = (
        "Vérifiez le nom et la date en tête de la feuille : une feuille plus récente peut l’avoir "
        "remplacée, ou la sauvegarde restaurée peut en attendre une plus ancienne."
    )


class FormerNotesSealed(AppError):
    sentence = "Votre feuille actuelle ouvre encore des notes que cette session n’ouvre pas."
    way_out = (
        "Tapez d’abord son code. Si elle est perdue, retirez-la : ces notes resteront scellées."
    )


class AccountReset(AppError):
    sentence = "Votre compte a reçu une autre phrase de passe depuis que la session est ouverte."
    way_out = "Fermez la session, puis ouvrez-la avec la nouvelle."


class AccountUnknown(AppError):
    sentence = "Cette personne n’a pas de compte dans ce coffre."
    way_out = "Choisissez une autre personne dans la liste."


class AccountExists(AppError):
    sentence = "Cette personne a déjà un compte dans ce coffre."
    way_out = "Choisissez-la dans la liste."


class NoteSealed(AppError):
    sentence = "Cette note personnelle ne peut être lue que par la personne qui l’a écrite."
    way_out = "Demandez-lui de l’ouvrir depuis son propre compte."


class StoreFailure(AppError):
    """`code` is SQLite's name for what it could not do."""

    sentence = "Le coffre n’a pas pu faire cette opération."

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__()
