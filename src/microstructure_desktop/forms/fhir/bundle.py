"""The whole record of one person as a FHIR R4 Bundle of type collection."""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from xml.sax.saxutils import escape

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.patient import Inclusion, Patient, Sexe

from .response import legible
from .vocabulary import URN, Json

_GENDERS = {Sexe.F: "female", Sexe.H: "male", Sexe.AUTRE: "other", Sexe.NR: "unknown"}
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_CLASSES = {"DOMICILE": "HH", "VISIO": "VR", "TELEPHONE": "VR"}
_XHTML = "http://www.w3.org/1999/xhtml"
_MINUTES = {"unit": "min", "system": "http://unitsofmeasure.org", "code": "min"}


@dataclass(frozen=True, slots=True)
class Narrative:
    """A part of the record in words: lines of a label, which may be empty, and a text."""

    title: str
    lines: Sequence[tuple[str, str]] = ()
    parts: Sequence["Narrative"] = ()


@dataclass(slots=True)
class Collection:
    """What is gathered about one person; each resource gets its address in the file."""

    patient: Patient
    entries: list[Json] = field(default_factory=list)

    def add(self, found_id: str, resource: Json) -> str:
        """The address under which the others name it."""
        url = address(found_id)
        self.entries.append({"fullUrl": url, "resource": resource | {"id": _uuid(found_id)}})
        return url

    @property
    def subject(self) -> Json:
        return {"reference": address(self.patient.id)}

    def bundle(self, made: datetime) -> Json:
        """Without the control characters that FHIR has no place for."""
        found: Json = legible(
            {
                "resourceType": "Bundle",
                "type": "collection",
                "timestamp": made.isoformat(timespec="seconds"),
                "entry": self.entries,
            }
        )
        return found


def address(found_id: str) -> str:
    return f"urn:uuid:{_uuid(found_id)}"


def patient(one: Patient, numbers: Iterable[str]) -> Json:
    """`numbers`: of every record that is theirs; only the year of an alias is known."""
    name: Json = {"use": "anonymous" if one.anonyme else "usual", "family": one.nom}
    names = [name | {"given": [one.prenom]} if one.prenom else name]
    birth = one.identite
    if birth.nom_naissance:
        given = birth.prenoms_naissance.split()
        official: Json = {"use": "official", "family": birth.nom_naissance}
        names.append(official | {"given": given} if given else official)
    found: Json = {
        "resourceType": "Patient",
        "identifier": [{"system": f"{URN}:dossier", "value": number} for number in numbers],
        "name": names,
        "gender": _GENDERS[one.sexe],
        "birthDate": f"{one.naissance.year:04}" if one.anonyme else one.naissance.isoformat(),
    }
    if one.telephone:
        found["telecom"] = [{"system": "phone", "value": one.telephone}]
    return found


def episode(subject: Json, one: Inclusion, programme: str) -> Json:
    period = {"start": one.debut.isoformat()}
    if one.fin is not None:
        period["end"] = one.fin.isoformat()
    return {
        "resourceType": "EpisodeOfCare",
        "status": "active" if one.fin is None else "finished",
        "type": [{"text": programme}],
        "patient": subject,
        "period": period,
    }


def encounter(subject: Json, one: Consultation, words: Sequence[str], who: str) -> Json:
    """`words`: what was done, and whether it was held."""
    start = datetime.combine(one.jour, one.heure).astimezone()
    return {
        "resourceType": "Encounter",
        "status": "finished" if one.honoree else "cancelled",
        "class": {"system": _ACT, "code": _CLASSES.get(one.lieu, "AMB")},
        "type": [{"text": word} for word in words],
        "subject": subject,
        "participant": [{"individual": {"display": who}}],
        "period": {"start": start.isoformat()},
        "length": {"value": one.duree, **_MINUTES},
    }


def document(
    subject: Json, *, kind: str, title: str, jour: date, media: str, content: bytes
) -> Json:
    """A file, inside the Bundle."""
    attachment = {
        "contentType": media,
        "data": base64.b64encode(content).decode(),
        "size": len(content),
        "creation": jour.isoformat(),
    }
    found: Json = {
        "resourceType": "DocumentReference",
        "status": "current",
        "type": {"text": kind},
        "subject": subject,
        "content": [{"attachment": attachment}],
    }
    return found | {"description": title} if title else found


def composition(
    subject: Json, *, title: str, author: str, made: datetime, parts: Iterable[Narrative]
) -> Json:
    """The whole record in words, as it is printed."""
    return {
        "resourceType": "Composition",
        "status": "final",
        "type": {"text": title},
        "subject": subject,
        "date": made.isoformat(timespec="seconds"),
        "author": [{"display": author}],
        "title": title,
        "section": [_section(part) for part in parts],
    }


def _section(part: Narrative) -> Json:
    found: Json = {"title": part.title} if part.title else {}
    if part.lines:
        rows = "".join(_paragraph(label, text) for label, text in part.lines)
        div = f'<div xmlns="{_XHTML}">{rows}</div>'
        found["text"] = {"status": "generated", "div": div}
    if part.parts:
        found["section"] = [_section(inner) for inner in part.parts]
    return found


def _paragraph(label: str, text: str) -> str:
    told = escape(text).replace("\n", "<br/>")
    return f"<p><b>{escape(label)}</b> {told}</p>" if label else f"<p>{told}</p>"


def _uuid(found_id: str) -> str:
    """Our ids are UUIDs written without hyphens."""
    return str(UUID(found_id))
