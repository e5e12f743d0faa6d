/// Turns text into the terms of the index: folded, stemmed words, numbers and dates.
///
/// - Letters are lower-cased and lose their diacritics (Latin letters); words may hold any letters,
///   marks and decimal digits of Unicode. Scripts written without spaces are not divided into words.
/// - `S&P` is one term, `market's` is `market`, `risk-on` is two terms.
/// - `2016-01-04` is one term, `1,940.24` is `1940.24`, signs and units are left out.
/// - Plurals are reduced when the language says so.
/// - A term has at most 32 scalars; the rest of a longer word is ignored.
///
/// `Templates/assets/search.js` holds the same rules; a test runs both on the same words.
public struct SearchTokenizer: Sendable {
  /// The longest term, in Unicode scalars.
  public static let longestTerm = 32

  private let stems: Bool
  private let months: [String: Int]

  /// Creates a tokenizer for texts of one language.
  public init(language: SearchLanguage) {
    stems = language.stemming == .english
    var months: [String: Int] = [:]
    for (index, names) in language.monthNames.prefix(12).enumerated() {
      for name in names {
        for term in Self.plainTerms(in: name, stems: stems).prefix(1) {
          months[term] = months[term] ?? index + 1
        }
      }
    }
    self.months = months
  }

  /// The month names as terms with their numbers, sorted by term.
  var monthTerms: [(term: String, month: Int)] {
    months.map { (term: $0.key, month: $0.value) }.sorted { $0.term < $1.term }
  }

  /// The terms of a document's text in order; a date in words is followed by its ISO form.
  public func documentTerms(in text: String) -> [String] {
    var terms: [String] = []
    for term in Self.plainTerms(in: text, stems: stems) {
      let phrase = datePhrase(endingWith: term, after: terms)
      terms.append(term)
      if let phrase { terms.append(phrase.date) }
    }
    return terms
  }

  /// The terms of a query in order; a date in words is replaced by its ISO form.
  ///
  /// "4 Jan 2016", "January 4, 2016" and "January 2016" become `2016-01-04` and `2016-01`.
  public func queryTerms(in text: String) -> [String] {
    var terms: [String] = []
    for term in Self.plainTerms(in: text, stems: stems) {
      if let phrase = datePhrase(endingWith: term, after: terms) {
        terms.removeLast(phrase.length)
        terms.append(phrase.date)
      } else {
        terms.append(term)
      }
    }
    return terms
  }

  /// The date that a year completes, and how many of the terms before it belong to it.
  private func datePhrase(endingWith year: String, after terms: [String]) -> (
    date: String, length: Int
  )? {
    guard year.utf8.count == 4, year.utf8.first == 0x31 || year.utf8.first == 0x32,
      Int(year) != nil, let last = terms.last
    else { return nil }
    let before = terms.count > 1 ? terms[terms.count - 2] : ""
    if let month = months[last] {
      let date = "\(year)-\(Self.twoDigits(month))"
      guard let day = Self.day(before) else { return (date, 1) }
      return ("\(date)-\(Self.twoDigits(day))", 2)
    }
    guard let day = Self.day(last), let month = months[before] else { return nil }
    return ("\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))", 2)
  }

  private static func day(_ term: String) -> Int? {
    guard term.utf8.count <= 2, let day = Int(term), day >= 1, day <= 31 else { return nil }
    return day
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func plainTerms(in text: String, stems: Bool) -> [String] {
    var scanner = TokenScanner(text)
    var terms: [String] = []
    while let span = scanner.next() {
      let folded = fold(scanner[span])
      if !folded.isEmpty { terms.append(stems ? LightStemmer.stem(folded) : folded) }
    }
    return terms
  }

  /// A raw token lower-cased, without diacritics, thousands separators and an English `'s`.
  private static func fold(_ raw: ArraySlice<Unicode.Scalar>) -> String {
    if raw.allSatisfy(\.isASCII) { return foldASCII(raw) }
    var folded = String.UnicodeScalarView()
    for scalar in raw {
      if scalar == "'" || scalar == "\u{2019}" { break }
      if TokenScanner.thousandsSeparators.contains(scalar) { continue }
      LatinFolding.append(scalar, to: &folded)
    }
    return String(folded.prefix(longestTerm))
  }

  /// The same for ASCII, which most tokens are: no storage but that of the result.
  private static func foldASCII(_ raw: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: min(raw.count, longestTerm)) { buffer in
      var count = 0
      for scalar in raw where scalar != "," {
        if scalar == "'" || count == buffer.count { break }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        buffer[count] = (0x41...0x5A).contains(byte) ? byte + 32 : byte
        count += 1
      }
      return count
    }
  }
}
