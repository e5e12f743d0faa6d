/// Whether a place of a Markdown text is running text, where a value may carry markup.
///
/// It is not in fenced blocks, between backticks, in the destination of a link, and glued to other
/// text, as in an address. The judgement is cautious: a value without a mark is printed all the same.
struct RunningText {
  private var fence: (byte: UInt8, length: Int)?
  private var isInCode = false
  /// Bytes of the current line up to here.
  private var line: [UInt8] = []
  /// Length of the run of backticks or tildes that ends here.
  private var run = 0

  /// Reads the next byte.
  mutating func append(_ byte: UInt8) {
    if byte == 0x0A {
      endLine()
    } else {
      if run > 0, byte != 0x60, line.last == 0x60, fence == nil, !isFenceLine { isInCode.toggle() }
      run = byte == 0x60 || byte == 0x7E ? (line.last == byte ? run + 1 : 1) : 0
      line.append(byte)
    }
  }

  /// Whether a value that stands here may carry markup.
  var allowsMarkup: Bool {
    guard fence == nil, !isFenceLine, !isInCode else { return false }
    guard let last = line.last else { return true }
    switch last {
    case 0x20, 0x2A, 0x5F, 0x22, 0x7C: return true  // space * _ " |
    case 0x28: return line.dropLast().last != 0x5D  // ( but not ](
    default: return last >= 0x80
    }
  }

  /// Whether the line so far begins a fence: at least three backticks or tildes after blanks.
  private var isFenceLine: Bool { fenceAtStart != nil }

  private var fenceAtStart: (byte: UInt8, length: Int)? {
    let text = line.drop { $0 == 0x20 || $0 == 0x3E }  // in a quotation as well
    guard let byte = text.first, byte == 0x60 || byte == 0x7E else { return nil }
    let length = text.prefix { $0 == byte }.count
    return length >= 3 ? (byte, length) : nil
  }

  private mutating func endLine() {
    if let start = fenceAtStart {
      if let open = fence {
        if start.byte == open.byte, start.length >= open.length { fence = nil }
      } else {
        fence = start
      }
    } else if fence == nil, run > 0, line.last == 0x60 {
      isInCode.toggle()
    }
    if !line.contains(where: { $0 != 0x20 }) { isInCode = false }
    line.removeAll(keepingCapacity: true)
    run = 0
  }
}
