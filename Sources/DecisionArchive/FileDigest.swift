import Crypto

/// The digest by which a file is known again.
public enum FileDigest {
  /// SHA-256 of the bytes, 64 lowercase hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    text(SHA256.hash(data: bytes))
  }

  /// A digest in lowercase hexadecimal digits.
  static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// SHA-384 of the bytes: 48 bytes, for the `integrity` attributes of a page's scripts and styles.
  public static func sha384(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA384.hash(data: bytes))
  }
}
