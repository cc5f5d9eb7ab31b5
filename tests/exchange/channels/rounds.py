"""What every way must survive: faults at random, then one whole file, recognised once."""

import random

from microstructure_desktop.domain.boite_envoi import ABOUTI, Resultat

from .fault_proxy import Fault, Kind

PATIENCE = 30
_FAULTS = [kind for kind in Kind if kind is not Kind.FINE]


def random_bytes(seed, size):
    return random.Random(seed).randbytes(size)


def random_faults(seed, size):
    """Between one and ten, for the uploads of a file of that size."""
    dice = random.Random(seed)

    def one():
        kind = dice.choice(_FAULTS)
        if kind in {Kind.RESET, Kind.BLACK_HOLE}:
            return Fault(kind, dice.randrange(size + 3_000))
        if kind is Kind.REPLY_DROPPED:
            return Fault(kind, dice.randrange(5))
        if kind is Kind.SLOW:
            return Fault(kind, 1_000_000)
        return Fault(kind, dice.randrange(size) if kind is Kind.TRUNCATED else 0)

    return [one() for _ in range(dice.randint(1, 10))]


def deliver(channel, proxy, name, data):
    """Every attempt's outcome, until one succeeds and no fault is left to come."""
    depots = []
    while proxy.script or depots[-1].resultat not in ABOUTI:
        depots.append(channel.put(name, data))
        assert depots[-1].resultat in ABOUTI | {Resultat.INJOIGNABLE}, depots
        assert len(depots) <= PATIENCE, depots
    return [depot.resultat for depot in depots]
