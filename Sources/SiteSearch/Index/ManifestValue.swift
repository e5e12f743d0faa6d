/// The value of the manifest: what every query needs before it knows which shards to load.
struct ManifestValue {
  /// The value as JSON.
  let bytes: [UInt8]

  init(
    analyzer: SearchAnalyzer, documents: [DocumentAnalysis], kinds: [String], terms: TermShards,
    pages: PageShards
  ) {
    let numberOfKind = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    let tokenizer = SearchTokenizer(language: analyzer.language)
    var fields = ["\"documents\":\(documents.count)"]
    fields.append("\"length\":\(documents.reduce(0) { $0 + $1.length })")
    fields.append("\"stem\":\(analyzer.language.stemming == .english ? 1 : 0)")
    let months = tokenizer.monthTerms.map { "\($0.term) \($0.month)" }
    fields.append(Self.field("months", months.joined(separator: ",")))
    let names = kinds.map { String(decoding: IndexScript.string($0), as: UTF8.self) }
    fields.append("\"kinds\":[\(names.joined(separator: ","))]")
    let runs = Self.runs(documents.map { numberOfKind[$0.kind] ?? 0 })
    fields.append(Self.field("runs", PackedNumbers.text(runs)))
    fields.append(Self.field("pages", PackedNumbers.text(pages.counts)))
    fields.append(Self.field("terms", terms.firstTerms.joined(separator: " ")))
    let sizes = terms.values.map { ($0.count + IndexScript.overhead + 1023) / 1024 }
    fields.append(Self.field("sizes", PackedNumbers.text(sizes)))
    fields.append(Self.field("lengths", PackedNumbers.text(documents.map(\.length))))
    let body = fields.joined(separator: ",")
    let budget = Self.budget(analyzer.limits, manifestBytes: body.utf8.count)
    bytes = Array("{\"budget\":\(budget),\(body)}".utf8)
  }

  private static func field(_ name: String, _ text: String) -> String {
    "\"\(name)\":" + String(decoding: IndexScript.string(text), as: UTF8.self)
  }

  /// Numbers as pairs of a number and how often it follows itself.
  private static func runs(_ numbers: [Int]) -> [Int] {
    var runs: [Int] = []
    for (index, number) in numbers.enumerated() {
      if index > 0, numbers[index - 1] == number {
        runs[runs.count - 1] += 1
      } else {
        runs += [number, 1]
      }
    }
    return runs
  }

  /// The kibibytes that shards of terms may take in one answer, at least one shard's worth.
  private static func budget(_ limits: SearchIndexLimits, manifestBytes: Int) -> Int {
    let pages = SearchIndexLimits.resultsPerAnswer * limits.pageShardBytes
    let left = limits.answerBytes - manifestBytes - 2 * IndexScript.overhead - pages
    return max(left, limits.termShardBytes) / 1024
  }
}
