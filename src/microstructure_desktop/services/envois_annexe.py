"""The annex of a month for the register of processing: what leaves, in words, and to whom."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.french import number, plain_date
from microstructure_desktop.reports.printed_rapport import TableauImprime

from . import convention_lue, envois_depart, envois_mots
from .access import Permission, check
from .documents import Document
from .envois_depart import Depart, Situation
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

TITRE = "Annexe du registre"
_DEVENU = {
    EtatPli.SCELLE: "Scellé le {0}, pas encore parti.",
    EtatPli.EN_ATTENTE: "Scellé le {0}, en attente d’être remis.",
    EtatPli.DEPOSE: "Scellé le {0} et remis.",
    EtatPli.ACCUSE: "Scellé le {0}, remis et reçu par l’animateur.",
    EtatPli.REFUSE: "Scellé le {0}, remis et refusé par l’animateur.",
}
_CHANGE = "Les nombres ont changé depuis le dernier paquet scellé\xa0: ceux-ci ne sont pas partis."
_APERCU = "Aperçu\xa0: rien n’est encore scellé pour ce mois."


def document(office: Office, mois: Mois) -> Document:
    """As the figures are now; the bundle is named when it holds these very ones."""
    from microstructure_desktop.reports.annexe import AnnexeImprimee, annexe

    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        depart = envois_depart.lire(work, office, mois)
        animateur, cle, destinataires = _lecteurs(work)
        cabinet = work.cabinet.get()
    contenu = AnnexeImprimee(
        cabinet,
        envois_mots.month_words(mois),
        _etat(depart),
        depart.pli.paquet if _scelle(depart) and depart.pli is not None else "",
        animateur,
        cle,
        destinataires,
        _tableaux(depart),
        tuple(envois_mots.withheld(depart)),
        envois_mots.NEVER,
        office.now().astimezone(),
    )
    fichier = f"annexe-envoi-{mois}.pdf"
    return Document(TITRE, fichier, annexe(contenu), nominatif=False, genre="annexe_envoi")


def _scelle(depart: Depart) -> bool:
    return depart.situation is Situation.INCHANGE


def _etat(depart: Depart) -> str:
    if depart.pli is None:
        return _APERCU
    if not _scelle(depart):
        return _CHANGE
    le = plain_date(depart.pli.scelle_le.astimezone().date())
    return _DEVENU[depart.pli.etat].format(le)


def _lecteurs(work: "Work") -> tuple[str, str, tuple[str, ...]]:
    recue = convention_lue.courante(work)
    if recue is None:
        return "", "", ()
    said = convention_lue.lue(recue, recue).convention
    return said.animateur, fingerprint(said.cle), said.destinataires


def _tableaux(depart: Depart) -> tuple[TableauImprime, ...]:
    """The figures of the month, then the year before by groups, when it is joined."""
    found = [_tableau(title, lines) for title, lines in envois_mots.tables(depart) if lines]
    if depart.joint and depart.profil is not None:
        found += [
            TableauImprime(
                f"{what}, {depart.profil.annee}",
                ("Personnes",),
                tuple((group, number(count)) for group, count in groups),
            )
            for what, groups in depart.profil.groupes
        ]
    return tuple(found)


def _tableau(title: str, lines: list[envois_mots.Line]) -> TableauImprime:
    rows = tuple((f"{x.label} ({x.note})" if x.note else x.label, x.value) for x in lines)
    return TableauImprime(title, ("Nombre",), rows)
