"""The figures that a cabinet may show to the network: those of its export, nothing finer."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Chiffre
from microstructure_desktop.exchange.contents import NatureActe
from microstructure_desktop.french import month_and_year, number
from microstructure_desktop.reports.printed_network import Tableau

from . import envois_sources
from .access import Permission, check
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.exchange.contents import Contenu, LigneActivite

__all__ = ["Tableau", "chiffres", "d_un_autre_jour", "retenus", "tableaux"]

MOIS = 3
ACTIVITE = "activite"
"""Said of a month whose acts are all held back."""
MENSUELS = {
    "file_active": "Personnes vues dans le mois",
    "cumul_annee": "Personnes vues depuis janvier",
    "forfaits_en_cours": "Forfaits en cours à la fin du mois",
    "forfaits_ouverts": "Forfaits ouverts depuis janvier",
    "reunions": "Réunions de synthèse",
}
ACTES = {
    "actes_medecin_generaliste": "Consultations du médecin",
    "actes_psychologue": "Entretiens du psychologue",
    "actes_travailleur_social": "Entretiens du travailleur social",
    "actes_psychiatre": "Actes du psychiatre",
    "actes_coordination": "Actions de l’équipe",
    "rdv_non_honores": "Rendez-vous non honorés",
}
RETENU = "retenu"
_ELSEWHERE = frozenset({NatureActe.REUNION_SYNTHESE})  # counted among the meetings


def chiffres(office: Office, jour: date) -> tuple[Chiffre, ...]:
    """The last three whole months before a meeting, as they would be exported now."""
    check(office, Permission.RESEAU)
    found: list[Chiffre] = []
    with office.store.read() as work:
        for mois in _mois(jour, today(office)):
            contenu = envois_sources.contenu_of(envois_sources.sources_of(work, office, mois), mois)
            found += _mensuels(contenu)
            found += _actes(contenu)
    return _without_carried(found)


def d_un_autre_jour(chiffres: Iterable[Chiffre], jour: date, le: date) -> bool:
    """Whether figures inserted are not those of the months before a meeting of that day, seen `le`.

    True once its day was moved by a month, or when the months since they were inserted are over.
    """
    inserted = {c.periode for c in chiffres if c.code in MENSUELS}
    return bool(inserted) and inserted != {str(mois) for mois in _mois(jour, le)}


def tableaux(chiffres: Iterable[Chiffre]) -> tuple[Tableau, ...]:
    """What is printed: a table of the months, one of the acts; none that is empty."""
    known = tuple(chiffres)
    made = (
        _tableau("Le trimestre", MENSUELS, known),
        _tableau("Actes", ACTES, known),
    )
    return tuple(t for t in made if t.lignes)


def retenus(chiffres: Iterable[Chiffre]) -> tuple[str, ...]:
    """What is not there, and why, each a sentence."""
    known = tuple(chiffres)
    withheld = dict.fromkeys(
        _periode(c.periode) for c in known if c.valeur is None and c.code in MENSUELS
    )
    found = []
    if withheld:
        mois = ", ".join(withheld)
        found.append(f"Trop peu de personnes vues pour donner le nombre : {mois}.")
    found += [
        f"Actes {_of(_periode(c.periode))} : trop peu de personnes vues, ils se compteront avec "
        "un mois suivant."
        for c in known
        if c.code == ACTIVITE
    ]
    return tuple(found)


def _mois(jour: date, le: date) -> list[Mois]:
    """The last whole months before a meeting, as far as they are over."""
    fin = Mois.de(min(jour, le))
    return [fin.plus(-n) for n in range(MOIS, 0, -1)]


def _mensuels(contenu: "Contenu") -> list[Chiffre]:
    mois = str(contenu.mois)
    (vus,) = contenu.file_active
    (tenues,) = contenu.fonctionnement
    values = {
        "file_active": vus.file_active,
        "cumul_annee": vus.cumul_annee,
        "forfaits_en_cours": sum(f.en_cours for f in contenu.forfaits),
        "forfaits_ouverts": sum(f.ouverts_cumul_annee for f in contenu.forfaits),
        "reunions": tenues.reunions,
    }
    return [Chiffre(code, mois, valeur) for code, valeur in values.items()]


def _actes(contenu: "Contenu") -> list[Chiffre]:
    if not contenu.activite:
        return [Chiffre(ACTIVITE, str(contenu.mois))]
    counted: Counter[tuple[str, str]] = Counter()
    for ligne in contenu.activite:
        if ligne.acte not in _ELSEWHERE:
            counted[ligne.mois, _code(ligne)] += ligne.nombre
    return [Chiffre(code, periode, nombre) for (periode, code), nombre in counted.items()]


def _code(ligne: "LigneActivite") -> str:
    if ligne.acte is NatureActe.RDV_NON_HONORE:
        return "rdv_non_honores"
    return f"actes_{ligne.acteur}"


def _without_carried(found: list[Chiffre]) -> tuple[Chiffre, ...]:
    """A month held back that a later one brings is not held back any more."""
    brought = [_ends(c.periode) for c in found if c.code in ACTES]
    return tuple(
        c
        for c in found
        if c.code != ACTIVITE
        or not any(first <= Mois.lire(c.periode) <= last for first, last in brought)
    )


def _tableau(titre: str, labels: dict[str, str], chiffres: tuple[Chiffre, ...]) -> Tableau:
    known = {(c.code, c.periode): c.valeur for c in chiffres if c.code in labels}
    periodes = sorted({periode for _, periode in known}, key=_ends)
    lignes = tuple(
        (label, *(_cell(known, code, periode) for periode in periodes))
        for code, label in labels.items()
        if any((code, periode) in known for periode in periodes)
    )
    return Tableau(titre, tuple(map(_periode, periodes)), lignes)


def _cell(known: dict[tuple[str, str], int | None], code: str, periode: str) -> str:
    valeur = known.get((code, periode), 0)
    return RETENU if valeur is None else number(valeur)


def _of(words: str) -> str:
    return f"d’{words}" if words[0] in "ao" else f"de {words}"


def _ends(periode: str) -> tuple[Mois, Mois]:
    premier, _, dernier = periode.partition("/")
    return Mois.lire(premier), Mois.lire(dernier or premier)


def _periode(periode: str) -> str:
    """« octobre 2026 », « août 2026 à octobre 2026 »."""
    premier, dernier = (month_and_year(m.premier) for m in _ends(periode))
    return premier if premier == dernier else f"{premier} à {dernier}"
