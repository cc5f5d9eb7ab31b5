"""A small real cabinet for tests: five members, one store, a clock that the test sets."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from microstructure_desktop.demo.clock import Clock
from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.equipe import Cabinet, Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient, Sexe
from microstructure_desktop.paths import Home
from microstructure_desktop.services import consultations, equipe, patients, unlock
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.office import Cost, Office
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.store import keyring
from microstructure_desktop.store.store import Store

PASSPHRASE = "sept mots que personne ne devinera ici"
TODAY = date(2026, 11, 19)  # a Thursday
MEMBERS = (
    NouveauMembre("Paul", "Exemple", Role.MEDECIN),
    NouveauMembre("Claire", "Modèle", Role.PSYCHOLOGUE),
    NouveauMembre("Nadia", "Témoin", Role.TRAVAILLEUR_SOCIAL),
    NouveauMembre("Amara", "Gabarit", Role.PSYCHIATRE),
    NouveauMembre("Lucie", "Canevas", Role.SECRETARIAT),
)


@dataclass
class Team:
    """One office per role on the same open store; `before_closing` waits for who still reads it."""

    home: Home
    clock: Clock
    offices: dict[Role, Office]
    before_closing: list[Callable[[], object]] = field(default_factory=list)

    def __getitem__(self, role: Role) -> Office:
        return self.offices[role]

    @property
    def medecin(self) -> Office:
        return self.offices[Role.MEDECIN]

    @property
    def psychologue(self) -> Office:
        return self.offices[Role.PSYCHOLOGUE]

    @property
    def travailleur_social(self) -> Office:
        return self.offices[Role.TRAVAILLEUR_SOCIAL]

    def patient(self, nom: str = "Légende", prenom: str = "Sophie", **changes: Any) -> Patient:
        """A new patient, included in March unless told otherwise."""
        saisie = PatientSaisie(
            nom,
            prenom,
            date(1992, 5, 14),
            Sexe.F,
            programme="COVID_SM",
            debut=date(2026, 3, 3),
        )
        return patients.create(self.medecin, replace(saisie, **changes))

    def seance(
        self, patient: PatientId, jour: date, role: Role = Role.PSYCHOLOGUE, **changes: Any
    ) -> Consultation:
        """A session recorded on its own day; the clock comes back to where it was."""
        back = self.clock().astimezone()
        self.clock.set(jour, time(15))
        office = self.offices[role]
        opened = consultations.open_seance(office, patient)
        saisie = replace(opened.saisie, jour=jour, heure=time(14), **changes)
        made = consultations.record(office, opened.id, patient, saisie)
        self.clock.set(back.date(), back.time())
        return made


def make_team(home: Home, cost: Cost) -> Team:
    clock = Clock(TODAY)
    clock.set(TODAY, time(14, 5))
    cabinet = Cabinet("Cabinet des Lilas", "OCC", "OCC-31-007")
    doctor, *others = MEMBERS
    office = unlock.create_cabinet(home, cabinet, doctor, PASSPHRASE, cost=cost, now=clock)
    offices = {doctor.role: office}
    for nouveau in others:
        membre = equipe.add(office, nouveau, PASSPHRASE)
        offices[membre.role] = unlock.as_member(office, membre.id, PASSPHRASE)
    return Team(home, clock, offices)


def as_new(made: Team, home: Home) -> Team:
    """The same cabinet in another folder; the first one is closed, and nobody did anything in it.

    Making one costs ten times what copying it does, and most tests want one.
    """
    shutil.copytree(made.home.root, home.root)
    clock = Clock(TODAY)
    clock.set(TODAY, time(14, 5))
    key = deepcopy(made.medecin.key)
    store = Store.open(home.coffre, key, keyring.load(home.coffre).store_id)
    offices = {
        role: replace(
            office,
            home=home,
            store=store,
            key=key,
            personal=deepcopy(office.personal),
            reference=replace(office.reference),
            now=clock,
        )
        for role, office in made.offices.items()
    }
    return Team(home, clock, offices)


@contextmanager
def lent(made: Team, home: Home) -> Iterator[Team]:
    """A copy of a closed cabinet, closed in its turn once nobody reads it any more."""
    team = as_new(made, home)
    yield team
    for wait in team.before_closing:
        wait()
    team.medecin.store.close()
