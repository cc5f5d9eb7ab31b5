"""The French sentences of the form engine, in one place."""

from decimal import Decimal

NOT_SAID = "Ne souhaite pas répondre"
"""Label of the NR answer: it counts as an answer and is never chased."""

LINE = "ligne {0}"
PLACED = "{0} : {1}"
FILE_TOO_LONG = "fichier trop long ({0} ko au plus)"
LINE_TOO_LONG = "ligne trop longue ({0} caractères au plus)"
NOT_UTF8 = "fichier à enregistrer au format UTF-8"
NOT_TOML = "écriture TOML non reconnue ({0})"
TOML_TWICE = "la même clé est écrite deux fois"
TOML_EQUALS = "signe = attendu après la clé"
TOML_KEY = "clé ou en-tête attendu au début de la ligne"
TOML_REST = "rien n’est attendu après la valeur"
TOML_STRING = "texte dont le guillemet droit n’est pas refermé, ou caractère interdit"
TOML_BACKSLASH = "barre oblique inverse dans un texte : écrivez-la deux fois"
TOML_ARRAY = "crochet ou virgule attendu dans une suite"
TOML_TABLE = "accolade ou virgule attendue dans un tableau de clés"
TOML_HEADER = "crochet attendu à la fin de l’en-tête"
TOML_VALUE = "valeur attendue : texte entre guillemets droits, nombre, date, true ou false"
TOML_OTHER = "ligne mal écrite"
UNKNOWN_KIND = (
    "ni rubriques ([[group]]), ni lignes à coter (cote), ni codes (codes) : ce fichier ne "
    "définit ni fiche, ni échelle, ni liste"
)
UNKNOWN_KEY = "clé inconnue « {0} »"
MISSING_KEY = "clé « {0} » attendue"
WRONG_KIND = "« {0} » : {1} attendu"
TOO_LONG = "« {0} » : {1} caractères au plus"
CONTROL_CHARACTER = "« {0} » : caractère invisible ou de contrôle refusé"
BAD_ID = "« {0} » : minuscules sans accent, chiffres et « _ », en commençant par une lettre"
BAD_CODE = "« {0} » : lettres sans accent, chiffres et « _ »"
OUT_OF_BOUNDS = "« {0} » : entre {1} et {2}"
TOO_PRECISE = "« {0} » : {1} décimales au plus"
ONE_OF = "« {0} » : au choix {1}"
TOO_MANY = "« {0} » : {1} au plus"
NONE_GIVEN = "« {0} » : au moins un élément attendu"
DUPLICATE = "identifiant « {0} » déjà utilisé"
MISPLACED_KEY = "clé « {0} » sans effet pour le type {1}"
UNKNOWN_LIST = "liste de codes « {0} » inconnue"
OPTIONS_OR_LIST = "donnez soit « options », soit « list »"
MIN_OVER_MAX = "« {0} » plus grand que « {1} »"
SCALE_NEEDS_BOUNDS = "control « echelle » : min et max attendus, au plus {0} graduations"
CONTROL_MISMATCH = "control « {0} » impossible pour cette question"
WHEN_UNKNOWN = "enable_when : la question « {0} » n’existe pas plus haut dans la fiche"
WHEN_EMPTY = (
    "enable_when : une seule clé attendue parmi equals, not_equals, any_of, at_least, at_most, "
    "exists, alert = true"
)
WHEN_ANY_IN_ALL = (
    'enable_when : any_of ne se combine pas avec enable_behavior = "all" ; '
    "placez la question sous un intertitre (clé under)"
)
UNDER_UNKNOWN = "under : « {0} » n’existe pas plus haut dans la même rubrique"
UNKNOWN_INSTRUMENT = "échelle « {0} » inconnue"
UNKNOWN_ACT = "type d’acte « {0} » inconnu"
ACTS_MISPLACED = '« actes » : attendue pour stage = "seance", et là seulement'
REPEAT_SECTIONS = "une rubrique répétée commence par une question"
WHEN_VALUE = "enable_when : « {0} » n’est pas une réponse possible de « {1} »"
WHEN_PERSONAL = "enable_when : « {0} » est personnelle, sa dépendante doit l’être aussi"
PERSONAL_SHARED = "une réponse personnelle ne peut être ni obligatoire ni exportée"
PERSONAL_SESSION = "une fiche de séance n’a pas de réponse personnelle : la note y sert"
PERSONAL_FREE = "seul un texte peut être personnel"
READ_ONLY_EMPTY = "read_only : une réponse « initial » est attendue"
BAD_INITIAL = "« initial » n’est pas une réponse possible"
EXPORT_TEXT = "une réponse libre ne peut pas être exportée"
RENAMED_TO_SELF = "renamed_from : « {0} » est encore une question de la fiche"
GROUP_EMPTY = "rubrique sans question"
UNREADABLE = "fichier illisible"
VERSION_KNOWN = "version {0} déjà connue : donnez-lui un numéro plus grand"
VERSION_USED = "version {0} déjà remplie avec d’autres mots : donnez-lui un numéro plus grand"
ITEM_RESERVED = "la question « {0} » prend effet dans le logiciel : gardez-la telle quelle"
PRESTATION_TYPE = "« {0} » n’est pas un acte de ce métier"
PRESTATION_TWICE = "« {0} » : une seule ligne par métier"
UNKNOWN_REGION = "région « {0} » inconnue"
RESERVED_VERSION = "« {0} » : un programme réservé n’a pas de version"
CYCLE_CHANGED = "« {0} » : ne change pas pour un programme connu ({1} mois)"
VERSIONS_OVERLAP = "versions qui se chevauchent à partir du {0}"

TEXT, INTEGER, NUMBER, BOOLEAN, DAY, TABLE, TABLES, TEXTS = (
    "texte",
    "nombre entier",
    "nombre",
    "true ou false",
    "date AAAA-MM-JJ",
    "tableau de clés",
    "suite de tableaux",
    "suite de textes",
)

ANSWER_MISSING = "Réponse attendue pour marquer la fiche complète"
ANSWER_CHOOSE = "Choisissez une réponse"
ANSWER_ALONE = "Choisissez « {0} » seul, ou les autres réponses"
ANSWER_DAY = "Entrez une date comme 23/11/2026"
ANSWER_FUTURE = "La date doit être aujourd’hui ou avant"
ANSWER_INTEGER = "Entrez un nombre entier"
ANSWER_NUMBER = "Entrez un nombre"
ANSWER_BETWEEN = "Entrez un nombre entre {0} et {1}"
ANSWER_AT_LEAST = "Entrez {0} ou plus"
ANSWER_AT_MOST = "Entrez {0} ou moins"
ANSWER_TEXT = "Écrivez une réponse"
ANSWER_TOO_LONG = "Raccourcissez le texte : {0} caractères au plus, il y en a {1}"

ASK_NUMBER = "{0}, c’est bien cela ?"
ASK_COTES = "{0} : il manque {1}, aucun score n’est calculé"
ONE_COTE = "la cote {0}"
SOME_COTES = "les cotes {0}"
ANSWER_COTES = "Entrez les cotes de la feuille"
ASK_DAY = "Le {0}, c’est bien cela ?"


def unit(name: str, figure: Decimal) -> str:
    """As it is said after a figure: « 1,5 jour », « 2 jours »."""
    plural = abs(figure) >= 2 or name in ("mois", "fois")  # noqa: PLR2004 -- as French counts
    return name if plural else name.removesuffix("s")


def number(value: int | Decimal) -> str:
    """A figure as it is written in French."""
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


YES = "Oui"
NO = "Non"
OUT_OF = "sur\u00a0{0}"

COTE_UNKNOWN = "{0} n’a pas de cote {1}"
COTE_TAKES = "{0} {1} prend {2}"
TAKES_YES_NO = "oui ou non"
TAKES_BETWEEN = "un nombre entre {0} et {1}"
TAKES_ONE_OF = "{0} ou {1}"
FOR_MEN = "Homme"
FOR_WOMEN = "Femme"
FOR_AGES = "de {0} à {1} ans"
FROM_AGE = "à partir de {0} ans"

IN_GROUP = "rubrique {0}"
IN_COTE = "cote {0}"
IN_SCORE = "score {0}"
IN_SEUIL = "seuil {0}"
VARIANT = "{0} – {1}"
ONE_CALCUL = "une seule clé attendue parmi somme, moyenne, compte"
INTEGERS_ONCE = "« {0} » : nombres entiers attendus, chacun une fois"
ASCENDING = "« {0} » : du plus petit au plus grand"
NUMBERS = "suite de nombres"
AS_MANY_AS = "« {0} » : autant d’éléments que « {1} »"
COTE_NOT_SCORED = "« {0} » : la cote {1} n’existe pas, ou n’entre dans aucun score"
COTE_OUT_OF_REACH = "« {0} » : la cote {1} ne va pas jusqu’à {2}"
UNKNOWN_SCORE = "score « {0} » inconnu"
UNKNOWN_VARIANT = "variante « {0} » inconnue"
OUT_OF_RANGE = "« des » : le score va de {0} à {1}"

SCORE_OF = "{0} sur\u00a0{1}"
SCORE_MISSING = "pas de score"
SCALE_PARTIAL = "Cotation à terminer : {0} sur\u00a0{1}"
SCALE_UNKNOWN = "Cotée avec la version {0}, qui n’est plus installée : {1}"
BAND = "{0} : {1}"
BAND_FOR = "{0}, {1} : {2}"
