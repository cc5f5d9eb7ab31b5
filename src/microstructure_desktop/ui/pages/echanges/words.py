"""What the page says: a convention in plain French, what a new one changes, the kinds of ways."""

from urllib.parse import urlsplit

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.services.canaux_saisie import URLS
from microstructure_desktop.services.convention_lue import Convention, ConventionLue, Nature
from microstructure_desktop.services.regions import REGIONS
from microstructure_desktop.ui.texts import NBSP, count

TITLE = "Échanges avec l’animateur"
WHAT = "La convention, l’inscription du cabinet, et par où partent les envois"
READER = "Ces réglages reviennent au médecin ou à la coordination."

TYPES = {
    TypeCanal.NEXTCLOUD: "Lien de dépôt",
    TypeCanal.WEBDAV: "Dossier en ligne, avec un compte",
    TypeCanal.SFTP: "Serveur SFTP",
    TypeCanal.HTTPS: "Adresse de dépôt (HTTPS)",
    TypeCanal.COURRIEL: "Message électronique",
    TypeCanal.DOSSIER: "Dossier ou clé USB",
    TypeCanal.PAPIER: "Feuille imprimée",
}
ICONS = {
    TypeCanal.NEXTCLOUD: "cloud-upload",
    TypeCanal.WEBDAV: "folder-up",
    TypeCanal.SFTP: "server",
    TypeCanal.HTTPS: "link",
    TypeCanal.COURRIEL: "mail",
    TypeCanal.DOSSIER: "usb",
    TypeCanal.PAPIER: "qr-code",
}
ADRESSES = {
    TypeCanal.NEXTCLOUD: ("Lien", "Celui qu’a donné l’animateur, en entier"),
    TypeCanal.WEBDAV: ("Adresse", "Elle commence par https://"),
    TypeCanal.SFTP: ("Serveur et dossier, par exemple sftp.exemple.fr/depot", ""),
    TypeCanal.HTTPS: ("Adresse", "Elle commence par https://"),
    TypeCanal.COURRIEL: (
        "Adresse de l’animateur",
        "Le message s’ouvre dans votre messagerie\xa0; c’est vous qui l’envoyez",
    ),
    TypeCanal.DOSSIER: ("Dossier", "Une clé USB, ou un dossier que l’animateur partage"),
}

COME_ABOUT = {
    Nature.PREMIERE: "",
    Nature.SUITE: (
        "Elle est signée par la clé que le cabinet a déjà confirmée\xa0: rien n’est à relire."
    ),
    Nature.RELAIS: (
        "L’animateur a changé de clé, et celle que le cabinet connaît garantit la nouvelle\xa0: "
        "rien n’est à relire."
    ),
    Nature.PERTE: (
        "Rien ne garantit cette nouvelle clé\xa0: seul un appel peut dire si elle est bien celle "
        "de l’animateur."
    ),
}
LOSS = (
    "L’animateur a perdu sa clé",
    (
        "À faire seulement s’il vous l’a dit de vive voix. Rien ne garantit sa nouvelle "
        "convention\xa0: vous lirez de nouveau l’empreinte avec lui, et le journal d’accès en "
        "gardera la trace."
    ),
    "Choisir sa nouvelle convention…",
)
RENEW = (
    "Renouveler la clé du cabinet",
    (
        "Les prochains envois seront signés par une nouvelle clé, que l’ancienne garantit. "
        "Attendez d’abord les accusés des envois déjà faits, puis donnez à l’animateur le nouveau "
        "fichier d’inscription."
    ),
    "Renouveler la clé",
)
_FIRST = (
    "L’animateur vous remet un fichier, la convention. Ouvrez-le ici, puis lisez son empreinte "
    "avec lui au téléphone\xa0: ainsi, personne n’a pris sa place."
)
STEPS = (
    _FIRST,
    "Vous lui donnez le fichier d’inscription du cabinet, ou la feuille imprimée.",
    "Vous réglez par où partent les envois. Rien ne part sans votre accord.",
)


def region(code: str) -> str:
    return REGIONS.get(code, code)


def facts(said: Convention) -> list[tuple[str, str]]:
    """(what, words) of a convention, in the order that people ask."""
    found = [
        ("Animateur", said.animateur),
        ("Région", f"{region(said.region)} ({said.region})"),
        ("Contact", said.contact or "Non précisé"),
        ("Attendu", f"chaque mois, avant le {said.jour_limite} du mois suivant"),
        ("Petits nombres", _seuils(said)),
        ("Répartitions", _profils(said)),
        ("Qui peut ouvrir", _recipients(said)),
    ]
    if said.canaux:
        ways = ", ".join(dict.fromkeys(TYPES[c.type].lower() for c in said.canaux))
        found.append(("Voies ouvertes", ways))
    return found


def changes(old: Convention, new: Convention) -> list[str]:
    """What a convention says otherwise than the one before."""
    before, after = dict(facts(old)), dict(facts(new))
    found = [
        f"{what}{NBSP}: {words} (jusqu’ici {before.get(what, 'rien')})"
        for what, words in after.items()
        if before.get(what) != words
    ]
    found += [f"{what}{NBSP}: plus rien" for what in before if what not in after]
    if set(old.destinataires) != set(new.destinataires):
        found.append("Les clés de ceux qui peuvent ouvrir les envois changent")
    return found


def numbered(lue: ConventionLue) -> str:
    return f"Convention n°{NBSP}{lue.convention.numero}"


def place(reglage: Reglage) -> str:
    """Where a way leads, without what opens it: a link is a key."""
    if reglage.type in URLS:
        return urlsplit(reglage.adresse).hostname or ""
    if reglage.type is TypeCanal.SFTP:
        return reglage.adresse.removeprefix("sftp://").partition("/")[0]
    return reglage.adresse


def _seuils(said: Convention) -> str:
    month = count(said.k_activite, "personne", "personnes")
    return f"jamais moins de {month} derrière un mois, ni de {said.k} derrière une répartition"


def _profils(said: Convention) -> str:
    if not said.profils:
        return "aucune\xa0: seuls les nombres d’ensemble partent"
    return (
        "les personnes entrées et sorties d’une année close, si le cabinet choisit de les joindre"
    )


def _recipients(said: Convention) -> str:
    both = "l’animateur, et la clé de secours qu’il garde sous scellé"
    return both if len(said.destinataires) > 1 else "l’animateur seul"
