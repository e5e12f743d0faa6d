#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searches that the C library does many bytes at a time.
extension [UInt8] {
  /// Whether a byte occurs.
  func holds(byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }

  /// Whether the bytes contain those of a text; every array contains the empty text.
  func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { pattern in withUnsafeBytes { $0.contains(pattern) } }
  }
}

extension String {
  /// Whether the UTF-8 bytes contain those of `other`; faster than character search.
  func utf8Contains(_ other: String) -> Bool {
    var own = self
    var other = other
    return own.withUTF8 { bytes in
      other.withUTF8 { pattern in UnsafeRawBufferPointer(bytes).contains(pattern) }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(_ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let needle = pattern.baseAddress, !pattern.isEmpty else { return true }
    guard let start = baseAddress, pattern.count <= count else { return false }
    var index = 0
    let end = count - pattern.count + 1
    while index < end, let found = memchr(start + index, Int32(pattern[0]), end - index) {
      index = start.distance(to: UnsafeRawPointer(found))
      if memcmp(start + index, needle, pattern.count) == 0 { return true }
      index += 1
    }
    return false
  }
}
