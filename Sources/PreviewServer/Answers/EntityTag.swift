/// A validator of a body: equal bytes have equal tags.
enum EntityTag {
  /// A strong tag from the length and the FNV-1a hash of the bytes (Fowler, Noll and Vo, 64 bits).
  ///
  /// It tells versions of a page apart; it is no protection against bytes made to collide.
  static func of(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return "\"\(String(bytes.count, radix: 16))-\(String(hash, radix: 16))\""
  }

  /// Whether a field `If-None-Match` names the tag (RFC 9110, section 13.1.2).
  static func isListed(_ tag: String, in field: String) -> Bool {
    field.split(separator: ",").contains { item in
      let item = item.drop { $0 == " " || $0 == "\t" }
      let name = item.hasPrefix("W/") ? item.dropFirst(2) : item
      return name.prefix { $0 != " " && $0 != "\t" } == tag || name == "*"
    }
  }
}
