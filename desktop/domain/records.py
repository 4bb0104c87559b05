"""The record kinds of the registry: one frozen dataclass per table of FORMATS.

Cells are kept as the text that came in, so that nothing is lost on the way out; ``''`` is
an empty cell. Typed readings (numbers, times) are made on read. ``id`` is ours and opaque,
``patient`` is the ``id`` of the patient's own record, ``extra`` holds columns that the
table does not know, as they came.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.bookkeeping import OwnInterval as OwnInterval
from desktop.domain.bookkeeping import Silence as Silence
from desktop.domain.bookkeeping import StoredAssessment as StoredAssessment
from desktop.domain.bookkeeping import WorklistMark as WorklistMark
from desktop.domain.people import Consent as Consent
from desktop.domain.people import Identity as Identity
from desktop.domain.people import Patient as Patient
from desktop.domain.people import Relative as Relative
from desktop.domain.table import Extra as Extra
from desktop.domain.table import new_id as new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A clinical finding looked for: present or absent, never assumed."""

    id: str = field(default_factory=new_id)
    patient: str
    feature: str
    status: str
    when: str = ""
    site: str = ""
    side: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabResult:
    """A laboratory result as reported: a number with its unit, or the reporter's flag alone.

    A result that is not there yet has the ``state`` pending, one that could not be had
    not_measured; both stand without a number.
    """

    id: str = field(default_factory=new_id)
    patient: str
    analyte: str
    value: str = ""
    comparator: str = ""
    unit: str = ""
    when: str = ""
    ref_low: str = ""
    ref_high: str = ""
    flag: str = ""
    specimen: str = ""
    fasting: str = ""
    method: str = ""
    state: str = ""
    hemolyzed: str = ""
    on_binder: str = ""
    dialysis: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mass:
    """A calcified or ossified mass at one place; ``mass_id`` is unique within the patient."""

    id: str = field(default_factory=new_id)
    patient: str
    mass_id: str
    site: str
    side: str = ""
    plane: str = ""
    first_when: str = ""
    recurrence_of: str = ""
    split_from: str = ""
    merged_into: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MassMeasurement:
    """The size of one mass at one time by one modality; diameters in mm, volume in mL.

    ``pain`` is 0 to 10 as the patient tells it, ``motion`` that of the joint beside it.
    """

    id: str = field(default_factory=new_id)
    patient: str
    mass_id: str
    when: str = ""
    modality: str = ""
    length_mm: str = ""
    width_mm: str = ""
    depth_mm: str = ""
    volume_ml: str = ""
    not_detectable: str = ""
    pain: str = ""
    motion: str = ""
    ulcer: str = ""
    drainage: str = ""
    observer: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """A drug, diet or other course of treatment with its response."""

    id: str = field(default_factory=new_id)
    patient: str
    agent: str
    start_when: str = ""
    stop_when: str = ""
    dose: str = ""
    dose_unit: str = ""
    frequency: str = ""
    response: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Something done once: an excision, a biopsy, an injection, a transplant."""

    id: str = field(default_factory=new_id)
    patient: str
    kind: str
    when: str = ""
    mass_id: str = ""
    site: str = ""
    side: str = ""
    completeness: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicalEvent:
    """Something that happened: ulceration, infection, a flare, a recurrence, death."""

    id: str = field(default_factory=new_id)
    patient: str
    kind: str
    when: str = ""
    mass_id: str = ""
    site: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A genetic variant as reported."""

    id: str = field(default_factory=new_id)
    patient: str
    gene: str
    hgvs_c: str = ""
    hgvs_p: str = ""
    zygosity: str = ""
    classification: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a published case comes from."""

    id: str = field(default_factory=new_id)
    patient: str
    title: str = ""
    year: str = ""
    identifier: str = ""
    url: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allergy:
    """An allergy, or the statement that none is known."""

    id: str = field(default_factory=new_id)
    patient: str
    substance: str
    reaction: str = ""
    when: str = ""
    status: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySize:
    """Height (cm) and weight (kg) at one time."""

    id: str = field(default_factory=new_id)
    patient: str
    when: str
    height_cm: str = ""
    weight_kg: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The patient's own target for an analyte, beside the normal range."""

    id: str = field(default_factory=new_id)
    patient: str
    analyte: str
    low: str = ""
    high: str = ""
    unit: str = ""
    from_when: str = ""
    note: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit: which regions were looked at, by what, so that "not seen" can mean something."""

    id: str = field(default_factory=new_id)
    patient: str
    when: str
    regions_examined: str = ""
    modality: str = ""
    clinician: str = ""
    note: str = ""
    extra: Extra = ()


Record = (
    Patient
    | Identity
    | Finding
    | LabResult
    | Mass
    | MassMeasurement
    | Treatment
    | Procedure
    | ClinicalEvent
    | Variant
    | Relative
    | Source
    | Allergy
    | BodySize
    | Target
    | Visit
    | Consent
    | Silence
    | OwnInterval
    | StoredAssessment
    | WorklistMark
)
