"""The words that people see for closed choices; marked here, said when they are shown."""

from __future__ import annotations

from types import MappingProxyType

from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say

NOT_RECORDED = mark("Not recorded")

CHOICES = MappingProxyType(
    {
        "absent": mark("Absent"),
        "assigned": mark("Given to somebody"),
        "benign": mark("Benign"),
        "bilateral": mark("Bilateral"),
        "biopsy": mark("Biopsy"),
        "bone_scan": mark("Bone scan"),
        "child": mark("Child"),
        "clinical": mark("Clinical"),
        "complete": mark("Complete"),
        "compound_heterozygous": mark("Compound heterozygous"),
        "confirmed": mark("Confirmed"),
        "contact": mark("Being contacted"),
        "ct": mark("CT"),
        "death": mark("Death"),
        "dental": mark("Dental"),
        "dialysis_start": mark("Dialysis start"),
        "done": mark("Done"),
        "drainage": mark("Drainage"),
        "excision": mark("Excision"),
        "father": mark("Father"),
        "female": mark("Female"),
        "fixed": mark("Fixed"),
        "flare": mark("Flare"),
        "fracture": mark("Fracture"),
        "full": mark("Full"),
        "given": mark("Given"),
        "hemizygous": mark("Hemizygous"),
        "heterozygous": mark("Heterozygous"),
        "high": mark("High"),
        "homozygous": mark("Homozygous"),
        "images": mark("Images"),
        "imaging": mark("Imaging"),
        "improved": mark("Improved"),
        "incomplete": mark("Incomplete"),
        "infection": mark("Infection"),
        "injection": mark("Injection"),
        "intersex": mark("Intersex"),
        "intraarticular": mark("Intraarticular"),
        "intramuscular": mark("Intramuscular"),
        "joint_ankylosis": mark("Joint ankylosis"),
        "left": mark("Left"),
        "likely_benign": mark("Likely benign"),
        "likely_pathogenic": mark("Likely pathogenic"),
        "limited": mark("Limited"),
        "low": mark("Low"),
        "male": mark("Male"),
        "midline": mark("Midline"),
        "mixed": mark("Mixed"),
        "mother": mark("Mother"),
        "mri": mark("MRI"),
        "nerve_compression": mark("Nerve compression"),
        "no": mark("No"),
        "none": mark("None"),
        "none_known": mark("No known allergies"),
        "normal": mark("Normal"),
        "not_measured": mark("Not measured"),
        "noted": mark("Note"),
        "other": mark("Other"),
        "parathyroidectomy": mark("Parathyroidectomy"),
        "pathogenic": mark("Pathogenic"),
        "pending": mark("Pending"),
        "periarticular": mark("Periarticular"),
        "present": mark("Present"),
        "radiograph": mark("Radiograph"),
        "recurrence": mark("Recurrence"),
        "refused": mark("Refused"),
        "registry": mark("Registry"),
        "research": mark("Research"),
        "right": mark("Right"),
        "ruled_out": mark("Ruled out"),
        "sharing": mark("Sharing with others"),
        "sibling": mark("Sibling"),
        "skin": mark("Skin"),
        "snoozed": mark("Put off"),
        "stable": mark("Stable"),
        "subcutaneous": mark("Subcutaneous"),
        "suspected": mark("Suspected"),
        "transplant": mark("Transplant"),
        "ulceration": mark("Ulceration"),
        "ultrasound": mark("Ultrasound"),
        "unknown": mark("Unknown"),
        "visceral": mark("Visceral"),
        "vus": mark("VUS (uncertain significance)"),
        "withdrawn": mark("Withdrawn"),
        "worse": mark("Worse"),
        "yes": mark("Yes"),
    }
)
"""A choice in every column; to be said."""

OWN_CHOICES = MappingProxyType(
    {
        ("not_detectable", "yes"): mark("Looked for, not detectable"),
        ("not_detectable", ""): mark("Measured or seen"),
        ("state", ""): mark("There"),
        ("dialysis", "before"): mark("Before the session"),
        ("dialysis", "after"): mark("After the session"),
        ("dialysis", "between"): mark("Between sessions"),
    }
)
"""A choice in one column, where it needs other words; the empty one is nothing recorded."""


def choice_name(column: str, choice: str) -> str:
    """A closed choice for people; the empty one says that nothing was recorded.

    A cell outside the choices, and a comparator, is shown as it came.
    """
    if text := OWN_CHOICES.get((column, choice)):
        return say(text)
    if not choice:
        return say(NOT_RECORDED)
    if column == "diagnosis":
        return disorder_name(choice)
    return say(CHOICES[choice]) if choice in CHOICES else choice
