/// Distinct terms, numbered as they come: a hash table over one array of bytes.
///
/// What a term is numbered depends on the order of the terms alone. Complexity: O(1) a term, and
/// O(length) for the bytes of each.
struct TermTable {
  /// The terms one after the other, each followed by a space.
  private(set) var bytes: [UInt8] = []
  /// Where each term begins in `bytes`, and at the end where the next one will.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// The number of a term and 1 at the place of its hash or after it; 0 is free.
  ///
  /// Never more than half full.
  private var slots: [Int32]

  init() {
    slots = [Int32](repeating: 0, count: 512)
  }

  var count: Int { hashes.count }

  /// The range of a term in `bytes`.
  func range(_ number: Int) -> Range<Int> { starts[number]..<(starts[number + 1] - 1) }

  /// The number of a term; `count` before the call for one that was not there yet.
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = TermHash.of(term)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(term, number) { return number }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count + 1)
    hashes.append(hash)
    bytes += term
    bytes.append(0x20)
    starts.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private func equals(_ term: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let range = range(number)
    guard range.count == term.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for index in 0..<term.count where own[range.lowerBound + index] != term[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }

  /// The numbers of all terms in the order of their UTF-16 code units.
  var sortedNumbers: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      hashes.indices.sorted { first, second in
        TermOrder.precedes(
          UnsafeBufferPointer(rebasing: bytes[range(first)]),
          UnsafeBufferPointer(rebasing: bytes[range(second)]))
      }
    }
  }
}

/// The hash of a term: eight bytes at a time, multiplied to 128 bits and folded.
///
/// The key is another in every process, as that of Swift's own hashing is, so that no text can be
/// written to make the table slow. Nothing that is written depends on it.
enum TermHash {
  private static let key = UInt64(bitPattern: Int64(Hasher().finalize()))

  static func of(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = key ^ UInt64(truncatingIfNeeded: term.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(term)
    while index + 8 <= raw.count {
      hash = folded(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return folded(hash ^ rest)
  }

  private static func folded(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
