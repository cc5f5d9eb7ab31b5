"""A second process that hands a bundle over, and stops after one of the steps to be killed."""

import sys
from datetime import UTC, datetime
from pathlib import Path


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(home, store_id, membre, paquet, stop, folder):
    from microstructure_desktop.domain.equipe import Membre, Role
    from microstructure_desktop.paths import Home
    from microstructure_desktop.services import expedition
    from microstructure_desktop.services.office import Office
    from microstructure_desktop.store.keys import DatabaseKey
    from microstructure_desktop.store.store import Store

    key = DatabaseKey(bytes.fromhex(sys.stdin.readline()))
    place = Home(Path(home))
    store = Store.open(place.coffre, key, store_id)
    person = Membre(membre, "Paul", "Exemple", Role.MEDECIN)
    office = Office(place, store, key, person, None, None, lambda: datetime.now(UTC))
    if folder:
        tentatives = [expedition.a_remettre(office, paquet, dossier=Path(folder))]
    else:
        expedition.envoyer(office, paquet)
        tentatives = expedition.a_envoyer(office)
    if stop != "prepare":
        passages = expedition.deposer(tentatives[0])
        if stop != "depose":
            expedition.noter(office, tentatives[0], passages)
    say(stop)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
