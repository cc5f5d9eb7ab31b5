"""What can go wrong on the receiving side, in sentences for the animator."""

from microstructure_desktop.errors import AppError


class RegisterAddress(AppError):
    sentence = "Cette adresse n’est pas celle d’un registre."
    way_out = (
        "Donnez un fichier SQLite (sqlite:///…) ou un serveur PostgreSQL "
        "(postgresql://utilisateur@serveur/base)."
    )


class RegisterPassword(AppError):
    """A URL is written in a file and seen in the list of processes."""

    sentence = "L’adresse du registre contient un mot de passe."
    way_out = "Retirez-le de l’adresse, et écrivez-le dans le fichier .pgpass de PostgreSQL."


class RegisterDriverMissing(AppError):
    sentence = "Ce poste n’a pas ce qu’il faut pour parler à PostgreSQL."
    way_out = "Installez microstructure-desktop[postgresql], ou gardez le registre sur ce poste."


class RegisterUnavailable(AppError):
    sentence = "Le registre ne répond pas ; rien n’a été enregistré."
    way_out = (
        "Vérifiez que le disque n’est pas plein et que le serveur est joignable, puis recommencez."
    )


class RegisterTooNew(AppError):
    sentence = "Ce registre a été fait par une version plus récente du logiciel."
    way_out = "Mettez le logiciel à jour."


class NoKeys(AppError):
    sentence = "Il n’y a pas de clés d’animateur dans ce dossier."
    way_out = "Créez-les avec « animateur init », ou restaurez-les depuis la sauvegarde."


class KeysThere(AppError):
    sentence = "Il y a déjà un fichier à cet endroit ; rien n’a été écrit."
    way_out = "Choisissez un autre endroit, ou renouvelez les clés au lieu de les créer."


class KeysUnreadable(AppError):
    sentence = "Ce fichier n’est pas un fichier de clés, ou il est abîmé."
    way_out = "Prenez la sauvegarde mise au coffre, et restaurez les clés."


class KeysNotWritten(AppError):
    sentence = "Le fichier de clés n’a pas pu être écrit."
    way_out = "Vérifiez la place et les droits du dossier, ou choisissez-en un autre."


class PassphraseTooShort(AppError):
    sentence = "Une phrase de passe des clés doit compter au moins 12 caractères."
    way_out = "Quelques mots à la suite conviennent très bien."


class SamePassphrase(AppError):
    sentence = "La sauvegarde aurait la même phrase de passe que les clés."
    way_out = "Choisissez-en une autre : qui apprend la première n’aura pas la seconde."


class NoConvention(AppError):
    sentence = "Aucune convention n’a encore été faite."
    way_out = "Faites-la avec « animateur convention », et remettez-la aux cabinets."


class KeysNotFollowing(AppError):
    """No former key vouches for the present one: no cabinet would believe the convention."""

    sentence = "Ces clés ne suivent pas celles de la convention en cours."
    way_out = "Restaurez les clés depuis leur sauvegarde, puis renouvelez-les."


class EnrolmentElsewhere(AppError):
    """The region is not ours."""

    sentence = "Cette inscription est celle d’une autre région."
    way_out = "Demandez au cabinet quelle convention il a importée."


class EnrolmentUnderOtherConvention(AppError):
    sentence = "Ce cabinet a confirmé une convention que ce registre ne connaît pas."
    way_out = "Remettez-lui la convention en cours, et demandez une nouvelle inscription."


class FingerprintDiffers(AppError):
    sentence = "L’empreinte confirmée n’est pas celle de ce fichier."
    way_out = "Relisez-la avec le cabinet, au téléphone, avant d’inscrire quoi que ce soit."


class EnrolmentOfRetiredKey(AppError):
    sentence = "Cette inscription porte une ancienne clé de ce cabinet."
    way_out = "Demandez-lui une nouvelle inscription : celle-ci a déjà été remplacée."


class KeyLost(AppError):
    """Another key that the former one does not vouch for."""

    sentence = "Ce cabinet est déjà inscrit avec une autre clé."
    way_out = (
        "Téléphonez-lui : s’il a perdu sa clé, inscrivez-le de nouveau en disant qu’elle est "
        "perdue."
    )


class StructureMissing(AppError):
    sentence = "Aucune structure inscrite ne porte ce code."
    way_out = "Vérifiez le code, par exemple OCC-31-007."


class NotInQuarantine(AppError):
    sentence = "Ce paquet n’est plus en quarantaine."
    way_out = "Relisez la liste : il a pu être reçu ou écarté entre-temps."


class NotFound(AppError):
    sentence = "Ce fichier ou ce dossier n’existe pas."
    way_out = "Vérifiez l’endroit, et que la clé USB est branchée."


class NotABundle(AppError):
    """Whatever it is, it may tell of somebody: no byte of it is kept."""

    sentence = "Ce fichier n’est pas un paquet ; rien n’en a été gardé."
    way_out = (
        "Un paquet finit par .msma ; un message, par .eml ; "
        "une page scannée, par .pdf, .png, .jpg ou .tif."
    )


class ReceiptsNotWritten(AppError):
    sentence = "Les paquets sont reçus, mais un accusé de réception n’a pas pu être écrit."
    way_out = "Libérez de la place, puis recevez de nouveau : rien ne sera compté deux fois."
