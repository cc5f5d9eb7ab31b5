"""The directory of the cabinet: who works around it, and how to reach them."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PartenaireId, new_id
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.domain.telephone import chiffres
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError

from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.store.work import Work

    from .reference import Reference

TYPES = "PARTENAIRES"
AUCUN = "AUCUN"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE = re.compile(r"\+?[\d .()-]{3,24}")
_LIMITS = {"nom": 120, "telephone": 24, "messagerie": 120, "adresse": 300, "precision": 300}
_LEAST_DIGITS = 3


class PartnerUnusable(AppError):
    sentence = "Ce partenaire ne peut pas être enregistré ainsi."
    way_out = "Corrigez les champs indiqués, puis recommencez."


class PartnerKnown(AppError):
    sentence = "Ce partenaire est déjà dans l’annuaire."
    way_out = "Choisissez-le dans la liste, ou précisez le nom (ville, service)."


@dataclass(frozen=True, slots=True)
class PartenaireSaisi:
    """What the form of a partner collects; `type` is a code of the list PARTENAIRES."""

    nom: str
    type: str
    telephone: str = ""
    messagerie: str = ""
    adresse: str = ""
    precision: str = ""


def types(reference: "Reference") -> list[tuple[str, str]]:
    """What a partner can be: (code, label)."""
    return [(o.code, o.label) for o in reference.listes[TYPES].offered if o.code != AUCUN]


def problems(saisi: PartenaireSaisi, reference: "Reference") -> dict[str, str]:
    """Field name to sentence; empty when the partner can be kept."""
    faults = {
        name: f"Ce texte doit tenir en {limit} caractères."
        for name, limit in _LIMITS.items()
        if len(getattr(saisi, name).strip()) > limit
    }
    if not saisi.nom.strip():
        faults["nom"] = "Entrez le nom, par exemple « Pharmacie du Port »."
    if saisi.type not in dict(types(reference)):
        faults["type"] = "Choisissez ce qu’est ce partenaire."
    telephone, messagerie = saisi.telephone.strip(), saisi.messagerie.strip()
    if telephone and not _PHONE.fullmatch(telephone):
        faults.setdefault("telephone", "Écrivez le numéro en chiffres, par exemple 05 61 00 00 00.")
    if messagerie and not _MAIL.fullmatch(messagerie):
        faults.setdefault("messagerie", "Écrivez l’adresse entière : nom@domaine.mssante.fr.")
    return faults


def annuaire(office: Office) -> tuple[Partenaire, ...]:
    """Everybody in it by name, those retired included."""
    check(office, Permission.ANNUAIRE)
    with office.store.read() as work:
        return tuple(work.annuaire.all())


def chercher(office: Office, texte: str) -> tuple[Partenaire, ...]:
    """Active partners whose name, kind, place or number holds every word typed."""
    return tuple(trouves(annuaire(office), texte, office.reference))


def trouves(
    partenaires: "Iterable[Partenaire]", texte: str, reference: "Reference"
) -> list[Partenaire]:
    """Names that begin with what was typed come first."""
    wanted = normalise(texte)
    number = chiffres(texte)
    found = [
        p
        for p in partenaires
        if p.actif
        and (
            all(word in _words(p, reference) for word in wanted.split())
            or (len(number) >= _LEAST_DIGITS and number in chiffres(p.telephone))
        )
    ]
    return sorted(found, key=lambda p: not normalise(p.nom).startswith(wanted))


def add(office: Office, saisi: PartenaireSaisi) -> Partenaire:
    """A new line.

    Raises:
        PartnerUnusable: `problems` says why.
        PartnerKnown: an active one has that name and that kind.
    """
    check(office, Permission.ECRIRE_ANNUAIRE)
    with office.store.begin(office.membre.id, office.now()) as work:
        return added(work, office, saisi)


def added(work: "Work", office: Office, saisi: PartenaireSaisi) -> Partenaire:
    """A new line, inside an open transaction."""
    made = _made(office, PartenaireId(new_id()), saisi)
    _alone(work, made)
    work.annuaire.save(made)
    return made


def edit(office: Office, partenaire_id: PartenaireId, saisi: PartenaireSaisi) -> Partenaire:
    """Raises:
    PartnerUnusable: `problems` says why.
    PartnerKnown: another active one has that name and that kind.
    """
    check(office, Permission.ECRIRE_ANNUAIRE)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.annuaire.get(partenaire_id)
        made = replace(_made(office, partenaire_id, saisi), actif=known.actif)
        _alone(work, made)
        work.annuaire.save(made)
    return made


def retire(office: Office, partenaire_id: PartenaireId) -> bool:
    """Offer it no more. It stays where records name it (True); else it is taken out."""
    check(office, Permission.ECRIRE_ANNUAIRE)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.annuaire.get(partenaire_id)
        named = _named(work, partenaire_id)
        if named:
            work.annuaire.save(replace(known, actif=False))
        else:
            work.annuaire.void(partenaire_id, "retiré de l’annuaire")
    return named


def reprendre(office: Office, partenaire_id: PartenaireId) -> Partenaire:
    """Offer again one that was retired.

    Raises:
        PartnerKnown: another active one has its name and kind.
    """
    check(office, Permission.ECRIRE_ANNUAIRE)
    with office.store.begin(office.membre.id, office.now()) as work:
        made = replace(work.annuaire.get(partenaire_id), actif=True)
        _alone(work, made)
        work.annuaire.save(made)
    return made


def _made(office: Office, partenaire_id: PartenaireId, saisi: PartenaireSaisi) -> Partenaire:
    if problems(saisi, office.reference):
        raise PartnerUnusable
    return Partenaire(
        partenaire_id,
        " ".join(saisi.nom.split()),
        saisi.type,
        saisi.telephone.strip(),
        saisi.messagerie.strip(),
        saisi.adresse.strip(),
        saisi.precision.strip(),
    )


def _alone(work: "Work", made: Partenaire) -> None:
    same = (normalise(made.nom), made.type)
    for other in work.annuaire.all():
        if other.actif and other.id != made.id and (normalise(other.nom), other.type) == same:
            raise PartnerKnown


def _named(work: "Work", partenaire_id: PartenaireId) -> bool:
    return any(i.partenaire == partenaire_id for i in work.intervenants.all()) or any(
        x.partenaire == partenaire_id for x in work.lettres.all()
    )


def _words(partenaire: Partenaire, reference: "Reference") -> str:
    label = reference.libelle(TYPES, partenaire.type)
    return normalise(f"{partenaire.nom} {label} {partenaire.precision} {partenaire.adresse}")
