"""Results that a sender knows by a number: which one it is, which version, what it said.

A laboratory sends the same result again, corrects it, or takes it back. The three cells of
``SOURCE_COLUMNS`` let an import tell these apart from new results.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from desktop.domain.columns import table_named

if TYPE_CHECKING:
    from collections.abc import Mapping

WITHDRAWN = "withdrawn"
"""The digest of a result that the sender took back."""
_COLUMNS = table_named("labs").names


def digest(cells: Mapping[str, str]) -> str:
    """What a result says, in 16 hexadecimal digits: its own cells, none of the source."""
    joined = "\x1f".join(cells.get(name, "") for name in _COLUMNS)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
