/// What results show of each page, cut into shards of consecutive documents.
///
/// A shard's value is an array of `[url, title, date, text]`.
struct PageShards: Sendable {
  /// The value of each shard, as JSON.
  private(set) var values: [[UInt8]] = []
  /// How many documents each shard holds.
  private(set) var counts: [Int] = []

  init(_ documents: [DocumentAnalysis], limit: Int) {
    var shard: [UInt8] = []
    var count = 0
    for document in documents {
      let entry = Self.entry(document)
      if count > 0, shard.count + entry.count + IndexScript.overhead > limit {
        values.append(shard + [0x5D])
        counts.append(count)
        (shard, count) = ([], 0)
      }
      shard.append(count == 0 ? 0x5B : 0x2C)
      shard += entry
      count += 1
    }
    if count > 0 {
      values.append(shard + [0x5D])
      counts.append(count)
    }
  }

  private static func entry(_ document: DocumentAnalysis) -> [UInt8] {
    var bytes: [UInt8] = [0x5B]
    for (index, text) in [document.url, document.title, document.date, document.text].enumerated() {
      if index > 0 { bytes.append(0x2C) }
      IndexScript.append(text, to: &bytes)
    }
    bytes.append(0x5D)
    return bytes
  }
}
