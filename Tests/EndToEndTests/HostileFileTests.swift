import Foundation
import MarketData
import SiteGenerator
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are no ordinary files, through a whole build from a disk.
@Suite struct HostileFileTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.write("title: Notes\n", to: "site/Content/site.yml")
    try temporary.write("---\ntitle: About\n---\n", to: "site/Content/pages/about.md")
    try temporary.write("title: Elsewhere\n", to: "outside/secret.yml")
  }

  /// What the build says, without the temporary folder's name; the files when it says nothing.
  private func build() throws -> (says: String, files: [String: [UInt8]]) {
    do {
      let built = try SiteBuilder(
        source: DiskFileSystem(root: temporary("site")),
        product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
        version: "test"
      ).build(timings: BuildTimings { 0 })
      return ("", built.files.byPath)
    } catch let list as DiagnosticList {
      return (list.description, [:])
    } catch {
      return (
        error.localizedDescription.replacing(temporary.url.path + "/", with: ""), [:]
      )
    }
  }

  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: temporary.url.appendingPathComponent(path))
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      at: temporary.url.appendingPathComponent(path),
      withDestinationURL: temporary.url.appendingPathComponent(target))
  }

  private func pipe(_ path: String) {
    #expect(mkfifo(temporary.url.appendingPathComponent(path).path, 0o600) == 0)
  }

  /// States a size without writing it.
  private func grow(_ path: String, to size: UInt64) throws {
    let url = temporary.url.appendingPathComponent(path)
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: size)
    try handle.close()
  }

  private static let fourGigabytes: UInt64 = 4 << 30

  /// A pipe without a writer would be waited for until the end of time.
  @Test(.timeLimit(.minutes(1))) func aPipeInPlaceOfAFileIsRefused() throws {
    try remove("site/Content/site.yml")
    pipe("site/Content/site.yml")
    #expect(
      try build().says == "site/Content/site.yml is a folder, pipe or device and not a file. "
        + "Put a file in its place.")
  }

  @Test(.timeLimit(.minutes(1))) func aPipeAmongThePagesIsNoPage() throws {
    pipe("site/Content/pages/pipe.md")
    let (says, files) = try build()
    #expect(says.isEmpty && files["about/index.html"] != nil && files["pipe/index.html"] == nil)
  }

  @Test func aLinkOutOfTheSiteIsRefused() throws {
    try remove("site/Content/site.yml")
    try link("site/Content/site.yml", to: "outside/secret.yml")
    #expect(
      try build().says == "Content/site.yml leads out of the site’s folder. "
        + "Replace the symbolic link by the file or folder itself.")
  }

  @Test func aLinkToADeviceIsRefused() throws {
    try remove("site/Content/site.yml")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.url.appendingPathComponent("site/Content/site.yml").path,
      withDestinationPath: "/dev/zero")
    #expect(
      try build().says == "Content/site.yml leads out of the site’s folder. "
        + "Replace the symbolic link by the file or folder itself.")
  }

  /// Two names of one file cannot be told from two files; what it holds is judged like any other.
  @Test func aHardLinkIsAFileLikeAnyOther() throws {
    try FileManager.default.linkItem(
      at: temporary.url.appendingPathComponent("site/Content/pages/about.md"),
      to: temporary.url.appendingPathComponent("site/Content/pages/twin.md"))
    #expect(try build().files["twin/index.html"] != nil)
  }

  @Test func aFileOfFourGigabytesIsNotRead() throws {
    try grow("site/Content/pages/long.md", to: Self.fourGigabytes)
    #expect(
      try build().says == "site/Content/pages/long.md is larger than 1 GB. Split the file.")
  }

  /// Files of data are named with the source that lists them.
  @Test(.timeLimit(.minutes(1)), arguments: ["pipe", "link", "folder", "size", "nothing"])
  func dataThatIsNoFileIsNamedWithItsSource(kind: String) throws {
    try temporary.write(
      """
      sources:
        - id: spx
          file: spx.csv
          format: yahoo-ohlcv
          kind: published
          title: Prices
          publisher: A vendor
          licence: None
      """, to: "site/Content/data/sources.yml")
    let place = "site/Content/data/spx.csv"
    switch kind {
    case "pipe": pipe(place)
    case "link": try link(place, to: "outside/secret.yml")
    case "folder": try temporary.write("x", to: "\(place)/inner.txt")
    case "size": try grow(place, to: Self.fourGigabytes)
    default: break
    }
    let reason = [
      "pipe": "cannot be read: it is a folder, pipe or device and not a file",
      "link": "cannot be read: it is a symbolic link out of the site’s folder",
      "folder": "cannot be read: it is a folder, pipe or device and not a file",
      "size": "cannot be read: it is larger than 1 GB",
      "nothing": "does not exist",
    ][kind, default: ""]
    #expect(
      try build().says
        == "Content/data/sources.yml:3:11: error: the file \"spx.csv\" of source \"spx\" \(reason). "
        + "Add the file, correct its path, or remove the path to declare the source missing.")
  }

  /// A line end in a name would break every message about the file in two.
  @Test(arguments: ["new\nline.md", "carriage\rreturn.md", "turned\u{202E}dm.md", "bell\u{7}.md"])
  func aNameWithAHiddenCharacterIsRefused(name: String) throws {
    try temporary.write("---\ntitle: A\n---\n", to: "site/Content/pages/\(name)")
    let says = try build().says
    #expect(says.hasPrefix("the name Content/pages/"))
    #expect(
      says.hasSuffix(
        "is not UTF-8 or holds a character that is not seen. "
          + "Rename it with letters, digits and hyphens."))
    #expect(!says.contains("\n") && !says.contains("\u{202E}"))
  }

  #if os(Linux)
    /// Other systems store names as text.
    @Test func aNameThatIsNoTextIsRefused() throws {
      let folder = temporary.url.appendingPathComponent("site/Content/pages").path
      let descriptor = (Array("\(folder)/bad".utf8) + [0xFF] + Array(".md".utf8) + [0])
        .withUnsafeBytes { bytes in
          bytes.withMemoryRebound(to: CChar.self) { name in
            name.baseAddress.map { creat($0, 0o600) } ?? -1
          }
        }
      #expect(descriptor >= 0)
      close(descriptor)
      #expect(
        try build().says
          == "the name Content/pages/bad\u{FFFD}.md is not UTF-8 or holds a character "
          + "that is not seen. Rename it with letters, digits and hyphens.")
    }
  #endif

  @Test func aNameOf255BytesIsAPage() throws {
    let name = String(repeating: "n", count: 252)
    try temporary.write("---\ntitle: Long\n---\n", to: "site/Content/pages/\(name).md")
    let files = try build().files
    #expect(files["\(name)/index.html"] != nil)
    let publisher = SitePublisher(destination: temporary("out"), force: false)
    try publisher.publish(
      files.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: $0.value) }, jobs: 2)
    #expect(try temporary.contents()["out/\(name)/index.html"] != nil)
  }

  /// All phases of a build see a file as it was read first.
  @Test func aFileThatChangesWhileItIsReadIsOneFile() throws {
    let built = try SiteBuilder(
      source: RestlessFiles(DiskFileSystem(root: temporary("site"))),
      product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 3, version: "test"
    ).build(timings: BuildTimings { 0 })
    let titles = Set(
      built.files.filter { $0.path.hasSuffix(".html") }.flatMap { file in
        String(decoding: file.bytes, as: UTF8.self).matches(of: /Notes \d+/).map { String($0.0) }
      })
    #expect(titles.count == 1, "\(titles)")
  }

  /// Every look at the configuration gives another title.
  private final class RestlessFiles: FileSystem {
    private let base: DiskFileSystem
    private let count = Counter()

    init(_ base: DiskFileSystem) {
      self.base = base
    }

    func read(_ path: String) throws -> [UInt8] {
      guard path == "Content/site.yml" else { return try base.read(path) }
      return Array("title: Notes \(count.next())\n".utf8)
    }

    func files(under folder: String) throws -> [String] { try base.files(under: folder) }
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    func next() -> Int {
      lock.withLock {
        value += 1
        return value
      }
    }
  }
}
