"""The bill of materials of a release, as CycloneDX 1.5 in JSON: ``python -m release.sbom FILE``.

``uv`` makes that of the packages of Python, with their digests, from ``uv.lock``. Added to it are the licences of those
packages, as the installed ones tell them; the weights with the digest of every file, and the data that they were made
from; and the packages of npm of which parts are in the page. The same lock file and environment make the same bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

from release.parts import licence, of_data, of_page, of_weights
from unspoken.files import write_whole
from unspoken.licences import Licences, licences

ROOT = Path(__file__).parents[1]
NPM_LOCK = ROOT / "frontend" / "package-lock.json"
EXPORT = ("export", "--quiet", "--frozen", "--no-dev", "--format", "cyclonedx1.5")


def locked(root: Path = ROOT) -> dict[str, Any]:
    """The bill of the packages that ``uv.lock`` holds for the program without extras, as uv makes it."""
    command = [sys.executable, "-m", "uv", *EXPORT, "--project", str(root)]
    made: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return made


def whole(bill: dict[str, Any], told: Licences, npm_lock: Path = NPM_LOCK) -> dict[str, Any]:
    """The bill with everything in it, and with nothing that changes from run to run.

    Args:
        bill: that of the packages of Python.
        told: the licences of everything.
        npm_lock: the lock file of the page's packages.

    Returns:
        A new bill.
    """
    page = [of_page(package, npm_lock) for package in told.page]
    weights = [of_weights(entry, told.version) for entry in told.weights]
    data = [of_data(entry) for entry in told.data]
    own = bill["metadata"]["component"]
    inner = [part["bom-ref"] for part in (*page, *weights)]
    needed = [
        {**entry, "dependsOn": [*entry.get("dependsOn", []), *inner]} if entry["ref"] == own["bom-ref"] else entry
        for entry in bill["dependencies"]
    ]
    out = {
        **{name: value for name, value in bill.items() if name != "serialNumber"},
        "metadata": {"tools": bill["metadata"]["tools"], "component": _program(own, told)},
        "components": [*_with_licences(bill["components"], told), *page, *weights, *data],
        "dependencies": needed,
    }
    return {**out, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(out, sort_keys=True))}"}


def _program(own: dict[str, Any], told: Licences) -> dict[str, Any]:
    purl = f"pkg:pypi/{own['name']}@{told.version}"
    return {**own, "type": "application", "version": told.version, **licence(told.licence), "purl": purl}


def _with_licences(components: list[dict[str, Any]], told: Licences) -> list[dict[str, Any]]:
    """The components with the licences that the installed packages tell; where another version is installed than the
    one that is locked, its number stands beside."""
    known = {package.name: package for package in told.packages}
    out = []
    for part in components:
        package = known.get(part["name"])
        if package is None or package.licence is None:
            out.append(part)
            continue
        properties = [*part.get("properties", []), {"name": "unspoken:licence-told-by", "value": str(package.told_by)}]
        if package.version != part["version"]:
            properties.append({"name": "unspoken:licence-told-by-version", "value": package.version})
        out.append({**part, **licence(package.licence), "properties": properties})
    return out


def main(file: str) -> None:
    """Write the bill to a file."""
    bill = whole(locked(), licences())
    write_whole(Path(file), (json.dumps(bill, indent=2, ensure_ascii=False) + "\n").encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
