"""Numbers and analytes as they stand in formulas and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named
from desktop.domain.language import mark, say

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = {
    "serum_phosphate": mark("serum phosphate"),
    "serum_calcium_total": mark("total calcium"),
    "serum_calcium_corrected": mark("corrected calcium"),
    "serum_calcium_ionised": mark("ionized calcium"),
    "albumin": mark("albumin"),
    "creatinine": mark("serum creatinine"),
    "urine_phosphate": mark("urine phosphate"),
    "urine_creatinine": mark("urine creatinine"),
}


def plain(number: float) -> str:
    """A number with up to four significant digits, never with an exponent: ``13000``, ``0.42``."""
    if abs(number) >= 1000:
        return f"{number:.0f}"
    text = f"{number:.4g}"
    return f"{number:.6f}".rstrip("0").rstrip(".") if "e" in text else text


def name_of(cell: str) -> str:
    """A short name of an analyte for a sentence; the cell as it came where it is unknown."""
    analyte = analyte_named(cell)
    if analyte is None:
        return cell
    return say(_SHORT[analyte.key]) if analyte.key in _SHORT else analyte.label


def joined(*notes: str) -> str:
    """Notes as one text, the empty ones left out."""
    return "; ".join(filter(None, notes))


def listed(names: Sequence[str]) -> str:
    """Names in one sentence: ``A``, ``A and B``, ``A and B and C``."""
    told = ""
    for name in names:
        told = say("{these} and {this}", these=told, this=name) if told else name
    return told


_METHODS = frozenset(
    (
        mark("total calcium, uncorrected"),
        mark("corrected calcium as reported"),
        mark("albumin-corrected, Payne 1973"),
        mark("Kenny-Glen"),
        mark("direct"),
        mark("spot urine with blood"),
        mark("CKD-EPI 2021 creatinine"),
        mark("bedside Schwartz"),
        mark("CKiD U25 creatinine"),
        mark("volume as recorded"),
        mark("ellipsoid"),
        mark("approximation from 2 diameters"),
        mark("approximation from 1 diameter"),
        mark("log-linear fit"),
        mark("modality not stated"),
    )
)
_MODALITIES = {
    "clinical": mark("clinical"),
    "radiograph": mark("radiograph"),
    "ultrasound": mark("ultrasound"),
    "ct": mark("CT"),
    "mri": mark("MRI"),
    "bone_scan": mark("bone scan"),
    "other": mark("other"),
}
_FIT_OF = "log-linear fit of "


def method_words(method: str) -> str:
    """A method as values and growth name it, for people: ``ellipsoid, CT``.

    A method itself is a key that is compared and never translated; one that is not ours is
    shown as it came.
    """
    if method.startswith(_FIT_OF):
        return say("log-linear fit of {method}", method=method_words(method.removeprefix(_FIT_OF)))
    if method in _METHODS:
        return say(method)
    form, comma, modality = method.rpartition(", ")
    if not comma:
        return say(_MODALITIES[method]) if method in _MODALITIES else method
    return say("{form}, {how}", form=method_words(form), how=method_words(modality))
