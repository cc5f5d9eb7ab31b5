"""The resources of a whole record are valid in another reader, whatever is known or typed."""

from datetime import UTC, date, datetime

import pytest
from fhir.resources.R4B.bundle import Bundle

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.patient import Identite, Sexe
from microstructure_desktop.forms.fhir import json_text
from microstructure_desktop.forms.fhir.bundle import (
    Collection,
    Narrative,
    address,
    composition,
    document,
    encounter,
    episode,
    patient,
)
from tests import factories as make

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ONE = make.a_patient(id="0192f0000000700080000000000000b1", numero=12)
URL = "urn:uuid:0192f000-0000-7000-8000-0000000000b1"


def valid(*resources):
    made = Collection(ONE)
    for rank, resource in enumerate(resources):
        made.add(f"{rank:032x}", resource)
    found = made.bundle(AT)
    Bundle.model_validate_json(json_text.written(found))
    return [entry["resource"] for entry in found["entry"]]


def test_that_an_address_is_the_id_written_with_hyphens():
    made = Collection(ONE)
    assert made.add(ONE.id, patient(ONE, ["0012"])) == address(ONE.id) == URL
    assert made.subject == {"reference": URL}


@pytest.mark.parametrize(("sexe", "gender"), [(Sexe.F, "female"), (Sexe.NR, "unknown")])
def test_that_a_person_has_each_of_their_names(sexe, gender):
    birth = Identite("Martin", "Éloïse Anne")
    (found,) = valid(patient(make.a_patient(sexe=sexe, identite=birth), ["0012", "0031"]))
    assert [n["use"] for n in found["name"]] == ["usual", "official"]
    assert found["name"][1]["given"] == ["Éloïse", "Anne"]
    assert (found["gender"], len(found["identifier"])) == (gender, 2)


def test_that_an_alias_tells_a_year():
    alias = make.a_patient(anonyme=True, nom="Orage", prenom="", naissance=date(1992, 1, 1))
    (found,) = valid(patient(alias, ["0012"]))
    assert (found["name"], found["birthDate"]) == (
        [{"use": "anonymous", "family": "Orage"}],
        "1992",
    )


def test_that_follow_ups_and_sessions_say_how_they_ended():
    subject = {"reference": URL}
    found = valid(
        episode(subject, make.an_inclusion(), "MSMA"),
        episode(subject, make.an_inclusion(fin=date(2026, 10, 1)), "MSMA"),
        encounter(subject, make.a_consultation(), ["Entretien", "Honoré"], "C. Modèle"),
        encounter(
            subject,
            make.a_consultation(issue=Issue.ABSENT_EXCUSE, lieu="DOMICILE"),
            ["Entretien"],
            "C. Modèle",
        ),
    )
    assert [r["status"] for r in found] == ["active", "finished", "finished", "cancelled"]
    assert [r["class"]["code"] for r in found[2:]] == ["AMB", "HH"]


def test_that_words_are_escaped_and_what_fhir_refuses_is_left_out():
    part = Narrative(
        "Note", [("<b>", "a & b\n\x07fin"), ("", "seule")], [Narrative("", [("", "x")])]
    )
    subject = {"reference": URL}
    (told,) = valid(composition(subject, title="D", author="C", made=AT, parts=[part]))
    (section,) = told["section"]
    assert "<p><b>&lt;b&gt;</b> a &amp; b<br/>fin</p><p>seule</p>" in section["text"]["div"]
    assert "title" not in section["section"][0]


def test_that_a_file_is_inside_with_its_size():
    subject = {"reference": URL}
    (found,) = valid(
        document(
            subject,
            kind="Lettre",
            title="",
            jour=date(2026, 5, 4),
            media="text/plain",
            content=b"ab",
        )
    )
    attachment = found["content"][0]["attachment"]
    assert (attachment["data"], attachment["size"]) == ("YWI=", 2)
    assert "description" not in found
