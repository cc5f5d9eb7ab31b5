"""The bill of materials of a package, as CycloneDX 1.6: what it carries, and what that carries."""

import json
import platform
import re
import uuid
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from contenu import NAME, Commit, commit, requirements, shipped, version
from licences import expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Bom = dict[str, Any]


def purl(name: str, number: str) -> str:
    return f"pkg:pypi/{canonicalize_name(name)}@{number}"


def inner(found: Distribution, reference: str, system: str) -> list[Bom]:
    """What a wheel itself says that it carries: Rust crates, OpenSSL, the libraries of pictures.

    The wheels read here are those of Linux: what auditwheel put into them is in no other.
    """
    kept: dict[str, Bom] = {}
    for file in found.files or []:
        of_linux = file.name.startswith("auditwheel")
        if re.search(r"/sboms/[^/]+\.json$", str(file)) and (system == "linux" or not of_linux):
            told = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
            for part in told.get("components", []):
                if part["name"] != canonicalize_name(found.name):
                    described = {"type": part["type"], "name": part["name"]}
                    described |= {key: part[key] for key in ("version", "purl") if part.get(key)}
                    key = f"{part['name']}@{part.get('version', '')}"
                    kept[key] = described | {"bom-ref": f"{reference}#{key}"}
    return [kept[key] for key in sorted(kept)]


def component(found: Distribution, hashes: list[str], system: str) -> Bom:
    reference = purl(found.name, found.version)
    told: Bom = {
        "type": "library",
        "bom-ref": reference,
        "name": found.name,
        "version": found.version,
        "purl": reference,
        "licenses": [{"expression": expression(found)}],
        # the lock accepts any of these files, one per system and per Python
        "properties": [{"name": "requirements.lock:sha256", "value": each} for each in hashes],
    }
    if carried := inner(found, reference, system):
        told["components"] = carried
    return told


def depends(found: Distribution, known: dict[str, str]) -> Bom:
    asked = {canonicalize_name(Requirement(each).name) for each in found.requires or []}
    below = sorted(known[name] for name in asked if name in known)
    return {"ref": purl(found.name, found.version), "dependsOn": below}


def bill(made_of: Commit, system: str = "linux", python: str = "") -> Bom:
    """The whole document; nothing in it but the commit says when or where it was made."""
    there = shipped(system)
    lock = dict(re.findall(r"^([a-z0-9-]+)==.*\n((?: .*\n)+)", requirements(system), re.MULTILINE))
    known = {canonicalize_name(each.name): purl(each.name, each.version) for each in there}
    running = python or platform.python_version()
    interpreter: Bom = {"type": "platform", "bom-ref": "python", "name": "CPython"}
    interpreter |= {"version": running, "licenses": [{"license": {"id": "PSF-2.0"}}]}
    ours: Bom = {"type": "application", "bom-ref": NAME, "name": NAME, "version": version()}
    found: Bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{made_of.day}T00:00:00Z",
            "component": ours | {"properties": [{"name": "commit", "value": made_of.digest}]},
            "properties": [{"name": "system", "value": system}],
        },
        "components": [
            interpreter,
            *(
                component(each, re.findall(r"sha256:([0-9a-f]{64})", lock[name]), system)
                for name, each in zip(known, there, strict=True)
            ),
        ],
        "dependencies": [
            {"ref": NAME, "dependsOn": ["python", *sorted(known.values())]},
            *(depends(each, known) for each in there),
        ],
    }
    same = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(found, sort_keys=True))
    return found | {"serialNumber": f"urn:uuid:{same}"}


def write(file: Path, system: str = "linux", python: str = "") -> None:
    """Write the document, once the official schema has accepted it."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = json.dumps(bill(commit(), system, python), ensure_ascii=False, indent=1) + "\n"
    if refused := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise SystemExit(f"{file.name}: {refused}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
