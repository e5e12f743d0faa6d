/// Letters with a mark as the one character that Unicode has for them.
///
/// Text on pages is in Normalization Form C; a letter without such a character keeps its mark as a
/// combining one.
enum ComposedLetters {
  /// The letter with the mark after it, composed where possible.
  static func text(_ letter: String, combining mark: String) -> String {
    composed[letter + mark] ?? letter + mark
  }

  private static let composed: [String: String] = {
    var composed: [String: String] = [:]
    for (mark, bases, letters) in table {
      for (base, letter) in zip(bases, letters) { composed["\(base)\(mark)"] = String(letter) }
    }
    return composed
  }()

  /// For each mark the letters without it and with it (Unicode 15, canonical compositions).
  private static let table: [(String, String, String)] = [
    (
      "\u{302}", "ACEGHIJOSUWYZaceghijosuwyz",
      "ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑ"
    ),
    (
      "\u{303}", "AEINOUVYaeinouvy",
      "ÃẼĨÑÕŨṼỸãẽĩñõũṽỹ"
    ),
    (
      "\u{304}", "AEGIOUYaegiouyαιυ",
      "ĀĒḠĪŌŪȲāēḡīōūȳᾱῑῡ"
    ),
    (
      "\u{307}", "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz",
      "ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż"
    ),
    (
      "\u{308}", "AEHIOUWXYaehiotuwxyιυ",
      "ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿϊϋ"
    ),
    (
      "\u{30C}", "ACDEGHIKLNORSTUZacdeghijklnorstuz",
      "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔž"
    ),
    (
      "\u{306}", "AEGIOUaegiouαιυ",
      "ĂĔĞĬŎŬăĕğĭŏŭᾰῐῠ"
    ),
    (
      "\u{301}", "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyzαειηουω",
      "ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýźάέίήόύώ"
    ),
    (
      "\u{300}", "AEINOUWYaeinouwyαειηουω",
      "ÀÈÌǸÒÙẀỲàèìǹòùẁỳὰὲὶὴὸὺὼ"
    ),
    (
      "\u{30A}", "AUauwy",
      "ÅŮåůẘẙ"
    ),
  ]
}
