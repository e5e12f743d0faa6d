import ALVH
import Quant

/// The inputs of an account's decisions as rows of text, each under the date from which it counts.
///
/// A row is its kind and its fields with commas between them; numbers are shortest round-trip
/// decimals. Everything an analysis reads is here: a field that is left out could change a page and
/// leave its digest as it was.
struct SnapshotRows {
  /// Calendar days before its date from which a scheduled event counts: a page looks ahead to it.
  ///
  /// A quarter, which is longer than any gap between two meetings of a policy calendar.
  static let scheduleDays = 92

  /// The rows by date.
  private(set) var rows: [CalendarDate: [String]] = [:]
  /// What holds on every session: terms of the account and what the publisher declares.
  private(set) var terms: [String] = []

  init(_ history: MarketHistory, account: BookAccount) {
    addTerms(history, account)
    addMarket(history)
    addRates(history)
    addSchedule(history)
    addBook(account)
  }

  // An optional is no `CustomStringConvertible`: "Optional(1)" cannot become part of a row.
  private mutating func add(_ known: CalendarDate, _ fields: any CustomStringConvertible...) {
    rows[known, default: []].append(Self.row(fields))
  }

  private static func row(_ fields: [any CustomStringConvertible]) -> String {
    fields.map { ($0 as? String).map(escaped) ?? $0.description }.joined(separator: ",")
  }

  /// Free text in which no comma or line end can be taken for the row's own.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\\\"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

  private static func text(_ contract: OptionContract) -> String {
    "\(contract.root.rawValue) \(contract.expiration) \(contract.strike) \(contract.right.rawValue)"
  }

  private mutating func addTerms(_ history: MarketHistory, _ account: BookAccount) {
    terms.append(
      Self.row(["account", account.navDollars, account.rate, account.dividendYield]))
    terms.append(Self.row(["volume", history.volumeSource.rawValue]))
    let origin = history.provenance
    for (name, provenance) in [
      ("bars", origin.bars), ("vix", origin.vix), ("vx", origin.futures),
      ("vix-option", origin.vixOptions), ("index-option", origin.indexOptions),
      ("breadth", origin.breadth),
    ] {
      terms.append(Self.row(["provenance", name, "\(provenance)"]))
    }
  }

  private mutating func addMarket(_ history: MarketHistory) {
    for bar in history.bars {
      add(bar.date, "bar", bar.date, bar.open, bar.high, bar.low, bar.close, Self.text(bar.volume))
    }
    for (date, settlements) in history.futures {
      for row in settlements { add(date, "vx", date, row.expiration, row.settle) }
    }
    for (name, quotes) in [
      ("vix-option", history.vixOptions), ("index-option", history.indexOptions),
    ] {
      for (date, list) in quotes {
        for quote in list { add(date, name, date, Self.text(quote.contract), quote.bid, quote.ask) }
      }
    }
    for count in history.breadth {
      add(count.date, "breadth", count.date, count.advances, count.declines)
    }
    for record in history.fundamentals {
      add(
        record.known, "fundamentals", record.known, record.ticker, record.sector,
        Self.text(record.price), Self.text(record.shares), Self.text(record.operatingCashFlow),
        Self.text(record.priceToEarnings))
    }
  }

  private mutating func addRates(_ history: MarketHistory) {
    var series = [
      ("vix", history.vix), ("reer", history.realEffectiveExchangeRate),
      ("cap-weighted", history.capWeightedIndex), ("equal-weighted", history.equalWeightedIndex),
    ]
    for (name, rate) in [
      ("minuend", history.minuendRate), ("subtrahend", history.subtrahendRate),
    ] {
      guard let rate else { continue }
      terms.append(Self.row([name, rate.name, rate.frequency.rawValue]))
      series.append((name, rate.values))
    }
    for (name, values) in series {
      for value in values { add(value.known, name, value.date, value.known, value.value) }
    }
  }

  /// Dates count from a quarter before, first prints and consensus from the release.
  private mutating func addSchedule(_ history: MarketHistory) {
    for event in history.policy {
      add(event.date.adding(days: -Self.scheduleDays), "policy", event.date, event.kind.rawValue)
    }
    for release in history.releases {
      let name = release.series.rawValue
      add(
        release.releaseDate.adding(days: -Self.scheduleDays), "scheduled", release.releaseDate,
        release.releaseTime, name, release.period)
      add(
        release.releaseDate, "release", release.releaseDate, name, release.period,
        Self.text(release.actual), Self.text(release.consensus))
    }
  }

  private mutating func addBook(_ account: BookAccount) {
    for snapshot in account.snapshots {
      // A snapshot without positions closes the book.
      add(snapshot.date, "book", snapshot.date, snapshot.positions.count)
      for position in snapshot.positions {
        add(
          snapshot.date, "position", snapshot.date, Self.text(position.contract),
          position.quantity, position.entryPrice, position.entryDate)
      }
    }
    for (date, options) in account.outside {
      for option in options {
        add(date, "outside", date, option.expiration.map { "\($0)" } ?? "")
      }
    }
  }
}
