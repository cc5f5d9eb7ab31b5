"""What colleagues did since the person last received: that it was done, never what was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Patient

from .access import Lecture, Permission, allowed, lecture
from .cercle import Cercle
from .connus import Personnes
from .fiche_forms import UnknownForm, form_of
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.store.recent import Written
    from microstructure_desktop.store.work import Work

SPANS = (14, 60, 400)
"""How far back a last presence is looked for, in days, the nearest first."""
AT_MOST = timedelta(days=30)
"""News about people who are not awaited today are not older than that."""
_KINDS = ("consultation", "fiche", "inclusion", "document", "synthese")


class GenreNouvelle(StrEnum):
    SEANCE = "seance"
    FICHE = "fiche"
    INCLUSION = "inclusion"
    SORTIE = "sortie"
    DOCUMENT = "document"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Nouvelle:
    """`titre` names the act, the form or the category; `nombre` counts decisions.

    `attendu`: the person comes today, and this is since the last session with them.
    """

    genre: GenreNouvelle
    patient: Patient
    auteur: Membre | None
    at: datetime
    titre: str = ""
    nombre: int = 1
    attendu: bool = False


@dataclass(frozen=True, slots=True)
class Nouvelles:
    """`depuis`: the person's last presence; None when they never received anybody."""

    depuis: datetime | None
    lignes: tuple[Nouvelle, ...] = ()


AUCUNE = Nouvelles(None)


def nouvelles(
    work: "Work",
    office: Office,
    patients: Personnes,
    attendus: Iterable[PatientId],
    autour: Cercle,
) -> Nouvelles:
    """The latest first; about somebody awaited today, since the last session with them."""
    if not allowed(office.membre.role, Permission.CLINIQUE):
        return AUCUNE
    maintenant = office.now().astimezone()
    depuis = _last_presence(work, office.membre.id, maintenant.date())
    partout = max(depuis or maintenant - AT_MOST, maintenant - AT_MOST)
    bornes = {p: _last_with(work, office.membre.id, p, maintenant.date()) for p in attendus}
    connues = {p: at for p, at in bornes.items() if at is not None}
    lecteur = _Lecteur(work, office, patients, autour)
    trouvees = [
        nouvelle
        for ecrit in work.recent.since(min([partout, *connues.values()]), _KINDS)
        for nouvelle in lecteur.read(ecrit, partout, connues)
    ]
    return Nouvelles(depuis, tuple(trouvees))


class _Lecteur:
    """What is told of each record, within what the role reads and the person allows."""

    def __init__(
        self,
        work: "Work",
        office: Office,
        patients: Personnes,
        autour: Cercle,
    ) -> None:
        self._work = work
        self._office = office
        self._patients = patients
        self._autour = autour
        self._membres = {m.id: m for m in work.equipe.all()}

    def read(
        self, ecrit: "Written", partout: datetime, connues: Mapping[PatientId, datetime]
    ) -> Iterator[Nouvelle]:
        ecrit = self._said(ecrit)
        for patient, genre, titre, nombre in self._told(ecrit):
            borne = connues.get(patient, partout)
            if patient not in self._patients or ecrit.at <= borne:
                continue
            yield Nouvelle(
                genre,
                self._patients[patient],
                self._membres.get(ecrit.author),
                ecrit.at,
                titre,
                nombre,
                patient in connues,
            )

    def _said(self, ecrit: "Written") -> "Written":
        """By whom and when it was said: a merge only moves what others said."""
        if ecrit.new or ecrit.kind not in ("fiche", "inclusion"):
            return ecrit
        revisions = self._work.revisions
        *before, last = revisions.history(ecrit.entity)
        said = _words(revisions.at(last.id))
        while before and _words(revisions.at(before[-1].id)) == said:
            last = before.pop()
        return replace(ecrit, author=last.author, at=last.at)

    def _told(self, ecrit: "Written") -> "Iterator[tuple[PatientId, GenreNouvelle, str, int]]":
        if ecrit.kind == "synthese":
            yield from self._decisions(ecrit)
        elif ecrit.author != self._office.membre.id and ecrit.patient:
            found = self._about(ecrit)
            if found is not None:
                yield (ecrit.patient, *found, 1)

    def _about(self, ecrit: "Written") -> tuple[GenreNouvelle, str] | None:
        match ecrit.kind:
            case "consultation" if ecrit.new:
                return self._seance(ecrit)
            case "fiche":
                return self._fiche(ecrit)
            case "inclusion":
                return self._inclusion(ecrit)
            case "document" if ecrit.new:
                return self._document(ecrit)
        return None

    def _seance(self, ecrit: "Written") -> tuple[GenreNouvelle, str] | None:
        acte = self._work.consultations.get(ecrit.entity)
        if not acte.honoree or not self._autour.lit(acte):
            return None
        return GenreNouvelle.SEANCE, self._office.reference.libelle("CL03", acte.type.value)

    def _fiche(self, ecrit: "Written") -> tuple[GenreNouvelle, str] | None:
        fiche = self._work.fiches.get(ecrit.entity)
        if not fiche.complete or not self._autour.lit(fiche):
            return None
        try:
            form = form_of(self._office, self._work, fiche)
        except UnknownForm:
            return None
        if lecture(self._office.membre.role, form) is Lecture.RIEN:
            return None
        return GenreNouvelle.FICHE, form.title

    def _inclusion(self, ecrit: "Written") -> tuple[GenreNouvelle, str] | None:
        inclusion = self._work.inclusions.get(ecrit.entity)
        if inclusion.fin is not None:
            motif = self._office.reference.libelle("CL29", inclusion.motif_sortie)
            return GenreNouvelle.SORTIE, motif
        return (GenreNouvelle.INCLUSION, "") if ecrit.new else None

    def _document(self, ecrit: "Written") -> tuple[GenreNouvelle, str] | None:
        document = self._work.documents.get(ecrit.entity)
        may = allowed(self._office.membre.role, Permission.DOCUMENTS)
        if not may or not self._autour.lit(document):
            return None
        return GenreNouvelle.DOCUMENT, self._office.reference.libelle(
            "DOCUMENTS", document.categorie
        )

    def _decisions(self, ecrit: "Written") -> "Iterator[tuple[PatientId, GenreNouvelle, str, int]]":
        """Those of a meeting closed without the person; their number is all that is told."""
        synthese = self._work.syntheses.get(ecrit.entity)
        moi = self._office.membre
        if not synthese.close or moi.id in synthese.presents:
            return
        if not allowed(moi.role, Permission.TOUTES_REUNIONS):
            return
        for situation in synthese.vues:
            if situation.decisions and not self._autour.ferme(situation.patient):
                yield (
                    situation.patient,
                    GenreNouvelle.DECISIONS,
                    "",
                    len(situation.decisions),
                )


def _words(content: dict[str, Any]) -> dict[str, Any]:
    """What a revision says, whoever's record it is in."""
    return {name: value for name, value in content.items() if name != "patient"}


def _last_presence(work: "Work", membre: MembreId, le: date) -> datetime | None:
    """The end of the last session before today."""
    for days in SPANS:
        found = work.consultations.between(le - timedelta(days=days), le - timedelta(days=1))
        miennes = [_end(a) for a in found if a.membre == membre]
        if miennes:
            return max(miennes)
    return None


def _last_with(work: "Work", membre: MembreId, patient: PatientId, le: date) -> datetime | None:
    """The end of the last session with somebody before today."""
    miennes = [
        _end(a) for a in work.consultations.of(patient) if a.membre == membre and a.jour < le
    ]
    return max(miennes, default=None)


def _end(acte: "Consultation") -> datetime:
    start = datetime.combine(acte.jour, acte.heure).astimezone()
    return start + timedelta(minutes=acte.duree)
