import Foundation
import Testing

@testable import PreviewServer

@Suite struct ServingTests {
  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/about/", "text/html; charset=utf-8"),
    ("/about/index.html?x=1", "text/html; charset=utf-8"),
    ("/assets/style.css", "text/css; charset=utf-8"), ("/feed.xml", "application/xml"),
    ("/a%20b.txt", "text/plain; charset=utf-8"), ("/%C3%A9.txt", "text/plain; charset=utf-8"),
    ("/archive", "application/octet-stream"),
  ])
  func filesAreServedWithTheirType(target: String, type: String) throws {
    let response = try #require(try RunningPreview().get(target))
    #expect(response.status == 200)
    #expect(response["content-type"] == type)
    #expect(response["content-length"] == String(response.body.count))
    #expect(response["cache-control"] == "no-store")
    #expect(response["cross-origin-resource-policy"] == "same-origin")
    #expect(response["x-content-type-options"] == "nosniff")
  }

  @Test func aFileIsServedAsItIs() throws {
    #expect(try RunningPreview().get("/assets/style.css")?.text == "p { margin: 0 }\n")
  }

  @Test func aPageGetsOneScriptMore() throws {
    let preview = try RunningPreview()
    let text = try #require(try preview.get("/")?.text)
    let start = try #require(
      text.range(of: "<script defer=\"\" src=\"/-/reload.js\" data-shown=\""))
    #expect(text[..<start.lowerBound].hasSuffix("<title>A</title>\n"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.range(of: "\"></script>\n</head>\n"))
    #expect(rest[end.upperBound...] == "<body></body></html>\n")
    let script = try #require(try preview.get("/-/reload.js"))
    #expect(script.status == 200)
    #expect(script["content-type"] == "text/javascript; charset=utf-8")
  }

  @Test func headTellsTheLengthAlone() throws {
    let preview = try RunningPreview()
    let client = try preview.client()
    client.request("/", method: "HEAD")
    let head = try #require(client.response(toHead: true))
    client.request("/")
    let page = try #require(client.response())
    #expect(head.status == 200)
    #expect(head["content-length"] == page["content-length"])
    #expect(head["etag"] == page["etag"])
  }

  @Test func whatTheClientHasIsNotSentAgain() throws {
    let preview = try RunningPreview()
    let tag = try #require(try preview.get("/feed.xml")?["etag"])
    let again = try #require(
      try preview.get("/feed.xml", fields: ["If-None-Match: W/\(tag), \"x\""]))
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    #expect(again["etag"] == tag)
    #expect(try preview.get("/feed.xml", fields: ["If-None-Match: \"x\""])?.status == 200)
  }

  @Test func aFolderIsNamedWithItsSlash() throws {
    let response = try #require(try RunningPreview().get("/about?x=1"))
    #expect(response.status == 307)
    #expect(response["location"] == "/about/?x=1")
  }

  @Test func whatIsMissingIsSaidInTheSitesOwnWords() throws {
    let plain = try RunningPreview()
    #expect(try plain.get("/none/")?.text == "The site has no such page or file.\n")
    #expect(try plain.get("/none/")?.status == 404)
    var files = RunningPreview.site
    files["404.html"] = "<html><head></head><body>Lost?</body></html>"
    let response = try #require(try RunningPreview(files: files).get("/none"))
    #expect(response.status == 404)
    #expect(response["content-type"] == "text/html; charset=utf-8")
    #expect(response.text.hasSuffix("</script>\n</head><body>Lost?</body></html>"))
  }

  @Test func aConnectionServesManyRequests() throws {
    let client = try RunningPreview().client()
    for _ in 0..<5 {
      client.request("/feed.xml")
      #expect(client.response()?.status == 200)
    }
    // All at once: answered in order.
    for target in ["/feed.xml", "/none", "/a%20b.txt"] { client.request(target) }
    #expect((0..<3).map { _ in client.response()?.status } == [200, 404, 200])
  }

  @Test func aConnectionIsClosedWhenTheClientSaysSo() throws {
    let client = try RunningPreview().client()
    client.request("/feed.xml", fields: ["Connection: close"])
    #expect(client.response()?["connection"] == "close")
    #expect(client.isClosed())
  }

  @Test func aPortThatIsTakenIsNamed() throws {
    let preview = try RunningPreview()
    let second = PreviewServer(port: preview.port)
    defer { second.stop() }
    #expect(throws: PreviewFailure.portTaken(preview.port)) { _ = try second.start() }
    #expect(
      PreviewFailure.portTaken(8000).description
        == "port 8000 is taken by another program. Choose another with --port, or any free one with "
        + "--port 0.")
  }

  @Test(arguments: ["203.0.113.7", "no-such-host.invalid"])
  func aHostThatIsNotThisMachineIsNamed(host: String) throws {
    let server = PreviewServer(host: host, port: 0)
    defer { server.stop() }
    #expect(throws: PreviewFailure.noSuchHost(host)) { _ = try server.start() }
  }

  @Test func theAddressIsReadyForABrowser() throws {
    #expect(PreviewAddress(host: "127.0.0.1", port: 80).description == "http://127.0.0.1:80/")
    #expect(PreviewAddress(host: "::1", port: 8000).description == "http://[::1]:8000/")
  }
}
