extension TermIndex {
  /// Names in small letters that are also ordinary words.
  private static let ordinaryWords: Set<String> = ["drip"]

  /// Terms that a text spells otherwise than the glossary: `Vix` for `VIX`, `breakeven` for
  /// `break-even`, `second engine` for `Second Engine`.
  ///
  /// A large first letter of an ordinary word is never reported, nor is anything in a heading.
  public func misspellings(in prose: MaskedProse) -> [ProseFinding] {
    var findings: [ProseFinding] = []
    var position = 0
    while position < prose.words.count {
      guard index.mayBegin(prose.words[position].hash), let form = form(at: position, in: prose)
      else {
        position += 1
        continue
      }
      let start = prose.words[position].start
      position += form.words.count
      let range = start..<prose.words[position - 1].end
      let isAsSpelt = prose.source.withUnsafeBufferPointer { source in
        form.end(in: source, from: start) == range.upperBound
      }
      if isAsSpelt, !form.isVariant { continue }
      let written = prose.text(range)
      if isMisspelt(written, form), !isInCompound(range, prose), !prose.isInHeading(start) {
        findings.append(
          prose.finding(
            .warning, at: start,
            "“\(written)” is spelt “\(form.text)” in the glossary",
            "Write “\(form.text)”, or list the spelling under `aka` of the term."))
      }
    }
    return findings
  }

  /// Whether a word is a part of a name with hyphens, such as `seed-obv`.
  private func isInCompound(_ range: Range<Int>, _ prose: MaskedProse) -> Bool {
    range.lowerBound > 0 && prose.source[range.lowerBound - 1] == 0x2D
      || range.upperBound < prose.source.count && prose.source[range.upperBound] == 0x2D
  }

  /// The longest form whose words stand from a word on, whatever their case and hyphens.
  private func form(at position: Int, in prose: MaskedProse) -> TermForm? {
    for candidate in index.entries(of: prose.words[position].hash) {
      let form = forms[candidate]
      guard position + form.words.count <= prose.words.count else { continue }
      let stands = form.words.indices.allSatisfy { offset in
        guard prose.words[position + offset].hash == form.words[offset] else { return false }
        guard offset > 0 else { return true }
        let gap = prose.words[position + offset - 1].end..<prose.words[position + offset].start
        return ProseWord.isGap(prose.bytes[gap])
      }
      if stands { return form }
    }
    return nil
  }

  private func isMisspelt(_ written: String, _ form: TermForm) -> Bool {
    if written == form.text || Self.ordinaryWords.contains(written) { return false }
    if form.isVariant { return true }
    let own = Self.words(written)
    let its = Self.words(form.text)
    guard own.count == its.count else { return false }
    let isName = its.count > 1 && its.allSatisfy { $0.first?.isUppercase == true }
    for (mine, other) in zip(own, its) where mine != other {
      if other.dropFirst().contains(where: \.isUppercase) || isName { return true }
    }
    // Two words may also meet by chance (“to break even”); three do not.
    return its.count > 2 && form.text.contains("-") && !Self.hyphensAgree(written, form.text)
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  private static func hyphensAgree(_ one: String, _ other: String) -> Bool {
    let hyphens: (String) -> Int = { text in text.count { "-\u{2010}\u{2011}".contains($0) } }
    return hyphens(one) == hyphens(other)
  }
}
