"""One patient's case with everything computed from it: what windows and paper are fed with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.guidance.assess import assess
from desktop.measures.derived import derive

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.guidance.assessment import Assessment
    from desktop.measures.values import Derived


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case, its measures and its assessment; all three belong to the same moment."""

    case: Case
    derived: Derived
    assessment: Assessment


def dossier_of(case: Case) -> Dossier:
    """The dossier of a case, computed afresh: nothing derived is ever stored."""
    derived = derive(case)
    return Dossier(case, derived, assess(case, derived))
