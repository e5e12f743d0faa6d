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
        var terms = TermBuffer()
        Self.scan(name, stems: stems, into: &terms) { _ in }
        if let term = terms.strings.first { months[term] = months[term] ?? index + 1 }
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
    terms(in: text).strings
  }

  /// The terms of a document's text as bytes.
  func terms(in text: String) -> TermBuffer {
    var terms = TermBuffer()
    Self.scan(text, stems: stems, into: &terms) { terms in
      guard let phrase = datePhrase(in: terms) else { return }
      terms.write(phrase.date.utf8)
      terms.close()
    }
    return terms
  }

  /// The terms of a query in order; a date in words is replaced by its ISO form.
  ///
  /// "4 Jan 2016", "January 4, 2016" and "January 2016" become `2016-01-04` and `2016-01`.
  public func queryTerms(in text: String) -> [String] {
    var terms = TermBuffer()
    Self.scan(text, stems: stems, into: &terms) { terms in
      guard let phrase = datePhrase(in: terms) else { return }
      terms.removeLast(phrase.length)
      terms.write(phrase.date.utf8)
      terms.close()
    }
    return terms.strings
  }

  /// The date that the last term completes as its year, and of how many terms it is made.
  private func datePhrase(in terms: TermBuffer) -> (date: String, length: Int)? {
    // Nearly no term is a year: its length and first byte tell without a copy.
    let ending = terms.range(terms.count - 1)
    guard ending.count == 4, terms.count > 1, terms.bytes[ending.lowerBound] &- 0x31 < 2,
      let year = Self.year(terms[terms.count - 1])
    else { return nil }
    let last = terms[terms.count - 2]
    let before = terms.count > 2 ? terms[terms.count - 3] : []
    if let month = month(last) {
      let date = "\(year)-\(Self.twoDigits(month))"
      guard let day = Self.day(before) else { return (date, 2) }
      return ("\(date)-\(Self.twoDigits(day))", 3)
    }
    guard let day = Self.day(last), let month = month(before) else { return nil }
    return ("\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))", 3)
  }

  private static func year(_ term: ArraySlice<UInt8>) -> String? {
    guard term.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(decoding: term, as: UTF8.self)
  }

  private func month(_ term: ArraySlice<UInt8>) -> Int? {
    months[String(decoding: term, as: UTF8.self)]
  }

  private static func day(_ term: ArraySlice<UInt8>) -> Int? {
    guard term.count <= 2, let day = Int(String(decoding: term, as: UTF8.self)), day >= 1, day <= 31
    else { return nil }
    return day
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Appends the terms of a text; `after` is called behind each.
  private static func scan(
    _ text: String, stems: Bool, into terms: inout TermBuffer,
    after: (inout TermBuffer) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      terms.reserve(bytes: bytes.count)
      var scanner = TokenScanner(bytes)
      while let span = scanner.next() {
        let count = terms.count
        fold(UnsafeBufferPointer(rebasing: bytes[span]), into: &terms)
        terms.close(stems: stems)
        if terms.count > count { after(&terms) }
      }
    }
  }

  /// Writes a raw token in lower case, without diacritics, thousands separators and an English `'s`.
  private static func fold(_ raw: UnsafeBufferPointer<UInt8>, into terms: inout TermBuffer) {
    let start = terms.openStart
    var kept = 0
    for index in 0..<raw.count {
      let byte = raw[index]
      if byte >= 0x80 {
        terms.cut(to: start)
        return foldScalars(raw, into: &terms)
      }
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'") else { continue }
      terms.write(raw[kept..<index])
      kept = byte == UInt8(ascii: ",") ? index + 1 : raw.count
    }
    terms.write(raw[min(kept, raw.count)...])
    terms.cut(to: min(terms.bytes.count, start + longestTerm))
    terms.lowercase(from: start)
  }

  /// The same for tokens that are not ASCII.
  private static func foldScalars(_ raw: UnsafeBufferPointer<UInt8>, into terms: inout TermBuffer) {
    var folded = String.UnicodeScalarView()
    for scalar in String(decoding: raw, as: UTF8.self).unicodeScalars {
      if scalar == "'" || scalar == "\u{2019}" { break }
      if scalar == "," || scalar == "\u{2009}" || scalar == "\u{202F}" { continue }
      LatinFolding.append(scalar, to: &folded)
    }
    terms.write(String(folded.prefix(longestTerm)).utf8)
  }
}
