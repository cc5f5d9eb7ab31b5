"""animateur receive: enter the bundles found, and leave a receipt for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import animateur_acces

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from datetime import date

    from microstructure_desktop.animateur.inbox import Rangee
    from microstructure_desktop.animateur.keys import Cles
    from microstructure_desktop.animateur.papier import Manque
    from microstructure_desktop.animateur.receive import Issue
    from microstructure_desktop.animateur.register import Register
    from microstructure_desktop.paths import Home

    from .french import Commands

REFUSED = "refuse"
_STATES = {"accepte": "reçu", "doublon": "déjà reçu", REFUSED: "refusé"}


def add_to(commands: Commands) -> None:
    command = commands.add_parser(
        "receive",
        help="recevoir des paquets, et écrire leurs accusés de réception",
        description="Sans chemin, reprend ce qui est en quarantaine.",
    )
    command.add_argument(
        "chemins",
        type=Path,
        nargs="*",
        metavar="CHEMIN",
        help="un dossier, un paquet .msma, un message .eml, des pages scannées (.pdf, .png…)",
    )
    animateur_acces.add_home(command)
    animateur_acces.add_passphrase(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, place: Home) -> int:
    """Exit code 1 when something was refused, and is in quarantine, or could not be read."""
    from microstructure_desktop.animateur import inbox, receive

    cles = animateur_acces.open_keys(options, place)
    accuses, today = place.animateur / inbox.ACCUSES, animateur_acces.today()
    missing: Sequence[Manque] = ()
    with animateur_acces.opened(place) as register:
        if options.chemins:
            rows, missing = _received(register, cles, options.chemins, accuses, today)
            named = [(row.trouve.nom, row.issue) for row in rows]
        else:
            issues = receive.retry(register, cles, today)
            inbox.leave((e for issue in issues for e in inbox.emitted(issue)), [accuses])
            named = [("quarantaine", issue) for issue in issues]
        with register.read() as work:
            kept = len(work.quarantaine.all())
    for name, issue in named:
        for line in _lines(name, issue):
            print(line)
    for each in missing:
        print(f"illisible : {each.nom or 'pages scannées'}")
        print(f"    {each.erreur.sentence} {each.erreur.way_out}")
    refused = sum(issue.etat == REFUSED for _, issue in named)
    print(f"{len(named)} paquet(s) lu(s), {refused} refusé(s), {kept} en quarantaine.")
    return 1 if refused or missing else 0


def _received(
    register: Register, cles: Cles, chemins: Sequence[Path], accuses: Path, today: date
) -> tuple[list[Rangee], list[Manque]]:
    """Scans are read together; a file that is no bundle spoils no other."""
    from microstructure_desktop.animateur import inbox, papier
    from microstructure_desktop.animateur.errors import NotABundle, NotFound

    found, unread = papier.read(filter(papier.is_scan, chemins))
    rows = [inbox.receive_one(register, cles, each, accuses, today) for each in found]
    missing = list(unread)
    for chemin in chemins:
        if not papier.is_scan(chemin):
            try:
                rows += inbox.receive_all(register, cles, [chemin], accuses, today)
            except (NotFound, NotABundle) as error:
                missing.append(papier.Manque(chemin.name, error))
    return rows, missing


def _lines(name: str, issue: Issue) -> Iterator[str]:
    whose = " ".join(str(x) for x in (issue.structure, issue.periode) if x is not None)
    yield f"{_STATES[issue.etat]} : {whose or 'illisible'} ({name})"
    if issue.etat == REFUSED:
        yield "    " + " ".join(issue.phrase)
    for other in issue.reprises:
        yield from _lines("quarantaine", other)
