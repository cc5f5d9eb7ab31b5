"""What the billing list says: the forfaits, the totals, then the proof of each act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from .flow import Dressing, columns, line, room, space, table
from .styles import BODY, HAIRLINE, LABEL, MM, NAME, OVERLINE, SECTION, STRONG, SUBTITLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .facturation_imprimee import BordereauImprime, ForfaitFacture, PreuveImprimee

_FIGURE = replace(BODY, right=True)
_LIST = columns(2.6, 2.2, 1.7, 2.6, 1.2, gutter=3 * MM, styles=(STRONG, BODY, BODY, BODY, _FIGURE))
_SUMS = columns(5, 2, 2, gutter=4 * MM, styles=(BODY, _FIGURE, _FIGURE))
_PROOFS = columns(1.2, 2.6, 2.8, 0.9, 1.6, gutter=3 * MM, styles=(BODY, BODY, BODY, _FIGURE, BODY))
_HEADING = ("Personne", "Programme", "Du, au", "Actes comptés", "Montant")
_PROOF_HEADING = ("Date", "Professionnel", "Acte", "Durée", "Lieu")
_RULED = Dressing(2.5, 2.5, rule=HAIRLINE)
_NO_FORM = (
    "Ce bordereau est un document du cabinet. Aucun imprimé ni circuit de paiement n’étant publié "
    "pour ces forfaits, il n’en reprend aucun : montants et conditions sont ceux que le cabinet a "
    "réglés, datés et sourcés dans le logiciel."
)
_PROOFS_WHY = (
    "Chaque ligne est l’acte tel qu’il était enregistré au moment de la préparation. Elle ne "
    "change plus ; ce qui a été corrigé ensuite est dit sous le nom."
)
_NO_ACT = "Aucun acte compté."


def story(contenu: BordereauImprime) -> list[Any]:
    jour = french.long_date(contenu.prepare_le.date())
    told = f"Préparé le {jour} par {contenu.par}. {contenu.etat}"
    return [
        line("FORFAITS", OVERLINE),
        line("Bordereau préparé", TITLE),
        line(told, SUBTITLE, Dressing(after=2 * MM)),
        line(_NO_FORM, LABEL, Dressing(after=4 * MM)),
        *table(_HEADING, map(_forfait, contenu.forfaits), _LIST, _RULED, topped=False),
        *_fermes(contenu),
        space(4 * MM),
        *_totaux(contenu),
        room(60 * MM),
        line("Preuves, acte par acte", SECTION, Dressing(before=7 * MM)),
        line(_PROOFS_WHY, LABEL, Dressing(after=2 * MM)),
        *(part for forfait in contenu.forfaits for part in _preuves(forfait)),
    ]


def _forfait(forfait: ForfaitFacture) -> tuple[str, ...]:
    fin = french.numeric_date(forfait.fin)
    days = f"{french.numeric_date(forfait.debut)}\n{fin}"
    if forfait.avant_terme:
        days += "\nsortie avant terme"
    who = f"{forfait.personne}\nn°\xa0{forfait.dossier}"
    return who, forfait.programme, days, forfait.actes, french.amount(forfait.centimes)


def _fermes(contenu: BordereauImprime) -> Iterator[Any]:
    nombre, centimes = contenu.fermes
    if nombre:
        others = french.count(nombre, "autre forfait", "autres forfaits")
        yield line(
            f"{others} de cette préparation ({french.amount(centimes)}) : partage limité à la "
            "demande de la personne, sans nom ici.",
            LABEL,
            Dressing(before=2 * MM),
        )


def _totaux(contenu: BordereauImprime) -> list[Any]:
    rows = [
        *(
            (libelle, french.count(nombre, "forfait"), french.amount(centimes))
            for libelle, nombre, centimes in contenu.totaux
        ),
        ("Total", french.count(contenu.nombre, "forfait"), french.amount(contenu.total)),
    ]
    return list(table(("Totaux", "Nombre", "Montant"), rows, _SUMS, _RULED, topped=False))


def _preuves(forfait: ForfaitFacture) -> Iterator[Any]:
    yield room(30 * MM)
    who = f"{forfait.personne}, n°\xa0{forfait.dossier}"
    yield line(who, NAME, Dressing(before=3 * MM))
    for ecart in forfait.ecarts:
        yield line(ecart, STRONG)
    if not forfait.preuves:
        yield line(_NO_ACT, LABEL)
    yield from table(
        _PROOF_HEADING, map(_preuve, forfait.preuves), _PROOFS, Dressing(1, 1), topped=False
    )


def _preuve(preuve: PreuveImprimee) -> tuple[str, ...]:
    return (
        french.numeric_date(preuve.jour),
        f"{preuve.qui}, {preuve.metier}",
        preuve.acte,
        french.duration(preuve.duree),
        preuve.lieu,
    )
