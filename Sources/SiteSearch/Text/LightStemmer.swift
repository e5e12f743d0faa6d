/// Light English stemming: plural endings only, after the S-stemmer of Harman (1991), "How
/// effective is suffixing?", Journal of the American Society for Information Science 42(1), 7–15.
///
/// The first rule that applies is used, on words of at least four letters a–z and nothing else:
///
/// 1. `sses` and `xes` lose `es` (added here: losses, taxes, indexes);
/// 2. `ies`, but not `eies` or `aies`, becomes `y`;
/// 3. `s`, but not `us` or `ss`, is dropped. Harman's rule for `es` comes to the same, apart from `aes`,
///    `ees` and `oes`, which lose their `s` here too, so that "fees" finds "fee".
///
/// A stem need not be a word: "series" becomes "sery" in pages and queries alike.
enum LightStemmer {
  /// Reduces the folded word that stands at the end of some bytes to its stem.
  static func stem(_ bytes: inout [UInt8], from start: Int) {
    let end = bytes.count
    guard end - start >= 4, bytes[end - 1] == UInt8(ascii: "s"),
      bytes[start...].allSatisfy({ (0x61...0x7A).contains($0) })
    else { return }
    let (second, third, fourth) = (bytes[end - 2], bytes[end - 3], bytes[end - 4])
    switch second {
    case UInt8(ascii: "e") where third == UInt8(ascii: "x"),
      UInt8(ascii: "e") where third == UInt8(ascii: "s") && fourth == UInt8(ascii: "s"):
      bytes.removeLast(2)
    case UInt8(ascii: "e")
    where third == UInt8(ascii: "i") && fourth != UInt8(ascii: "e") && fourth != UInt8(ascii: "a"):
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
    case UInt8(ascii: "u"), UInt8(ascii: "s"): break
    default: bytes.removeLast()
    }
  }
}
