"""A small table with a column of each kind, and texts that try to be something else."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from hypothesis import strategies as st

from microstructure_desktop.reports.tableur.feuilles import Classeur, Colonne, Feuille, Genre

EDITE_LE = datetime(2026, 11, 22, 14, 5, 7, 123456, UTC)
LIEUX = {"CABINET": "Au cabinet", "VAD": "À domicile"}
COLONNES = (
    Colonne("dossier", "N° de dossier", Genre.ENTIER, "Le rang du dossier."),
    Colonne("jour", "Jour", Genre.DATE, "Le jour de la séance."),
    Colonne("debut", "Début", Genre.HEURE, "L’heure du début."),
    Colonne("venu", "Venu", Genre.OUI_NON, "La personne est venue."),
    Colonne("lieu", "Lieu", Genre.CODE, "Où.", liste="CL13", codes=LIEUX),
    Colonne("score", "Score", Genre.DECIMAL, "Le score.", decimales=2),
    Colonne("part", "Part", Genre.POUR_CENT, "La part des venues.", decimales=1),
    Colonne("montant", "Montant", Genre.EUROS, "Le forfait."),
    Colonne("remarque", "Remarque", Genre.TEXTE, "Ce qui a été noté."),
)
LIGNES = (
    (
        7,
        date(2026, 11, 3),
        time(14, 30),
        True,
        "VAD",
        Decimal("2.675"),
        0.425,
        82900,
        "Revient; peut-être",
    ),
    (8, date(2025, 1, 31), time(9), False, "ANCIEN", -0.5, 1, -5, "=1+1"),
    (None,) * 9,
)
ACTES = Feuille("Actes", "Actes de novembre & d’octobre", COLONNES, LIGNES)
CLASSEUR = Classeur("Actes du cabinet", EDITE_LE, (ACTES,))

REMARQUE = Colonne("remarque", "Remarque", Genre.TEXTE, "Ce qui a été noté.")
PIEGES = (
    "=1+1",
    '=HYPERLINK("https://example.net","ici")',
    "+33 1 23 45 67 89",
    "-5",
    "@SOMME(A1)",
    "  =1+1",
    "\u00a0\u200b=1+1",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    '"=1+1',
    "'=1+1",
    "#N/A",
    "{=1+1}",
    "_x003D_1+1",
    "12/03",
    "<b>&amp;</b>",
    "a;=1+1,=1+1\t=1+1\n=1+1",
)
TEXTES = st.text(st.characters(), max_size=40) | st.text(
    st.sampled_from("=+-@'\";,|\t\r\n _x0041é€＝\u00a0\u200b\ufeff\ud800\uffff\x00😀"), max_size=20
)


def remarques(*textes: str) -> Feuille:
    return Feuille("Remarques", "Remarques", (REMARQUE,), tuple((t,) for t in textes))


def classeur(*feuilles: Feuille) -> Classeur:
    return Classeur("Essai", EDITE_LE, feuilles)
