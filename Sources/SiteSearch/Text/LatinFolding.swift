/// Folding of one word: lower case, without diacritics on Latin letters.
///
/// Every scalar is lower-cased on its own (`lowercaseMapping` of Unicode's SpecialCasing, without
/// context), combining marks U+0300–U+036F are dropped, precomposed Latin letters of U+00C0–U+024F
/// and U+1E00–U+1EFF become their base letter, and letters that Unicode does not decompose become
/// what English keyboards write: ß ss, æ ae, œ oe, ø o, ł l, đ and ð d, þ th, ħ h, ı i, ſ s. A final
/// sigma becomes σ. Other scripts keep their letters. `Templates/assets/search.js` does the same.
enum LatinFolding {
  /// Appends the folded scalars of one scalar.
  static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      folded.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if (0x300...0x36F).contains(lower.value) { continue }
      if let base = baseLetters[lower] {
        folded.append(contentsOf: base.unicodeScalars)
      } else {
        folded.append(lower)
      }
    }
  }

  private static let baseLetters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for (base, accented) in table {
      for scalar in accented.unicodeScalars { letters[scalar] = base }
    }
    return letters
  }()

  // Lower case only, from the canonical decompositions of Unicode 15.
  private static let table: [(base: String, accented: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
    ("ʒ", "ǯ"),
    ("σ", "ς"),
  ]
}
