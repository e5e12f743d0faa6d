import MarketData
import ProseChecks
import Quant

/// The parsed content of the last build, part by part.
final class ContentMemory {
  let configuration = Memo<SiteConfiguration?>()
  let wording = Memo<WordingCheck>()
  let profiles = Memo<ProfileCatalogue>()
  let data = Memo<MarketInputs>()
  let book = Memo<BookFile?>()
  private var documents: [String: DocumentRecord] = [:]
  /// What the documents were read under.
  private var rules: Rules?
  private var lastVersion = 0

  /// What the data folder holds.
  struct MarketInputs: Sendable {
    var sources: [SourceEntry] = []
    /// The files of the sources by the source's id.
    var files: [String: DataFile] = [:]
    var history: MarketHistory?
  }

  /// What reading a document depends on beside its bytes.
  struct Rules: Equatable {
    /// The version of the wording rules.
    var wording: Int
    var publication: Publication
  }

  /// The documents of the last build by path; none when they were read under other rules.
  func knownDocuments(under rules: Rules) -> [String: DocumentRecord] {
    self.rules == rules ? documents : [:]
  }

  /// Numbers the documents of this build and forgets those that are gone.
  func remember(_ records: [DocumentRecord], under rules: Rules) {
    self.rules = rules
    var remembered: [String: DocumentRecord] = [:]
    for var record in records {
      let known = documents[record.path]
      if record.version == 0 {
        record.version = nextVersion()
        record.identityVersion = version(of: record, known, \.identity, \.identityVersion)
        record.listingVersion = version(of: record, known, \.listing, \.listingVersion)
      }
      remembered[record.path] = record
    }
    documents = remembered
  }

  /// The known number of a part that is the same as before, else a new one.
  private func version(
    of record: DocumentRecord, _ known: DocumentRecord?,
    _ part: (ParsedDocument) -> [String]?, _ number: (DocumentRecord) -> Int
  ) -> Int {
    if let known, let old = known.document.flatMap(part), let new = record.document.flatMap(part),
      old == new
    {
      return number(known)
    }
    return nextVersion()
  }

  private func nextVersion() -> Int {
    lastVersion += 1
    return lastVersion
  }

  /// Versions of everything that was read last.
  var versions: ContentVersions {
    var versions = ContentVersions(
      parts: [configuration.version, profiles.version, data.version, book.version],
      wording: wording.version)
    for (path, record) in documents {
      versions.documents[path] = record.version
      versions.identities[path] = record.identityVersion
      if !record.aliases.isEmpty { versions.aliases[path] = record.version }
      if let kind = record.document?.kind {
        versions.listings[kind, default: [:]][path] = record.listingVersion
      }
    }
    return versions
  }
}

/// Numbers that change when parts of the content do.
struct ContentVersions: Equatable, Sendable {
  /// Configuration, profiles, data and book: what decisions are computed from.
  var parts: [Int] = []
  /// The rules that every text is read with.
  var wording = 0
  /// Each Markdown file as a whole.
  var documents: [String: Int] = [:]
  /// What every page may depend on: which documents there are.
  var identities: [String: Int] = [:]
  /// The files that give old addresses.
  var aliases: [String: Int] = [:]
  /// What lists and neighbours show of the documents of a kind.
  var listings: [ParsedDocument.Kind: [String: Int]] = [:]
}
