/// How large the parts of an index may be, in bytes.
public struct SearchIndexLimits: Hashable, Sendable, Codable {
  /// A shard of terms; a term that needs more alone has a shard of its own.
  public var termShardBytes: Int
  /// A shard of pages; a page that needs more alone has a shard of its own.
  public var pageShardBytes: Int
  /// The text of a page that results quote from.
  public var storedTextBytes: Int
  /// All that one answer loads: the manifest, shards of terms, and the shards of ten pages.
  public var answerBytes: Int

  /// The results of an answer whose pages count towards `answerBytes`.
  public static let resultsPerAnswer = 10

  /// Creates limits; each is at least 256 and at most 16,777,216 bytes.
  public init(
    termShardBytes: Int, pageShardBytes: Int, storedTextBytes: Int, answerBytes: Int
  ) {
    self.termShardBytes = Self.limited(termShardBytes)
    self.pageShardBytes = Self.limited(pageShardBytes)
    self.storedTextBytes = Self.limited(storedTextBytes)
    self.answerBytes = Self.limited(answerBytes)
  }

  private static func limited(_ bytes: Int) -> Int { min(max(bytes, 256), 1 << 24) }

  /// 16 KiB for terms, 10 KiB for pages with 2,000 bytes of text each, 300,000 bytes an answer.
  public static let standard = SearchIndexLimits(
    termShardBytes: 16_384, pageShardBytes: 10_240, storedTextBytes: 2_000, answerBytes: 300_000)
}
