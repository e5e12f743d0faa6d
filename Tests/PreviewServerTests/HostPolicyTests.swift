import Testing

@testable import PreviewServer

@Suite struct HostPolicyTests {
  /// Told to listen elsewhere, the server accepts addresses and its own name, and no other names.
  @Test(arguments: [
    ("0.0.0.0", "192.168.1.20:8000", true), ("0.0.0.0", "[fe80::1]", true),
    ("0.0.0.0", "localhost", true), ("0.0.0.0", "evil.example", false),
    ("desk.local", "DESK.local:8000", true), ("desk.local", "evil.example", false),
    ("192.168.1.20", "evil.example:8000", false), ("127.0.0.1", "192.168.1.20", false),
    ("localhost", "127.0.0.1", true), ("::1", "[::1]:1", true),
  ])
  func namesThatStrangersCanOwnAreRefused(listening: String, host: String, isAccepted: Bool) {
    #expect(HostPolicy(listening: listening).accepts([host]) == isAccepted)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.255.0.3", true), ("localhost", true), ("::1", true),
    ("0.0.0.0", false), ("::", false), ("192.168.1.20", false), ("localhost.example", false),
    ("127.0.0.1.example", false), ("", false),
  ])
  func loopbackIsKnown(host: String, isLoopback: Bool) {
    #expect(PreviewServer.isLoopback(host) == isLoopback)
  }
}
