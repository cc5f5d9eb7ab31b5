"""What is said of a Questionnaire that cannot be read, sentence by sentence."""

from microstructure_desktop.forms.toml_table import FormError


class Refused(FormError):
    """A FHIR file outside what we read; `faults` names every linkId and element refused."""

    sentence = "Ce questionnaire FHIR ne peut pas être repris."
    way_out = "Retirez ou modifiez les éléments cités, puis recommencez."

    TOO_LONG = "fichier trop long ({0} ko au plus)"
    NOT_JSON = "écriture JSON non reconnue"
    NOT_UTF8 = "fichier à enregistrer au format UTF-8"
    TWICE = "clé « {0} » écrite deux fois dans le même objet"
    TOO_DEEP = "plus de {0} niveaux imbriqués"
    CONTROL = "caractère de contrôle refusé dans un texte"
    NOT_QUESTIONNAIRE = "un objet de « resourceType » Questionnaire est attendu"
    ELEMENT = "élément « {0} » non pris en charge"
    WRONG_KIND = "élément « {0} » : {1} attendu"
    MISSING = "élément « {0} » attendu"
    EXTENSION = "extension « {0} » non prise en charge"
    TYPE = "élément « type » : « {0} » non pris en charge"
    CONTROL_CODE = "extension « questionnaire-itemControl » : « {0} » non pris en charge ici"
    LINK_TWICE = "élément « linkId » : « {0} » utilisé deux fois"
    UNKNOWN_LINK = "élément « enableWhen » : la question « {0} » n’existe pas plus haut"
    OPERATOR = "élément « enableWhen » : « {0} » non pris en charge avec une réponse {1}"
    NO_OPTION = "élément « {0} » : la réponse « {1} » n’est pas proposée"
    VALUE_SET = "élément « answerValueSet » : « {0} » n’est pas contenu dans le fichier"
    REPEATS = "élément « repeats » : seul un choix ou une rubrique de premier niveau se répète"
    MAX_OCCURS = "extension « questionnaire-maxOccurs » : entre 2 et {0}"
    LENGTH = "élément « maxLength » : entre 1 et {0}"
    TOO_LONG_KEPT = "élément « {0} » : trop long pour être conservé"
    SCALE = "échelle « {0} » en version {1} : version {2} installée ici"
    TEXT, OBJECT, LIST, INTEGER, BOOLEAN, NUMBER, DAY, ONE_TEST = (
        "texte",
        "objet",
        "tableau",
        "nombre entier",
        "true ou false",
        "nombre",
        "date AAAA-MM-JJ",
        "une seule valeur",
    )
