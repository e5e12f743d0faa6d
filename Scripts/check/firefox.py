"""The system's Firefox ESR, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).

Firefox speaks BiDi itself, over a websocket on loopback; no other driver is needed. Each window is
a Firefox of its own with a new profile: dark mode and scripts are set by preferences, which a
running Firefox does not let a driver change. It starts in half a second.

Firefox reports no request for file: addresses. What a page on disk asks of others is seen all the
same: requests to them are reported, and so is what the page's policy blocks or what does not load.
"""

import base64
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator

import websocket

from window import HEIGHT, LOADED, WIDTH, Opened, Window

NAMES = ("firefox-esr", "firefox")
START = 60.0  # seconds that Firefox may take to listen
KEYS = {"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
        "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
        "Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}  # WebDriver, "keyboard actions"

# Reports what does not load from disk, for which there are no network events.
WATCH = """(said) => addEventListener('error', (event) => {
  if (event.target instanceof Element && location.protocol === 'file:')
    said(`missing: ${event.target.src || event.target.href}`);
}, true)"""

# Where to click on the first shown element: the middle of its first line.
PLACE = """(selector) => {
  const element = [...document.querySelectorAll(selector)].find((e) => e.checkVisibility());
  if (!element) return null;
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = element.getClientRects()[0];
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}"""

# Only what is a promise is waited for: with scripts off none is ever fulfilled.
CALL = """(given) => {
  const text = (value) => JSON.stringify(value) ?? 'null';
  const value = (%s)(...JSON.parse(given));
  return value instanceof Promise ? value.then(text) : text(value);
}"""


class Refused(Exception):
    """A command that Firefox does not carry out."""


def executable() -> str:
    """The browser that FIREFOX names, else the first that is installed."""
    for name in (os.environ.get("FIREFOX", ""), *NAMES):
        if path := shutil.which(name):
            return path
    raise SystemExit("check: no Firefox was found; run Scripts/check/setup.sh")


class Session:
    """A running Firefox and the commands it takes."""

    def __init__(self, preferences: dict[str, bool | int], *options: str) -> None:
        self.events: list[dict] = []
        self.sent = 0
        # A folder for profile and home: nothing of the user's is read or written.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="firefox-"))
        (self.folder / "user.js").write_text("".join(
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in preferences.items()), encoding="utf-8")
        self.process = subprocess.Popen(
            [executable(), "--headless", "--no-remote", "--profile", self.folder,
             "--remote-debugging-port", "0", *options],
            env={**os.environ, "HOME": str(self.folder)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.socket = websocket.create_connection(
            f"{self.listening()}/session", suppress_origin=True, timeout=START,
            http_no_proxy=["127.0.0.1"])
        self.send("session.new", capabilities={})

    def listening(self) -> str:
        """The address that Firefox writes into its profile when it listens."""
        told = self.folder / "WebDriverBiDiServer.json"
        end = time.monotonic() + START
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(FileNotFoundError, ValueError):
                place = json.loads(told.read_text(encoding="utf-8"))
                return f"ws://{place['ws_host']}:{place['ws_port']}"
            time.sleep(0.02)
        raise SystemExit(f"check: Firefox does not listen on loopback ({self.process.poll()})")

    def send(self, method: str, **parameters) -> dict:
        """Carry out one command and return its result; events that come before it are kept."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") != self.sent:
                self.events.append(message)
            elif message["type"] == "error":
                raise Refused(f"{method}: {message['error']}: {message['message']}")
            else:
                return message["result"]

    def close(self) -> None:
        """End Firefox and remove its profile; a shutdown in order would take seconds to keep it."""
        self.socket.shutdown()
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Firefox(Window):
    """The one window of a session."""

    failure = Refused

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.context = session.send("browsingContext.getTree")["contexts"][0]["context"]
        session.send("session.subscribe", events=[
            "network.beforeRequestSent", "network.fetchError", "network.responseCompleted",
            "log.entryAdded", "script.message"])
        session.send("script.addPreloadScript", functionDeclaration=WATCH,
                     arguments=[{"type": "channel", "value": {"channel": "watch"}}])
        session.send("browsingContext.setViewport", context=self.context,
                     viewport={"width": WIDTH, "height": HEIGHT})

    def go(self, address: str) -> None:
        self.send("browsingContext.navigate", url=address, wait="complete")

    def ask(self, function: str, *arguments):
        answer = self.send(
            "script.callFunction", target={"context": self.context}, awaitPromise=True,
            functionDeclaration=CALL % function,
            arguments=[{"type": "string", "value": json.dumps(arguments)}])
        if answer["type"] == "exception":
            raise Refused(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def click(self, selector: str) -> None:
        x, y = self.until(PLACE, selector, told=f"nothing to click at {selector}")
        self.act("pointer", {"type": "pointerMove", "x": x, "y": y},
                 {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def press(self, *keys: str) -> None:
        values = [KEYS.get(key, key) for key in keys]
        self.act("key", *({"type": act, "value": value}
                          for value in values for act in ("keyDown", "keyUp")))

    def back(self) -> None:
        before = self.ask("() => location.href")
        self.send("browsingContext.traverseHistory", delta=-1)
        self.until(LOADED, before, told="there is no way back")

    def pdf(self) -> bytes:
        return base64.b64decode(self.send("browsingContext.print")["data"])

    def act(self, device: str, *actions: dict) -> None:
        """Move, press and release one device."""
        self.send("input.performActions",
                  actions=[{"type": device, "id": device, "actions": list(actions)}])

    def send(self, method: str, **parameters) -> dict:
        """Carry out a command in this window, and keep what its pages have asked for and said."""
        if not method.startswith("script."):
            parameters["context"] = self.context
        try:
            return self.session.send(method, **parameters)
        finally:
            for event in self.session.events:
                self.note(event["method"], event["params"])
            self.session.events.clear()

    def note(self, event: str, told: dict) -> None:
        """Keep an event's request or message."""
        asked = told.get("request", {}).get("url", "data:")
        if not asked.startswith("data:"):
            if event == "network.beforeRequestSent":
                self.requests.append(asked)
            elif event == "network.fetchError":
                if told["errorText"] != "NS_BINDING_ABORTED":  # by leaving the page
                    self.messages.append(f"missing: {asked}")
            elif told["response"]["status"] >= 400:
                self.messages.append(f"{told['response']['status']}: {asked}")
        elif event == "log.entryAdded" and told["level"] in ("error", "warn"):
            self.messages.append(told["text"])
        elif event == "script.message":
            self.messages.append(told["data"]["value"])


@contextlib.contextmanager
def opened(dark: bool = False, scripts: bool = True) -> Iterator[Window]:
    """A window in a Firefox of its own."""
    session = Session({"layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
                       "javascript.enabled": scripts})
    try:
        yield Firefox(session)
    finally:
        session.close()


@contextlib.contextmanager
def opener() -> Iterator[Opened]:
    """Gives a function that opens windows."""
    yield opened
