"""The page that says what is where in a fictional region, and how to open each part of it."""

import subprocess
from collections.abc import Callable, Sequence

from microstructure_desktop import assets
from microstructure_desktop.paths import Home

from .cabinet import PASSPHRASE
from .poste import PHRASE, PHRASE_SAUVEGARDE
from .region import Etendue, Lieux, Temoin

CommandLine = Callable[[Home], list[str]]

_INCIDENTS = {
    "corrige": "a corrigé {mois} après l’avoir envoyé : une séance avait été oubliée",
    "double": "a remis {mois} deux fois, dans le dossier et par courriel : le mois compte une fois",
    "abime": "a envoyé {mois}, abîmé en route : le fichier est en quarantaine, le mois manque",
    "muet": "n’envoie plus rien depuis {mois}",
}


def texte(
    lieux: Lieux, etendue: Etendue, temoins: Sequence[Temoin], command_line: CommandLine
) -> str:
    """The whole page; `command_line` tells what starts the application on a folder."""

    def opens(home: Home, *command: str) -> str:
        return subprocess.list2cmdline([*command_line(home), *command])

    first = temoins[0].structure
    return assets.text("demo", "lisezmoi.txt").format(
        cabinets=etendue.cabinets,
        mois=etendue.mois,
        annee=etendue.dernier_mois.annee,
        fenetre_animateur=opens(lieux.poste, "animateur"),
        recevoir=opens(lieux.poste, "animateur", "receive", str(lieux.boites / first)),
        fenetre_cabinet=opens(lieux.cabinet(first)),
        phrase=PHRASE,
        phrase_sauvegarde=PHRASE_SAUVEGARDE,
        phrase_cabinet=PASSPHRASE,
        incidents="\n".join(f"  {said}" for t in temoins for said in incidents(t)),
        liste="\n".join(f"  {ligne(t)}" for t in temoins),
    )


def ligne(temoin: Temoin) -> str:
    """One cabinet in a line."""
    return (
        f"{temoin.structure}  {temoin.nom} : {temoin.patients} personnes, {temoin.seances} séances"
    )


def incidents(temoin: Temoin) -> list[str]:
    """What did not go as it should, in sentences."""
    found = ((_INCIDENTS[name], getattr(temoin.incidents, name)) for name in _INCIDENTS)
    return [
        f"{temoin.structure} {sentence.format(mois=mois)}."
        for sentence, mois in found
        if mois is not None
    ]
