"""Meetings other than the monthly one: prepared, held, closed, printed, naming no patient."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.ids import MembreId, ReunionId, RevisionId, new_id
from microstructure_desktop.domain.numerotation import numero_de
from microstructure_desktop.domain.reunion import Reportee, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import StaleRevision

from . import actions_decidees, drafts, indicateurs_reseau, reseau_divulgations
from .access import Permission, check
from .actions_decidees import ActionDecidee
from .documents import Document
from .heure_de_fin import fin_problem
from .merging_reunion import merged, same_words, without_origin
from .office import Office, today
from .reseau import reseau
from .syntheses import MeetingClosed, SavedMeanwhile

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

TYPES = "TYPE_REUNION"
_DEBUT = time(14)


class NothingSaid(AppError):
    sentence = "Rien n’est écrit dans cette réunion : il n’y a rien à clore."
    way_out = "Écrivez au moins un point ou une action, ou laissez-la en préparation."


class ReunionUnusable(AppError):
    sentence = "Cette réunion ne peut pas être enregistrée ainsi."
    way_out = "Vérifiez la date et l’heure de fin, et donnez un titre à chaque point."


class OtherMeetingClosed(MeetingClosed):
    """It has no addition: those are for the synthesis."""

    way_out = "Notez ce qui manque à la prochaine réunion."


@dataclass(frozen=True, slots=True)
class ReunionLigne:
    """One meeting in the list; `numero`: its rank among those of its type in its year."""

    id: ReunionId
    type: TypeReunion
    numero: int
    reunion: Reunion
    participants: int


@dataclass(frozen=True, slots=True)
class ReunionOuverte:
    """A meeting with everybody it names.

    `brouillon`: unfinished text applied, over what `entre_temps` saved since. `a_suivre`: what the
    earlier meetings of its type asked for and waits; once it is closed, what became of its own.
    `ecarte`: unfinished text that came too late, the meeting was closed without it.
    """

    reunion: Reunion
    numero: int
    based_on: RevisionId | None
    membres: Mapping[MembreId, Membre]
    brouillon: bool = False
    entre_temps: str = ""
    a_suivre: tuple[ActionDecidee, ...] = ()
    ecarte: Reunion | None = None


@dataclass(frozen=True, slots=True)
class _Brouillon:
    """What somebody was typing, and the revision they were typing over."""

    reunion: Reunion
    based_on: RevisionId | None


def reunions(office: Office) -> tuple[ReunionLigne, ...]:
    """The latest first."""
    check(office, Permission.RESEAU)
    with office.store.read() as work:
        toutes = work.reunions.all()
    return tuple(
        ReunionLigne(
            r.id,
            r.type,
            numero_de(r, _serie(toutes, r)),
            r,
            len(r.membres) + len(r.invites),
        )
        for r in reversed(toutes)
    )


def creer(office: Office, nature: TypeReunion) -> Reunion:
    """A meeting to prepare, today until told otherwise; the network's expects who came last."""
    check(office, Permission.ECRIRE_RESEAU)
    du_reseau = nature is TypeReunion.TRIMESTRIELLE
    minutes = reseau().trimestrielle_minutes if du_reseau else 0
    with office.store.begin(office.membre.id, office.now()) as work:
        derniere = next((r for r in reversed(work.reunions.all()) if r.type is nature), None)
        made = Reunion(
            ReunionId(new_id()),
            nature,
            today(office),
            _DEBUT,
            _later(_DEBUT, minutes) if minutes else None,
            membres=_attendus(work) if du_reseau else (office.membre.id,),
            invites=derniere.invites if du_reseau and derniere is not None else (),
            redacteur=office.membre.id,
        )
        work.reunions.save(made)
    return made


def ouvrir(office: Office, reunion_id: ReunionId) -> ReunionOuverte:
    """A meeting as last saved, with the person's unfinished text applied."""
    check(office, Permission.RESEAU)
    with office.store.read() as work:
        return _resumed(work, office, _ouverte(work, office, work.reunions.get(reunion_id)))


def save_draft(office: Office, reunion: Reunion, based_on: RevisionId | None) -> datetime:
    """Keep the meeting as it stands on screen; the instant is when it is safe on disk."""
    check(office, Permission.ECRIRE_RESEAU)
    at = office.now()
    with office.store.begin(office.membre.id, at) as work:
        work.drafts.put(_key(reunion.id), office.membre.id, _Brouillon(reunion, based_on))
    return at


def drop_draft(office: Office, reunion_id: ReunionId) -> None:
    """Give up the person's unfinished text."""
    with office.store.begin(office.membre.id, office.now()) as work:
        work.drafts.drop(_key(reunion_id), office.membre.id)


def problems(reunion: Reunion, le: date) -> dict[str, str]:
    """Field name to sentence; empty when the meeting can be saved on that day."""
    faults = {}
    if reunion.etat is not Etat.PREPAREE and reunion.jour > le:
        faults["jour"] = "Cette réunion a commencé : sa date ne peut pas être à venir."
    if reunion.fin is not None and (said := fin_problem(reunion.debut, reunion.fin)):
        faults["fin"] = said
    if any(p.texte.strip() and not p.titre.strip() for p in reunion.points):
        faults["points"] = "Donnez un titre à chaque point."
    return faults


def save(office: Office, reunion: Reunion, based_on: RevisionId | None) -> ReunionOuverte:
    """Append a revision.

    Raises:
        ReunionUnusable: `problems` says why.
        OtherMeetingClosed: its minutes exist already.
        SavedMeanwhile: by a colleague, since `based_on`.
    """
    check(office, Permission.ECRIRE_RESEAU)
    with office.store.begin(office.membre.id, office.now()) as work:
        return _write(work, office, reunion, based_on)


def commencer(office: Office, reunion: Reunion, based_on: RevisionId | None) -> ReunionOuverte:
    """What is said is written from now on; a meeting does not begin before its day."""
    check(office, Permission.ECRIRE_RESEAU)
    begun = replace(reunion, etat=Etat.EN_COURS, jour=min(reunion.jour, today(office)))
    with office.store.begin(office.membre.id, office.now()) as work:
        return _write(work, office, begun, based_on)


def close(office: Office, reunion: Reunion, based_on: RevisionId | None) -> ReunionOuverte:
    """End the meeting for good: it never changes any more.

    Raises:
        NothingSaid: nothing was written.
        ReunionUnusable, OtherMeetingClosed, SavedMeanwhile: as when saving.
    """
    check(office, Permission.ECRIRE_RESEAU)
    kept = tuple(p for p in reunion.points if p.titre.strip() or p.texte.strip())
    said = tuple(d for d in reunion.actions if d.texte.strip())
    if not said and not any(p.texte.strip() for p in kept):
        raise NothingSaid
    at = office.now()
    closed = replace(
        reunion,
        etat=Etat.CLOSE,
        points=kept,
        actions=said,
        redacteur=reunion.redacteur or office.membre.id,
        close_le=at.astimezone(UTC),
    )
    with office.store.begin(office.membre.id, at) as work:
        return _write(work, office, closed, based_on)


def annuler(office: Office, reunion_id: ReunionId) -> None:
    """Take a meeting back from the list.

    Raises:
        OtherMeetingClosed: its minutes stay.
    """
    check(office, Permission.ECRIRE_RESEAU)
    with office.store.begin(office.membre.id, office.now()) as work:
        if work.reunions.get(reunion_id).close:
            raise OtherMeetingClosed
        work.reunions.void(reunion_id, "réunion annulée")


def reunir(office: Office, reunion: Reunion, based_on: RevisionId | None = None) -> ReunionOuverte:
    """What is on screen, built on `based_on`, and what was saved since, together; not saved yet.

    Raises:
        OtherMeetingClosed: the colleague closed it.
    """
    check(office, Permission.ECRIRE_RESEAU)
    with office.store.read() as work:
        enregistree = work.reunions.get(reunion.id)
        if enregistree.close:
            raise OtherMeetingClosed
        origine = work.reunions.at(based_on) if based_on else without_origin(enregistree)
        return _ouverte(work, office, merged(origine, reunion, enregistree))


def imprimer(office: Office, reunion_id: ReunionId) -> Document:
    """Its minutes; until it is closed, what is on screen, marked provisional."""
    from microstructure_desktop.reports.reunion import ReunionImprimee
    from microstructure_desktop.reports.reunion import reunion as render

    check(office, Permission.RESEAU)
    with office.store.read() as work:
        ouverte = _resumed(work, office, _ouverte(work, office, work.reunions.get(reunion_id)))
        reunion = ouverte.reunion
        contenu = ReunionImprimee(
            work.cabinet.get(),
            titre(office, reunion.type),
            ouverte.numero,
            reunion,
            ouverte.membres,
            reunion.reportees if reunion.close else _reportees(ouverte.a_suivre),
            indicateurs_reseau.tableaux(reunion.chiffres),
            indicateurs_reseau.retenus(reunion.chiffres),
            work.revisions.fingerprint(),
            office.now().astimezone(),
            not reunion.close,
        )
    fichier = f"reunion-{reunion.type}-{reunion.jour:%Y-%m-%d}.pdf"
    return Document(
        contenu.titre,
        fichier,
        render(contenu),
        nominatif=False,
        genre="reunion_reseau",
        objet=reunion_id,
    )


def titre(place: Office, genre: TypeReunion) -> str:
    """« Réunion trimestrielle du réseau »."""
    return place.reference.libelle(TYPES, genre.name)


def _key(reunion_id: ReunionId) -> str:
    return drafts.key(drafts.REUNION, reunion_id)


def _write(
    work: "Work", office: Office, reunion: Reunion, based_on: RevisionId | None
) -> ReunionOuverte:
    if problems(reunion, today(office)):
        raise ReunionUnusable
    if work.reunions.get(reunion.id).close:
        raise OtherMeetingClosed
    if reunion.close:
        held = replace(reunion, etat=Etat.EN_COURS)
        reunion = replace(
            reunion,
            numero=numero_de(held, _serie(work.reunions.all(), held)),
            reportees=_reportees(actions_decidees.a_suivre(office, work, held)),
        )
    try:
        work.reunions.save(reunion, based_on)
    except StaleRevision:
        raise SavedMeanwhile(_author(work, reunion.id).nom_affiche) from None
    if reunion.close:
        reseau_divulgations.entrer(work, reunion.chiffres, today(office))
    work.drafts.drop(_key(reunion.id), office.membre.id)
    return _ouverte(work, office, reunion)


def _ouverte(work: "Work", office: Office, reunion: Reunion) -> ReunionOuverte:
    return ReunionOuverte(
        reunion,
        numero_de(reunion, _serie(work.reunions.all(), reunion)),
        work.revisions.head(reunion.id),
        {m.id: m for m in work.equipe.all()},
        a_suivre=actions_decidees.a_suivre(office, work, reunion),
    )


def _resumed(work: "Work", office: Office, ouverte: ReunionOuverte) -> ReunionOuverte:
    """With what the person at the keyboard was typing, if anything."""
    saved = ouverte.reunion
    brouillon = work.drafts.get_as(_key(saved.id), office.membre.id, _Brouillon)
    if brouillon is None:
        return ouverte
    if saved.close:
        perdu = not same_words(brouillon.reunion, saved)
        return replace(ouverte, ecarte=brouillon.reunion) if perdu else ouverte
    auteur = _author(work, saved.id)
    late = brouillon.based_on != ouverte.based_on and auteur.id != office.membre.id
    return replace(
        ouverte,
        reunion=replace(brouillon.reunion, etat=saved.etat),
        based_on=brouillon.based_on if late else ouverte.based_on,
        brouillon=True,
        entre_temps=auteur.nom_affiche if late else "",
    )


def _author(work: "Work", reunion_id: ReunionId) -> Membre:
    return work.equipe.get(work.revisions.history(reunion_id)[-1].author)


def _attendus(work: "Work") -> tuple[MembreId, ...]:
    """The whole team, but who keeps the desk."""
    order = list(Role)
    there = [m for m in work.equipe.all() if m.actif and m.role in (*SOIGNANTS, Role.COORDINATION)]
    return tuple(m.id for m in sorted(there, key=lambda m: order.index(m.role)))


def _reportees(a_suivre: tuple[ActionDecidee, ...]) -> tuple[Reportee, ...]:
    return tuple(Reportee(a.action.decision, a.action.depuis) for a in a_suivre)


def _serie(toutes: list[Reunion], of: Reunion) -> list[Reunion]:
    """Those that are numbered together: of one type and one year."""
    return [r for r in toutes if (r.type, r.jour.year) == (of.type, of.jour.year)]


def _later(moment: time, minutes: int) -> time:
    hours, rest = divmod(moment.hour * 60 + moment.minute + minutes, 60)
    return time(hours, rest)
