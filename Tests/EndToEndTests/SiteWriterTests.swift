import Foundation
import SiteGenerator
import Testing

/// Files written into a site: whole, inside the site, or not at all.
@Suite struct SiteWriterTests {
  private let temporary: TemporaryFolder
  private let writer: SiteWriter

  init() throws {
    temporary = try TemporaryFolder()
    writer = SiteWriter(root: temporary("site"))
    try temporary.write("old", to: "site/Content/data/a.csv")
    try temporary.write("secret", to: "outside/secret.txt")
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      at: temporary.url.appendingPathComponent(path),
      withDestinationURL: temporary.url.appendingPathComponent(target))
  }

  private func message(_ files: [String: String]) -> String? {
    do {
      try writer.write(files.mapValues { Array($0.utf8) })
      return nil
    } catch {
      return error.localizedDescription.replacing(temporary.url.path + "/", with: "")
    }
  }

  private func contents() throws -> [String: String] {
    try temporary.contents().mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func filesAreReplacedAndFoldersMade() throws {
    #expect(
      message(["Content/data/a.csv": "new", "Content/books/mine/book.yml": "id: mine"]) == nil)
    #expect(
      try contents() == [
        "site/Content/data/a.csv": "new", "site/Content/books/mine/book.yml": "id: mine",
        "outside/secret.txt": "secret",
      ])
  }

  @Test(arguments: ["Content/books", "Content/data/b.csv", "Content/data/inner"])
  func aLinkOutOfTheSiteIsRefused(_ place: String) throws {
    try link("site/\(place)", to: place.hasSuffix(".csv") ? "outside/secret.txt" : "outside")
    let path = place.hasSuffix(".csv") ? place : "\(place)/secret.txt"
    #expect(
      message(["Content/data/a.csv": "new", path: "new"])
        == "\(path) leads out of the site’s folder through a symbolic link; nothing was written. "
        + "Replace the link by a file or folder of the site.")
    #expect(
      try temporary.contents()["outside/secret.txt"].map { String(decoding: $0, as: UTF8.self) }
        == "secret")
    #expect(
      try temporary.contents()["site/Content/data/a.csv"] == Array("old".utf8))
  }

  /// A file is first written beside its place; a link that waits there leads nowhere.
  @Test func aLinkInThePlaceOfTheTemporaryFileIsNotFollowed() throws {
    try link("site/Content/data/a.csv.hedgebook-new", to: "outside/secret.txt")
    #expect(message(["Content/data/a.csv": "new"]) == nil)
    #expect(
      try contents() == ["site/Content/data/a.csv": "new", "outside/secret.txt": "secret"])
  }

  @Test func aFailureNamesThePathTheReasonAndWhatToDo() throws {
    try temporary.write("x", to: "site/Content/data/b.csv/inner.txt")
    #expect(
      message(["Content/data/a.csv": "new", "Content/data/b.csv": "new"])
        == "site/Content/data/b.csv: Is a directory. Move away what is in the file’s place.")
    #expect(try contents()["site/Content/data/a.csv"] == "old")
  }

  @Test func aLinkThatIsReadOutOfTheSiteSaysWhatToDo() throws {
    try link("site/Content/data/b.csv", to: "outside/secret.txt")
    let files = DiskFileSystem(root: temporary("site"))
    do {
      _ = try files.read("Content/data/b.csv")
      Issue.record("the link was followed")
    } catch {
      #expect(
        error.localizedDescription == "Content/data/b.csv leads out of the site’s folder. Replace "
          + "the symbolic link by the file or folder itself.")
    }
  }

  @Test func aNewFileNeverReplacesOne() throws {
    try writer.create("Content/lessons/a.md", Array("new".utf8))
    #expect(try contents()["site/Content/lessons/a.md"] == "new")
    do {
      try writer.create("Content/lessons/a.md", Array("other".utf8))
      Issue.record("a file was replaced")
    } catch {
      #expect(
        error.localizedDescription.replacing(temporary.url.path + "/", with: "")
          == "site/Content/lessons/a.md: File exists. Move away what is in the file’s place.")
    }
    #expect(try contents()["site/Content/lessons/a.md"] == "new")
  }
}
