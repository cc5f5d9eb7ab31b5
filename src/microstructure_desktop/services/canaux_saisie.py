"""What is typed about a way to send: checked field by field, in sentences."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from microstructure_desktop.domain.canal import Reglage, TypeCanal

URLS = frozenset({TypeCanal.WEBDAV, TypeCanal.NEXTCLOUD, TypeCanal.HTTPS})
ADRESSE = frozenset(TypeCanal) - {TypeCanal.PAPIER}
"""Those that lead somewhere."""
EXIGE = frozenset({TypeCanal.WEBDAV, TypeCanal.SFTP})
"""Those that nobody uses without an account."""
COMPTE = EXIGE | {TypeCanal.HTTPS}
SECRET = COMPTE | {TypeCanal.NEXTCLOUD}
"""Those that may ask for a password."""
HOTE = frozenset({TypeCanal.SFTP})
"""Those whose server shows a key of its own."""
LONGUEUR = 500

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LINE = re.compile(r"[^\x00-\x1f\x7f]*")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST_KEY = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_DROP = re.compile(r".*/(s|public\.php/dav/files)/[A-Za-z0-9_-]+/?")


def problems(saisi: Reglage, *, protege: bool) -> dict[str, str]:
    """Field name to sentence; empty when it can be kept.

    `protege`: a password is kept already, and none was typed in its place.
    """
    faults = {
        name: "Ce texte est trop long, ou contient un signe qui ne se voit pas."
        for name in ("nom", "adresse", "compte")
        if len(text := getattr(saisi, name)) > LONGUEUR or not _LINE.fullmatch(text)
    }
    if not saisi.nom.strip():
        faults["nom"] = "Donnez un nom à cette voie, par exemple «\xa0Clé USB de RAMIP\xa0»."
    if said := _adresse(saisi):
        faults.setdefault("adresse", said)
    if saisi.type in EXIGE:
        if not saisi.compte.strip():
            faults.setdefault("compte", "Entrez le nom du compte remis par l’animateur.")
        if not saisi.secret and not protege:
            faults |= {"secret": "Entrez le mot de passe remis par l’animateur."}
    if saisi.type in HOTE and not _HOST_KEY.fullmatch(saisi.empreinte_hote):
        faults["empreinte_hote"] = (
            "Demandez la clé du serveur, et comparez-la à celle que donne l’animateur."
        )
    return faults


def _adresse(saisi: Reglage) -> str:
    """What is wrong with where it leads; nothing if it can be used."""
    text = saisi.adresse.strip()
    if saisi.type is TypeCanal.DOSSIER:
        return _dossier(text)
    if saisi.type is TypeCanal.COURRIEL and not _MAIL.fullmatch(text):
        return "Écrivez l’adresse entière, par exemple animation@exemple.fr."
    if saisi.type in URLS:
        return _url(text, saisi.type)
    if saisi.type is TypeCanal.SFTP and not _sftp(text):
        return "Écrivez le serveur, puis le dossier\xa0: sftp.exemple.fr/depot."
    return ""


def _dossier(text: str) -> str:
    if not text:
        return "Choisissez un dossier."
    path = Path(text)
    if not path.is_absolute() or not path.is_dir():
        return "Ce dossier n’existe pas, ou la clé USB n’est pas branchée."
    return ""


def _url(text: str, kind: TypeCanal) -> str:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return "Cette adresse n’est pas complète\xa0: copiez-la telle que l’animateur l’a donnée."
    link = not parts.query and _DROP.fullmatch(parts.path)
    faults = (
        (
            not parts.hostname or parts.scheme not in {"https", "http"},
            "Copiez l’adresse entière, avec https://.",
        ),
        (
            parts.scheme == "http" and parts.hostname not in _HERE,
            "Cette adresse n’est pas protégée\xa0: demandez celle qui commence par https://.",
        ),
        (
            "@" in parts.netloc,
            "Ôtez le compte et le mot de passe de l’adresse\xa0: ils ont chacun leur case.",
        ),
        (bool(parts.fragment), "Ôtez ce qui suit le signe # de l’adresse."),
        (
            kind is TypeCanal.NEXTCLOUD and not link,
            "Un lien de dépôt contient «\xa0/s/\xa0», puis des lettres et des chiffres.",
        ),
    )
    return next((sentence for wrong, sentence in faults if wrong), "")


def _sftp(text: str) -> bool:
    try:
        parts = urlsplit(f"//{text.removeprefix('sftp://')}")
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc and not parts.query
