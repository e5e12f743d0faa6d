import Crypto
public import Quant

/// SHA-256 digests of what each session was computed from.
///
/// The digest of a session covers every row of every input known at its close, in date order, and
/// nothing later: appending a day to a file leaves the digests of earlier days as they were. Rows
/// are written as text with shortest round-trip decimals, so the digest is the same everywhere.
public struct SnapshotDigest: Sendable, Hashable {
  /// The 32 bytes in hexadecimal.
  public let hexadecimal: String

  /// The first eight digits in two groups, as pages print it: `7c1e 90ab`.
  public var short: String {
    "\(hexadecimal.prefix(4)) \(hexadecimal.dropFirst(4).prefix(4))"
  }

  /// The digest of each session of the history.
  ///
  /// Complexity: O(rows), because the running hash is copied at every session.
  public static func bySession(
    _ history: MarketHistory, book: [BookSnapshot]
  ) -> [CalendarDate: SnapshotDigest] {
    var rows: [CalendarDate: [String]] = [:]
    func add(_ known: CalendarDate, _ row: String) { rows[known, default: []].append(row) }
    for value in history.vix { add(value.known, "vix,\(value.date),\(value.value)") }
    for value in history.realEffectiveExchangeRate {
      add(value.known, "reer,\(value.date),\(value.value)")
    }
    for (date, settlements) in history.futures {
      for row in settlements { add(date, "vx,\(date),\(row.expiration),\(row.settle)") }
    }
    for (name, quotes) in [
      ("vix-option", history.vixOptions), ("index-option", history.indexOptions),
    ] {
      for (date, list) in quotes {
        for quote in list {
          add(date, "\(name),\(date),\(text(quote.contract)),\(quote.bid),\(quote.ask)")
        }
      }
    }
    for count in history.breadth {
      add(count.date, "breadth,\(count.date),\(count.advances),\(count.declines)")
    }
    for release in history.releases {
      let actual = release.actual.map { "\($0)" } ?? ""
      let consensus = release.consensus.map { "\($0)" } ?? ""
      add(
        release.releaseDate,
        "release,\(release.releaseDate),\(release.series.rawValue),\(release.period),\(actual),\(consensus)"
      )
    }
    for event in history.policy { add(event.date, "policy,\(event.date),\(event.kind.rawValue)") }
    for snapshot in book {
      for position in snapshot.positions {
        add(
          snapshot.date,
          "position,\(snapshot.date),\(text(position.contract)),\(position.quantity),\(position.entryPrice)"
        )
      }
    }
    return digests(rows, bars: history.bars)
  }

  private static func text(_ contract: OptionContract) -> String {
    "\(contract.root.rawValue) \(contract.expiration) \(contract.strike) \(contract.right.rawValue)"
  }

  private static func digests(
    _ rows: [CalendarDate: [String]], bars: [DailyBar]
  ) -> [CalendarDate: SnapshotDigest] {
    var running = SHA256()
    var digests: [CalendarDate: SnapshotDigest] = [:]
    let dates = rows.keys.sorted()
    var next = 0
    for bar in bars {
      while next < dates.count, dates[next] <= bar.date {
        for row in (rows[dates[next]] ?? []).sorted() {
          running.update(data: Array((row + "\n").utf8))
        }
        next += 1
      }
      let volume = bar.volume.map { "\($0)" } ?? ""
      let row = "bar,\(bar.date),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(volume)\n"
      running.update(data: Array(row.utf8))
      let digest = running
      digests[bar.date] = SnapshotDigest(
        hexadecimal: digest.finalize().map { byte in
          let text = String(byte, radix: 16)
          return text.count == 1 ? "0" + text : text
        }.joined())
    }
    return digests
  }
}
