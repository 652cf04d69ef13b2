"""Gets what the test suite needs beyond Python packages: the local model, and Chromium where it can be had.

Run by `make test`; quick when both are there. Where Chromium cannot be had, set SUMMARISER_TEST_NO_BROWSER=1 to leave
the browser tests out knowingly; otherwise they fail and say why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from browser import find_chromium

APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300")


def main() -> None:
    """Fetch the model, then see to a browser."""
    subprocess.run([sys.executable, "-m", "summariser", "model", "pull"], check=True)
    if os.environ.get("SUMMARISER_TEST_NO_BROWSER") or find_chromium():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = [*APT, "install", "-y", "--no-install-recommends", "chromium"]
        subprocess.run([*APT, "update"], check=False, env=environment)
        subprocess.run(install, check=False, env=environment, stdout=subprocess.DEVNULL)
    if not find_chromium():
        sys.stderr.write(
            "no Chromium here: install it (Debian: apt-get install chromium), or set SUMMARISER_TEST_NO_BROWSER=1\n"
        )


main()
