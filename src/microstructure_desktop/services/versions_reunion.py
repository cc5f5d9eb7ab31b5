"""What one version of another meeting said, in words: its facts, its points, actions, figures."""

from collections.abc import Iterator

from microstructure_desktop.domain.reunion import Invite, Reunion
from microstructure_desktop.french import clock, numeric_date

from .autres_reunions import titre
from .indicateurs_reseau import tableaux
from .versions import Champ, Reader, Rubrique
from .versions_synthese import ETATS, decided, filled


def rubriques_de_reunion(reader: Reader, reunion: Reunion) -> tuple[Rubrique, ...]:
    points = (Champ(p.titre or f"Point {n}", p.texte) for n, p in enumerate(reunion.points, 1))
    actions = (
        Champ(f"Action {n}", decided(reader, action)) for n, action in enumerate(reunion.actions, 1)
    )
    found = (
        Rubrique("Réunion", filled(_meeting(reader, reunion))),
        Rubrique("Décidé les fois précédentes", filled(_carried_over(reader, reunion))),
        Rubrique("Points abordés", tuple(points)),
        Rubrique("Actions décidées", filled(actions)),
        *_figures(reunion),
    )
    return tuple(rubrique for rubrique in found if rubrique.champs)


def _carried_over(reader: Reader, reunion: Reunion) -> Iterator[Champ]:
    for n, reportee in enumerate(reunion.reportees, 1):
        since = f"décidée le {numeric_date(reportee.depuis)}"
        yield Champ(f"Action {n}", f"{decided(reader, reportee.decision)} ({since})")


def _meeting(reader: Reader, r: Reunion) -> Iterator[Champ]:
    yield Champ("Type", titre(reader.office, r.type))
    yield Champ("Date", f"{numeric_date(r.jour)} à {clock(r.debut)}")
    yield Champ("Fin", clock(r.fin) if r.fin is not None else "")
    yield Champ("Lieu", r.lieu)
    yield Champ("État", ETATS[r.etat])
    yield Champ("Participants", ", ".join(reader.membre(m) for m in r.membres))
    yield Champ("Invités", ", ".join(map(_invited, r.invites)))
    yield Champ("Rédacteur", reader.membre(r.redacteur))


def _invited(invite: Invite) -> str:
    where = ", ".join(part for part in (invite.profession, invite.structure) if part)
    return f"{invite.nom} ({where})" if where else invite.nom


def _figures(reunion: Reunion) -> Iterator[Rubrique]:
    for table in tableaux(reunion.chiffres):
        yield Rubrique(
            table.titre,
            tuple(
                Champ(label, " · ".join(map("{} : {}".format, table.colonnes, cells)))
                for label, *cells in table.lignes
            ),
        )
