"""One patient's case with everything computed from it: what windows and paper are fed with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.measures.derived import derive

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Assessment
    from desktop.guidance.loader import Pack
    from desktop.measures.values import Derived


# Without slots: a cached property is kept in the instance's own dictionary.
@dataclass(frozen=True)
class Dossier:
    """A case, its measures and its assessment; all three belong to the same moment.

    The assessment is worked out when it is first asked for, unless one is ``given``: charts
    and results do not wait for the rules to be read. ``rules`` gives the pack when it is
    needed; without it the shipped one is used.
    """

    case: Case
    derived: Derived
    given: Assessment | None = None
    rules: Callable[[], Pack] | None = None

    @cached_property
    def pack(self) -> Pack:
        """The rules that are applied; raises PackError where they cannot be used."""
        from desktop.guidance.loader import guidance_pack

        return self.rules() if self.rules else guidance_pack()

    @cached_property
    def assessment(self) -> Assessment:
        """The guidance applied to the case.

        Raises PackError where the rule files themselves cannot be used.
        """
        if self.given is not None:
            return self.given
        from desktop.guidance.assess import assess  # not needed for what is painted first

        return assess(self.case, self.derived, pack=self.pack)

    @property
    def is_assessed(self) -> bool:
        """True where the assessment is at hand, so that asking for it takes no time."""
        return self.given is not None or "assessment" in self.__dict__


def dossier_of(case: Case, *, rules: Callable[[], Pack] | None = None) -> Dossier:
    """The dossier of a case, computed afresh: nothing derived is ever stored.

    ``rules`` gives the pack to apply, by default the shipped one, once it is needed.
    """
    return Dossier(case, derive(case), rules=rules)
