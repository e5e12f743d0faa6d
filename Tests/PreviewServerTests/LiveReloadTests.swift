import Foundation
import Testing

@testable import PreviewServer

@Suite struct LiveReloadTests {
  private func shown(_ preview: RunningPreview) throws -> String {
    let text = try #require(try preview.get("/")?.text)
    let start = try #require(text.range(of: "data-shown=\""))
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test func aWaitingPageHearsOfAChangeAtOnce() throws {
    let preview = try RunningPreview()
    let client = try preview.client()
    client.request("/-/changed.js?shown=\(try shown(preview))&t=1")
    pause(milliseconds: 100)
    let start = ContinuousClock.now
    preview.server.show(files: ["index.html": Array(RunningPreview.page.utf8)])
    let response = try #require(client.response())
    #expect(start.duration(to: .now) < .seconds(1))
    #expect(response.text == "dispatchEvent(new Event(\"preview-changed\"));\n")
    #expect(response["content-type"] == "text/javascript; charset=utf-8")
    #expect(response["etag"] == nil)
  }

  @Test func nothingIsAnsweredBeforeTheTimeIsUp() throws {
    var limits = PreviewServer.Limits()
    limits.waitMilliseconds = 400
    let preview = try RunningPreview(limits: limits)
    let client = try preview.client()
    let start = ContinuousClock.now
    client.request("/-/changed.js?shown=\(try shown(preview))")
    #expect(client.response()?.text == "// Nothing has changed.\n")
    #expect(start.duration(to: .now) >= .milliseconds(390))
    // The connection can wait again.
    client.request("/-/changed.js?shown=\(try shown(preview))")
    preview.server.show(faults: [])
    #expect(client.response()?.text == LiveReload.changed)
  }

  @Test(arguments: ["?shown=other-1", "", "?", "?shown="])
  func aPageOfAnotherStateReloadsAtOnce(query: String) throws {
    let preview = try RunningPreview()
    #expect(try preview.get("/-/changed.js\(query)")?.text == LiveReload.changed)
  }

  @Test func faultsAndTheirMendingReloadToo() throws {
    let preview = try RunningPreview()
    let site = try preview.client()
    site.request("/-/changed.js?shown=\(try shown(preview))")
    preview.server.show(faults: [])
    #expect(site.response()?.text == LiveReload.changed)
    let faults = try preview.client()
    faults.request("/-/changed.js?shown=\(try shown(preview))")
    preview.server.show(files: [:])
    #expect(faults.response()?.text == LiveReload.changed)
  }

  @Test func whoGoesAwayIsForgotten() throws {
    let board = StateBoard(name: "n")
    let ticket = try #require(board.wait(whileShown: "n-0") { Issue.record("woken") })
    board.stopWaiting(ticket)
    board.change { _ in }
    #expect(board.current.shown == "n-1")
  }

  @Test func ownFilesAreNamedAndNoOthers() throws {
    let preview = try RunningPreview()
    #expect(try preview.get("/-/faults.css")?.status == 200)
    #expect(try preview.get("/-/other.js")?.status == 404)
    #expect(try preview.get("/-/")?.status == 404)
  }

  /// A policy of scripts alone must do: no connection, no inline script.
  @Test func theScriptNeedsNoConnection() {
    for word in ["fetch(", "XMLHttpRequest", "EventSource", "WebSocket", "sendBeacon", "eval("] {
      #expect(!LiveReload.script.contains(word))
    }
  }

  @Test func aPageWithoutHeadGetsTheScriptAtItsEnd() {
    let page = LiveReload.adding(to: Array("<p>x</p>".utf8), shown: "a-1")
    #expect(
      String(decoding: page, as: UTF8.self)
        == "<p>x</p><script defer=\"\" src=\"/-/reload.js\" data-shown=\"a-1\"></script>\n")
    #expect(!LiveReload.adding(to: [], shown: "a-1").isEmpty)
  }
}
