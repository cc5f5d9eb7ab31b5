"""Files that a person chooses to open: former patients, documents received, scanned pages."""

import io
import warnings
import zipfile
from datetime import date
from functools import cache

import openpyxl
import segno

from microstructure_desktop.exchange import paper
from microstructure_desktop.reports import scan
from microstructure_desktop.services import (
    pieces,
    reference,
    reprise_colonnes,
    reprise_examen,
    reprise_mots,
    reprise_tableau,
)
from microstructure_desktop.services.reprise_personnes import Lecteur
from tests.reports import received

from .target import SEPARATOR, Target, parts, refusing

TODAY = date(2026, 11, 22)
ROWS = (
    ("Nom", "Prénom", "Né(e) le", "Sexe", "Téléphone", "Programme", "Début"),
    ("Légende", "Sophie", "14/05/1992", "F", "06 00 00 00 00", "COVID_SM", "03/03/2026"),
    ("Modèle", "Jean", "1er mars 1980", "H", "", "", ""),
)


@cache
def known() -> tuple[reference.Reference, reprise_mots.Mots]:
    loaded = reference.load()
    return loaded, reprise_mots.mots(loaded)


def people(data: bytes) -> bool:
    """As far as what would be created, which a person then accepts or not."""
    reference_, mots = known()
    with refusing() as outcome, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tableau = reprise_tableau.lire(data)
        colonnes = reprise_colonnes.deviner(tableau, mots, TODAY)
        lecteur = Lecteur(colonnes, mots, reference_, TODAY, "COVID_SM")
        lues = [lecteur.lire(ligne) for ligne in tableau.lignes[colonnes.entete :]]
        assert len(reprise_examen.examiner(tableau.format, lues, []).lignes) <= len(lues)
    return outcome.read


def _book() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@cache
def _names() -> list[str]:
    with zipfile.ZipFile(io.BytesIO(_book())) as made:
        return made.namelist()


def _inside() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(_book())) as made:
        return [SEPARATOR.join(made.read(name) for name in _names())]


def workbook(data: bytes) -> bool:
    """The parts of a workbook are wrong; its archive is not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts(_names(), data).items():
            made.writestr(name, content)
    return people(out.getvalue())


def _csv() -> list[bytes]:
    text = "\r\n".join(";".join(row) for row in ROWS)
    return [text.encode(code) for code in ("utf-8-sig", "cp1252", "utf-16")]


def document(data: bytes) -> bool:
    with refusing() as outcome, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pieces.examiner(data)
    return outcome.read


def page(data: bytes) -> bool:
    with refusing() as outcome:
        paper.join(scan.codes(data))
    return outcome.read


def _pages() -> list[bytes]:
    out = io.BytesIO()
    (code,) = paper.split(b"abc", "3a" * 32)
    segno.make_qr(code, error="m").save(out, kind="png", scale=3)
    return [out.getvalue()]


TARGETS = (
    Target("patients en CSV", _csv, people),
    Target("patients en XLSX", lambda: [_book()], people),
    Target("classeur XLSX", _inside, workbook),
    Target("document reçu", lambda: [received.pdf(), received.png(), received.jpeg()], document),
    Target("page scannée", _pages, page),
)
