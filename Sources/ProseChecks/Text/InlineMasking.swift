extension ProseMasking {
  /// Masks what is no running text within a block.
  ///
  /// What is never closed is searched for once in a block, so that the time stays linear.
  ///
  /// - Parameters:
  ///   - block: the lines of a paragraph or a value.
  ///   - quotes: whether words between straight quotation marks are a quotation.
  func maskInline(_ block: Range<Int>, quotes: Bool = true) {
    guard block.lowerBound < block.upperBound else { return }
    var reading = InlineReading(masking: self, end: block.upperBound, quotes: quotes)
    reading.run(from: block.lowerBound)
  }
}

/// One pass over a block.
private struct InlineReading {
  let masking: ProseMasking
  let end: Int
  let quotes: Bool
  /// Closing marks that the rest of the block does not hold.
  private var absent: Set<UInt64> = []

  init(masking: ProseMasking, end: Int, quotes: Bool) {
    self.masking = masking
    self.end = end
    self.quotes = quotes
  }

  private func byte(_ index: Int) -> UInt8 { index < end ? masking.source[index] : 0 }

  mutating func run(from start: Int) {
    var index = start
    while index < end {
      let byte = masking.source[index]
      // Nothing begins at a blank or at a letter other than `h`.
      if byte == 0x20 || (byte | 0x20) &- 0x61 < 26 && byte != 0x68 {
        index += 1
      } else {
        index = max(index + 1, next(index))
      }
    }
  }

  /// Handles what begins at an index; the index behind it.
  private mutating func next(_ index: Int) -> Int {
    switch masking.source[index] {
    case 0x5C: return byte(index + 1) == 0x7B && byte(index + 2) == 0x7B ? index + 3 : index + 2
    case 0x60: return code(index)
    case 0x7B where byte(index + 1) == 0x7B: return reference(index)
    case 0x7D where byte(index + 1) == 0x7D: return masked(index, index + 2)
    case 0x5B where byte(index + 1) == 0x5E: return closed(index, by: [0x5D])
    case 0x5D where byte(index + 1) == 0x28: return closed(index + 1, by: [0x29])
    case 0x3C where (byte(index + 1) | 0x20) >= 0x61 || byte(index + 1) == 0x2F:
      return closed(index, by: [0x3E])
    case 0x22 where quotes: return closed(index, by: [0x22])
    case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0x9C:
      return closed(index, by: [0xE2, 0x80, 0x9D])
    case 0x68 where isAddress(index): return address(index)
    default: return index + 1
    }
  }

  private mutating func masked(_ start: Int, _ stop: Int) -> Int {
    masking.mask(start..<min(stop, end))
    return stop
  }

  /// Masks until a closing mark; nothing when the block does not hold it.
  private mutating func closed(_ start: Int, by mark: [UInt8]) -> Int {
    let key = mark.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard !absent.contains(key) else { return start + 1 }
    var index = start + 1
    while index + mark.count <= end {
      if masking.source[index] == mark[0],
        mark.count == 1 || masking.source[index..<(index + mark.count)].elementsEqual(mark)
      {
        return masked(start, index + mark.count)
      }
      index += 1
    }
    absent.insert(key)
    return start + 1
  }

  private mutating func code(_ start: Int) -> Int {
    var open = start
    while byte(open) == 0x60 { open += 1 }
    let length = open - start
    let key = UInt64(length) << 32 | 0x60
    guard !absent.contains(key) else { return open }
    var index = open
    while index < end {
      guard masking.source[index] == 0x60 else {
        index += 1
        continue
      }
      var close = index
      while byte(close) == 0x60 { close += 1 }
      if close - index == length { return masked(start, close) }
      index = close
    }
    absent.insert(key)
    return open
  }

  /// A value reference is masked; an assertion keeps its words.
  private mutating func reference(_ start: Int) -> Int {
    var index = start + 2
    while byte(index) == 0x20 { index += 1 }
    let word = Array("assert ".utf8)
    let isAssertion =
      index + word.count <= end
      && masking.source[index..<(index + word.count)].elementsEqual(word)
    while index < end, byte(index) != 0x0A {
      if isAssertion, byte(index) == 0x3A { return masked(start, index + 1) }
      if byte(index) == 0x7D, byte(index + 1) == 0x7D { return masked(start, index + 2) }
      index += 1
    }
    // Nothing on this line closes it, so that nothing else that begins on it is closed either.
    return index
  }

  /// Whether `http://` or `https://` stands at an `h`.
  private func isAddress(_ index: Int) -> Bool {
    guard byte(index + 1) == 0x74, byte(index + 2) == 0x74, byte(index + 3) == 0x70 else {
      return false
    }
    let colon = byte(index + 4) == 0x73 ? index + 5 : index + 4
    return byte(colon) == 0x3A && byte(colon + 1) == 0x2F && byte(colon + 2) == 0x2F
  }

  private mutating func address(_ start: Int) -> Int {
    var index = start
    while index < end, byte(index) > 0x20 { index += 1 }
    return masked(start, index)
  }
}
