"""``waqai`` as a user calls it, many times at little cost: a process that has it loaded forks for each call.

Run as a script it reads one JSON object a line (arguments, environment, files for the two outputs), forks, answers with the
child's number, and when that ends with its exit code.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def serve() -> None:
    """Fork for each line, from a process that has loaded and done what every call loads and does."""
    from waqai.cli import main

    for name in ("anyio._backends._asyncio", "anyio.streams.tls", "feedparser", "waqai.fetch.verify"):
        import_module(name)
    with TemporaryDirectory() as home, TemporaryDirectory() as empty, suppress(SystemExit):
        os.environ["WAQAI_HOME"] = home
        sys.argv = ["waqai", "fetch", "--quiet", empty]
        main()
    for line in sys.stdin:
        call = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.environ |= call["env"]
                for number, name in ((1, call["out"]), (2, call["err"])):
                    os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
                if call["slow_disk"]:
                    os.fsync = _slowly(os.fsync)
                sys.argv = ["waqai", *call["argv"]]
                main()
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _slowly(fsync):
    """Wait for the disk as long as a disk takes that is none of memory: so a kill falls between two writes, too."""

    def slow(file: int) -> None:
        time.sleep(0.004)
        fsync(file)

    return slow


class Forks:
    """Calls ``waqai`` with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = [sys.executable, "-W", "error", __file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, home: Path, *argv: str, slow_disk: bool = False) -> int:
        """Begin a call and give its process."""
        files = {"out": str(self.folder / "out"), "err": str(self.folder / "err")}
        call = {"argv": argv, "env": {"WAQAI_HOME": str(home), "COLUMNS": "200"}, "slow_disk": slow_disk, **files}
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> int:
        """Wait for the call and give its exit code; minus the signal when it was killed."""
        return int(self._process.stdout.readline())

    def call(self, home: Path, *argv: str) -> tuple[int, str, str]:
        """Give exit code and both outputs of a call."""
        self.start(home, *argv)
        code = self.end()
        return (
            code,
            (self.folder / "out").read_text(encoding="utf-8"),
            (self.folder / "err").read_text(encoding="utf-8"),
        )

    def kill(self, process: int) -> None:
        """Kill a call that may have ended by itself."""
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)

    def close(self) -> None:
        """End."""
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


if __name__ == "__main__":
    serve()
