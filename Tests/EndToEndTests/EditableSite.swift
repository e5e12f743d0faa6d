import Foundation
import MarketData
import TestSupport

@testable import SiteGenerator

/// A site and the product's files in memory, to be edited and built again.
struct EditableSite {
  var site = InMemoryFileSystem([:])
  var product = InMemoryFileSystem([:])

  init(_ test: TestSite) throws {
    let root = try Repository.root()
    site = try Self.loaded(DiskFileSystem(root: test.folder), ["Content"])
    product = try Self.loaded(DiskFileSystem(root: root), ["Templates", "Content/profiles"])
  }

  private static func loaded(
    _ disk: DiskFileSystem, _ folders: [String]
  ) throws -> InMemoryFileSystem {
    var files = InMemoryFileSystem([:])
    for folder in folders {
      for path in try disk.files(under: folder) { files.contents[path] = try disk.read(path) }
    }
    return files
  }

  /// What a build comes to.
  struct Outcome: Equatable {
    var files: [String: [UInt8]] = [:]
    var order: [String] = []
    var problems = ""

    /// What differs, in a few words.
    func difference(from other: Outcome) -> String {
      if problems != other.problems { return "\(problems)\n—\n\(other.problems)" }
      let paths = Set(files.keys).union(other.files.keys)
      return paths.filter { files[$0] != other.files[$0] }.sorted().prefix(5)
        .joined(separator: ", ")
    }
  }

  /// Builds the site with what the session knows.
  func outcome(in session: BuildSession) -> Outcome {
    var outcome = Outcome()
    do {
      let built = try SiteBuilder(
        source: site, product: product, target: .web, jobs: 2, version: "test"
      ).build(timings: BuildTimings { 0 }, session: session)
      outcome.files = built.files.byPath
      outcome.order = built.files.map(\.path)
      outcome.problems = built.warnings.map(\.description).joined(separator: "\n")
    } catch let list as DiagnosticList {
      outcome.problems = list.description
    } catch {
      outcome.problems = ": error: \(error)"
    }
    return outcome
  }

  mutating func append(_ text: String, to path: String) {
    site.contents[path, default: []] += Array(text.utf8)
  }

  mutating func replace(_ text: String, _ new: String, in path: String) {
    let old = String(decoding: site.contents[path] ?? [], as: UTF8.self)
    guard let range = old.range(of: text) else { return }
    site.contents[path] = Array(old.replacingCharacters(in: range, with: new).utf8)
  }
}

extension EditableSite {
  /// Makes one edit, as people make them; returns its name.
  mutating func edit(using random: inout SplitMix64, original: EditableSite) -> String {
    let documents = site.contents.keys.filter { $0.hasSuffix(".md") }.sorted()
    let document = documents.randomElement(using: &random) ?? "Content/pages/about.md"
    let number = Int.random(in: 0..<1000, using: &random)
    switch Int.random(in: 0..<21, using: &random) {
    case 0, 1, 2:
      append("\nA sentence, \(number).\n", to: document)
      return "body of \(document)"
    case 3:
      append("\n[nowhere](/nowhere/\(number)/)\n", to: document)
      return "broken link in \(document)"
    case 4:
      // Any key of the front matter; what is no text becomes a fault.
      let key = ["title: ", "summary: ", "order: ", "question: ", "decision: "][number % 5]
      replace(key, "\(key)\(number) ", in: document)
      return "\(key)of \(document)"
    case 5:
      append("\n```figure\nchart: payoff\ndate: 2016-01-05\n```\n", to: document)
      return "figure in \(document)"
    case 6:
      let path = "Content/pages/extra-\(number % 4).md"
      site.contents[path] = Array("---\ntitle: Extra \(number)\n---\n[a](/about/)\n".utf8)
      return "new \(path)"
    case 7:
      site.contents[document] = nil
      return "\(document) removed"
    case 8:
      site.contents["Content/pages/moved-\(number % 2).md"] = site.contents.removeValue(
        forKey: document)
      return "\(document) moved"
    case 9:
      replace("title: ", "title: \(number) ", in: "Content/site.yml")
      return "title of the site"
    case 10:
      replace("to: 2016-01-06", "to: 2016-01-05", in: "Content/site.yml")
      return "fewer write-ups"
    case 11:
      let path = ["vix.csv", "spx.csv"].randomElement(using: &random) ?? "vix.csv"
      let digit = String(number % 10)
      replace("\(digit)\n", "\((number + 1) % 10)\n", in: "Content/data/market/\(path)")
      return "value in \(path)"
    case 12:
      replace("nav: ", "nav: 1", in: "Content/books/demo/book.yml")
      return "net asset value"
    case 13:
      let name = "Templates/pages/\(["term", "page", "daily"][number % 3]).mustache"
      site.contents[name] = (product.contents[name] ?? []) + Array("<!-- \(number) -->\n".utf8)
      return "\(name) of the site"
    case 14:
      let name = "Templates/pages/term.mustache"
      site.contents[name] = (product.contents[name] ?? []) + Array("{{unknown\(number)}}\n".utf8)
      return "unknown name in \(name)"
    case 15:
      let path = "Templates/disclaimers/education.md"
      product.contents[path, default: []] += Array("\nMore, \(number).\n".utf8)
      return "disclaimer"
    case 16:
      site.contents["Templates/assets/extra.txt"] = Array("\(number)".utf8)
      return "asset"
    case 17:
      let path = product.contents.keys.filter { $0.hasPrefix("Content/profiles/") }.sorted()
        .randomElement(using: &random)
      if let path { product.contents[path, default: []] += Array("# \(number)\n".utf8) }
      return "profile \(path ?? "-")"
    case 18:
      site.contents[document] = Array("\u{FEFF}no front matter".utf8) + [0xFF]
      return "\(document) broken"
    case 19:
      // Pages of their own have no tags: a fault.
      replace("title: ", "tags: [t\(number % 3)]\ntitle: ", in: document)
      return "tag of \(document)"
    default:
      self = original
      return "all undone"
    }
  }
}
