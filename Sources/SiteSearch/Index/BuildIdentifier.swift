/// Names a build of the index by its content, so that files of two builds are never mixed.
///
/// A 64-bit hash of all values, in hexadecimal: the step of FNV-1a (Fowler, Noll and Vo) on words of
/// eight bytes, lowest first, the upper half folded into the lower after each. It protects against
/// caches, not against intent.
struct BuildIdentifier {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a value; where it ends counts too.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 8 <= raw.count {
        add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      var rest: UInt64 = 0
      for byte in raw[index...].reversed() { rest = rest << 8 | UInt64(byte) }
      add(rest)
      add(UInt64(raw.count))
    }
  }

  private mutating func add(_ word: UInt64) {
    hash = (hash ^ word) &* 0x0000_0100_0000_01B3
    hash ^= hash >> 32
  }

  var text: String { String(hash, radix: 16) }
}
