/// A text made ready for libcmark: one kind of line end, no NUL, escapes marked.
///
/// Lines correspond to those of the original.
struct SourceText {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8]
  /// Where each line begins, in `bytes`; never empty.
  private(set) var lineStarts: [Int] = [0]
  /// What follows escaped punctuation.
  private(set) var marker = EscapeMarker()
  /// The number of NUL characters that were replaced.
  private(set) var replacedNULs = 0
  /// Which kinds of syntax can be in the text at all, to leave out what need not be looked for.
  private(set) var traits = Traits()

  /// Bytes that an extension cannot do without.
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let pipe = Traits(rawValue: 1)
    static let footnote = Traits(rawValue: 2)
    static let tildes = Traits(rawValue: 4)
    static let dollarCode = Traits(rawValue: 8)
    /// The text has to be changed before libcmark reads it.
    static let rewriting = Traits(rawValue: 16)
  }

  /// Prepares bytes that are valid UTF-8.
  init(_ original: [UInt8]) {
    bytes = original
    if original.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    scan()
    guard traits.contains(.rewriting) else { return }
    rewrite()
    lineStarts = [0]
    scan()
  }

  /// The bytes of a line, from 1, without its end; empty outside the text.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    guard number < lineStarts.count else { return start..<bytes.count }
    return start..<(lineStarts[number] - 1)
  }

  /// Which bytes `scan` looks at; all others are passed over, and most of a text is others.
  private static let isScanned = table(of: [0x0A, 0x7C, 0x5B, 0x7E, 0x24, 0x5C, 0x0D, 0x00, 0x26])
  /// Which bytes `rewrite` may change.
  private static let isRewritten = table(of: [0x00, 0x0D, 0x5C, 0x26])

  private static func table(of bytes: [UInt8]) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in bytes { table[Int(byte)] = true }
    return table
  }

  /// Finds lines and traits in one pass.
  private mutating func scan() {
    var starts: [Int] = [0]
    var traits: Traits = []
    let isScanned = Self.isScanned
    bytes.withUnsafeBufferPointer { text in
      starts.reserveCapacity(text.count / 40 + 1)
      for index in 0..<text.count where isScanned[Int(text[index])] {
        let next = index + 1 < text.count ? text[index + 1] : 0
        switch text[index] {
        case 0x0A: starts.append(index + 1)
        case 0x7C: traits.insert(.pipe)
        case 0x5B where next == 0x5E: traits.insert(.footnote)
        case 0x7E where next == 0x7E: traits.insert(.tildes)
        case 0x24 where next == 0x60: traits.insert(.dollarCode)
        case 0x5C where next != 0x0A, 0x0D, 0x00: traits.insert(.rewriting)
        case 0x26: traits.insert(.rewriting)
        default: break
        }
      }
    }
    lineStarts = starts
    self.traits = traits
  }

  private mutating func rewrite() {
    if let marker = EscapeMarker.absent(from: bytes) { self.marker = marker }
    let isRewritten = Self.isRewritten
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var hasMarker = false
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, !isRewritten[Int(bytes[end])] { end += 1 }
      result += bytes[index..<end]
      index = end
      guard index < bytes.count else { break }
      let length = piece(at: index, into: &result, hasMarker: &hasMarker)
      index += length
    }
    bytes = result
    if !hasMarker { marker = EscapeMarker() }
  }

  /// Copies what stands at an index, changed where needed, and returns its length.
  private mutating func piece(
    at index: Int, into result: inout [UInt8], hasMarker: inout Bool
  ) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x00:
      result += [0xEF, 0xBF, 0xBD]
      replacedNULs += 1
      return 1
    case 0x0D:
      result.append(0x0A)
      return next == 0x0A ? 2 : 1
    case 0x5C, 0x26:
      let length = EscapeMarker.escapeLength(in: bytes, at: index)
      if length > 0 {
        result += bytes[index..<(index + length)]
        result += marker.bytes
        hasMarker = true
        return length
      }
      // A pair of backslashes is one escape: what follows it is not escaped.
      let isPair = bytes[index] == 0x5C && next == 0x5C
      result += bytes[index..<(index + (isPair ? 2 : 1))]
      return isPair ? 2 : 1
    default:
      result.append(bytes[index])
      return 1
    }
  }
}
