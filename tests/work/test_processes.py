"""Worker processes: they are there for the program, and never outlive it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE_S = 20.0
PROGRAM = """
import os
from desktop.work.processes import pool_of

if __name__ == "__main__":
    pool = pool_of(1)
    print(pool.submit(os.getpid).result(), flush=True)
    os._exit(0)  # as after a crash: nobody tells the worker to end
"""


def _is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_worker_ends_with_the_program_even_after_a_crash(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    told = tmp_path / "told"
    with told.open("w") as out:  # a pipe would be held open by the worker
        subprocess.run(
            [sys.executable, str(script)], stdout=out, check=True, cwd=Path.cwd(), timeout=60
        )
    worker = int(told.read_text())
    end = time.monotonic() + PATIENCE_S
    while _is_running(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _is_running(worker)
