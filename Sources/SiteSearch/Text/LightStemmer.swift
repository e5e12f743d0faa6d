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
  /// The stem of a folded word.
  static func stem(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.last == 0x73, bytes.count >= 4, bytes.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return word }
    if word.hasSuffix("sses") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
    if word.hasSuffix("ies"), !word.hasSuffix("eies"), !word.hasSuffix("aies") {
      return word.dropLast(3) + "y"
    }
    if word.hasSuffix("us") || word.hasSuffix("ss") { return word }
    return String(word.dropLast())
  }
}
