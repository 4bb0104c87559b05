"""Where a registry file lies: on this computer or a share, and who else may read it there."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from desktop.domain.errors import UserError
from desktop.domain.language import say

_SHARES = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.curlftpfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)
"""Kinds of places that several computers share; SQLite's log must lie on one computer."""
_WITHOUT_OWNERS = frozenset({"exfat", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat"})
"""Kinds of places, such as memory sticks, where files have no owner and chmod does nothing."""
MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def kind_of_place(path: Path) -> str:
    """The kind of file system that a file lies on, such as ``ext4``; empty if not known."""
    own = path.resolve()
    if sys.platform == "win32":
        return "smb3" if _is_remote_drive(own) else ""
    best, kind = "", ""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    for line in lines:
        before, _, after = line.partition(" - ")
        mounted = _plain(before.split(" ")[4])
        if len(mounted) >= len(best) and own.is_relative_to(mounted):
            best, kind = mounted, after.split(" ")[0]
    return kind


def _plain(escaped: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        escaped = escaped.replace(code, letter)
    return escaped


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(path: Path) -> bool:
        root = path.anchor
        return root.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
        )


def refuse_share(path: Path, kind: str) -> None:
    """Raise UserError for a file on a network share."""
    if kind in _SHARES:
        raise UserError(
            say("{file} lies on a network share ({kind}).", file=path.name, kind=kind),
            kept=say("It was not opened."),
            remedy=say(
                "Copy it to a disk of this computer: on a share two computers can destroy it."
            ),
        )


def has_owners(kind: str) -> bool:
    """Whether files on such a place have owners, so that others can be kept from them."""
    return kind not in _WITHOUT_OWNERS


def refuse_public(path: Path, kind: str) -> None:
    """Raise UserError for a file that everybody on this computer may read or write."""
    if sys.platform == "win32" or not has_owners(kind):
        return
    if path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise UserError(
            say("Everybody on this computer may read or write {file}.", file=path.name),
            kept=say("It was not opened."),
            remedy=say("Make it yours alone first: chmod 600 {path}", path=path),
        )
