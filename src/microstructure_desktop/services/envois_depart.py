"""What would leave for a month: the very rows, what is verified, what left before."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import EtatPli, Pli
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle, tables
from microstructure_desktop.exchange import profil as profils
from microstructure_desktop.exchange.bundle import Bundle
from microstructure_desktop.exchange.contents import Contenu, Raison
from microstructure_desktop.exchange.errors import BundleRefused, TableInvalid
from microstructure_desktop.exchange.manifest import Adresse, structure_valide

from . import convention_lue, envois_divulgations
from . import profil as annuel
from .convention_lue import NotEnrolled
from .envois_sources import contenu_of, sources_of
from .office import Office, today
from .profil import Profil, ProfilsNotAgreed, YearStillOpen

if TYPE_CHECKING:
    from microstructure_desktop.exchange import anonymise
    from microstructure_desktop.store.work import Work

    from .convention_lue import EnVigueur


class Controle(StrEnum):
    """What is verified before anything leaves."""

    MOIS_TERMINE = "mois_termine"
    REUNION_CLOSE = "reunion_close"
    EFFECTIFS = "effectifs"
    RELECTURE = "relecture"
    STRUCTURE = "structure"
    CONVENTION = "convention"


BLOQUANTS = frozenset(Controle) - {Controle.REUNION_CLOSE}
"""What stops a month; the rest is said, and left to the person."""


_A_REFAIRE = frozenset({EtatPli.REFUSE, EtatPli.REMPLACE})


class Situation(StrEnum):
    """Where a month stands."""

    JAMAIS = "jamais"
    INCHANGE = "inchange"
    A_CORRIGER = "a_corriger"
    A_REFAIRE = "a_refaire"
    """Refused, replaced by one that was taken back, or sealed under a convention that another
    follows and without a receipt."""


class Retenue(StrEnum):
    """What becomes of the activity of a month that is not sent with it."""

    REPORTEE = "reportee"
    PARTIE = "partie"
    RESTE = "reste"


@dataclass(frozen=True, slots=True)
class Depart:
    """`fichiers`: the tables as they would leave. `paquet`: them, numbered and addressed, None
    while nothing can be sealed or nothing needs to be; `sequence` and `remplace` are its own.
    `envoi` and `pli`: the last one of this month that stands. `retenue`: what becomes of the acts
    when none is sent; `avec`: the month that they left with. `profil`: the year before, which may
    be joined under this convention; `joint`: it is.
    """

    mois: Mois
    contenu: Contenu
    fichiers: tuple[tuple[str, bytes], ...]
    paquet: Bundle | None
    sequence: int
    remplace: str | None
    controles: tuple[tuple[Controle, bool], ...]
    situation: Situation
    envoi: Envoi | None
    pli: Pli | None
    animateur: str
    retenue: Retenue | None
    avec: Mois | None
    profil: Profil | None = None
    joint: bool = False

    @property
    def pret(self) -> bool:
        """Whether it can be sealed, and is not already."""
        return self.situation is not Situation.INCHANGE and not self.obstacles

    @property
    def obstacles(self) -> tuple[Controle, ...]:
        return tuple(c for c, ok in self.controles if not ok and c in BLOQUANTS)


def lire(work: "Work", office: Office, mois: Mois, *, profil: bool | None = None) -> Depart:
    """Everything about one month, computed now.

    `profil`: whether the year before is joined; None does as the last time.
    """
    sources = sources_of(work, office, mois)
    contenu = contenu_of(sources, mois)
    accord, propose = _accord(work), _propose(work, office, mois)
    envois = work.envois.all()
    envoi = next((e for e in reversed(envois) if e.periode == str(mois)), None)
    pli = work.outbox.find(envoi.paquet) if envoi is not None else None
    before = envoi is not None and envois_divulgations.joint(work, envoi.paquet)
    joint = propose is not None and (before if profil is None else profil)
    if propose is not None and joint:
        contenu = annuel.joint(contenu, propose)
    situation = _situation(work, contenu, accord, envoi, pli)
    sequence, remplace = _place(envois, envoi, pli)
    paquet = None
    due = situation is not Situation.INCHANGE and _coded(contenu, accord)
    if accord is not None and due:
        paquet = _bundle(contenu, accord, sequence, remplace)
    retenue, avec = _retenue(sources, contenu)
    return Depart(
        mois,
        contenu,
        tuple(sorted(bundle.tables(contenu).items())),
        paquet,
        sequence,
        remplace,
        _controles(office, sources, contenu, accord, mois),
        situation,
        envoi,
        pli,
        accord.convention.animateur if accord is not None else "",
        retenue,
        avec,
        propose,
        joint,
    )


def _propose(work: "Work", office: Office, mois: Mois) -> Profil | None:
    try:
        return annuel.lire(work, office, mois.annee - 1)
    except (NotEnrolled, ProfilsNotAgreed, YearStillOpen):
        return None


def _accord(work: "Work") -> "EnVigueur | None":
    try:
        return convention_lue.en_vigueur(work)
    except NotEnrolled:
        return None


def _situation(
    work: "Work",
    contenu: Contenu,
    accord: "EnVigueur | None",
    envoi: Envoi | None,
    pli: Pli | None,
) -> Situation:
    if envoi is None or pli is None:
        return Situation.JAMAIS
    if not envois_divulgations.inchange(work, contenu, envoi.paquet):
        return Situation.A_CORRIGER
    ailleurs = accord is not None and accord.fichier != envoi.convention
    if pli.etat in _A_REFAIRE or (ailleurs and pli.etat is not EtatPli.ACCUSE):
        return Situation.A_REFAIRE
    return Situation.INCHANGE


def _place(envois: list[Envoi], envoi: Envoi | None, pli: Pli | None) -> tuple[int, str | None]:
    """Its number, and the bundle that it corrects.

    One that did not leave yet gives its place away. A month that corrects nothing takes the first
    free number, so that one taken back leaves no gap; a correction comes after all others.
    """
    if envoi is not None and pli is not None and not pli.parti:
        return envoi.sequence, envoi.remplace
    pris = {e.sequence for e in envois}
    if envoi is not None:
        return max(pris) + 1, envoi.paquet
    return next(n for n in range(1, len(pris) + 2) if n not in pris), None


def _bundle(
    contenu: Contenu, accord: "EnVigueur", sequence: int, remplace: str | None
) -> Bundle | None:
    said = accord.convention
    adresse = Adresse(said.destinataires, accord.fichier, said.k)
    try:
        return bundle.build(contenu, adresse, sequence=sequence, remplace=remplace)
    except BundleRefused:
        return None  # RELECTURE says so


def _controles(
    office: Office,
    sources: "anonymise.Sources",
    contenu: Contenu,
    accord: "EnVigueur | None",
    mois: Mois,
) -> tuple[tuple[Controle, bool], ...]:
    ouvertes = [s for s in sources.syntheses if s.jour in mois and not s.close]
    return (
        (Controle.MOIS_TERMINE, today(office) > mois.dernier),
        (Controle.REUNION_CLOSE, not ouvertes),
        (Controle.EFFECTIFS, _effectifs(sources, contenu)),
        (Controle.RELECTURE, _relu(contenu)),
        (Controle.STRUCTURE, _coded(contenu, accord)),
        (Controle.CONVENTION, accord is not None),
    )


def _coded(contenu: Contenu, accord: "EnVigueur | None") -> bool:
    """A code that can be sent, in the animator's region."""
    region = contenu.region if accord is None else accord.convention.region
    return structure_valide(contenu.structure, contenu.region) and region == contenu.region


def _relu(contenu: Contenu) -> bool:
    """Whether a reader finds in the files the rows that are shown."""
    files = bundle.tables(contenu)
    try:
        return all(
            tables.decode(t, files[t.fichier]) == getattr(contenu, t.nom)
            for t in (*tables.TABLES, *profils.presentes(contenu))
        )
    except TableInvalid:
        return False


def _effectifs(sources: "anonymise.Sources", contenu: Contenu) -> bool:
    """No count of people under the threshold, and no months that can be subtracted."""
    (vus,) = contenu.file_active
    comptes = [n for n in (vus.file_active, vus.cumul_annee) if n is not None]
    suffisants = all(n >= contenu.k_activite for n in comptes)
    periodes = {envois_divulgations.periode(x.mois) for x in contenu.activite}
    return suffisants and all(
        p in sources.parties or not any(a <= p[1] and p[0] <= b for a, b in sources.parties)
        for p in periodes
    )


def _retenue(sources: "anonymise.Sources", contenu: Contenu) -> tuple[Retenue | None, Mois | None]:
    if Raison.ACTIVITE_REPORTEE not in {raison for _, raison in contenu.retenu}:
        return None, None
    mois = contenu.mois
    for premier, dernier in sources.parties:
        if premier <= mois < dernier:
            return Retenue.PARTIE, dernier
        if mois in {dernier, premier.plus(-1)}:
            return Retenue.RESTE, None
    return Retenue.REPORTEE, None
