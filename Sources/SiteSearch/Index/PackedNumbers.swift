/// Whole numbers as text: base-32 digits, lowest first, in an alphabet of 64 characters.
///
/// A digit of which more follow is written with the upper half of the alphabet: 0–31 take one
/// character, up to 1,023 two, up to 32,767 three. The alphabet needs no escape in a JavaScript
/// string.
enum PackedNumbers {
  static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

  /// Appends a number; a negative one is written as 0.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = max(0, number)
    while rest >= 32 {
      bytes.append(alphabet[32 + rest % 32])
      rest /= 32
    }
    bytes.append(alphabet[rest])
  }

  /// The text of a list of numbers.
  static func text(_ numbers: [Int]) -> String {
    var bytes: [UInt8] = []
    for number in numbers { append(number, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The numbers of a text; `nil` when it is not one that `append` wrote, or a number exceeds 2⁴⁰.
  static func numbers(in text: some Sequence<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    var number = 0
    var shift = 0
    for byte in text {
      let digit = Int(digits[Int(byte)])
      guard digit < 64, shift < 40 else { return nil }
      number |= (digit & 31) << shift
      if digit >= 32 {
        shift += 5
      } else {
        numbers.append(number)
        (number, shift) = (0, 0)
      }
    }
    return shift == 0 ? numbers : nil
  }

  /// The digit of each byte; 255 for bytes outside the alphabet.
  private static let digits: [UInt8] = {
    var digits = [UInt8](repeating: 255, count: 256)
    for (digit, byte) in alphabet.enumerated() { digits[Int(byte)] = UInt8(digit) }
    return digits
  }()
}
