import Foundation
import SiteGenerator
import TestSupport
import Testing

/// `hedgebook init`: a new site appears whole, in a folder that holds nothing.
@Suite struct SiteStarterTests {
  private let temporary: TemporaryFolder
  private let starter: SiteStarter

  init() throws {
    temporary = try TemporaryFolder()
    starter = try SiteStarter(product: DiskFileSystem(root: Repository.root()))
  }

  private func refusal(_ kind: StarterKind = .bare, at path: String) -> String? {
    do {
      try starter.create(kind, at: temporary(path))
      return nil
    } catch {
      return error.localizedDescription.replacing(temporary.url.path + "/", with: "")
    }
  }

  @Test(arguments: StarterKind.allCases)
  func theFilesAreThoseOfTheProduct(kind: StarterKind) throws {
    let written = try starter.create(kind, at: temporary("site"))
    let contents = try temporary.contents()
    #expect(contents.keys.sorted() == written.map { "site/\($0)" }.sorted())
    for path in [".gitignore", "README.md", "Content/site.yml", "schemas/site.schema.json"] {
      #expect(contents["site/\(path)"]?.isEmpty == false, "\(path)")
    }
    #expect(contents.keys.contains("site/Content/data/sources.yml") == (kind == .example))
  }

  @Test func twoNewSitesAreTheSame() throws {
    #expect(try starter.files(.example) == starter.files(.example))
    try starter.create(.example, at: temporary("a"))
    try starter.create(.example, at: temporary("b"))
    let files = try temporary.contents()
    for (path, bytes) in files where path.hasPrefix("a/") {
      #expect(files["b/" + path.dropFirst(2)] == bytes, "\(path)")
    }
  }

  @Test func foldersAboveAreMade() throws {
    try starter.create(.bare, at: temporary("a/b/site"))
    #expect(try temporary.contents().keys.contains("a/b/site/Content/site.yml"))
  }

  /// Such as a folder that is under version control already.
  @Test func anEmptyFolderIsFilledAndHiddenEntriesStay() throws {
    try temporary.write("ref\n", to: "site/.git/HEAD")
    try starter.create(.bare, at: temporary("site"))
    let contents = try temporary.contents()
    #expect(contents["site/.git/HEAD"] == Array("ref\n".utf8))
    #expect(contents["site/Content/site.yml"]?.isEmpty == false)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: temporary("site").path).sorted()
        == [".git", ".gitignore", "Content", "README.md", "schemas"])
  }

  @Test func aFolderThatHoldsFilesIsRefusedAndStaysAsItIs() throws {
    for name in ["d.txt", "a.txt", "c.txt", "b.txt"] {
      try temporary.write("x", to: "site/\(name)")
    }
    let before = try temporary.contents()
    #expect(
      refusal(at: "site")
        == "site: the folder is not empty (a.txt, b.txt, c.txt, …). "
        + "Name a folder that does not exist yet, or an empty one.")
    #expect(try temporary.contents() == before)
  }

  @Test func aSecondTimeIsRefused() throws {
    try starter.create(.bare, at: temporary("site"))
    #expect(
      refusal(.example, at: "site")
        == "site: the folder is not empty (.gitignore, Content, README.md, …). "
        + "Name a folder that does not exist yet, or an empty one.")
  }

  @Test func aFileIsRefused() throws {
    try temporary.write("x", to: "site")
    #expect(
      refusal(at: "site")
        == "site: the path is a file. Name a folder that does not exist yet, or an empty one.")
  }

  @Test func withoutTheProductNothingCanBeMade() throws {
    #expect(throws: StarterRefusal.noProduct) { try SiteStarter(product: nil) }
    #expect(
      StarterRefusal.noProduct.localizedDescription
        == "the files that a new site begins with were not found. Name the folder that holds "
        + "Templates/ with --product, or install Hedgebook with make install.")
  }

  @Test func anIncompleteProductIsNamed() throws {
    let product = InMemoryFileSystem(["Templates/starter/bare/Content/site.yml": "title: A\n"])
    do {
      try SiteStarter(product: product).create(.bare, at: temporary("site"))
      Issue.record("a site without schemas was made")
    } catch {
      #expect(
        error.localizedDescription
          == "the product’s folder holds no Templates/schemas. Install Hedgebook again with make "
          + "install, or name another folder with --product.")
    }
    #expect(try temporary.contents().isEmpty)
  }

  /// Nothing of a site is left when it cannot be written as a whole.
  @Test func aFailureLeavesNothing() throws {
    let product = InMemoryFileSystem([
      "Templates/starter/bare/Content/site.yml": "title: A\n",
      "Templates/starter/bare/Content": "a file in the place of a folder",
      "Templates/schemas/site.schema.json": "{}",
    ])
    #expect(throws: (any Error).self) {
      try SiteStarter(product: product).create(.bare, at: temporary("site"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.url.path).isEmpty)
  }
}
