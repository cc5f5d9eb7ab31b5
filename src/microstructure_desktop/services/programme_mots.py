"""A programme in sentences: for whom, how many, for how much, and caution about an age."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import age
from microstructure_desktop.domain.programme import Programme, Rythme, Version, exclusifs
from microstructure_desktop.french import NBSP, duration, numeric_date, round_amount

from .forfait_mots import actes
from .regions import REGIONS

if TYPE_CHECKING:
    from .reference import Reference

_PAR = {Rythme.MOIS: "par mois", Rythme.SEMAINE: "par semaine"}


def prudence(programme: Programme | None, naissance: date | None, le: date) -> str:
    """What to think of before somebody of that age enters; nothing is refused here."""
    if programme is None or naissance is None or naissance > le:
        return ""
    ans = age(naissance, le)
    if programme.trop_jeune(ans):
        return (
            f"{ans}{NBSP}ans ce jour-là{NBSP}: ce programme est réservé aux personnes de "
            f"{programme.age_minimal}{NBSP}ans et plus."
        )
    if programme.age_inhabituel(ans):
        return (
            f"{ans}{NBSP}ans ce jour-là{NBSP}: ce programme reçoit d’habitude des personnes de "
            f"{programme.age_habituel}{NBSP}ans et plus. L’inclusion reste possible."
        )
    return ""


def exclusivite(reference: "Reference", programme: Programme) -> str:
    """« Pas en même temps que : Equip’Addict. », or nothing."""
    others = [
        other.libelle
        for other in reference.programmes.values()
        if other.code != programme.code and exclusifs(programme, other)
    ]
    return f"Pas en même temps que{NBSP}: {', '.join(others)}." if others else ""


def capacite(programme: Programme) -> str:
    """« 10 à 25 personnes par microstructure : un repère publié, jamais une limite. »."""
    room = programme.capacite
    if room is None:
        return ""
    return (
        f"{room.minimum} à {room.maximum}{NBSP}personnes par microstructure{NBSP}: un repère "
        "publié, jamais une limite."
    )


def periode(version: Version) -> str:
    """« Depuis le 06/08/2022 », « Du 01/02/2021 au 05/08/2022 »."""
    if version.jusqua is None:
        return f"Depuis le {numeric_date(version.depuis)}"
    return f"Du {numeric_date(version.depuis)} au {numeric_date(version.jusqua)}"


def forfait(version: Version) -> str:
    """« 829 € par personne et par an : 1 consultation longue du médecin, 6 séances… »."""
    if not version.montant_centimes:
        return "Sans forfait par personne."
    paid = f"{round_amount(version.montant_centimes)} par personne et par an"
    included = ", ".join(actes(p.role, p.nombre) for p in version.prestations)
    return f"{paid}{NBSP}: {included}." if included else f"{paid}, nombre d’actes non publié."


def autres(version: Version) -> tuple[str, ...]:
    """The amounts that other sources give, said beside the one that is used."""
    return tuple(
        f"Ailleurs{NBSP}: {round_amount(m.centimes)} ({m.source})." for m in version.autres
    )


def temps(reference: "Reference", version: Version) -> str:
    """« Temps attendu, à titre de repère : psychologue 3 h par semaine. », or nothing."""
    said = [
        f"{reference.libelle('CL02', t.role).lower()} {duration(t.minutes)} {_PAR[t.par]}"
        for t in version.temps
    ]
    return f"Temps attendu, à titre de repère{NBSP}: {', '.join(said)}." if said else ""


def regions(version: Version) -> str:
    """« Régions : Occitanie, Grand-Est. »; everywhere when none is named."""
    named = ", ".join(REGIONS.get(code, code) for code in version.regions)
    return f"Régions{NBSP}: {named}." if named else "Dans toutes les régions."


def etat(reference: "Reference", programme: Programme) -> str:
    """Whether somebody may enter it here."""
    if programme.reserve:
        return "Réservé"
    return "" if programme.court(reference.region) else "Pas dans votre région"
