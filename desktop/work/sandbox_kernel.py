"""Limits that Linux itself keeps for a process: which files it may read, which calls it may make.

Landlock (Linux 5.13) and a filter of system calls (seccomp). Where the kernel lacks one, the
other limits still hold.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP = 22
_FILTER = 2

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""System calls of Landlock, the same on every processor."""
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many rights over files each version knows; from 5 on there are 16."""
_CONNECTIONS = 0b11

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_NUMBERS = 0x40000000
"""From here on the same calls are numbered a second time (x32)."""
_NOT_PERMITTED = 1
_CALLS: dict[str, tuple[int, tuple[int, ...]]] = {
    # The processor's number; then clone, fork, vfork, execve, kill, ptrace, socket, socketpair,
    # connect, bind, execveat, process_vm_writev, clone3, io_uring_setup, tkill, tgkill.
    "x86_64": (
        0xC000003E,
        (56, 57, 58, 59, 62, 101, 41, 53, 42, 49, 322, 311, 435, 425, 200, 234),
    ),
    "aarch64": (
        0xC00000B7,
        (220, 221, 129, 117, 198, 199, 203, 200, 281, 271, 435, 425, 130, 131),
    ),
}


def confine(readable: Sequence[str], listed: Sequence[str]) -> None:
    """Leave this process only the reading of ``readable`` files and folders, for ever.

    Of the folders ``listed`` it may know the names of the files, no more.

    Does nothing on other systems than Linux.
    """
    if not sys.platform.startswith("linux"):
        return
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return
    _allow_reading(system, readable, listed)
    _refuse_calls(system)


def _allow_reading(system: ctypes.CDLL, readable: Sequence[str], listed: Sequence[str]) -> None:
    version = system.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return
    rights = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    # Structures may only be as long as the version knows them.
    rules = struct.pack("=QQ", rights, _CONNECTIONS) if version >= 4 else struct.pack("=Q", rights)
    ruleset = system.syscall(_CREATE_RULESET, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0:
        return
    for name in readable:
        path = Path(name)
        _allow(system, ruleset, path, _READ_FILE | (_READ_FOLDER if path.is_dir() else 0))
    for name in listed:
        _allow(system, ruleset, Path(name), _READ_FOLDER)
    system.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow(system: ctypes.CDLL, ruleset: int, path: Path, allowed: int) -> None:
    if not path.exists():
        return
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        system.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", allowed, place), 0)
    finally:
        os.close(place)


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def _refuse_calls(system: ctypes.CDLL) -> None:
    """Refuse new processes, other programs, connections and signals to others."""
    known = _CALLS.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return
    processor, calls = known
    count = len(calls)
    steps = [
        _step(_LOAD, value=4),  # the processor
        _step(_EQUAL, 1, 0, processor),
        _step(_RETURN, value=_REFUSE | _NOT_PERMITTED),
        _step(_LOAD, value=0),  # the number of the call
        _step(_AT_LEAST, count + 1, 0, _OTHER_NUMBERS),
        *(_step(_EQUAL, count - place, 0, call) for place, call in enumerate(calls)),
        _step(_RETURN, value=_ALLOW),
        _step(_RETURN, value=_REFUSE | _NOT_PERMITTED),
    ]
    content = b"".join(steps)
    program = _Filter(len(steps), content)
    system.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)


def _step(code: int, if_true: int = 0, if_false: int = 0, value: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
