"""What taking up a file would do, row by row; nothing is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from microstructure_desktop.domain.naissance import proches
from microstructure_desktop.domain.patient import Patient

from . import ressemblance
from .reprise_personnes import Lue
from .ressemblance import Jour, Nom, Part, Personne


class Sort(StrEnum):
    """What becomes of a row."""

    CREER = "creer"
    DOUBLON = "doublon"
    A_CORRIGER = "a_corriger"
    CONNU = "connu"
    IGNOREE = "ignoree"


CREABLES = frozenset({Sort.CREER, Sort.DOUBLON})
Exacte = tuple[str, str, date | None]


@dataclass(frozen=True, slots=True)
class Semblable:
    """Who may be the same person: somebody followed, or another row of the file; and why."""

    patient: Patient | None = None
    numero: int = 0
    raison: str = ""


@dataclass(frozen=True, slots=True)
class Examinee:
    lue: Lue
    sort: Sort
    semblable: Semblable | None = None

    @property
    def numero(self) -> int:
        return self.lue.numero


@dataclass(frozen=True, slots=True)
class Apercu:
    """Every row and what would become of it. `format` is all that is kept of the file's name."""

    format: str
    lignes: tuple[Examinee, ...]

    def comptes(self) -> Mapping[Sort, int]:
        return Counter(ligne.sort for ligne in self.lignes)

    def proposees(self) -> frozenset[int]:
        """The rows taken unless the person says otherwise."""
        return frozenset(x.numero for x in self.lignes if x.sort is Sort.CREER)


def examiner(format_: str, lues: Iterable[Lue], connus: Iterable[Patient]) -> Apercu:
    """Compare each row with the people known, and with the rows above it."""
    suivis, fichier = _Index(), _Index()
    for patient in connus:
        suivis.ajouter(_connu(patient), Semblable(patient))
    lignes = []
    for lue in lues:
        lignes.append(_examinee(lue, suivis, fichier))
        if lignes[-1].sort in CREABLES:
            fichier.ajouter(_saisi(lue), Semblable(numero=lue.numero))
    return Apercu(format_, tuple(lignes))


def exacte(qui: Patient | Lue) -> Exacte:
    """Two of the same are one person, whatever the accents, the case and the hyphens."""
    return Part(qui.nom).lettres, Part(qui.prenom).lettres, qui.naissance


def _examinee(lue: Lue, suivis: "_Index", fichier: "_Index") -> Examinee:
    if lue.vide:
        return Examinee(lue, Sort.IGNOREE)
    if lue.fautes:
        return Examinee(lue, Sort.A_CORRIGER)
    assert lue.naissance is not None
    saisi, jours = _saisi(lue), (lue.naissance, *proches(lue.naissance))
    suivi, double = (index.chercher(saisi, jours) for index in (suivis, fichier))
    if suivi is not None and suivi.exact:
        return Examinee(lue, Sort.CONNU, suivi.semblable)
    # on equal terms, somebody followed: their record can be opened
    found = min(filter(None, (suivi, double)), key=lambda trouve: trouve.rang, default=None)
    if found is None:
        return Examinee(lue, Sort.CREER)
    return Examinee(lue, Sort.DOUBLON, found.semblable)


@dataclass(frozen=True, slots=True)
class _Trouve:
    rang: tuple[Jour, Nom]
    semblable: Semblable

    @property
    def exact(self) -> bool:
        return self.rang[0] is Jour.MEME and self.rang[1] <= Nom.ECRITURE


class _Index:
    """People by day of birth: who is born on quite another day is never asked about."""

    def __init__(self) -> None:
        self._nes: defaultdict[date, list[tuple[Personne, Semblable]]] = defaultdict(list)

    def ajouter(self, personne: Personne, semblable: Semblable) -> None:
        assert personne.naissance is not None
        self._nes[personne.naissance].append((personne, semblable))

    def chercher(self, saisi: Personne, jours: Iterable[date]) -> _Trouve | None:
        """The most alike of those born on these days, if any is enough."""
        trouves = [
            _Trouve((ressemblance.jour(jour, saisi.naissance), nom), semblable)
            for jour in jours
            for connu, semblable in self._nes.get(jour, ())
            # another day asks for a better name; most go no further, and days are slow to compare
            if (nom := ressemblance.noms(connu, saisi)) <= Nom.PARTIE or jour == saisi.naissance
        ]
        parlants = [trouve for trouve in trouves if ressemblance.raison(*trouve.rang)]
        if not parlants:
            return None
        premier = min(parlants, key=lambda trouve: trouve.rang)
        raison = ressemblance.raison(*premier.rang)
        return replace(premier, semblable=replace(premier.semblable, raison=raison))


def _connu(patient: Patient) -> Personne:
    ne = patient.identite
    return Personne(
        Part(patient.nom),
        Part(patient.prenom),
        patient.naissance,
        Part(ne.nom_naissance),
        Part(ne.prenoms_naissance),
    )


def _saisi(lue: Lue) -> Personne:
    return Personne(Part(lue.nom), Part(lue.prenom), lue.naissance, Part(lue.nom_naissance))
