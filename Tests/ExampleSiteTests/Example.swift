import ALVH
import Dispatch
import Foundation
import MarketData
import Quant
import TestSupport

@testable import SiteGenerator

/// The committed worked example, read once for all tests of this target.
enum Example {
  /// The repository's root.
  static let root: DiskFileSystem = {
    // Also when the tests are compiled through a symbolic link: content must lie below its root.
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("Templates/base.mustache").path)
      {
        break
      }
    }
    return DiskFileSystem(root: folder)
  }()

  static let content: SiteContent = {
    do {
      var problems: [Diagnostic] = []
      guard
        let content = try ContentReader(fileSystem: root, product: root, jobs: 2)
          .read(into: &problems)
      else { fatalError("the example has no site.yml") }
      try DiagnosticList(problems).throwIfErrors()
      return content
    } catch {
      fatalError("the example does not read: \(error)")
    }
  }()

  static func engine(_ profile: Profile = .seedOBV) throws -> (DailyEngine, MarketHistory) {
    guard let book = content.book, let history = content.history else {
      throw Missing()
    }
    let account = BookAccount(
      navDollars: book.netAssetValue, rate: book.rate, dividendYield: book.dividendYield,
      snapshots: book.snapshots)
    return (
      DailyEngine(profile: profile, account: account, declaresExchangeRate: true), history
    )
  }

  struct Missing: Error {}

  static let range: ClosedRange<CalendarDate> =
    CalendarDate(dayNumber: 16_617)...CalendarDate(dayNumber: 16_891)

  static let decisions: [DailyDecision] = {
    do {
      let (engine, history) = try engine()
      return try engine.decisions(history, in: range)
    } catch {
      fatalError("the example cannot be computed: \(error)")
    }
  }()

  static let site: SiteBuilder.Output = {
    do {
      return try SiteBuilder(
        source: root, product: root, target: .offline, jobs: 2, version: "test"
      ).build(timings: BuildTimings { 0 })
    } catch {
      fatalError("the example does not build: \(error)")
    }
  }()

  static func page(_ path: String) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  static func decision(_ text: String) -> DailyDecision? {
    CalendarDate(text).flatMap { date in decisions.first { $0.date == date } }
  }
}
