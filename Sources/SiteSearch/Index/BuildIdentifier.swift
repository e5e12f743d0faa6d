/// Names a build of the index by its content, so that files of two builds are never mixed.
///
/// The 64-bit FNV-1a hash (Fowler, Noll and Vo) of all values, in hexadecimal. It protects against
/// caches, not against intent.
struct BuildIdentifier {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  var text: String { String(hash, radix: 16) }
}
