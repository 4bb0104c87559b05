"""A FHIR document as resources: bundles, single resources, NDJSON, contained ones, references."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.language import say
from desktop.exchange.fhir_parts import Entry, Node, Unfit, node, nodes, text
from desktop.exchange.limits import parse_json, refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_R5_ELEMENTS = {
    "AllergyIntolerance": {"participant"},
    "BodyStructure": {"includedStructure"},
    "Condition": {"participant"},
    "Consent": {"controller", "grantor"},
    "Encounter": {"actualPeriod", "plannedStartDate"},
    "FamilyMemberHistory": {"participant"},
    "MedicationRequest": {"medication"},
    "MedicationStatement": {"medication"},
    "Observation": {"triggeredBy"},
    "Procedure": {"occurrenceDateTime", "occurrencePeriod"},
}
"""Elements that R4 does not have: a file that does not name its release shows it by them."""
_R5_ONLY = frozenset({"SubscriptionTopic", "ActorDefinition", "Requirements", "TestPlan"})


@dataclass(slots=True)
class Document:
    """The resources of one file, and how they refer to each other.

    Attributes:
        entries: in the order of the file.
        problems: places that hold no resource, with the reason.
    """

    entries: list[Entry] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    _by_address: dict[str, Entry] = field(default_factory=dict)
    _by_name: dict[str, Entry] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take a resource in, under its address and under ``Type/id``."""
        self.entries.append(entry)
        if entry.address:
            self._by_address.setdefault(entry.address, entry)
        found = entry.body.get("id")
        if isinstance(found, str):
            self._by_name.setdefault(f"{entry.kind}/{found}", entry)

    def of(self, kind: str) -> list[Entry]:
        """The resources of one type."""
        return [entry for entry in self.entries if entry.kind == kind]

    def referred(self, reference: object, within: Entry | None = None) -> Entry | None:
        """The resource that a reference means, if it is in this document."""
        target = text(node(reference).get("reference"))
        if target.startswith("#") and within is not None:
            inner = within.within.get(target[1:])
            return Entry(within.number, "", inner) if inner else None
        target = target.partition("/_history/")[0]
        found = self._by_address.get(target) or self._by_name.get(target)
        if found is None and "://" in target:
            found = self._by_name.get("/".join(target.split("/")[-2:]))
        return found


def is_fhir(found: object) -> bool:
    """Whether a JSON document says of itself that it is a FHIR resource."""
    return isinstance(found, dict) and isinstance(found.get("resourceType"), str)


def document_of(roots: Sequence[tuple[int, object]], path: Path) -> Document:
    """The resources in the JSON documents of one file; UserError for R5."""
    document = Document()
    for number, root in roots:
        if not is_fhir(root) or not isinstance(root, dict):
            document.problems.append((number, say("not a FHIR resource")))
            continue
        _refuse_other_releases(root, path)
        if root["resourceType"] == "Bundle":
            _unpack(document, number if len(roots) > 1 else 0, root, path)
        else:
            document.add(_entry(number, "", root))
    return document


def ndjson_of(content: str, path: Path) -> list[tuple[int, object]]:
    """The lines of an NDJSON file with their numbers; UserError for one that is not JSON."""
    found: list[tuple[int, object]] = []
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            found.append((number, parse_json(line, f"{path.name}:{number}")))
    return found


def _refuse_other_releases(root: Node, path: Path) -> None:
    version = root.get("fhirVersion")
    meta = root.get("meta")
    profiles = meta.get("profile") if isinstance(meta, dict) else None
    named = [str(one) for one in profiles] if isinstance(profiles, list) else []
    is_r5 = (
        root["resourceType"] in _R5_ONLY
        or (isinstance(version, str) and version.startswith("5"))
        or any(profile.endswith(ending) for profile in named for ending in ("|5.0.0", "/R5"))
        or bool(_R5_ELEMENTS.get(str(root["resourceType"]), set()) & root.keys())
    )
    if is_r5:
        what = say("{file} is FHIR R5, which is not read here.", file=path.name)
        raise refused(what, remedy=say("Ask for the same as FHIR R4 (4.0.1) in JSON."))


def _unpack(document: Document, offset: int, bundle: Node, path: Path) -> None:
    try:
        entries = nodes(bundle.get("entry"))
    except Unfit as error:
        raise refused(
            say("{file} is not a sound FHIR bundle: {why}.", file=path.name, why=error)
        ) from error
    for place, entry in enumerate(entries, start=1):
        number = offset or place
        body = entry.get("resource")
        if body is None:
            continue
        if not is_fhir(body) or not isinstance(body, dict):
            document.problems.append((number, say("not a FHIR resource")))
            continue
        address = entry.get("fullUrl")
        if body["resourceType"] == "Bundle":
            _unpack(document, number, body, path)
        else:
            _refuse_other_releases(body, path)
            document.add(_entry(number, address if isinstance(address, str) else "", body))


def _entry(number: int, address: str, body: Node) -> Entry:
    contained = body.get("contained")
    inner: dict[str, Node] = {}
    for one in contained if isinstance(contained, list) else []:
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            inner[one["id"]] = one
    return Entry(number, address, body, inner)


def panels(document: Document) -> Iterator[tuple[Entry, list[Entry]]]:
    """Every DiagnosticReport with the results that it names, those of panels in panels too."""
    for report in document.of("DiagnosticReport"):
        found: list[Entry] = []
        waiting = _results(document, report, "result")
        seen: set[int] = set()
        while waiting:
            entry = waiting.pop()
            if id(entry.body) not in seen:
                seen.add(id(entry.body))
                found.append(entry)
                waiting.extend(_results(document, entry, "hasMember"))
        yield report, found


def _results(document: Document, entry: Entry, name: str) -> list[Entry]:
    try:
        references = nodes(entry.body.get(name))
        named = (document.referred(reference, entry) for reference in references)
        return [one for one in named if one is not None]
    except Unfit:
        return []
