"""What the minutes of a meeting of the network say, from the heading to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain.bilan_reunions import minutes

from . import wording
from .flow import Dressing, block, columns, line, room, space, table
from .meeting_head import section
from .styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    LABEL,
    MM,
    NAME,
    OVERLINE,
    STRONG,
    SUBTITLE,
    TITLE,
)
from .text import or_dash

if TYPE_CHECKING:
    from microstructure_desktop.domain.reunion import Invite, Reunion

    from .printed_network import ReunionImprimee, Tableau

_FACTS = columns(1, 3.4, gutter=GUTTER, styles=(LABEL, BODY))
_ACTIONS = columns(5, 2.5, 2, gutter=GUTTER, styles=(BODY,) * 3)
_CARRIED = columns(4, 1.4, 2.1, 2, gutter=GUTTER, styles=(BODY,) * 4)
_SIGNATURES = 4
_SIGNING_ROOM = 17 * MM
_OTHERS = "Autres"


def story(contenu: ReunionImprimee) -> list[Any]:
    return [
        *_head(contenu),
        *_participants(contenu),
        *_carried_over(contenu),
        *_points(contenu.reunion),
        *_figures(contenu),
        *_actions(contenu),
        *_signatures(contenu),
    ]


def _head(contenu: ReunionImprimee) -> list[Any]:
    held = contenu.reunion
    # Not upper(): « n° » stays as it is written.
    number = f"N°\xa0{contenu.numero} DE\xa0{held.jour.year}"
    return [
        line(f"{contenu.titre.upper()} {number}", OVERLINE),
        line("Compte rendu", TITLE),
        line(_when_and_where(held), SUBTITLE, Dressing(after=2 * MM)),
    ]


def _when_and_where(held: Reunion) -> str:
    debut = french.clock(held.debut)
    if held.fin is None:
        heures = f"à partir de\xa0{debut}"
    else:
        heures = f"de\xa0{debut} à\xa0{french.clock(held.fin)} ({french.duration(minutes(held))})"
    day = f"{french.long_date(held.jour)}, {heures}"
    return " · ".join(part for part in (day, held.lieu.strip()) if part)


def _participants(contenu: ReunionImprimee) -> list[Any]:
    """The cabinet's own first, then the other structures as they were written."""
    held = contenu.reunion
    team = ", ".join(wording.membre(contenu.membres[m]) for m in held.membres)
    rows = [(contenu.cabinet.nom, team)] if team else []
    by_place: dict[str, list[str]] = {}
    for invite in held.invites:
        by_place.setdefault(invite.structure.strip() or _OTHERS, []).append(_named(invite))
    rows += [(place, ", ".join(people)) for place, people in by_place.items()]
    if held.redacteur is not None:
        rows.append(("Rédaction", wording.membre(contenu.membres[held.redacteur])))
    title = section("Participants")
    return [*title, *(block(row, _FACTS, Dressing(before=2)) for row in rows)]


def _named(invite: Invite) -> str:
    profession = f" ({invite.profession.strip()})" if invite.profession.strip() else ""
    return f"{invite.nom.strip()}{profession}".replace(" ", "\xa0")


def _carried_over(contenu: ReunionImprimee) -> list[Any]:
    if not contenu.reportees:
        return []
    heading = ("Action", "Décidée le", "Qui", "Quand")
    rows = [
        (
            or_dash(r.decision.texte),
            french.numeric_date(r.depuis),
            wording.responsable(r.decision, contenu.membres),
            or_dash(wording.echeance(r.decision)),
        )
        for r in contenu.reportees
    ]
    dressing = Dressing(2, 2, HAIRLINE)
    return [*section("Décidé les fois précédentes"), *table(heading, rows, _CARRIED, dressing)]


def _points(held: Reunion) -> list[Any]:
    found = section("Points abordés")
    if not held.points:
        return [*found, line("Aucun point n’a été noté.", BODY)]
    for rank, point in enumerate(held.points, 1):
        found += [
            room(3 * BODY.leading),
            line(f"{rank}. {or_dash(point.titre)}", NAME, Dressing(before=4)),
            line(or_dash(point.texte), BODY, Dressing(after=3)),
        ]
    return found


def _figures(contenu: ReunionImprimee) -> list[Any]:
    if not contenu.tableaux:
        return []
    found = section("Chiffres du cabinet", below=30 * MM)
    for tableau in contenu.tableaux:
        found += _table(tableau)
    said = "Nombres d’ensemble, tels que le cabinet les transmet : aucun ne porte sur une personne."
    return [*found, *(line(text, LABEL) for text in (*contenu.retenus, said))]


def _table(tableau: Tableau) -> list[Any]:
    count = len(tableau.colonnes)
    places = columns(2.4, *(1,) * count, gutter=GUTTER, styles=(BODY, *(STRONG,) * count))
    heading = (tableau.titre, *tableau.colonnes)
    rows = table(heading, tableau.lignes, places, Dressing(2, 2, HAIRLINE), topped=False)
    return [room(4 * BODY.leading), *rows, space(3 * MM)]


def _actions(contenu: ReunionImprimee) -> list[Any]:
    title = section("Actions décidées")
    actions = contenu.reunion.actions
    if not actions:
        return [*title, line("Aucune action n’a été décidée.", BODY)]
    rows = [
        (
            or_dash(action.texte),
            wording.responsable(action, contenu.membres),
            or_dash(wording.echeance(action)),
        )
        for action in actions
    ]
    return [*title, *table(("Action", "Qui", "Quand"), rows, _ACTIONS, Dressing(2, 2, HAIRLINE))]


def _signatures(contenu: ReunionImprimee) -> list[Any]:
    held = contenu.reunion
    people = [contenu.membres[m] for m in held.membres]
    names = [f"{p.nom_complet}\n{wording.METIERS[p.role]}" for p in people]
    names += [f"{i.nom.strip()}\n{i.structure.strip()}" for i in held.invites]
    if not names:
        return []
    names += [""] * (-len(names) % _SIGNATURES)
    places = columns(*(1,) * _SIGNATURES, gutter=GUTTER, styles=(BODY,) * _SIGNATURES)
    dressing = Dressing(4, _SIGNING_ROOM, rule=HAIRLINE, separators=True, whole=True)
    rows = [
        block(names[n : n + _SIGNATURES], places, dressing)
        for n in range(0, len(names), _SIGNATURES)
    ]
    below = sum(row.wrap(0, 0)[1] for row in rows[:1])
    return [*section("Signatures", below), *rows]
