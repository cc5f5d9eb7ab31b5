"""Prepare a month for the regional animator, show it, hand it over."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.ids import EnvoiId, PatientId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.exchange import anonymise, bundle
from microstructure_desktop.exchange import write as folder_write
from microstructure_desktop.exchange.bundle import Bundle
from microstructure_desktop.exchange.contents import Contenu
from microstructure_desktop.exchange.errors import StructureUnknown
from microstructure_desktop.exchange.manifest import structure_valide

from . import journal
from .access import Permission, check
from .office import Office, today
from .oppositions import of_everybody
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class Controle(StrEnum):
    """What is verified before anything leaves."""

    MOIS_TERMINE = "mois_termine"
    REUNION_CLOSE = "reunion_close"
    RELECTURE = "relecture"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Depart:
    """What would leave for a month: the very rows, the checks, and what was handed over before.

    `paquet` is None while the cabinet has no code. `sequence` is the next free one. `envoi` is
    the last bundle prepared for this month, `identique` whether it holds the same.
    """

    mois: Mois
    contenu: Contenu
    paquet: Bundle | None
    controles: tuple[tuple[Controle, bool], ...]
    sequence: int
    envoi: Envoi | None
    identique: bool


def months(office: Office) -> tuple[Mois, ...]:
    """Months since the first act or meeting, latest first."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        debuts = [s.jour for s in work.syntheses.all() if s.close]
        if (premier := work.queries.first_act()) is not None:
            debuts.append(premier)
    if not debuts:
        return ()
    mois, fin = Mois.de(min(debuts)), Mois.de(today(office))
    found = []
    while mois <= fin:
        found.append(mois)
        mois = mois.plus(1)
    return tuple(reversed(found))


def prepare(office: Office, mois: Mois) -> Depart:
    """Compute what would leave; nothing is written anywhere."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return _depart(work, office, mois)


def write(office: Office, mois: Mois, folder: Path) -> Path:
    """Write the month's bundle into a folder and remember it; the same content stays one bundle.

    Raises:
        StructureUnknown: the cabinet has no code from the regional animator.
        AppError: the folder refuses it; nothing is remembered then.
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.read() as work:
        depart = _depart(work, office, mois)
    if depart.paquet is None:
        raise StructureUnknown
    path = folder_write.write(depart.paquet, folder)
    journal.note(office, Action.EXPORT, objet=depart.paquet.id, detail=str(mois))
    if not depart.identique:
        envoi = Envoi(
            EnvoiId(new_id()),
            str(mois),
            depart.sequence,
            depart.paquet.id,
            depart.envoi.paquet if depart.envoi is not None else None,
        )
        with office.store.begin(office.membre.id, office.now()) as work:
            work.envois.save(envoi)
    return path


def history(office: Office) -> tuple[Envoi, ...]:
    """Bundles prepared so far, latest first."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return tuple(reversed(work.envois.all()))


def sources_of(work: "Work", office: Office, mois: Mois) -> anonymise.Sources:
    """All that is counted up to a month, less the people who object to it.

    Nothing is billed for an alias, whatever was begun before the person asked for one.
    """
    premier = work.queries.first_act() or mois.premier
    opposes = {p for p, said in of_everybody(work).items() if said.statistique}
    impayes = opposes | work.patients.aliases()
    return anonymise.Sources(
        work.cabinet.get(),
        tuple(a for a in work.queries.activity(premier, mois.dernier) if a.patient not in opposes),
        tuple(i for i in work.inclusions.all() if i.patient not in impayes),
        tuple(_without(s, opposes) for s in syntheses_lues(work)),
        {m.id: m for m in work.equipe.all()},
        office.reference.programmes,
        tuple(f.du for f in work.formations.all()),
        office.reference.seuils.k_activite,
    )


def contenu_of(sources: anonymise.Sources, mois: Mois) -> Contenu:
    """The only figures of a month that may be shown outside."""
    return anonymise.anonymise(sources, mois)


def _depart(work: "Work", office: Office, mois: Mois) -> Depart:
    sources = sources_of(work, office, mois)
    contenu = contenu_of(sources, mois)
    envois = work.envois.all()
    connus = [e for e in envois if e.periode == str(mois)]
    connu = connus[-1] if connus else None
    suivant = max((e.sequence for e in envois), default=0) + 1
    coded = structure_valide(sources.cabinet.structure, sources.cabinet.region)
    paquet, identique = _bundle(contenu, suivant, connu) if coded else (None, False)
    return Depart(
        mois,
        contenu,
        paquet,
        _controles(office, sources, contenu, paquet, mois),
        suivant,
        connu,
        identique,
    )


def _without(synthese: Synthese, opposes: set[PatientId]) -> Synthese:
    kept = tuple(s for s in synthese.situations if s.patient not in opposes)
    return replace(synthese, situations=kept)


def _bundle(contenu: Contenu, suivant: int, connu: Envoi | None) -> tuple[Bundle, bool]:
    """The known bundle again when nothing changed, else the next in sequence."""
    if connu is not None:
        again = bundle.build(contenu, sequence=connu.sequence, remplace=connu.remplace)
        if again.id == connu.paquet:
            return again, True
    remplace = connu.paquet if connu is not None else None
    return bundle.build(contenu, sequence=suivant, remplace=remplace), False


def _controles(
    office: Office,
    sources: anonymise.Sources,
    contenu: Contenu,
    paquet: Bundle | None,
    mois: Mois,
) -> tuple[tuple[Controle, bool], ...]:
    ouvertes = [s for s in sources.syntheses if s.jour in mois and not s.close]
    return (
        (Controle.MOIS_TERMINE, today(office) > mois.dernier),
        (Controle.REUNION_CLOSE, not ouvertes),
        (Controle.RELECTURE, paquet is None or bundle.read(dict(paquet.files))[1] == contenu),
        (Controle.STRUCTURE, paquet is not None),
    )
