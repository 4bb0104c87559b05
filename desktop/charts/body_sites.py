"""Which named site lies nearest to a place on a silhouette, for a mass that is pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from desktop.charts.body import CENTER, PLACES, UNPAIRED
from desktop.domain.language import say
from desktop.domain.terms import place_label

if TYPE_CHECKING:
    from desktop.charts.body import Place, View

FARTHEST = 34.0
"""Units of the silhouette: a place farther from every site names none."""

OTHER_VIEW = 9.0
"""Units by which a site drawn on the other view counts as farther away."""

MIDLINE = 7.0
"""Units aside of the middle within which a site without a side is in the midline."""

_NOT_POINTED_AT = frozenset(
    {
        "lung",
        "kidney",
        "brain",
        "heart",
        "liver",
        "eye",
        "retroperitoneum",
        "upper_limb",
        "lower_limb",
    }
)
"""Organs, and sites that say nothing exact: chosen in the form, never proposed."""


@dataclass(frozen=True, slots=True)
class SiteGuess:
    """A site with its side (``left``, ``right``, ``midline``) and the view it was pointed at on."""

    site: str
    side: str
    view: View

    @property
    def words(self) -> str:
        """The place in words: ``Left knee, front``."""
        place = place_label(self.site, self.side)
        if self.view == "front":
            return say("{place}, front", place=place)
        return say("{place}, back", place=place)


def nearest_site(view: View, x: float, y: float) -> SiteGuess | None:
    """The site of the vocabulary nearest to a place on a view; None far from all of them.

    ``x`` and ``y`` are units of the silhouette (200 x 440). The front view faces the reader, so
    its left half is the patient's right.
    """
    aside = abs(x - CENTER)
    found = [
        (_distance(place, view, aside, y), site)
        for site, place in PLACES.items()
        if site not in _NOT_POINTED_AT
    ]
    distance, site = min(found)
    if distance > FARTHEST:
        return None
    if site in UNPAIRED and aside <= MIDLINE:
        return SiteGuess(site, "midline", view)
    is_right = (x < CENTER) == (view == "front")
    return SiteGuess(site, "right" if is_right else "left", view)


def _distance(place: Place, view: View, aside: float, y: float) -> float:
    away = hypot(place.aside - aside, place.down - y)
    return away if place.view == view else away + OTHER_VIEW
