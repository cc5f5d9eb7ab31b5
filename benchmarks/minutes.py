"""Four pages of minutes, against the same text drawn line by line with reportlab."""

import io
from datetime import UTC, date, datetime, time
from pathlib import Path

from pypdf import PdfReader

from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.ids import DecisionId, MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation, Synthese
from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.synthese import Minutes, minutes

from .measure import Ratio, paired

TEXT = "Sommeil amélioré, deux envies fortes gérées sans consommer. Accord pour la suite. " * 2


def run(_folder: Path) -> list[Ratio]:
    content = _content()
    pdf = minutes(content)
    pieces = _pieces(pdf)
    ours, limit = paired(lambda: minutes(content), lambda: _bare(pieces), 20)
    what = f"compte rendu de 10 situations, {len(pieces)} pages"
    return [Ratio(what, "les mêmes lignes, déjà coupées et placées", ours, limit, 3.0)]


def _content() -> Minutes:
    doctor = Membre(MembreId("m"), "Paul", "Exemple", Role.MEDECIN)
    patients = {
        PatientId(str(n)): Patient(PatientId(str(n)), n, "Figurant", "Odile", date(1980, 1, 1))
        for n in range(1, 11)
    }
    decisions = (Decision(DecisionId("d"), "Courrier au médecin du travail", doctor.id, "avant"),)
    situations = tuple(
        Situation(p, Motif.QUESTION, "Quand ?", TEXT, TEXT, TEXT, decisions, minutes=6, vue=True)
        for p in patients
    )
    synthese = Synthese(
        SyntheseId("s"), date(2026, 11, 26), time(12, 30), time(13, 30), etat=Etat.CLOSE,
        presents=(doctor.id,), redacteur=doctor.id, situations=situations,
    )  # fmt: skip
    return Minutes(
        Cabinet("Cabinet mesuré"), synthese, 1, patients, {doctor.id: doctor}, {}, "AB12CD34",
        datetime(2026, 11, 26, 13, 30, tzinfo=UTC), provisoire=False,
    )  # fmt: skip


def _bare(pieces: list[list[tuple[float, float, float, str]]]) -> bytes:
    """The same words at the same places in one of the same fonts: nothing is measured or cut."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=1, initialFontName=fonts.REGULAR)
    for page in pieces:
        for x, y, size, text in page:
            canvas.setFont(fonts.REGULAR, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _pieces(pdf: bytes) -> list[list[tuple[float, float, float, str]]]:
    """Where each run of text of a PDF stands, page by page."""
    pages = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        found: list[tuple[float, float, float, str]] = []

        def keep(text, _cm, tm, _font, size, found=found) -> None:
            if text.strip():
                found.append((tm[4], tm[5], size or 9, text.strip()))

        page.extract_text(visitor_text=keep)
        pages.append(found)
    return pages
