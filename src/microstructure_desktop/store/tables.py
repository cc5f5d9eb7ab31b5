"""The tables of current state: which columns each kind of record is listed and sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from microstructure_desktop.domain.agenda import Absence, Permanence
from microstructure_desktop.domain.canal import Reglage
from microstructure_desktop.domain.conservation import Conservation
from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.declaration import BrisDeGlace, Declaration
from microstructure_desktop.domain.demande import Demande
from microstructure_desktop.domain.demarrage import Etape
from microstructure_desktop.domain.divulgation import Divulgation
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.dossier_legal import DossierLegal
from microstructure_desktop.domain.echange import CleSignature, ConventionRecue
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.equipe import Cabinet, Membre
from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.fusion import Fusion
from microstructure_desktop.domain.mois_clos import MoisClos
from microstructure_desktop.domain.partenaire import Intervenant, Partenaire
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.phonetique import cle
from microstructure_desktop.domain.rapport_annuel import Commentaire, Financement
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.suites_donnees import Additif, SuiteDonnee
from microstructure_desktop.domain.support import Exercice, Support
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.domain.telephone import chiffres
from microstructure_desktop.domain.text import normalise

T = TypeVar("T")
Values = tuple[Any, ...]
CABINET = "cabinet"
BETWEEN = "|"
"""Stands between the name, the first name, those of birth and the numbers of a person."""


@dataclass(frozen=True)
class Kind(Generic[T]):
    """One kind of record: its table, its domain class, and what is listed of it.

    A row is clustered on `key`, then `id`, and holds `head` (its latest revision) and `others`.
    `values` gives the key's columns, then the others.
    """

    name: str
    content: type[T]
    key: tuple[str, ...]
    others: tuple[str, ...]
    values: Callable[[Any], Values]
    # Any: kinds of every T stand in one list, and a callable's argument does not vary with T.

    @cached_property
    def encode(self) -> Callable[[T], bytes]:
        return msgspec.json.Encoder().encode

    @cached_property
    def decode(self) -> Callable[[str], T]:
        return msgspec.json.Decoder(self.content).decode

    def identity(self, record: T) -> str:
        return getattr(record, "id", CABINET)

    def patient(self, record: T) -> str | None:
        if isinstance(record, Patient):
            return record.id
        return getattr(record, "patient", None) or None

    def place(self, record: T) -> Values:
        """Where the record's row is."""
        return (*self.values(record)[: len(self.key)], self.identity(record))

    def row(self, record: T, head: int) -> Values:
        values, cut = self.values(record), len(self.key)
        return (*values[:cut], self.identity(record), head, *values[cut:])

    @cached_property
    def columns(self) -> str:
        return ", ".join((*self.key, "id", "head", *self.others))

    @cached_property
    def put(self) -> str:
        changes = ", ".join(f"{c} = excluded.{c}" for c in ("head", *self.others))
        return (
            f"insert into {self.name} ({self.columns}) values ({self._marks}) "  # noqa: S608
            f"on conflict ({', '.join((*self.key, 'id'))}) do update set {changes}"
        )

    @cached_property
    def drop(self) -> str:
        place = " and ".join(f"{c} = ?" for c in (*self.key, "id"))
        return f"delete from {self.name} where {place}"  # noqa: S608

    @cached_property
    def rows(self) -> str:
        return f"select {self.columns} from {self.name}"  # noqa: S608

    @cached_property
    def all(self) -> str:
        return self._select("1")

    @cached_property
    def of_patient(self) -> str:
        return self._select("k.patient = ?")

    @cached_property
    def between(self) -> str:
        return self._select("k.jour between ? and ?")

    @property
    def _marks(self) -> str:
        return ", ".join("?" * (len(self.key) + len(self.others) + 2))

    def _select(self, where: str) -> str:
        order = ", ".join(f"k.{c}" for c in (*self.key, "id") if c != "patient")
        return (
            f"select r.payload from {self.name} k join revision r on r.seq = k.head "  # noqa: S608
            f"where {where} order by {order}"
        )


def _patient(p: Patient) -> Values:
    """Names, then numbers, each between spaces: a word is found by its beginning or whole."""
    naissance, identite = p.naissance, p.identite
    noms = p.nom, p.prenom, identite.nom_naissance, identite.prenoms_naissance
    ecrits = [normalise(nom.replace(BETWEEN, " ")) for nom in noms]
    dates = f"{naissance:%d/%m/%Y} {naissance:%d%m%Y} {naissance.year:04}"
    dossiers = " ".join((p.dossier, *p.anciens_dossiers))
    chacun = *ecrits, f"{dossiers} {dates} {chiffres(p.telephone)}"
    recherche = " ".join(f" {BETWEEN} ".join(chacun).split())
    sons = " ".join(f" {BETWEEN} ".join(map(cle, noms)).split())
    tri = normalise(f"{p.nom} {p.prenom}")
    qui = p.nom, p.prenom, naissance.isoformat(), p.sexe.value
    return tri, p.numero, *qui, f" {recherche} ", f" {sons} ", p.absorbe_par


def _inclusion(i: Inclusion) -> Values:
    return i.patient, i.debut.isoformat(), i.programme, i.fin and i.fin.isoformat()


def _consultation(c: Consultation) -> Values:
    when = c.jour.isoformat(), c.heure.isoformat()
    return (c.patient, *when, c.role.value, c.type.value, c.lieu, c.issue.value, c.duree)


def _rendez_vous(r: RendezVous) -> Values:
    return r.patient, r.jour.isoformat(), r.heure.isoformat()


def _question(q: Question) -> Values:
    return q.patient, q.posee_le.astimezone(UTC).isoformat()


def _fiche(f: Fiche) -> Values:
    return f.patient, f.jour.isoformat()


def _synthese(s: Synthese) -> Values:
    return (s.jour.isoformat(),)


def _envoi(e: Envoi) -> Values:
    return (e.sequence,)


def _convention(c: ConventionRecue) -> Values:
    return (c.recue_le.isoformat(),)


def _cle_signature(c: CleSignature) -> Values:
    return (c.creee_le.isoformat(),)


def _permanence(p: Permanence) -> Values:
    return p.membre, p.depuis.isoformat()


def _absence(a: Absence) -> Values:
    return a.membre, a.du.isoformat()


def _declaration(d: Declaration) -> Values:
    return d.patient, d.jour.isoformat()


def _bris_de_glace(b: BrisDeGlace) -> Values:
    return b.patient, b.le.astimezone(UTC).isoformat()


def _document(d: DocumentRecu) -> Values:
    return d.patient, d.jour.isoformat()


def _lettre(x: Lettre) -> Values:
    return x.patient, x.jour.isoformat()


def _partenaire(p: Partenaire) -> Values:
    return (normalise(p.nom),)


def _intervenant(i: Intervenant) -> Values:
    return (i.patient,)


def _fusion(f: Fusion) -> Values:
    return (f.garde,)


def _reunion(r: Reunion) -> Values:
    return (r.jour.isoformat(),)


def _formation(f: Formation) -> Values:
    return f.membre, f.du.isoformat()


def _suite_donnee(s: SuiteDonnee) -> Values:
    return (s.patient,)


def _additif(a: Additif) -> Values:
    return a.synthese, a.le.astimezone(UTC).isoformat()


def _facturation(f: Facturation) -> Values:
    return f.patient, f.debut.isoformat()


def _mois_clos(m: MoisClos) -> Values:
    return (m.mois,)


def _commentaire(c: Commentaire) -> Values:
    return f"{c.annee:04}", c.section.value


def _financement(f: Financement) -> Values:
    return (f.du.isoformat(),)


def _divulgation(d: Divulgation) -> Values:
    return (d.jour.isoformat(),)


def _lot(x: Lot) -> Values:
    return (x.fait_le.astimezone(UTC).isoformat(),)


def _conservation(c: Conservation) -> Values:
    return c.patient, c.jour.isoformat()


def _demande(d: Demande) -> Values:
    return d.patient, d.jour.isoformat()


def _exercice(e: Exercice) -> Values:
    return (e.le.astimezone(UTC).isoformat(),)


def _nothing(_: object) -> Values:
    return ()


_WHO = ("numero", "nom", "prenom", "naissance", "sexe")
_SEARCH = (*_WHO, "recherche", "sons", "absorbe_par")
_COUNTED = ("role", "type", "lieu", "issue", "duree")
_WHEN = ("patient", "jour", "heure")

PATIENT = Kind("patient", Patient, ("tri",), _SEARCH, _patient)
INCLUSION = Kind("inclusion", Inclusion, ("patient", "debut"), ("programme", "fin"), _inclusion)
CONSULTATION = Kind("consultation", Consultation, _WHEN, _COUNTED, _consultation)
RENDEZ_VOUS = Kind("rendez_vous", RendezVous, _WHEN, (), _rendez_vous)
QUESTION = Kind("question", Question, ("patient", "posee_le"), (), _question)
FICHE = Kind("fiche", Fiche, ("patient", "jour"), (), _fiche)
SYNTHESE = Kind("synthese", Synthese, ("jour",), (), _synthese)
ENVOI = Kind("envoi", Envoi, ("sequence",), (), _envoi)
PERMANENCE = Kind("permanence", Permanence, ("membre", "depuis"), (), _permanence)
ABSENCE = Kind("absence", Absence, ("membre", "du"), (), _absence)
DECLARATION = Kind("declaration", Declaration, ("patient", "jour"), (), _declaration)
BRIS_DE_GLACE = Kind("bris_de_glace", BrisDeGlace, ("patient", "le"), (), _bris_de_glace)
PARTENAIRE = Kind("partenaire", Partenaire, ("tri",), (), _partenaire)
INTERVENANT = Kind("intervenant", Intervenant, ("patient",), (), _intervenant)
DOCUMENT = Kind("document", DocumentRecu, ("patient", "jour"), (), _document)
LETTRE = Kind("lettre", Lettre, ("patient", "jour"), (), _lettre)
ETAPE = Kind("etape", Etape, (), (), _nothing)
FUSION = Kind("fusion", Fusion, ("garde",), (), _fusion)
REUNION = Kind("reunion", Reunion, ("jour",), (), _reunion)
FORMATION = Kind("formation", Formation, ("membre", "du"), (), _formation)
SUITE_DONNEE = Kind("suite_donnee", SuiteDonnee, ("patient",), (), _suite_donnee)
ADDITIF = Kind("additif", Additif, ("synthese", "le"), (), _additif)
FACTURATION = Kind("facturation", Facturation, ("patient", "debut"), (), _facturation)
MOIS_CLOS = Kind("mois_clos", MoisClos, ("mois",), (), _mois_clos)
COMMENTAIRE = Kind("commentaire", Commentaire, ("annee", "section"), (), _commentaire)
FINANCEMENT = Kind("financement", Financement, ("du",), (), _financement)
DIVULGATION = Kind("divulgation", Divulgation, ("jour",), (), _divulgation)
CONVENTION = Kind("convention", ConventionRecue, ("recue_le",), (), _convention)
CLE_SIGNATURE = Kind("cle_signature", CleSignature, ("creee_le",), (), _cle_signature)
CANAL = Kind("canal", Reglage, (), (), _nothing)
CONSERVATION = Kind("conservation", Conservation, ("patient", "jour"), (), _conservation)
DEMANDE = Kind("demande", Demande, ("patient", "jour"), (), _demande)
EXERCICE = Kind("exercice", Exercice, ("le",), (), _exercice)
SUPPORT = Kind("support", Support, (), (), _nothing)
DOSSIER_LEGAL = Kind("dossier_legal", DossierLegal, (), (), _nothing)
LOT = Kind("lot", Lot, ("fait_le",), (), _lot)
MEMBRE = Kind("membre", Membre, (), (), _nothing)
CABINETS = Kind(CABINET, Cabinet, (), (), _nothing)

KINDS: tuple[Kind[Any], ...] = (
    CABINETS,
    MEMBRE,
    PATIENT,
    INCLUSION,
    CONSULTATION,
    RENDEZ_VOUS,
    QUESTION,
    FICHE,
    SYNTHESE,
    ENVOI,
    PERMANENCE,
    ABSENCE,
    DECLARATION,
    BRIS_DE_GLACE,
    PARTENAIRE,
    INTERVENANT,
    DOCUMENT,
    LETTRE,
    ETAPE,
    FUSION,
    LOT,
    CONVENTION,
    CLE_SIGNATURE,
    CANAL,
    REUNION,
    FORMATION,
    SUITE_DONNEE,
    ADDITIF,
    FACTURATION,
    MOIS_CLOS,
    COMMENTAIRE,
    FINANCEMENT,
    DIVULGATION,
    CONSERVATION,
    DEMANDE,
    EXERCICE,
    SUPPORT,
    DOSSIER_LEGAL,
)
