import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SitePublisherTests {
  private let temporary: TemporaryFolder
  private let source: URL

  init() throws {
    temporary = try TemporaryFolder()
    source = temporary("site")
    try temporary.write("title: Notes\n", to: "site/Content/site.yml")
  }

  private func publisher(_ path: String, force: Bool = false) -> SitePublisher {
    SitePublisher(destination: temporary(path), force: force)
  }

  private func publish(_ texts: [String: String], to path: String, force: Bool = false) throws {
    let publisher = publisher(path, force: force)
    try publisher.check(source: source)
    try publisher.publish(
      texts.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, text: $0.value) }, jobs: 2)
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary(path).path).sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: temporary.url.appendingPathComponent(path), encoding: .utf8)
  }

  /// What `check` says; `nil` when it has nothing against the folder.
  private func refusal(of destination: URL, force: Bool = false, source: URL? = nil) throws
    -> String?
  {
    do {
      try SitePublisher(destination: destination, force: force).check(source: source ?? self.source)
      return nil
    } catch let refusal as SitePublisher.Refusal {
      return refusal.description
    }
  }

  @Test func filesArriveAndNothingElseIsLeft() throws {
    try publish(["index.html": "a", "daily/2016/01/04/index.html": "b", "x.css": ""], to: "out")
    #expect(try names(in: "out") == [".hedgebook", "daily", "index.html", "x.css"])
    #expect(try text("out/daily/2016/01/04/index.html") == "b")
    #expect(try text("out/x.css") == "")
    #expect(try names(in: "") == ["out", "site"])
  }

  @Test func foldersAboveTheDestinationAreMade() throws {
    try publish(["index.html": "a"], to: "a/b/out")
    #expect(try text("a/b/out/index.html") == "a")
    #expect(try names(in: "a/b") == ["out"])
  }

  @Test func anEmptyFolderIsTaken() throws {
    try FileManager.default.createDirectory(at: temporary("out"), withIntermediateDirectories: true)
    try publish(["index.html": "a"], to: "out")
    #expect(try text("out/index.html") == "a")
  }

  @Test func aBuildReplacesTheOneBefore() throws {
    try publish(["index.html": "a", "old/index.html": "b"], to: "out")
    try publish(["index.html": "c", "new/index.html": "d"], to: "out")
    #expect(try names(in: "out") == [".hedgebook", "index.html", "new"])
    #expect(try text("out/index.html") == "c")
    #expect(try names(in: "") == ["out", "site"])
  }

  @Test func hiddenEntriesSurvive() throws {
    try temporary.write("*\n", to: "out/.gitignore")
    try temporary.write("ref\n", to: "out/.git/HEAD")
    try publish(["index.html": "a"], to: "out")
    try publish(["index.html": "b"], to: "out")
    #expect(try names(in: "out") == [".git", ".gitignore", ".hedgebook", "index.html"])
    #expect(try text("out/.gitignore") == "*\n")
    #expect(try text("out/.git/HEAD") == "ref\n")
  }

  @Test func foreignFilesAreRefusedAndNamed() throws {
    for name in ["thesis.txt", "b.txt", "a.txt", "c.txt"] {
      try temporary.write("x", to: "out/\(name)")
    }
    #expect(
      try refusal(of: temporary("out"))
        == "\(temporary("out").path): the folder holds files that Hedgebook did not write "
        + "(a.txt, b.txt, c.txt). Empty it, choose another with --output, or replace it with --force."
    )
    #expect(try text("out/thesis.txt") == "x")
  }

  @Test func forceReplacesForeignFiles() throws {
    try temporary.write("x", to: "out/a.txt")
    try publish(["index.html": "a"], to: "out", force: true)
    #expect(try names(in: "out") == [".hedgebook", "index.html"])
  }

  @Test func aFileIsNoDestination() throws {
    try temporary.write("x", to: "out")
    #expect(
      try refusal(of: temporary("out"), force: true)
        == "\(temporary("out").path): the output path is a file. Choose a folder with --output.")
  }

  /// Not even `--force` may replace the site's source or what lies above it.
  @Test(arguments: [
    "site", "", "site/Content", "site/Content/pages", "site/Templates", "site/../site", "site/.",
    "site/Content/../Content/out",
  ])
  func theSourceIsNeverReplaced(path: String) throws {
    for force in [false, true] {
      let refusal = try refusal(of: temporary(path), force: force)
      #expect(
        refusal?.hasSuffix(
          ": the output folder would replace the site's own source or a system folder. "
            + "Choose another folder with --output.") == true, "\(path): \(refusal ?? "none")")
    }
  }

  /// A symbolic link to the source is the source.
  @Test(arguments: ["link", "link/Content"])
  func theSourceIsKnownBehindALink(path: String) throws {
    try FileManager.default.createSymbolicLink(
      at: temporary.url.appendingPathComponent("link"), withDestinationURL: source)
    #expect(try refusal(of: temporary(path), force: true) != nil)
    #expect(
      try refusal(of: temporary("site"), force: true, source: temporary("link")) != nil)
  }

  @Test func homeAndWhatLiesAboveItAreNeverReplaced() throws {
    var folder = FileManager.default.homeDirectoryForCurrentUser.standardizedFileURL
    while true {
      #expect(try refusal(of: folder, force: true) != nil, "\(folder.path)")
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
  }

  @Test(arguments: ["site/Output", "site/public", "site/Contents", "sites", "out"])
  func otherFoldersAreFree(path: String) throws {
    #expect(try refusal(of: temporary(path)) == nil)
  }

  @Test func aFailureLeavesTheDestinationAsItWas() throws {
    try publish(["index.html": "a"], to: "out")
    let before = try temporary.contents()
    // A file cannot be a folder too: writing the staging folder fails.
    let files = [OutputFile(path: "x", text: "a"), OutputFile(path: "x/index.html", text: "b")]
    #expect(throws: (any Error).self) {
      try publisher("out").publish(files, jobs: 1)
    }
    #expect(try temporary.contents() == before)
    #expect(try names(in: "") == ["out", "site"])
  }

  /// Each build takes its turn, so that the folder holds one of them and nothing of another.
  @Test(.timeLimit(.minutes(1))) func buildsAtOnceTakeTurns() async throws {
    let numbers = 0..<8
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in numbers {
        let publisher = publisher("out")
        group.addTask {
          try publisher.publish(
            (0..<40).map { OutputFile(path: "\(number)/\($0).html", text: "\(number)") }, jobs: 1)
        }
      }
      try await group.waitForAll()
    }
    let names = try names(in: "out").filter { $0 != SitePublisher.marker }
    #expect(names.count == 1 && names.first.flatMap { Int($0) }.map(numbers.contains) == true)
    #expect(try self.names(in: "out/\(names.first ?? "")").count == 40)
    #expect(try self.names(in: "") == ["out", "site"])
  }

  @Test func whatAnInterruptedBuildLeftIsRemoved() throws {
    try temporary.write("x", to: ".out.staging/half.html")
    try temporary.write("x", to: ".out.retired/old.html")
    try publish(["index.html": "a"], to: "out")
    #expect(try names(in: "out") == [".hedgebook", "index.html"])
    #expect(try names(in: "") == ["out", "site"])
  }

  /// What a write that fails says; the temporary folder's name is left out.
  private func failure(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.localizedDescription.replacing(temporary.url.path + "/", with: "")
    }
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    try temporary.write("x", to: "file")
    #expect(
      failure { try publish(["index.html": "a"], to: "file/out") }
        == "file: Not a directory. Check that the folder exists.")
  }

  #if os(Linux)
    /// The kernel's own files let nobody write, the administrator neither.
    @Test func aFolderThatTakesNoFilesIsNamed() {
      #expect(
        failure {
          try SitePublisher(destination: URL(fileURLWithPath: "/proc/site/out"), force: false)
            .publish([], jobs: 1)
        } == "/proc/site: No such file or directory. Check that the folder exists.")
    }

    @Test func aFullDiskIsNamedAndTheDestinationStays() throws {
      try publish(["index.html": "a"], to: "out")
      try FileManager.default.createDirectory(
        at: temporary("full"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: temporary("full").path + "/index.html", withDestinationPath: "/dev/full")
      #expect(
        failure {
          try StagingWriter(root: temporary("full").path).write(
            [OutputFile(path: "index.html", text: "b")], jobs: 1)
        } == "full/index.html: No space left on device. Free some space and run the command again.")
      #expect(try text("out/index.html") == "a")
    }
  #endif
}
