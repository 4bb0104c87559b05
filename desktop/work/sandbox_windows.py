"""The limits of a process on Windows: a job that allows so much memory, time, and no child.

The shapes are those of ``winnt.h`` for programs of 64 bits.
"""

from __future__ import annotations

import ctypes
import sys

_PROCESS_TIME = 0x2
_ACTIVE_PROCESSES = 0x8
_PROCESS_MEMORY = 0x100
_DIE_ON_UNHANDLED = 0x400
_KILL_ON_CLOSE = 0x2000
_EXTENDED_LIMITS = 9
_TICKS = 10_000_000
"""Windows counts time in tenths of a microsecond."""


class BasicLimits(ctypes.Structure):
    """``JOBOBJECT_BASIC_LIMIT_INFORMATION``."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits(*, memory: int, cpu_seconds: int) -> ExtendedLimits:
    """The limits of a reader; ``memory`` in bytes."""
    made = ExtendedLimits()
    basic = made.BasicLimitInformation
    basic.LimitFlags = (
        _PROCESS_TIME | _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_CLOSE
    )
    basic.PerProcessUserTimeLimit = cpu_seconds * _TICKS
    basic.ActiveProcessLimit = 1
    made.ProcessMemoryLimit = memory
    return made


def into_job(process: int, *, memory: int, cpu_seconds: int) -> int:
    """Put a process, by its handle, into a job with limits; gives the job's handle.

    The job ends, and the process with it, when the handle is closed. Raises OSError where
    Windows refuses.
    """
    if sys.platform != "win32":
        raise OSError
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    told = limits(memory=memory, cpu_seconds=cpu_seconds)
    size = ctypes.c_uint32(ctypes.sizeof(told))
    is_done = job and kernel.SetInformationJobObject(
        ctypes.c_void_p(job), ctypes.c_int(_EXTENDED_LIMITS), ctypes.byref(told), size
    )
    if not is_done or not kernel.AssignProcessToJobObject(
        ctypes.c_void_p(job), ctypes.c_void_p(process)
    ):
        raise ctypes.WinError(ctypes.get_last_error())
    return int(job)


def close(job: int) -> None:
    """Close the handle of a job."""
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(job))
