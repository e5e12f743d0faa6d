"""The system's Chromium, driven over many pages by a few workers.

A check is a function of a page of the browser and a file: it is called once for each file, with the
file already loaded, and returns its findings. Each worker starts one browser and keeps one page.
"""

import concurrent.futures
import os
import pathlib
import shutil
from collections.abc import Callable

from playwright.sync_api import Page, sync_playwright

WORKERS = min(2, os.cpu_count() or 1)
NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable() -> str:
    """The browser that CHROMIUM names, else the first that is installed."""
    found = [path for name in (os.environ.get("CHROMIUM", ""), *NAMES) if (path := shutil.which(name))]
    if not found:
        raise SystemExit("check: no Chromium was found; run Scripts/check/setup.sh")
    return found[0]


def launch(playwright):
    """A headless browser with hinting off, so that text has the same extent on every machine."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # root has no user namespace to drop to
    return playwright.chromium.launch(
        executable_path=executable(),
        args=[*sandbox, "--font-render-hinting=none", "--disable-background-networking"])


def _work(files: list[pathlib.Path], options: dict,
          check: Callable[[Page, pathlib.Path], list]) -> list:
    """One worker's share: one browser and one page for all its files."""
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(**options)
        for file in files:
            page.goto(file.as_uri())
            found += check(page, file)
        browser.close()
    return found


def each(files: list[pathlib.Path], check: Callable[[Page, pathlib.Path], list],
         **options) -> list:
    """The findings of all files, sorted; options are those of a browser context."""
    shares = [files[first::WORKERS] for first in range(WORKERS)]
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        runs = [pool.submit(_work, share, options, check) for share in shares if share]
        return sorted(found for run in runs for found in run.result())
