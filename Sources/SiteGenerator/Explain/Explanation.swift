import Quant

/// Where a value comes from: its formula, what went into it, and the rows of the files.
struct Explanation: Sendable, Hashable, Encodable {
  /// The name in the catalogue; `nil` for what has none, such as one leg's share.
  var name: String?
  /// What it is.
  var title: String
  /// The value as printed.
  var text: String
  /// The unit in words; `nil` when there is none.
  var unit: String?
  /// The origin's word.
  var origin: ValueOrigin
  /// How it is computed; `nil` when it is what a file says.
  var formula: FormulaText?
  /// The rows it is read from; of a long series the first and the last.
  var rows: [Row] = []
  /// How many rows there are when `rows` does not hold them all.
  var rowCount: Int?
  /// What went into it.
  var inputs: [Explanation] = []
  /// How many inputs a greater depth would show.
  var hiddenInputs: Int?

  /// A row of a file.
  struct Row: Sendable, Hashable, Encodable {
    /// The source in the catalogue, or the book or profile.
    var series: String
    /// The column or key.
    var column: String
    /// The field as written.
    var text: String
    /// The date it refers to; `nil` for terms that have none.
    var date: CalendarDate?
    /// The date it was known; `nil` for terms that have none.
    var known: CalendarDate?
    /// Calendar days from its date to the session.
    var ageDays: Int?
    /// `file:line:column`.
    var place: String

    private enum CodingKeys: String, CodingKey {
      case series, column, text, date, known, ageDays, place
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(series, forKey: .series)
      try container.encode(column, forKey: .column)
      try container.encode(text, forKey: .text)
      try container.encodeIfPresent(date?.description, forKey: .date)
      try container.encodeIfPresent(known?.description, forKey: .known)
      try container.encodeIfPresent(ageDays, forKey: .ageDays)
      try container.encode(place, forKey: .place)
    }
  }

  /// What the catalogue of sources says of a file.
  struct Source: Sendable, Hashable, Encodable {
    var id: String
    var title: String
    var publisher: String
    var licence: String
    var kind: String
    var units: String
    var file: String
    var sha256: String
    var retrieved: String?
    var url: String?
  }

  /// Every row below this value, itself included.
  var allRows: [Row] { rows + inputs.flatMap(\.allRows) }
}

extension ValueOrigin: Encodable {}

/// The answer of `hedgebook explain`.
struct ExplanationReport: Sendable, Encodable {
  var date: String
  var asOf: String
  var profile: String
  var book: String?
  var snapshot: String?
  var value: Explanation
  var sources: [Explanation.Source]
}
