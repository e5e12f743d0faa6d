import Foundation
import MarketData
import SiteGenerator
import Testing

/// Every folder of `InvalidSites/` is a site with a fault; `expected-error.txt` holds all that the
/// build says about it.
@Suite struct InvalidSiteTests {
  static let cases: [String] = {
    do {
      let folder = try TestSite.tests().appendingPathComponent("InvalidSites").path
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      Issue.record(error)
      return []
    }
  }()

  /// What the build says; a site without fault says nothing.
  static func complaints(about site: TestSite, jobs: Int) throws -> String {
    do {
      _ = try site.build(jobs: jobs)
      return ""
    } catch let list as DiagnosticList {
      return list.description + "\n"
    }
  }

  @Test func thereAreCases() {
    #expect(Self.cases.count >= 40)
  }

  /// A case without expected text is recorded and fails.
  @Test(arguments: cases)
  func theBuildReportsExactlyTheExpectedFaults(name: String) throws {
    let site = try TestSite("InvalidSites/\(name)")
    let expected = site.folder.appendingPathComponent("expected-error.txt")
    let computed = try Self.complaints(about: site, jobs: 1)
    guard FileManager.default.fileExists(atPath: expected.path) else {
      try Data(computed.utf8).write(to: expected)
      Issue.record("\(name): recorded; read it and run the test again\n\(computed)")
      return
    }
    let accepted = String(decoding: try Data(contentsOf: expected), as: UTF8.self)
    #expect(!accepted.isEmpty)
    #expect(computed == accepted)
    #expect(try Self.complaints(about: site, jobs: 3) == accepted)
  }

  /// Every message names a file and what to do, in the form that editors recognise.
  @Test(arguments: cases)
  func messagesHaveTheFormOfDiagnostics(name: String) throws {
    let complaints = try Self.complaints(about: TestSite("InvalidSites/\(name)"), jobs: 1)
    for line in complaints.split(separator: "\n") {
      #expect(line.contains(/^[^:]+(:\d+:\d+)?: (error|warning): .+[^.]\. .+[.?!]$/), "\(line)")
      #expect(!line.contains("..") && !line.contains("?."), "\(line)")
    }
  }

  @Test func aFailedBuildLeavesTheLastGoodSiteAsItIs() throws {
    let temporary = try TemporaryFolder()
    let publisher = SitePublisher(destination: temporary("out"), force: false)
    let good = try TestSite("Sites/pages-only")
    try publisher.check(source: good.folder)
    try publisher.publish(good.build().files, jobs: 2)
    let before = try temporary.contents()
    #expect(before.keys.contains("out/about/index.html"))

    let bad = try TestSite("InvalidSites/several-files")
    #expect(throws: DiagnosticList.self) {
      try publisher.check(source: bad.folder)
      try publisher.publish(bad.build().files, jobs: 2)
    }
    #expect(try temporary.contents() == before)
  }
}
