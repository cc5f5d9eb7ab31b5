"""A region in a few words: an animator, cabinets enrolled, and the bundles that they send."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from microstructure_desktop.animateur import enrol, receive
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.keys import Cles
from microstructure_desktop.animateur.receive import Arrivee, Issue
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle, inscription
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange.bundle import Bundle
from microstructure_desktop.exchange.contents import (
    Acteur,
    Contenu,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)
from microstructure_desktop.exchange.inscription import Inscription
from microstructure_desktop.exchange.manifest import Adresse
from microstructure_desktop.exchange.seal import Identity, SigningKey, fingerprint

REGION = "OCC"
JOUR = date(2026, 4, 20)
JANVIER, FEVRIER, MARS = (Mois(2026, n) for n in (1, 2, 3))
MG, PSY, TS = Acteur.MEDECIN_GENERALISTE, Acteur.PSYCHOLOGUE, Acteur.TRAVAILLEUR_SOCIAL
PROJET = Projet(REGION, "RAMIP", "contact@example.org", jour_limite=15)


def new_keys() -> Cles:
    """Keys that no passphrase locks."""
    return Cles(SigningKey.generate(), Identity.generate(), Identity.generate().recipient)


def contenu(structure: str, mois: Mois = JANVIER, **autres) -> Contenu:
    """A small month: 10 people, 3 forfaits opened in the year at the rate of 1 a month."""
    texte, rang = str(mois), mois.numero
    base = Contenu(
        mois,
        structure,
        REGION,
        (
            LigneActivite(texte, MG, NatureActe.CONSULTATION_LONGUE, Modalite.CABINET, 4, 120),
            LigneActivite(texte, PSY, NatureActe.ENTRETIEN_INDIVIDUEL, Modalite.CABINET, 6, 270),
        ),
        (LigneForfaits(texte, rang, rang, 0, Decimal(829), 1, 4, 5),),
        (LigneFileActive(texte, 10, 10 + rang, Statut.EXACT),),
        (LigneFonctionnement(texte, 1, 4, 60, None),),
    )
    return replace(base, **autres)


@dataclass
class Cabinet:
    """Somebody who sends; `sequence` is the number of the last bundle."""

    code: str
    cle: SigningKey = field(default_factory=SigningKey.generate)
    sequence: int = 0


@dataclass
class Region:
    """An animator's register and keys, the convention in force, the cabinets."""

    register: Register
    cles: Cles
    convention: bytes

    @classmethod
    def made(cls, register: Register, cles: Cles | None = None) -> "Region":
        cles = cles or new_keys()
        return cls(register, cles, enrol.faire_convention(register, cles, PROJET, JOUR))

    @property
    def adresse(self) -> Adresse:
        said = convention_file.read(self.convention)
        return Adresse(said.destinataires, convention_file.empreinte(self.convention), said.k)

    def inscription(self, cabinet: Cabinet, former: SigningKey | None = None) -> bytes:
        said = Inscription(
            cabinet.code,
            REGION,
            "Cabinet des Lilas",
            cabinet.cle.public,
            convention_file.empreinte(self.convention),
            None if former is None else former.public,
        )
        return inscription.write(said, cabinet.cle, former)

    def cabinet(self, code: str = "OCC-31-001", depuis: Mois = JANVIER) -> Cabinet:
        made = Cabinet(code)
        data = self.inscription(made)
        enrol.inscrire(self.register, data, fingerprint(made.cle.public), JOUR, depuis=depuis)
        return made

    def bundle(
        self,
        cabinet: Cabinet,
        mois: Mois = JANVIER,
        remplace: Bundle | None = None,
        *,
        sequence: int | None = None,
        **autres,
    ) -> Bundle:
        cabinet.sequence = sequence or cabinet.sequence + 1
        return bundle.build(
            contenu(cabinet.code, mois, **autres),
            self.adresse,
            sequence=cabinet.sequence,
            remplace=None if remplace is None else remplace.id,
        )

    def receive(self, octets: bytes, jour: date = JOUR, nom: str = "x.msma") -> Issue:
        return receive.receive(self.register, self.cles, Arrivee(octets, nom, "dossier", jour))

    def send(
        self, cabinet: Cabinet, mois: Mois = JANVIER, remplace: Bundle | None = None, **autres
    ) -> tuple[Bundle, Issue]:
        """A month made, sealed and received."""
        made = self.bundle(cabinet, mois, remplace, **autres)
        return made, self.receive(bundle.seal(made, cabinet.cle))


def state(register: Register) -> tuple[object, ...]:
    """All that the register says, to compare before and after."""
    with register.read() as work:
        return (
            work.structures.all(),
            work.conventions.all(),
            work.paquets.all(),
            work.quarantaine.all(),
            work.accuses.all(),
            work.lignes.activite(Mois(2000, 1), Mois(2100, 1)),
            work.lignes.forfaits(Mois(2000, 1), Mois(2100, 1)),
        )
