"""A built site and the address under which a browser reads it: from disk, or as its server's."""

import html
import mimetypes
import pathlib
import sys
import urllib.parse

import feeds
import pages


class Copy:
    """A built site and the address under which it is read."""

    def __init__(self, folder: pathlib.Path, on_disk: bool) -> None:
        self.folder = folder
        match = feeds.CANONICAL.search((folder / "index.html").read_text(encoding="utf-8"))
        if not on_disk and not match:
            pages.unable(pathlib.Path(sys.argv[0]).name, f"{folder} has no address: its site.yml needs a baseURL")
        self.base = folder.as_uri() + "/" if on_disk else html.unescape(match.group(1))
        self.on_disk = on_disk
        self.name = "disk" if on_disk else "web"

    def address(self, page: str) -> str:
        """Where a page, such as search/index.html, is read."""
        if not self.on_disk:
            page = page.removesuffix("index.html")
        return self.base + urllib.parse.quote(page)

    def file(self, address: str) -> pathlib.Path | None:
        """The file behind an address; None for an address that is not the site's."""
        plain = address.split("#")[0].split("?")[0]
        if not plain.startswith(self.base):
            return None
        inside = urllib.parse.unquote(plain.removeprefix(self.base))
        if inside == "" or inside.endswith("/"):
            inside += "index.html"
        return self.folder / inside

    def serve(self, route) -> None:
        """Answer a request of the site's own address from its folder, and no other."""
        file = self.file(route.request.url)
        if file is None or not file.is_file():
            route.abort()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    def window(self, driven, note, scripts: bool = True):
        """A new page in a context of its own, whose requests and messages are watched."""
        context = driven.new_context(java_script_enabled=scripts)
        if not self.on_disk:
            context.route("**/*", self.serve)
        page = context.new_page()

        def request(asked) -> None:
            if asked.url.startswith("data:"):
                return
            file = self.file(asked.url)
            if file is None:
                note("network", asked.url)
            elif not file.is_file():
                note("network", f"missing: {asked.url.removeprefix(self.base)}")

        page.on("request", request)
        page.on("pageerror", lambda error: note("console", str(error)))
        page.on("console", lambda message: note("console", message.text)
                if message.type in ("error", "warning") else None)
        return page
