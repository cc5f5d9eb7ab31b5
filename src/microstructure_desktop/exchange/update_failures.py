"""What can go wrong with the file of an update, in the words of the person at the keyboard."""

from microstructure_desktop.errors import AppError


class UpdateRefused(AppError):
    """Nothing of it is used."""

    way_out = "Rien n’a été installé. Copiez de nouveau le fichier depuis son origine."


class NotAnUpdate(UpdateRefused):
    sentence = "Ce fichier n’est pas une mise à jour de l’application."
    way_out = "Choisissez un fichier dont le nom finit par « .msmamaj »."


class UpdateFormatUnknown(UpdateRefused):
    sentence = "Cette mise à jour est d’une forme que cette version ne sait pas lire."
    way_out = "Rien n’a été installé. Demandez l’installeur à qui vous a remis ce fichier."


class UpdateDamaged(UpdateRefused):
    sentence = "Cette mise à jour est abîmée ou incomplète."


class UpdateNotSigned(UpdateRefused):
    sentence = "Cette mise à jour n’est pas signée par l’éditeur que cette application connaît."
    way_out = (
        "N’installez rien qui vienne de ce fichier : quelqu’un d’autre a pu le préparer. "
        "Demandez-en un autre à l’éditeur."
    )


class UpdateUnreadable(UpdateRefused):
    sentence = "Cette mise à jour ne peut plus être lue : sa clé a peut-être été retirée."
    way_out = "Rien n’a été installé. Vérifiez que son support est branché, puis recommencez."
