import Foundation
import SiteGenerator
import Testing

@Suite struct DiskFileSystemTests {
  private let temporary: TemporaryFolder
  private let files: DiskFileSystem

  init() throws {
    temporary = try TemporaryFolder()
    files = DiskFileSystem(root: temporary("site"))
    try temporary.write("secret", to: "outside/secret.txt")
    try temporary.write("a", to: "site/a/b.md")
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      at: temporary.url.appendingPathComponent(path),
      withDestinationURL: temporary.url.appendingPathComponent(target))
  }

  @Test func filesAreListedInByteOrder() throws {
    for name in ["a/Z.md", "a/z.md", "a/é.md", "a/b/c.md", "a.md", "c.md"] {
      try temporary.write("x", to: "site/\(name)")
    }
    #expect(
      try files.files(under: "")
        == ["a.md", "a/Z.md", "a/b.md", "a/b/c.md", "a/z.md", "a/é.md", "c.md"])
    #expect(try files.files(under: "a/b") == ["a/b/c.md"])
  }

  @Test func hiddenFilesAreLeftOut() throws {
    try temporary.write("x", to: "site/.git/config")
    try temporary.write("x", to: "site/a/.DS_Store")
    #expect(try files.files(under: "") == ["a/b.md"])
  }

  @Test(arguments: ["none", "a/b.md", "a/b.md/c"])
  func whatIsNoFolderHoldsNothing(folder: String) throws {
    #expect(try files.files(under: folder) == [])
  }

  @Test func linksAreNotListed() throws {
    try link("site/a/secret.md", to: "outside/secret.txt")
    try link("site/a/folder", to: "outside")
    try link("site/a/loop", to: "site")
    #expect(try files.files(under: "") == ["a/b.md"])
  }

  @Test func aLinkOutOfTheSiteIsNotRead() throws {
    try link("site/a/secret.md", to: "outside/secret.txt")
    #expect(throws: DiskFileSystem.OutsideRoot.self) {
      try files.read("a/secret.md")
    }
  }

  @Test func aLinkWithinTheSiteIsRead() throws {
    try link("site/same.md", to: "site/a/b.md")
    try link("site/folder", to: "site/a")
    #expect(try files.read("same.md") == Array("a".utf8))
    #expect(try files.read("folder/b.md") == Array("a".utf8))
  }

  @Test func aFolderThatLeadsOutOfTheSiteIsNotRead() throws {
    try link("site/folder", to: "outside")
    for _ in 0..<2 {
      #expect(throws: DiskFileSystem.OutsideRoot.self) { try files.read("folder/secret.txt") }
      #expect(throws: DiskFileSystem.OutsideRoot.self) { try files.read("../outside/secret.txt") }
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 300_000])
  func aFileIsReadToItsEnd(size: Int) throws {
    let text = String(repeating: "x", count: size)
    try temporary.write(text, to: "site/long.md")
    #expect(try files.read("long.md") == Array(text.utf8))
  }

  #if os(Linux)
    /// Files of the kernel state a size of 0 and hold more.
    @Test func aFileThatStatesNoSizeIsReadToItsEnd() throws {
      let bytes = try DiskFileSystem(root: URL(fileURLWithPath: "/proc")).read("cpuinfo")
      #expect(bytes.count > 100 && bytes.last == UInt8(ascii: "\n"))
    }
  #endif

  @Test func aMissingFileIsAnError() {
    #expect(throws: (any Error).self) { try files.read("none.md") }
    #expect(throws: (any Error).self) { try files.read("a") }
  }
}
