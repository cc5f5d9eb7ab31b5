"""Prepare a billing list, hand it over, take it back: each forfait once, with its proofs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.facturation import EtatFacturation, Facturation, Preuve
from microstructure_desktop.domain.ids import (
    FacturationId,
    InclusionId,
    LotFacturationId,
    PatientId,
    new_id,
)
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import numeric_date

from .access import Permission, check
from .cercle import PartageLimite, cercle
from .decomptes import decomptes_de
from .facturation_ecarts import Ecart, ecarts
from .forfait_lignes import ForfaitLigne, Groupe, Vu, lignes
from .forfaits import depuis_de
from .forfaits_lecture import Cle, Lus, cle, lire
from .motif import ReasonMissing, motif_problem
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class RienAFacturer(AppError):
    sentence = "Aucun forfait n’est choisi."
    way_out = "Cochez au moins un forfait dans la liste."


class DejaFacture(AppError):
    sentence = "Un forfait de cette liste a déjà été facturé."
    way_out = "Rouvrez la liste : il n’y est plus."


class ListeDepassee(AppError):
    sentence = (
        "Un forfait de cette liste a changé depuis qu’elle est affichée : rien n’est préparé."
    )
    way_out = "La liste est à rouvrir : relisez-la, puis préparez de nouveau."


class PasFacturable(AppError):
    sentence = "Un forfait de cette liste n’est pas facturable."
    way_out = "La pièce qui manque est dite dans la page des forfaits."


class LotInconnu(AppError):
    sentence = "Cette préparation n’existe plus."
    way_out = "Revenez à la liste des préparations."


class LotRepris(AppError):
    sentence = "Cette préparation a déjà été reprise."
    way_out = "Ses forfaits sont de nouveau dans la liste à facturer."


@dataclass(frozen=True, slots=True)
class Choix:
    """A forfait taken from the list, as it was shown; `prorata`: for the days followed alone."""

    inclusion: InclusionId
    debut: date
    vu: Vu
    prorata: bool = False

    @classmethod
    def de(cls, ligne: ForfaitLigne, *, prorata: bool | None = None) -> "Choix":
        """`prorata` None: as the rules propose."""
        asked = ligne.prorata if prorata is None else prorata
        return cls(*ligne.cle, ligne.vu, asked and ligne.decompte.cycle.ecourte)


@dataclass(frozen=True, slots=True)
class LigneLot:
    """One forfait of a list; `ecarts`: what changed since."""

    facturation: Facturation
    patient: Patient
    ecarts: tuple[Ecart, ...] = ()


@dataclass(frozen=True, slots=True)
class Lot:
    """A list prepared in one go. `fermes`: those whose names are closed to the reader."""

    id: LotFacturationId
    preparee_le: datetime
    par: str
    etat: EtatFacturation
    motif: str
    lignes: tuple[LigneLot, ...]
    fermes: int
    nombre: int
    total: int

    @property
    def change(self) -> bool:
        return any(ligne.ecarts for ligne in self.lignes)


def preparer(office: Office, choix: Sequence[Choix]) -> Lot:
    """One record by forfait, with a proof line for each of its acts as it stands.

    Raises:
        RienAFacturer, DejaFacture, ListeDepassee, PasFacturable: nothing is prepared.
        PartageLimite: the name of one of them is closed to who prepares.
    """
    check(office, Permission.FACTURER)
    if not choix:
        raise RienAFacturer
    lot, le = LotFacturationId(new_id()), today(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        lus = lire(work, office.reference, depuis_de(le), le)
        known = {x.cle: x for x in lignes(office.reference, lus, le)}
        closed = cercle(office, work)
        for one in dict.fromkeys(choix):
            found = _checked(known, one)
            if closed.ferme(found.patient.id):
                raise PartageLimite
            work.facturations.save(_facturation(office, work, found, one, lot))
        return _lots(office, work, _relus(work, office, le), lot)[0]


def transmettre(office: Office, lot_id: LotFacturationId) -> Lot:
    """Note that a list was handed to who pays.

    Raises:
        LotInconnu, LotRepris
    """
    check(office, Permission.FACTURER)
    return _changed(office, lot_id, EtatFacturation.TRANSMISE, "")


def annuler(office: Office, lot_id: LotFacturationId, motif: str) -> Lot:
    """Take a list back: its forfaits may be billed again, its records and proofs stay.

    Raises:
        LotInconnu, LotRepris
        ReasonMissing: nothing says why.
    """
    check(office, Permission.FACTURER)
    problem = motif_problem(motif)
    if problem is not None:
        raise ReasonMissing(problem)
    return _changed(office, lot_id, EtatFacturation.ANNULEE, motif.strip())


def lots(office: Office) -> tuple[Lot, ...]:
    """Every list ever prepared, the latest first."""
    check(office, Permission.FORFAITS)
    le = today(office)
    with office.store.read() as work:
        return _lots(office, work, _relus(work, office, le))


def lot(office: Office, lot_id: LotFacturationId) -> Lot:
    """One list.

    Raises:
        LotInconnu
    """
    check(office, Permission.FORFAITS)
    with office.store.read() as work:
        found = _lots(office, work, _relus(work, office, today(office)), lot_id)
    if not found:
        raise LotInconnu
    return found[0]


def _checked(known: dict[Cle, ForfaitLigne], one: Choix) -> ForfaitLigne:
    found = known.get((one.inclusion, one.debut))
    if found is not None and Groupe.FACTURE in found.groupes:
        raise DejaFacture
    if found is None or found.vu != one.vu:
        raise ListeDepassee
    if Groupe.FACTURABLE not in found.groupes:
        raise PasFacturable
    return found


def _facturation(
    office: Office, work: "Work", found: ForfaitLigne, one: Choix, lot_id: LotFacturationId
) -> Facturation:
    cycle, du = found.decompte.cycle, found.decompte.du()
    who = found.patient.id
    acts, planned = work.consultations.of(who), work.rendez_vous.of(who)
    every = decomptes_de(work, office.reference, who, acts, planned, today(office))
    whole = next(d for d in every if cle(d.cycle) == found.cle)
    return Facturation(
        FacturationId(new_id()),
        lot_id,
        found.patient.id,
        cycle.inclusion.id,
        cycle.programme.code,
        cycle.debut,
        cycle.fin,
        du.prorata if one.prorata else du.entier,
        tuple(map(_preuve, whole.imputes)),
        office.now(),
        office.membre.id,
        avant_terme=cycle.ecourte,
    )


def _preuve(act: Consultation) -> Preuve:
    return Preuve(act.id, act.jour, act.membre, act.role, act.type, act.duree, act.lieu)


def _changed(office: Office, lot_id: LotFacturationId, etat: EtatFacturation, motif: str) -> Lot:
    with office.store.begin(office.membre.id, office.now()) as work:
        records = [f for f in work.facturations.all() if f.lot == lot_id]
        if not records:
            raise LotInconnu
        if any(not f.compte for f in records):
            raise LotRepris
        for record in records:
            work.facturations.save(replace(record, etat=etat, motif=motif))
        return _lots(office, work, _relus(work, office, today(office)), lot_id)[0]


def _relus(work: "Work", office: Office, le: date) -> Lus:
    """With the acts of every list: each says what changed since."""
    return lire(work, office.reference, depuis_de(le), le, preuves=date.min)


def _lots(
    office: Office, work: "Work", lus: Lus, only: LotFacturationId | None = None
) -> tuple[Lot, ...]:
    by_lot: dict[LotFacturationId, list[Facturation]] = defaultdict(list)
    for record in (f for many in lus.factures.values() for f in many):
        if only in (None, record.lot):
            by_lot[record.lot].append(record)
    standing = {i.id for i in work.inclusions.all()}
    closed = cercle(office, work)
    team = {m.id: m.nom_affiche for m in work.equipe.all()}
    made = []
    for lot_id, records in by_lot.items():
        first = records[0]
        told = sorted(_lignes(records, lus, standing), key=_par_nom)
        kept = tuple(x for x in told if not closed.ferme(x.patient.id))
        made.append(
            Lot(
                lot_id,
                first.preparee_le,
                team.get(first.preparee_par, ""),
                first.etat,
                first.motif,
                kept,
                len(told) - len(kept),
                len(told),
                sum(f.montant_centimes for f in records),
            )
        )
    return tuple(sorted(made, key=lambda x: (x.preparee_le, x.id), reverse=True))


def _par_nom(ligne: LigneLot) -> tuple[str, date]:
    return normalise(ligne.patient.nom_affiche), ligne.facturation.debut


def _lignes(
    records: Iterable[Facturation], lus: Lus, standing: set[InclusionId]
) -> Iterator[LigneLot]:
    counted = {cle(d.cycle): d for d in lus.decomptes}
    for record in records:
        decompte = counted.get((record.inclusion, record.debut))
        existe = record.inclusion in standing
        double = lus.doubles.get(record.id)
        found = (
            ecarts(record, decompte, lus.actes, existe=existe, double=double)
            if record.compte
            else ()
        )
        yield LigneLot(record, lus.patients[PatientId(record.patient)], tuple(found))


def nom_de_lot(lot: Lot) -> str:
    """« Préparation du 22/11/2026 »."""
    return f"Préparation du {numeric_date(lot.preparee_le.astimezone().date())}"
