import Testing

@testable import PreviewServer

/// Requests that a browser does not send, over a real socket.
@Suite struct HostileRequestTests {
  @Test(arguments: [
    "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
    "localhost:80x", "localhost:", "", "127.0.0.1@evil.example", "192.168.1.2", "[::2]", "[::1",
    "0.0.0.0", "127.0.0.256", "127.1", "2130706433", "localhost evil",
  ])
  func aHostThatIsNotLoopbackIsRefused(host: String) throws {
    let client = try RunningPreview().client()
    client.send("GET /feed.xml HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    let response = try #require(client.response())
    #expect(response.status == 421 || response.status == 400)
    #expect(!response.text.contains("<feed/>"))
  }

  @Test(arguments: [
    "localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "127.9.9.9", "[::1]", "[::1]:8000",
  ])
  func loopbackNamesAreServed(host: String) throws {
    let client = try RunningPreview().client()
    client.send("GET /feed.xml HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(client.response()?.status == 200)
  }

  @Test func aHostMustBeNamedOnce() throws {
    let preview = try RunningPreview()
    for fields in ["", "Host: localhost\r\nHost: evil.example\r\n"] {
      let client = try preview.client()
      client.send("GET /feed.xml HTTP/1.1\r\n\(fields)\r\n")
      #expect(client.response()?.status == 400)
    }
  }

  @Test(arguments: [
    "/../etc/passwd", "/..", "/about/../feed.xml", "/./feed.xml", "/%2e%2e/etc/passwd", "/%2E%2e",
    "/about/%2e%2e/feed.xml", "/.%2e/feed.xml", "/feed.xml%00", "/%00", "/%0a", "/%7f",
    "/about%2f..%2ffeed.xml", "/about%2findex.html", "/..%5cfeed.xml", "/a\\..\\feed.xml",
    "\\feed.xml", "//evil.example/", "//", "/about//index.html", "/%", "/%2", "/%zz", "/%ff",
    "/%c0%ae%c0%ae/", "/%ed%a0%80", "/feed.xml#x", "/\u{e9}.txt",
    "http://localhost/feed.xml", "http://evil.example/feed.xml", "file:///etc/passwd", "*",
    "feed.xml", "/a\u{1}b", "/a\tb",
  ])
  func aTargetThatIsNotAPlainPathIsRefused(target: String) throws {
    let client = try RunningPreview().client()
    client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let response = try #require(client.response())
    #expect(response.status == 400, "\(target)")
    #expect(!response.text.contains("<feed/>"))
  }

  @Test(arguments: ["/%252e%252e/feed.xml", "/etc/passwd", "/...", "/.git/config", "/-/../x"])
  func aPathBesideTheSiteIsMissing(target: String) throws {
    let status = try RunningPreview().get(target)?.status
    #expect(status == (target.contains("/../") ? 400 : 404))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])
  func otherMethodsAreRefused(method: String) throws {
    let response = try #require(try RunningPreview().get("/feed.xml", method: method))
    #expect(response.status == 405)
    #expect(response["allow"] == "GET, HEAD")
    #expect(response.text == "The preview answers GET and HEAD only.\n")
  }

  @Test func aTunnelIsRefused() throws {
    let client = try RunningPreview().client()
    client.send("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(client.response()?.status == 405)
  }

  @Test func aMethodThatIsNoneIsRefused() throws {
    let client = try RunningPreview().client()
    client.send("BREW /feed.xml HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(client.response()?.status == 400)
    #expect(client.isClosed())
  }

  @Test func contentIsRefusedAndNotReadAsARequest() throws {
    let preview = try RunningPreview()
    let smuggled = "GET /a%20b.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for (fields, status) in [
      ("Content-Length: \(smuggled.utf8.count)\r\n", 413),
      ("Transfer-Encoding: chunked\r\n", 413),
      ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
    ] {
      let client = try preview.client()
      client.send("GET /feed.xml HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n\(smuggled)")
      let response = try #require(client.response())
      #expect(response.status == status || response.status == 400, "\(fields)")
      #expect(response["connection"] == "close")
      #expect(client.response() == nil)
    }
  }

  @Test func aLongAddressIsRefused() throws {
    let preview = try RunningPreview()
    let client = try preview.client()
    client.request("/" + String(repeating: "a", count: 5000))
    #expect(client.response()?.status == 414)
    // Longer than any head may be: refused before the line has come to its end.
    let endless = try preview.client()
    endless.send("GET /" + String(repeating: "a", count: 1_000_000))
    #expect(endless.response()?.status == 414)
  }

  @Test func aLongHeadIsRefused() throws {
    let client = try RunningPreview().client()
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
    for number in 0..<100 { client.send("X-\(number): \(String(repeating: "a", count: 400))\r\n") }
    #expect(client.response()?.status == 431)
  }

  /// The parser itself bounds the number of fields.
  @Test func aHeadOfManyFieldsIsRefused() throws {
    let client = try RunningPreview().client()
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
    client.send(String(repeating: "X: a\r\n", count: 5000) + "\r\n")
    let status = try #require(client.response()?.status)
    #expect(status == 400 || status == 431)
  }

  @Test func aSlowRequestIsCutOff() throws {
    var limits = PreviewServer.Limits()
    limits.headMilliseconds = 300
    let preview = try RunningPreview(limits: limits)
    let clock = ContinuousClock()
    let start = clock.now
    let client = try preview.client()
    // A byte now and then does not buy time.
    for byte in "GET / HTTP/1.1\r\nHost: localhost\r\nX: aaaaaaaaaaaaaaaa".utf8 {
      guard start.duration(to: clock.now) < .milliseconds(900) else { break }
      client.send([byte])
      pause(milliseconds: 25)
    }
    #expect(client.response()?.status == 408)
    #expect(client.isClosed())
    // Who says nothing at all is not answered.
    let silent = try preview.client()
    #expect(silent.isClosed())
    #expect(start.duration(to: clock.now) < .seconds(5))
  }

  @Test func aConnectionThatIsOneTooManyIsTurnedAway() throws {
    var limits = PreviewServer.Limits()
    limits.connections = 3
    let preview = try RunningPreview(limits: limits)
    var clients = try (0..<3).map { _ in try preview.client() }
    for client in clients {
      client.request("/feed.xml")
      #expect(client.response()?.status == 200)
    }
    let late = try preview.client()
    #expect(late.response()?.status == 503)
    #expect(late.isClosed())
    clients.removeLast()
    // The server learns of the free place a moment later.
    var status: Int?
    for _ in 0..<50 where status != 200 {
      pause(milliseconds: 20)
      status = try preview.get("/feed.xml")?.status
    }
    #expect(status == 200)
  }

  @Test func aHundredSlowConnectionsDoNotKeepOthersOut() throws {
    let preview = try RunningPreview()
    let slow = try (0..<100).map { _ in try preview.client() }
    for client in slow { client.send("GET / HT") }
    #expect(try preview.get("/feed.xml")?.status == 200)
    _ = slow
  }
}
