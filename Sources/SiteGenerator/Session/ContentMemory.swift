import MarketData
import Quant

/// The parsed content of the last build, part by part.
final class ContentMemory {
  let configuration = Memo<SiteConfiguration?>()
  let profiles = Memo<ProfileCatalogue>()
  let data = Memo<MarketInputs>()
  let book = Memo<BookFile?>()
  private var documents: [String: DocumentRecord] = [:]
  private var lastVersion = 0

  /// What the data folder holds.
  struct MarketInputs: Sendable {
    var sources: [SourceEntry] = []
    var history: MarketHistory?
  }

  /// The documents of the last build by path.
  var knownDocuments: [String: DocumentRecord] { documents }

  /// Numbers the documents of this build and forgets those that are gone.
  func remember(_ records: [DocumentRecord]) {
    var remembered: [String: DocumentRecord] = [:]
    for var record in records {
      let known = documents[record.path]
      if record.version == 0 {
        record.version = nextVersion()
        if let known, let text = record.frontMatter, text == known.frontMatter {
          record.outlineVersion = known.outlineVersion
        } else {
          record.outlineVersion = nextVersion()
        }
      }
      remembered[record.path] = record
    }
    documents = remembered
  }

  private func nextVersion() -> Int {
    lastVersion += 1
    return lastVersion
  }

  /// Versions of everything that was read last.
  var versions: ContentVersions {
    ContentVersions(
      parts: [configuration.version, profiles.version, data.version, book.version],
      documents: documents.mapValues(\.version),
      outline: documents.mapValues { $0.isShared ? $0.version : $0.outlineVersion })
  }
}

/// One Markdown file as it was parsed last.
struct DocumentRecord: Sendable {
  var path: String
  var bytes: [UInt8]
  /// The text between the fences; `nil` when the file could not be split.
  var frontMatter: String?
  var document: ParsedDocument?
  var problems: [Diagnostic]
  /// Changes with the bytes; 0 until the record is numbered.
  var version = 0
  /// Changes with the front matter, the part of a document that other pages may show.
  var outlineVersion = 0

  /// Whether the body stands on other pages too.
  var isShared: Bool {
    if case .disclaimer? = document { true } else { document == nil }
  }
}

/// Numbers that change when parts of the content do.
struct ContentVersions: Equatable {
  /// Configuration, profiles, data and book: what decisions are computed from.
  var parts: [Int] = []
  /// Each Markdown file.
  var documents: [String: Int] = [:]
  /// What pages show of each other: front matter, and disclaimer blocks as a whole.
  var outline: [String: Int] = [:]
}
