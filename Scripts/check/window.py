"""A browser's window, used as a reader uses it: the same few acts in Chromium and in Firefox.

chromium.py and firefox.py each have an `opener()`: with it one gets a function that opens windows,
`opened(dark=False, scripts=True)`.
"""

import abc
import contextlib
import time
from collections.abc import Callable

WIDTH, HEIGHT = 1280, 900
PATIENCE = 10.0  # seconds that a reader waits for something to happen

# Whether another page than `before` is there, all of it.
# Firefox shows about:blank for a moment when a page gets a process of its own.
LOADED = """(before) => ![before, 'about:blank'].includes(location.href)
  && document.readyState === 'complete'"""


class Missed(Exception):
    """What a reader did not get; the text says what."""


class Window(abc.ABC):
    """One window, and what its pages ask for and complain of."""

    failure: type[Exception]  # what a driver raises while a page changes

    def __init__(self) -> None:
        self.requests: list[str] = []  # addresses, data: left out
        self.messages: list[str] = []  # errors and warnings of pages

    @abc.abstractmethod
    def go(self, address: str) -> None:
        """Load a page and wait for all of it."""

    @abc.abstractmethod
    def ask(self, function: str, *arguments):
        """What a JavaScript function returns in the page, as JSON carries it."""

    @abc.abstractmethod
    def click(self, selector: str) -> None:
        """Click the first shown element; Missed when there is none."""

    @abc.abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: single characters, or names such as ArrowDown."""

    @abc.abstractmethod
    def back(self) -> None:
        """Go to the page before."""

    @abc.abstractmethod
    def pdf(self) -> bytes:
        """The page as it is printed, on the sheet that its style names."""

    def until(self, function: str, *arguments, told: str = ""):
        """Ask again and again until the answer is true; Missed after PATIENCE, with `told`."""
        last = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(self.failure):
                if last := self.ask(function, *arguments):
                    return last
            time.sleep(0.02)
        raise Missed(told or f"never true: {function}")

    def settled(self, function: str, *arguments, told: str = ""):
        """Like `until`, for an answer that stays the same for half a second."""
        last = None
        while last != (last := self.until(function, *arguments, told=told)):
            time.sleep(0.5)
        return last

    def address(self) -> str:
        """The page's address without its query and fragment."""
        return self.ask("() => location.href").split("#")[0].split("?")[0]


Opened = Callable[..., contextlib.AbstractContextManager[Window]]
