"""The bill of materials is valid, holds everything, and is the same at every run."""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

import unspoken
from release.parts import licence, of_page
from release.sbom import NPM_LOCK, locked, main, whole
from unspoken.licences import Licences, Package, licences

PACKAGE = Path(unspoken.__file__).parent
SCHEMAS = Path(__file__).parents[1] / "schemas" / "cyclonedx"
BARE: dict[str, Any] = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "version": 1,
    "serialNumber": "urn:uuid:00000000-0000-0000-0000-000000000001",
    "metadata": {
        "timestamp": "2026-01-01T00:00:00Z",
        "tools": [{"name": "uv"}],
        "component": {"type": "library", "bom-ref": "unspoken-1", "name": "unspoken"},
    },
    "components": [
        {"type": "library", "bom-ref": "rain-2@1.0", "name": "rain", "version": "1.0"},
        {"type": "library", "bom-ref": "sun-3@2.0", "name": "sun", "version": "2.0"},
        {"type": "library", "bom-ref": "fog-4@1.0", "name": "fog", "version": "1.0"},
    ],
    "dependencies": [{"ref": "unspoken-1", "dependsOn": ["rain-2@1.0"]}, {"ref": "rain-2@1.0"}],
}
INSTALLED = (Package("rain", "1.0", "MIT", "License"), Package("sun", "2.1", "ISC OR MIT", "a file"))


@cache
def schema() -> Draft7Validator:
    """The schema of CycloneDX 1.5, with those that it refers to."""
    parts = {
        f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json": json.loads(
            gzip.decompress((SCHEMAS / f"{name}.schema.json.gz").read_bytes())
        )
        for name in ("bom-1.5", "spdx", "jsf-0.82")
    }
    registry = Registry().with_resources((uri, Resource.from_contents(part)) for uri, part in parts.items())
    return Draft7Validator(parts["http://cyclonedx.org/schema/bom-1.5.SNAPSHOT.schema.json"], registry=registry)


def faults(bill: dict[str, Any]) -> list[str]:
    """What is not valid about a bill."""
    return [f"{error.json_path}: {error.message[:200]}" for error in schema().iter_errors(bill)]


@pytest.fixture(scope="module")
def told() -> Licences:
    """The licences of everything, with two packages that are not there."""
    found = licences()
    return Licences(found.version, found.licence, INSTALLED, found.page, found.weights, found.data)


@pytest.fixture(scope="module")
def bill(told: Licences) -> dict[str, Any]:
    """A bill of three packages with everything else in it."""
    return whole(BARE, told)


def test_it_is_valid(bill: dict[str, Any]) -> None:
    assert faults(bill) == []


def test_what_is_not_valid_is_found(bill: dict[str, Any]) -> None:
    wrong = {**bill["components"][0], "licenses": [{"license": {"id": "BSD"}}]}
    assert faults({**bill, "components": [wrong]})
    assert faults({**bill, "serialNumber": "one"})


def test_nothing_in_it_changes_from_run_to_run(bill: dict[str, Any], told: Licences) -> None:
    later = {**BARE, "serialNumber": "urn:uuid:00000000-0000-0000-0000-000000000002"}
    later["metadata"] = {**BARE["metadata"], "timestamp": "2027-01-01T00:00:00Z"}
    assert whole(later, told) == bill
    assert whole({**BARE, "components": BARE["components"][:1]}, told)["serialNumber"] != bill["serialNumber"]


def test_packages_have_the_licences_that_the_installed_ones_tell(bill: dict[str, Any]) -> None:
    rain, sun, fog = bill["components"][:3]
    by = "unspoken:licence-told-by"
    assert rain["licenses"] == [{"license": {"id": "MIT"}}]
    assert rain["properties"] == [{"name": by, "value": "License"}]
    assert sun["licenses"] == [{"expression": "ISC OR MIT"}]
    assert sun["properties"] == [{"name": by, "value": "a file"}, {"name": f"{by}-version", "value": "2.1"}]
    assert "licenses" not in fog


def test_every_file_of_weights_is_in_it_with_its_digest(bill: dict[str, Any]) -> None:
    parts = {file["name"]: file["hashes"] for part in bill["components"] for file in part.get("components", [])}
    files = {path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "models" / "weights").glob("*/*.*[!d]")}
    assert {"models/weights/one_pass/upper.onnx", "models/weights/coreference/model.json"} <= files
    assert files | {"resources/word_classes.tsv.gz"} <= set(parts)
    for path, hashes in parts.items():
        digest = hashlib.sha256((PACKAGE / path).read_bytes()).hexdigest()
        assert hashes == [{"alg": "SHA-256", "content": digest}]


def test_whatever_is_referred_to_is_there_once(bill: dict[str, Any]) -> None:
    refs = [part["bom-ref"] for part in [*bill["components"], bill["metadata"]["component"]]]
    assert len(refs) == len(set(refs))
    used = {d["ref"] for part in bill["components"] for d in _datasets(part)}
    used |= {ref for entry in bill["dependencies"] for ref in [entry["ref"], *entry.get("dependsOn", [])]}
    assert used <= set(refs)
    assert {"data:litbank", "data:bookcorpus", "weights:one_pass"} <= used


def _datasets(part: dict[str, Any]) -> list[dict[str, str]]:
    return part.get("modelCard", {}).get("modelParameters", {}).get("datasets", [])


def test_packages_of_the_page_have_the_digest_of_their_lock_file(bill: dict[str, Any]) -> None:
    (svelte,) = (part for part in bill["components"] if part["name"] == "svelte")
    assert svelte["purl"] == f"pkg:npm/svelte@{svelte['version']}"
    assert len(svelte["hashes"][0]["content"]) == 128
    with pytest.raises(ValueError, match="run `just page`"):
        of_page(Package("svelte", "0.1", "MIT", None), NPM_LOCK)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (None, {}),
        ("MIT", {"licenses": [{"license": {"id": "MIT"}}]}),
        ("BSD License", {"licenses": [{"license": {"name": "BSD License"}}]}),
        ("MIT AND (ISC OR Zlib)", {"licenses": [{"expression": "MIT AND (ISC OR Zlib)"}]}),
        (
            "BSD-3-Clause, Apache-2.0 AND more",
            {"licenses": [{"license": {"name": "BSD-3-Clause, Apache-2.0 AND more"}}]},
        ),
    ],
)
def test_a_licence_is_an_identifier_an_expression_or_words(told: str | None, expected: dict[str, Any]) -> None:
    assert licence(told) == expected


@pytest.mark.skipif(find_spec("uv") is None, reason="uv is not installed")
def test_the_bill_of_this_project_is_valid_and_the_same_twice(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        main(str(tmp_path / name))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    made = json.loads((tmp_path / "one.json").read_bytes())
    assert faults(made) == []
    packages = [part for part in made["components"] if part.get("purl", "").startswith("pkg:pypi/")]
    assert len(packages) == len(locked()["components"])
    assert all(reference["hashes"] for part in packages for reference in part["externalReferences"])
