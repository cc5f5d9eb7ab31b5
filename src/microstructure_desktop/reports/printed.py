"""What each document is made from: nothing that is not here can be printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from microstructure_desktop.domain.consultation import RendezVous
    from microstructure_desktop.domain.document import Lettre
    from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.forfait import Forfait
    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.domain.synthese import Synthese
    from microstructure_desktop.domain.trajectoire import Serie
    from microstructure_desktop.forms.earlier import Earlier
    from microstructure_desktop.forms.model import Form


@dataclass(frozen=True, slots=True)
class AdditifImprime:
    """What `auteur` added after the close; `rang` counts every addition to the same minutes.

    `empreinte`: that of the chain once this was written. `patient` None: about nobody alone.
    """

    rang: int
    auteur: Membre
    le: datetime
    texte: str
    empreinte: str
    patient: PatientId | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """All that the minutes may show; `numero` is the meeting's rank in the cabinet.

    `forfaits` holds each patient's open forfait on the day of the meeting; `provisoire` marks
    minutes of a meeting that is not closed. `retenues`, `additifs_retenus`: situations discussed
    and additions that are not there, for the person objects to who prints. `additifs_ecrits`: how
    many were added, shown here or not. `initiales`: nobody followed is named in full. `fermees`:
    who of the team may not read what is about somebody.
    """

    cabinet: Cabinet
    synthese: Synthese
    numero: int
    patients: dict[PatientId, Patient]
    membres: dict[MembreId, Membre]
    forfaits: dict[PatientId, Forfait | None]
    empreinte: str
    edite_le: datetime
    provisoire: bool
    retenues: int = 0
    additifs: tuple[AdditifImprime, ...] = ()
    additifs_ecrits: int = 0
    additifs_retenus: int = 0
    initiales: bool = False
    fermees: Mapping[PatientId, tuple[Membre, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FicheImprimee:
    """`auteur` wrote revision number `revision` at `revisee_le`; `form` is the definition used.

    `partielle`: answers kept to the profession are not there, for the reader is of another one.
    """

    cabinet: Cabinet
    patient: Patient
    fiche: Fiche
    form: Form
    auteur: Membre
    revision: int
    revisee_le: datetime
    edite_le: datetime
    partielle: bool = False


@dataclass(frozen=True, slots=True)
class FicheVierge:
    """A form to fill in by hand, about anybody or about `patient`, with their last answers."""

    cabinet: Cabinet
    form: Form
    edite_le: datetime
    patient: Patient | None = None
    precedentes: Mapping[str, Earlier] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Objectif:
    """What somebody wants, and where it stands, in words."""

    texte: str
    etat: str


@dataclass(frozen=True, slots=True)
class ParcoursImprime:
    """What a person takes home about their own follow-up: no name, the file number instead.

    `rencontres`: how many times with whom. `changements`: what may be shown to them. `appuis`:
    what helps. `prochain`: the next appointment and with whom.
    """

    cabinet: Cabinet
    prenom: str
    dossier: str
    debut: date | None
    rencontres: tuple[tuple[Membre, int], ...]
    changements: tuple[Serie, ...]
    appuis: str
    objectifs: tuple[Objectif, ...]
    prochain: tuple[RendezVous, Membre | None] | None
    edite_le: datetime


@dataclass(frozen=True, slots=True)
class LettreImprimee:
    """`titre` says what kind of letter it is; `neutre`: nothing printed may tell of the care."""

    cabinet: Cabinet
    lettre: Lettre
    auteur: Membre
    titre: str
    neutre: bool


@dataclass(frozen=True, slots=True)
class EtapeImprimee:
    """One step of the start: `etat` says what shows it, `documents` are titles."""

    titre: str
    pourquoi: str
    faite: bool
    etat: str
    note: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemarrageImprime:
    """The steps of the start of a microstructure; nobody followed is in it."""

    cabinet: Cabinet
    titre: str
    etapes: tuple[EtapeImprimee, ...]
    source: str
    edite_le: datetime


@dataclass(frozen=True, slots=True)
class LigneImprimee:
    """One access to a record, in words."""

    le: datetime
    qui: str
    quoi: str
    motif: str


@dataclass(frozen=True, slots=True)
class JournalImprime:
    """The accesses to a record, the latest first.

    `tout`: everybody's, else those of `auteur` alone, who prints.
    `probleme`: what is wrong with the log, as a sentence.
    """

    cabinet: Cabinet
    patient: Patient
    lignes: tuple[LigneImprimee, ...]
    auteur: Membre
    tout: bool
    probleme: str | None
    edite_le: datetime


@dataclass(frozen=True, slots=True)
class DroitsImprimes:
    """Which role may do what: `lignes` are a title and a word for each of `roles`.

    `honnete` says what these rules are, and are not.
    """

    cabinet: Cabinet
    roles: tuple[Role, ...]
    lignes: tuple[tuple[str, tuple[str, ...]], ...]
    legende: tuple[str, ...]
    honnete: str
    source: str
    edite_le: datetime
