public import ALVH
import Crypto
public import Quant

/// SHA-256 digests of what each session was computed from.
///
/// The digest of a session covers the account's terms, every row of every input known at its close,
/// and the schedule of the quarter ahead of it; nothing later: appending a day to a file leaves the
/// digests of earlier days as they were. Rows are written as text with shortest round-trip decimals, so
/// the digest is the same everywhere. The method's parameters are told apart by profile and version.
public struct SnapshotDigest: Sendable, Hashable {
  /// The 32 bytes in hexadecimal.
  public let hexadecimal: String

  /// The first eight digits in two groups, as pages print it: `7c1e 90ab`.
  public var short: String {
    "\(hexadecimal.prefix(4)) \(hexadecimal.dropFirst(4).prefix(4))"
  }

  /// The digest of each session of the history.
  ///
  /// - Parameters:
  ///   - history: the market; rows later than a session do not enter its digest.
  ///   - account: capital, pricing assumptions and the book by date.
  /// - Returns: a digest for each session of `history.bars`.
  /// - Complexity: O(n log n) in the rows of a day, linear in days, because the running hash is copied
  ///   at every session.
  public static func bySession(
    _ history: MarketHistory, account: BookAccount
  ) -> [CalendarDate: SnapshotDigest] {
    let input = SnapshotRows(history, account: account)
    var running = SHA256()
    func add(_ rows: [String], to hash: inout SHA256) {
      // In an order of their own: neither a file's order nor a dictionary's is part of the input.
      for row in rows.sorted() { hash.update(data: Array((row + "\n").utf8)) }
    }
    add(input.terms, to: &running)
    var digests: [CalendarDate: SnapshotDigest] = [:]
    let dates = input.rows.keys.sorted()
    var next = 0
    for bar in history.bars {
      while next < dates.count, dates[next] <= bar.date {
        add(input.rows[dates[next]] ?? [], to: &running)
        next += 1
      }
      digests[bar.date] = SnapshotDigest(hexadecimal: FileDigest.text(running.finalize()))
    }
    return digests
  }
}
