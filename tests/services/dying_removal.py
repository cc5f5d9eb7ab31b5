"""A process that removes somebody, and dies at a given step of it: `python -m` from the root."""

import os
import sys
from pathlib import Path

WATCHED = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}


def main(membre, *homes):
    """Each home with the step at which to die, « home:step »; say how each ended."""
    import microstructure_desktop.store.swap  # noqa: F401 -- loaded once, before the forks
    from microstructure_desktop.services import unlock

    unlock.warm_up()
    for one in homes:
        root, _, step = one.rpartition(":")
        pid = os.fork()
        if pid == 0:
            remove(Path(root), membre, int(step))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        sys.stdout.write(f"{code}\n")


def remove(root, membre, last):
    from microstructure_desktop.paths import Home
    from microstructure_desktop.services import retrait, unlock
    from microstructure_desktop.services.office import Cost
    from microstructure_desktop.store.keys import LIMITS, KdfParams, Limits
    from tests.cabinet import PASSPHRASE

    cheap = KdfParams(m=8, t=1, p=1)
    home, steps = Home(root), 0
    doctor = unlock.door(home).accounts[0].id
    cost = Cost(cheap, Limits(floor=cheap, ceiling=LIMITS.ceiling))
    office = unlock.open_cabinet(home, doctor, PASSPHRASE, cost=cost)

    def step(event, arguments):
        nonlocal steps
        if event in WATCHED and any(str(root) in str(one) for one in arguments):
            steps += 1
            if steps == last:
                os._exit(9)

    sys.addaudithook(step)
    retrait.retirer(office, membre, feuille_vue=False)
    sys.stdout.write(f"{steps} ")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
