"""The system's Chromium, driven over many pages by a few workers.

A visit is made once in each worker, with that worker's browser, and then called with one file after
the other; it returns the findings of each.
"""

import concurrent.futures
import os
import pathlib
import shutil
from collections.abc import Callable

from playwright.sync_api import Browser, sync_playwright

WORKERS = min(2, os.cpu_count() or 1)
NAMES = ("chromium", "chromium-browser", "google-chrome")

Visit = Callable[[pathlib.Path], list]


def executable() -> str:
    """The browser that CHROMIUM names, else the first that is installed."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if path := shutil.which(name):
            return path
    raise SystemExit("check: no Chromium was found; run Scripts/check/setup.sh")


def launch(playwright) -> Browser:
    """A headless browser without hinting, so that text has the same extent on every machine."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # root has no user namespace to drop to
    return playwright.chromium.launch(
        executable_path=executable(),
        args=[*sandbox, "--font-render-hinting=none", "--disable-background-networking"])


def _work(files: list[pathlib.Path], begin: Callable[[Browser], Visit]) -> list:
    """The findings of one worker's share."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        visit = begin(browser)
        found = [finding for file in files for finding in visit(file)]
        browser.close()
        return found


def each(files: list[pathlib.Path], begin: Callable[[Browser], Visit]) -> list:
    """The findings of all files, sorted."""
    shares = [files[first::WORKERS] for first in range(WORKERS)]
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        runs = [pool.submit(_work, share, begin) for share in shares if share]
        return sorted(found for run in runs for found in run.result())
