/// Masks the lines of a text that are no running words, and hands the others on, block by block.
struct ProseMasking {
  private enum Fence {
    case code, directive
  }

  let source: UnsafeBufferPointer<UInt8>
  let out: UnsafeMutableBufferPointer<UInt8>

  /// First words of fenced blocks whose body holds prose between keys.
  private static let directives: Set<String> = ["assert", "example", "note", "quiz"]
  /// Keys whose values are no prose.
  private static let dataKeys: Set<String> = [
    "answer", "chart", "date", "rows", "sample", "that",
  ]
  /// Keys of a front matter whose values are no prose, with all that is indented below them.
  private static let frontKeys: Set<String> = [
    "aka", "formula", "prerequisites", "review", "see", "sources", "units",
  ]

  func mask(_ range: Range<Int>) {
    for index in range where out[index] != 0x0A { out[index] = MaskedProse.mask }
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < source.count, source[end] != 0x0A { end += 1 }
    return end
  }

  func maskMarkdown() {
    var fence: (kind: Fence, byte: UInt8, length: Int)?
    var block = 0
    var quote: Bool?
    var line = 0
    while line < source.count {
      let end = endOfLine(line)
      var start = line
      while start < end, source[start] == 0x20 { start += 1 }
      let run = fenceRun(start, end)
      var endsBlock = start == end
      if let open = fence {
        if let run, run.byte == open.byte, run.length >= open.length, run.isBare {
          fence = nil
          mask(line..<end)
        } else if open.kind == .code {
          mask(line..<end)
        } else {
          maskKey(start, end)
          maskInline(start..<end)
        }
        endsBlock = true
      } else if let run {
        fence = (
          Self.directives.contains(run.name) ? .directive : .code, run.byte, run.length
        )
        maskInline(block..<line)
        mask(line..<end)
        endsBlock = true
        block = end
      } else if start < end, source[start] == 0x3E {
        if quote == nil {
          maskInline(block..<line)
          block = line
          quote = holds("[!", start, end)
        }
        if quote == true {
          mask(start..<(start + 1))
        } else {
          mask(line..<end)
        }
      } else if isDefinition(start, end) {
        mask(line..<end)
      }
      if start == end || source[start] != 0x3E { quote = nil }
      if endsBlock {
        if fence == nil || block < line { maskInline(block..<max(block, line)) }
        block = min(end + 1, source.count)
      }
      line = end + 1
    }
    maskInline(min(block, source.count)..<source.count)
  }

  func maskFrontMatter() {
    var isMasked = false
    var line = 0
    while line < source.count {
      let end = endOfLine(line)
      if line < end, source[line] != 0x20, source[line] != 0x2D {
        isMasked = Self.frontKeys.contains(key(line, end)?.name ?? "")
      }
      if isMasked {
        mask(line..<end)
      } else {
        var start = line
        while start < end, source[start] == 0x20 || source[start] == 0x2D { start += 1 }
        maskKey(start, end)
        maskInline(start..<end, quotes: false)
      }
      line = end + 1
    }
  }

  /// The key before a colon at a line's start.
  private func key(_ start: Int, _ end: Int) -> (name: String, end: Int)? {
    var index = start
    while index < end, (source[index] | 0x20) >= 0x61, (source[index] | 0x20) <= 0x7A { index += 1 }
    guard index > start, index < end, source[index] == 0x3A else { return nil }
    return (String(decoding: source[start..<index], as: UTF8.self), index + 1)
  }

  private func maskKey(_ start: Int, _ end: Int) {
    guard let key = key(start, end) else { return }
    mask(start..<(Self.dataKeys.contains(key.name) ? end : key.end))
  }

  private func holds(_ text: StaticString, _ start: Int, _ end: Int) -> Bool {
    let first = text.utf8Start[0]
    let second = text.utf8Start[1]
    return (start..<end).dropLast().contains {
      source[$0] == first && source[$0 + 1] == second
    }
  }

  /// A line `[label]: address`, which defines a link.
  private func isDefinition(_ start: Int, _ end: Int) -> Bool {
    guard start + 1 < end, source[start] == 0x5B, source[start + 1] != 0x5E else { return false }
    return holds("]:", start, end)
  }

  private func fenceRun(
    _ start: Int, _ end: Int
  ) -> (byte: UInt8, length: Int, name: String, isBare: Bool)? {
    guard start < end, source[start] == 0x60 || source[start] == 0x7E else { return nil }
    let byte = source[start]
    var index = start
    while index < end, source[index] == byte { index += 1 }
    let length = index - start
    guard length >= 3, byte == 0x7E || !source[index..<end].contains(0x60) else { return nil }
    let info = String(decoding: source[index..<end], as: UTF8.self).split(separator: " ")
    return (byte, length, info.first.map(String.init) ?? "", info.isEmpty)
  }
}
