"""How the fields, the rows and the past imports are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.services.reference import Reference
from microstructure_desktop.services.reprise import Annulation, LotVu
from microstructure_desktop.services.reprise_examen import CREABLES, Examinee, Sort
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.services.reprise_personnes import Lue
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP, clock, count, numeric_date, plain_date, plural

CHAMPS = {
    Champ.NOM: "Nom",
    Champ.PRENOM: "Prénom",
    Champ.NOM_COMPLET: "Nom et prénom ensemble",
    Champ.NOM_NAISSANCE: "Nom de naissance",
    Champ.NAISSANCE: "Date de naissance",
    Champ.SEXE: "Sexe",
    Champ.TELEPHONE: "Téléphone",
    Champ.DEBUT: "Date d’inclusion",
    Champ.PROGRAMME: "Programme",
    Champ.FIN: "Date de sortie",
    Champ.MOTIF: "Motif de sortie",
    Champ.ORIENTEUR: "Orienteur",
}
LEFT_ASIDE = "Laisser de côté"
FILTERS = (
    (Sort.CREER, "À créer"),
    (Sort.DOUBLON, "Doublons probables"),
    (Sort.A_CORRIGER, "À corriger"),
    (Sort.CONNU, "Déjà connus"),
    (Sort.IGNOREE, "Sans personne"),
)
_TAGS = {
    Sort.DOUBLON: ("Doublon probable", "warn"),
    Sort.A_CORRIGER: ("À corriger", "danger"),
    Sort.CONNU: ("Déjà connu", "info"),
    Sort.IGNOREE: ("Ligne sans personne", "mute"),
}
_NAMING = frozenset(
    {Champ.NOM, Champ.PRENOM, Champ.NOM_NAISSANCE, Champ.NAISSANCE, Champ.TELEPHONE}
)
_UNKNOWN = frozenset({"", "NR"})
_TAKEN = ("À créer", "ok")
_LEFT = ("Écartée", "mute")


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the preview and whether it is taken."""

    examinee: Examinee
    taken: bool

    @property
    def creatable(self) -> bool:
        return self.examinee.sort in CREABLES


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody of the file, named as the people followed are."""

    nom_affiche: str
    initiales: str
    naissance: date
    dossier: str = ""
    anonyme: bool = False


def name(lue: Lue, discretion: Discretion) -> str:
    initiales = (lue.prenom[:1] + lue.nom[:1]).upper()
    full = f"{lue.nom.upper()} {lue.prenom}".strip()
    return discretion.bare(_Person(full, initiales, lue.naissance or date.min))


def birth(lue: Lue, discretion: Discretion) -> str:
    if lue.naissance is None:
        return ""
    return discretion.birth(_Person("", "", lue.naissance))


def tag(shown: Shown) -> tuple[str, str]:
    if shown.creatable and shown.taken:
        return _TAKEN
    return _TAGS.get(shown.examinee.sort, _LEFT)


def day(known: date | None) -> str:
    return numeric_date(known) if known else ""


def why(shown: Shown, discretion: Discretion) -> str:
    """The first thing to know of a row."""
    lue = shown.examinee.lue
    said = [
        *_tellable(lue.fautes, discretion),
        alike(shown.examinee, discretion),
        *_tellable(lue.remarques, discretion),
    ]
    return next(filter(None, said), "")


def secret(champ: Champ, discretion: Discretion) -> bool:
    """Whether a field names somebody, when nobody is to be named."""
    return discretion.on and champ in _NAMING


def _tellable(said: Mapping[Champ, str], discretion: Discretion) -> list[str]:
    """They may repeat what was written."""
    return [text for champ, text in said.items() if not secret(champ, discretion)]


def alike(examinee: Examinee, discretion: Discretion) -> str:
    """Who looks like the person of the row."""
    semblable = examinee.semblable
    if semblable is None:
        return ""
    if semblable.patient is None:
        who = f"ligne{NBSP}{semblable.numero} du fichier"
    else:
        patient = semblable.patient
        known = (discretion.name(patient), discretion.birth(patient))
        who = ", ".join(part for part in known if part)
        if not discretion.on:
            who += f", dossier n°{NBSP}{patient.dossier}"
    return f"{semblable.raison}{NBSP}: {who}"


def values(lue: Lue, reference: Reference) -> dict[Champ, str]:
    """What was understood of each field."""
    programme = reference.programmes[lue.programme].libelle if lue.programme else ""
    said = {
        Champ.NOM: lue.nom,
        Champ.PRENOM: lue.prenom,
        Champ.NOM_NAISSANCE: lue.nom_naissance,
        Champ.NAISSANCE: day(lue.naissance),
        Champ.SEXE: _said(reference, "CL07", lue.sexe.value),
        Champ.TELEPHONE: lue.telephone,
        Champ.DEBUT: day(lue.debut),
        Champ.PROGRAMME: programme,
        Champ.FIN: day(lue.fin),
        Champ.MOTIF: _said(reference, "CL29", lue.motif) if lue.fin else "",
        Champ.ORIENTEUR: _said(reference, "CL06", lue.orienteur),
    }
    told = {*lue.fautes, *lue.remarques}
    return {champ: value or "—" for champ, value in said.items() if value or champ in told}


def _said(reference: Reference, liste: str, code: str) -> str:
    """What « not known » would say is left out."""
    return reference.libelle(liste, code) if code not in _UNKNOWN else ""


def records(many: int) -> str:
    return count(many, "dossier")


def create(many: int) -> str:
    return f"Créer {records(many)}" if many else "Créer les dossiers"


def created(many: int) -> str:
    return f"{records(many)} {plural(many, 'créé')}"


def undone(annulation: Annulation) -> str:
    """« Reprise annulée : 12 dossiers retirés ; gardés, car complétés depuis : n° 0004. »."""
    said = f"Reprise annulée{NBSP}: {records(annulation.patients)} "
    said += plural(annulation.patients, "retiré")
    if annulation.gardes:
        said += f"{NBSP}; {kept(annulation.gardes)}"
    return f"{said}."


def kept(dossiers: Sequence[str]) -> str:
    numbers = ", ".join(f"n°{NBSP}{dossier}" for dossier in dossiers)
    word = plural(len(dossiers), "gardé")
    return f"{word}, car {plural(len(dossiers), 'complété')} depuis{NBSP}: {numbers}"


def past(vu: LotVu) -> tuple[str, str]:
    """A past import in two lines."""
    lot = vu.lot
    at = lot.fait_le.astimezone()
    title = f"{plain_date(at.date())} à {clock(at.time())}"
    detail = f"{lot.fichier} de {count(lot.lignes, 'ligne')} · {created(len(lot.patients))}"
    return title, f"{detail} · {vu.auteur}" if vu.auteur else detail
