"""A billing list on paper and as a workbook, and the table of forfaits without names."""

from collections import Counter
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.facturation import EtatFacturation, Facturation
from microstructure_desktop.domain.ids import LotFacturationId
from microstructure_desktop.french import number

from . import facturation, forfaits, journal
from .access import Permission, check
from .documents import Document
from .facturation import LigneLot, Lot
from .facturation_ecarts import phrase
from .forfait_mots import ETATS
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.facturation import Preuve
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.reports.facturation_imprimee import (
        BordereauImprime,
        ForfaitFacture,
        PreuveImprimee,
    )

GENRE = "facturation"
TABLEUR = "facturation_tableur"
LISTE = "forfaits_tableur"
ETATS_LOT = {
    EtatFacturation.PREPAREE: "Pas encore transmis.",
    EtatFacturation.TRANSMISE: "Transmis.",
    EtatFacturation.ANNULEE: "Repris : il ne compte plus.",
}


def bordereau(office: Office, lot_id: LotFacturationId) -> Document:
    """The list, its totals, and a proof line for each act.

    Raises:
        LotInconnu
    """
    from microstructure_desktop.reports.facturation import TITLE
    from microstructure_desktop.reports.facturation import bordereau as render

    lot = _open(office, lot_id)
    pdf = render(_contenu(office, lot))
    return Document(TITLE, f"{_nom(lot)}.pdf", pdf, genre=GENRE, objet=lot_id)


def tableur(office: Office, lot_id: LotFacturationId) -> Document:
    """The same as a workbook.

    Raises:
        LotInconnu
    """
    from microstructure_desktop.reports.facturation import TITLE
    from microstructure_desktop.reports.facturation import tableur as render

    lot = _open(office, lot_id)
    xlsx = render(_contenu(office, lot))
    return Document(TITLE, f"{_nom(lot)}.xlsx", xlsx, genre=TABLEUR, objet=lot_id)


def liste(office: Office) -> Document:
    """Every forfait of the page as a workbook, by file number: nobody is named in it."""
    from microstructure_desktop.reports.forfaits_classeur import LigneForfait, classeur
    from microstructure_desktop.reports.tableur import livre_xlsx

    check(office, Permission.FORFAITS)
    board = forfaits.forfaits(office)
    rows = tuple(
        LigneForfait(
            x.patient.dossier,
            x.decompte.cycle.programme.libelle,
            x.decompte.cycle.debut,
            x.decompte.cycle.fin,
            ETATS[x.etat],
            tuple(x.decompte.forfait.compteurs),
            x.psychiatre,
            x.propose,
        )
        for x in board.lignes
    )
    xlsx = livre_xlsx.octets(classeur(rows, office.now().astimezone()))
    fichier = f"forfaits-{today(office):%Y-%m-%d}.xlsx"
    return Document("Forfaits", fichier, xlsx, nominatif=False, genre=LISTE)


def _open(office: Office, lot_id: LotFacturationId) -> Lot:
    check(office, Permission.FACTURER)
    lot = facturation.lot(office, lot_id)
    journal.opened(office, Action.OUVERTURE_DOCUMENT, objet=lot_id, detail=GENRE)
    return lot


def _nom(lot: Lot) -> str:
    return f"facturation-{lot.preparee_le.astimezone():%Y-%m-%d}"


def _contenu(office: Office, lot: Lot) -> "BordereauImprime":
    from microstructure_desktop.reports.facturation_imprimee import BordereauImprime

    with office.store.read() as work:
        cabinet = work.cabinet.get()
        team = {m.id: m for m in work.equipe.all()}
    shown = [x.facturation for x in lot.lignes]
    motif = f" Motif : {lot.motif}." if lot.motif else ""
    return BordereauImprime(
        cabinet,
        lot.preparee_le.astimezone(),
        lot.par,
        ETATS_LOT[lot.etat] + motif,
        tuple(_forfait(office, ligne, team) for ligne in lot.lignes),
        tuple(_totaux(office, shown)),
        lot.nombre,
        lot.total,
        (lot.fermes, lot.total - sum(f.montant_centimes for f in shown)),
        office.now().astimezone(),
    )


def _totaux(office: Office, shown: list[Facturation]) -> list[tuple[str, int, int]]:
    many, sums = Counter[str](), Counter[str]()
    for record in shown:
        many[record.programme] += 1
        sums[record.programme] += record.montant_centimes
    return [(office.reference.libelle("CL01", c), many[c], sums[c]) for c in sorted(many)]


def _forfait(office: Office, ligne: LigneLot, team: "dict[MembreId, Membre]") -> "ForfaitFacture":
    from microstructure_desktop.reports.facturation_imprimee import ForfaitFacture

    record = ligne.facturation
    return ForfaitFacture(
        ligne.patient.nom_affiche,
        ligne.patient.dossier,
        office.reference.libelle("CL01", record.programme),
        record.debut,
        record.fin,
        record.avant_terme,
        _actes(office, record),
        record.montant_centimes,
        tuple(_preuve(office, preuve, team) for preuve in record.preuves),
        tuple(phrase(ecart) for ecart in ligne.ecarts),
    )


def _actes(office: Office, record: Facturation) -> str:
    """« Médecin 1, psychologue 6 »."""
    many = Counter(preuve.role for preuve in record.preuves)
    told = ", ".join(
        f"{office.reference.libelle('CL02', role.value).lower()} {number(many[role])}"
        for role in many
    )
    return told[:1].upper() + told[1:] or "Aucun"


def _preuve(office: Office, preuve: "Preuve", team: "dict[MembreId, Membre]") -> "PreuveImprimee":
    from microstructure_desktop.reports.facturation_imprimee import PreuveImprimee

    who = team.get(preuve.membre)
    return PreuveImprimee(
        preuve.jour,
        who.nom_complet if who is not None else "Ancien membre",
        office.reference.libelle("CL02", preuve.role.value).lower(),
        office.reference.libelle("CL03", preuve.type.value),
        preuve.duree,
        office.reference.libelle("CL04", preuve.lieu),
    )
