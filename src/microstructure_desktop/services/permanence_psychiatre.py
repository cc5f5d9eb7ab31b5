"""The psychiatrist's permanence, month by month: who was seen, what was asked, hours held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.activite import psychiatre_minutes
from microstructure_desktop.domain.consultation import Consultation, RendezVous, TypeActe
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.permanence import M08, attendus, m08, prorata
from microstructure_desktop.domain.programme import TempsAttendu
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.forms.answer_words import in_words

from . import journal, presences, seance_forms
from .access import Permission, check
from .actions_decidees import ActionDecidee, avis_demandes
from .cercle import Cercle, cercle
from .horaires import horaires
from .office import Office, today
from .presences import EtatRendezVous
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

AUCUN = "AUCUN"


@dataclass(frozen=True, slots=True)
class Presence:
    """Some hours of a day at the cabinet; `attendus`: appointments of that day."""

    jour: date
    plage: Plage
    membre: Membre
    attendus: int


@dataclass(frozen=True, slots=True)
class Eloignement:
    """Days of the month when a psychiatrist is away."""

    membre: Membre
    du: date
    au: date


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody awaited or seen, or an opinion given about them, as far as one may read it.

    `quoi` names the act, nothing for an appointment that has none. `demande`: who asked, then
    what. `traitement`, `certificats`: in words; `revoir`: by the psychiatrist, again.
    """

    jour: date
    heure: time
    patient: Patient
    membre: Membre | None
    etat: EtatRendezVous
    minutes: int = 0
    quoi: str = ""
    avis: bool = False
    demande: tuple[str, str] = ("", "")
    traitement: str = ""
    certificats: tuple[str, ...] = ()
    revoir: bool = False


@dataclass(frozen=True, slots=True)
class QuestionPosee:
    """What a colleague wants to discuss, that no meeting has answered."""

    patient: Patient
    auteur: Membre | None
    texte: str
    jour: date


@dataclass(frozen=True, slots=True)
class ReunionTenue:
    """A meeting where a psychiatrist was; `type` None: the monthly synthesis."""

    jour: date
    type: TypeReunion | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Permanence:
    """`bilan` counts everything, `passages` only what is open to the reader, `retenus` fewer.

    `prorata`: minutes expected so far, in the month under way; `attendu` None: nothing is.
    """

    mois: Mois
    jour: date
    psychiatres: tuple[Membre, ...]
    presences: tuple[Presence, ...]
    absences: tuple[Eloignement, ...]
    passages: tuple[Passage, ...]
    retenus: int
    demandes: tuple[ActionDecidee, ...]
    questions: tuple[QuestionPosee, ...]
    reunions: tuple[ReunionTenue, ...]
    bilan: M08
    attendu: TempsAttendu | None
    prorata: int | None


def permanence(office: Office, mois: Mois | None = None) -> Permanence:
    """One month of the psychiatrist, the present one unless another is asked for."""
    check(office, Permission.CLINIQUE)
    le = today(office)
    asked = mois or Mois.de(le)
    with office.store.read() as work:
        made = _Month(office, work, asked, le).read()
    for patient in {p.patient.id for p in made.passages if p.quoi}:
        journal.opened(
            office, Action.OUVERTURE_DOSSIER, patient=patient, detail="permanence_psychiatre"
        )
    return made


def bilan_du_mois(office: Office, work: "Work", mois: Mois) -> M08:
    """What a month of the psychiatrists adds up to, wherever it is shown."""
    attendu = _attendu(office, work, mois)
    membres = {m.id: m for m in work.equipe.all()}
    tenues: list[Synthese | Reunion] = [*work.syntheses.all(), *work.reunions.all()]
    actes = work.consultations.between(mois.premier, mois.dernier)
    return m08(actes, tenues, membres, mois, attendu)


def _attendu(office: Office, work: "Work", mois: Mois) -> TempsAttendu | None:
    programme = office.reference.programmes.get(work.cabinet.get().programme)
    return attendus(programme, mois).get(Role.PSYCHIATRE)


class _Month:
    """One month read inside one transaction."""

    def __init__(self, office: Office, work: "Work", mois: Mois, le: date) -> None:
        self._office, self._work, self._mois, self._le = office, work, mois, le
        self._lecture: Cercle = cercle(office, work)
        self._patients = {p.id: p for p in work.patients.all()}
        self._membres = {m.id: m for m in work.equipe.all()}
        self._eux = tuple(m for m in self._membres.values() if m.role is Role.PSYCHIATRE)

    def read(self) -> Permanence:
        work, mois = self._work, self._mois
        ids = {m.id for m in self._eux}
        actes = [
            a
            for a in work.consultations.between(mois.premier, mois.dernier)
            if a.role is Role.PSYCHIATRE
        ]
        prevus = [
            r for r in work.rendez_vous.between(mois.premier, mois.dernier) if r.membre in ids
        ]
        concerned = [a.patient for a in actes] + [r.patient for r in prevus]
        tenues: list[Synthese | Reunion] = [*work.syntheses.all(), *work.reunions.all()]
        bilan = bilan_du_mois(self._office, work, mois)
        passages = [*self._acts(actes), *self._appointments(prevus, actes)]
        return Permanence(
            mois,
            self._le,
            tuple(m for m in self._eux if m.actif),
            self._presences(prevus),
            self._absences(ids),
            tuple(sorted(passages, key=lambda p: (p.jour, p.heure))),
            len({p for p in concerned if self._lecture.ferme(p)} - _seen(passages)),
            avis_demandes(self._office, work),
            self._questions(ids),
            self._tenues(tenues),
            bilan,
            _attendu(self._office, work, mois),
            prorata(bilan.temps.du, mois, self._le),
        )

    def _presences(self, prevus: Iterable[RendezVous]) -> tuple[Presence, ...]:
        hours, awaited = horaires(self._work), [(r.membre, r.jour) for r in prevus]
        first, last = self._mois.premier, self._mois.dernier
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return tuple(
            Presence(jour, plage, membre, awaited.count((membre.id, jour)))
            for jour in days
            for membre in self._eux
            for plage in hours.du_jour(membre.id, jour)
        )

    def _absences(self, ids: set[MembreId]) -> tuple[Eloignement, ...]:
        mois = self._mois
        return tuple(
            Eloignement(self._membres[a.membre], a.du, a.au)
            for a in self._work.absences.all()
            if a.membre in ids and a.du <= mois.dernier and a.au >= mois.premier
        )

    def _acts(self, actes: Iterable[Consultation]) -> Iterable[Passage]:
        return [self._act(a) for a in self._lecture.ouverts(actes) if a.patient in self._patients]

    def _act(self, acte: Consultation) -> Passage:
        read, form = seance_forms.shared(self._office, self._work, acte)
        answers, reference = read.reponses, self._office.reference

        def said(item_id: str) -> str:
            item = form.item(item_id) if form is not None else None
            return in_words(item, answers.get(item_id)) if item is not None else ""

        given = answers.get("certificats")
        codes = given if isinstance(given, list) else []
        return Passage(
            acte.jour,
            acte.heure,
            self._patients[acte.patient],
            self._membres.get(acte.membre),
            presences.etat_de(acte),
            acte.duree if acte.honoree else 0,
            reference.libelle("CL03", acte.type.value),
            acte.type is TypeActe.AVIS_PSYCHIATRE_EQUIPE,
            (said("avis_demande_par"), said("avis_question")),
            "" if answers.get("traitement_suite") == AUCUN else said("traitement_suite"),
            tuple(reference.libelle("CERTIFICAT", str(c)) for c in codes if c != AUCUN),
            answers.get("revoir_psychiatre") is True,
        )

    def _appointments(
        self, prevus: Iterable[RendezVous], actes: Iterable[Consultation]
    ) -> Iterable[Passage]:
        """Those that no session has ended."""
        ended = {(a.patient, a.membre, a.jour) for a in actes if not a.hors_rendez_vous}
        return [
            Passage(
                r.jour,
                r.heure,
                self._patients[r.patient],
                self._membres.get(r.membre),
                presences.etat(r, None),
            )
            for r in prevus
            if (r.patient, r.membre, r.jour) not in ended
            and r.patient in self._patients
            and not self._lecture.ferme(r.patient)
        ]

    def _questions(self, ids: set[MembreId]) -> tuple[QuestionPosee, ...]:
        waiting = ouvertes(self._work.questions.all(), syntheses_lues(self._work))
        return tuple(
            QuestionPosee(
                self._patients[q.patient],
                self._membres.get(q.membre),
                q.texte,
                q.posee_le.astimezone().date(),
            )
            for q in sorted(self._lecture.ouverts(waiting), key=lambda q: q.posee_le)
            if q.membre not in ids and q.patient in self._patients
        )

    def _tenues(self, tenues: Iterable[Synthese | Reunion]) -> tuple[ReunionTenue, ...]:
        counted = ((t, psychiatre_minutes(t, self._membres)) for t in tenues)
        return tuple(
            ReunionTenue(t.jour, t.type if isinstance(t, Reunion) else None, lasted)
            for t, lasted in sorted(counted, key=lambda found: found[0].jour)
            if lasted and t.jour in self._mois
        )


def _seen(passages: Iterable[Passage]) -> set[PatientId]:
    return {p.patient.id for p in passages}
