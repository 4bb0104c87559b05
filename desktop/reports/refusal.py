"""Why a document is not made: there is none for this patient, or a piece is too large."""

from __future__ import annotations

from desktop.domain.errors import UserError


class NoSuchDocument(UserError):  # noqa: N818 - reads as the fact that it states
    """There is no document of this kind for this patient, by intention."""


class DoesNotFit(UserError):  # noqa: N818 - reads as the fact that it states
    """A piece of the document is larger than a page."""
