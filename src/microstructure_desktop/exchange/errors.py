"""What can go wrong with a bundle, in sentences for the person who sends it."""

from microstructure_desktop.errors import AppError


class StructureUnknown(AppError):
    """The cabinet has no code from the regional animator, or a text that is not one."""

    sentence = "Le code de la structure ou de la région manque, ou n’a pas la bonne forme."
    way_out = (
        "Entrez dans les réglages du cabinet le code donné par l’animateur régional, "
        "par exemple OCC-31-007."
    )


class KeyUnreadable(AppError):
    """A key, or a text that should be one."""

    sentence = "Une clé n’a pas la forme attendue."
    way_out = "Demandez de nouveau ce fichier à la personne qui vous l’a remis."


class WrongPassphraseOfKeys(AppError):
    sentence = "Cette phrase de passe n’ouvre pas ce fichier de clés."
    way_out = "Vérifiez la phrase et le fichier, puis recommencez."


class PaperInvalid(AppError):
    """A convention, an enrolment or a receipt that is not one."""

    sentence = "Ce fichier n’a pas la forme attendue."
    way_out = "Demandez-le de nouveau à la personne qui vous l’a remis."


class ConventionInvalid(PaperInvalid):
    sentence = "Ce fichier n’est pas une convention d’échange valable."
    way_out = "Demandez-en un autre à l’animateur régional."


class ConventionNotSigned(PaperInvalid):
    sentence = "Cette convention n’est pas signée par l’animateur que le cabinet connaît."
    way_out = "Téléphonez à l’animateur avant toute chose : lui seul peut dire si sa clé a changé."


class InscriptionInvalid(PaperInvalid):
    sentence = "Ce fichier n’est pas l’inscription d’un cabinet."
    way_out = "Demandez-en un autre au cabinet."


class InscriptionNotSigned(PaperInvalid):
    sentence = "Cette inscription n’est pas signée par la clé connue de ce cabinet."
    way_out = "Téléphonez au cabinet : s’il a perdu sa clé, inscrivez-le de nouveau."


class ReceiptInvalid(PaperInvalid):
    sentence = "Ce fichier n’est pas un accusé de réception de l’animateur."
    way_out = "Demandez-lui de le renvoyer."


class BundleRefused(AppError):
    """Something in a bundle is not what the format says; nothing of it is used.

    `code` names the refusal in receipts and in the register: it is part of the format.
    """

    code = "paquet"
    sentence = "Ce paquet n’a pas la forme attendue."
    way_out = "Préparez de nouveau l’envoi de ce mois."


class NotForUs(BundleRefused):
    code = "destinataire"
    sentence = "Ce paquet est scellé pour quelqu’un d’autre."
    way_out = "Demandez au cabinet avec quelle convention il l’a préparé."


class SealBroken(BundleRefused):
    code = "scelle"
    sentence = "Ce paquet a été abîmé ou coupé en chemin."
    way_out = "Demandez au cabinet de le renvoyer."


class ArchiveInvalid(BundleRefused):
    code = "archive"
    sentence = "L’archive du paquet n’a pas la forme attendue."


class FilesUnexpected(BundleRefused):
    code = "fichiers"
    sentence = "Le paquet ne contient pas exactement les fichiers attendus."


class ManifestInvalid(BundleRefused):
    code = "manifeste"
    sentence = "Le manifeste du paquet n’a pas la forme attendue."


class VersionUnknown(BundleRefused):
    code = "version"
    sentence = "Ce paquet a été préparé par une version plus récente du logiciel."
    way_out = "Mettez le logiciel à jour."


class StructureNotEnrolled(BundleRefused):
    code = "structure"
    sentence = "Ce paquet vient d’une structure qui n’est pas inscrite."
    way_out = "Inscrivez d’abord la structure, puis recevez de nouveau le paquet."


class SignatureInvalid(BundleRefused):
    code = "signature"
    sentence = "Ce paquet n’est pas signé par la clé connue de sa structure."
    way_out = "Téléphonez à la structure : quelqu’un d’autre a pu le préparer."


class AddressedElsewhere(BundleRefused):
    code = "adresse"
    sentence = "Ce paquet a été signé pour d’autres destinataires que ceux qui l’ont reçu."
    way_out = "Téléphonez à la structure : quelqu’un a pu le faire suivre."


class HashMismatch(BundleRefused):
    code = "empreinte"
    sentence = "Un fichier du paquet a été modifié depuis sa préparation."


class TableInvalid(BundleRefused):
    code = "table"
    sentence = "Une table du paquet contient autre chose que les valeurs prévues."
