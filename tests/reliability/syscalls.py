"""What SQLite asks the system to do with files, recorded or refused on the way.

The driver exports SQLite's table of file systems, and every open file carries a table of its
methods: both are replaced, in this process alone, by ones that tell us first. No compiler and no
preloaded library is needed.
"""

from __future__ import annotations

import ctypes as c
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import sqlcipher3._sqlite3 as driver  # type: ignore[import-not-found,unused-ignore]

Kind = Literal["write", "truncate", "sync", "delete", "ack"]

FULL = 13
"""SQLITE_FULL: what SQLite is told when the disk is full."""

_VFS_OPEN, _VFS_DELETE = 5, 6  # the places in sqlite3_vfs, in words of 8 bytes
_WRITE, _TRUNCATE, _SYNC = 3, 4, 5  # the places in sqlite3_io_methods
_METHODS = 19

_Open = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_int, c.c_void_p)
_Delete = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int)
_Write = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int, c.c_longlong)
_Truncate = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_longlong)
_Sync = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int)


@dataclass(frozen=True, slots=True)
class Operation:
    """One request; ``name`` is the file's, ``at`` an offset, a new size, or a number told."""

    kind: Kind
    name: str = ""
    at: int = 0
    content: bytes = b""


@dataclass
class Disk:
    """Every request since ``watch``; ``room`` bytes may still be written, None for no end."""

    operations: list[Operation] = field(default_factory=list)
    room: int | None = None
    records: bool = True
    _kept: list[object] = field(default_factory=list)

    def told(self, number: int) -> None:
        """Mark that a writer was told that step ``number`` is saved."""
        self.operations.append(Operation("ack", at=number))

    def _note(self, operation: Operation) -> None:
        if self.records:
            self.operations.append(operation)

    def watch(self) -> None:
        """Begin; it lasts as long as the process."""
        library = c.CDLL(driver.__file__)
        library.sqlite3_vfs_find.restype = c.c_void_p
        words = c.cast(library.sqlite3_vfs_find(None), c.POINTER(c.c_void_p))
        real_open = _Open(_value(words, _VFS_OPEN))
        real_delete = _Delete(_value(words, _VFS_DELETE))

        # Names are handed on as addresses: SQLite keeps more behind a name than its letters.
        def opened(vfs: int, name: int | None, file: int, flags: int, given: int) -> int:
            result = int(real_open(vfs, name, file, flags, given))
            if result == 0 and name:
                self._take(file, _name_at(name))
            return result

        def deleted(vfs: int, name: int, flags: int) -> int:
            result = int(real_delete(vfs, name, flags))
            if result == 0:
                self._note(Operation("delete", _name_at(name)))
            return result

        own_open, own_delete = _Open(opened), _Delete(deleted)
        self._kept += [library, real_open, real_delete, own_open, own_delete]
        words[_VFS_OPEN] = c.cast(own_open, c.c_void_p)
        words[_VFS_DELETE] = c.cast(own_delete, c.c_void_p)

    def _take(self, file: int, name: str) -> None:
        """Give an open file methods of its own that tell us before they do what they do."""
        first = c.cast(file, c.POINTER(c.c_void_p))
        real = c.cast(_value(first, 0), c.POINTER(c.c_void_p))
        own = (c.c_void_p * _METHODS)(*(real[place] for place in range(_METHODS)))
        real_write = _Write(_value(real, _WRITE))
        real_truncate = _Truncate(_value(real, _TRUNCATE))
        real_sync = _Sync(_value(real, _SYNC))

        def write(handle: int, data: int, size: int, at: int) -> int:
            if self.room is not None:
                if size > self.room:
                    return FULL
                self.room -= size
            if self.records:
                self._note(Operation("write", name, at, c.string_at(data, size)))
            return int(real_write(handle, data, size, at))

        def truncate(handle: int, size: int) -> int:
            self._note(Operation("truncate", name, size))
            return int(real_truncate(handle, size))

        def sync(handle: int, flags: int) -> int:
            result = int(real_sync(handle, flags))
            self._note(Operation("sync", name))
            return result

        callbacks = (_Write(write), _Truncate(truncate), _Sync(sync))
        self._kept += [own, real_write, real_truncate, real_sync, *callbacks]
        for place, callback in zip((_WRITE, _TRUNCATE, _SYNC), callbacks, strict=True):
            own[place] = c.cast(callback, c.c_void_p)
        first[0] = c.cast(own, c.c_void_p)


def _name_at(address: int) -> str:
    return Path(c.string_at(address).decode()).name


def _value(words: c._Pointer[c.c_void_p], place: int) -> int:
    value = words[place]
    assert value is not None
    return int(value)  # type: ignore[call-overload,no-any-return,unused-ignore]
