"""What the certificate of destruction says: what went, why, by whom, what is left and to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import wording
from .flow import Dressing, block, columns, line
from .styles import BODY, HAIRLINE, LABEL, MM, OVERLINE, SECTION, STRONG, TITLE
from .text import DASH

if TYPE_CHECKING:
    from .certificat_imprime import CertificatImprime

_FACTS = columns(1, 3, gutter=6 * MM, styles=[LABEL, STRONG])
_SIGNED = columns(1, 1, gutter=12 * MM, styles=[LABEL, LABEL])
_RULED = Dressing(before=1, after=1, rule=HAIRLINE)
_PLACE = Dressing(before=1, after=16 * MM, rule=HAIRLINE)
_AIR = Dressing(before=5 * MM, after=1.5 * MM)


def story(contenu: CertificatImprime) -> list[Any]:
    return [
        line("CONSERVATION DES DOSSIERS", OVERLINE),
        line("Certificat d’effacement", TITLE),
        *(block(fact, _FACTS, _RULED) for fact in _facts(contenu)),
        *_part("Ce qui a été effacé", contenu.comptes or ("L’identité, seule au dossier.",)),
        *_part("Ce qui reste", contenu.reste),
        *_part("Les sauvegardes", _copies(contenu)),
        line("Signature", SECTION, _AIR),
        block(("Date", "Nom et signature du médecin"), _SIGNED, _PLACE),
    ]


def _facts(contenu: CertificatImprime) -> list[tuple[str, str]]:
    numbers = " et ".join(f"n°\xa0{number}" for number in contenu.dossiers) or DASH
    initials = f" · initiales {contenu.initiales}" if contenu.initiales else ""
    return [
        ("Dossier", f"{numbers}{initials}"),
        ("Effacé le", wording.instant(contenu.le)),
        ("Par", wording.membre(contenu.par) if contenu.par is not None else DASH),
        ("Fondement", contenu.fondement),
        ("Motif écrit", contenu.motif or DASH),
        ("Empreinte de l’historique", contenu.empreinte),
    ]


def _part(title: str, told: tuple[str, ...]) -> list[Any]:
    return [line(title, SECTION, _AIR), *(line(f"–\xa0{one}", BODY) for one in told)]


def _copies(contenu: CertificatImprime) -> tuple[str, ...]:
    done: tuple[str, ...] = ()
    if contenu.faites is not None:
        made = french.count(contenu.faites, "sauvegarde refaite", "sauvegardes refaites")
        done = (f"Sur cet ordinateur\xa0: {made} sans cette personne, et relues.",)
    if not contenu.a_faire:
        return (*done, "Aucune copie connue du cabinet ne reste à reprendre.")
    return (*done, *(f"À reprendre\xa0: {where}." for where in contenu.a_faire))
