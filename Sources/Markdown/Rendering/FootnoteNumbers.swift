/// The footnotes of a text as they are met: numbered in the order of the first references.
struct FootnoteNumbers {
  private let definitions: [FootnoteDefinition]
  private let prefix: String
  /// The first definition of each name.
  private var indices: [String: Int] = [:]
  /// Definitions whose name is already defined.
  private(set) var duplicates: [Int] = []
  /// The number of each definition that is referred to, and how often it is.
  private(set) var numbers: [Int: Int] = [:]
  /// Definitions in the order of their numbers.
  private(set) var order: [Int] = []
  private(set) var references: [Int] = []
  /// The footnotes of the result.
  var result: [MarkdownFootnote] = []

  init(definitions: [FootnoteDefinition], prefix: String) {
    self.definitions = definitions
    self.prefix = String(
      String.UnicodeScalarView(
        prefix.unicodeScalars.filter { scalar in
          scalar == "-" || scalar == "_" || scalar.isASCII && scalar.properties.isAlphabetic
            || ("0"..."9") ~= scalar
        }))
    for (index, definition) in definitions.enumerated() {
      let name = FootnoteLabel.normalized(definition.label)
      if indices[name] == nil { indices[name] = index } else { duplicates.append(index) }
    }
  }

  /// Definitions that nothing refers to, without repeated ones.
  var unused: [Int] {
    indices.values.filter { numbers[$0] == nil }.sorted()
  }

  /// Counts a reference; `nil` when the name is not defined.
  mutating func refer(to label: String) -> (number: Int, reference: Int)? {
    guard let index = indices[FootnoteLabel.normalized(label)] else { return nil }
    guard let number = numbers[index] else {
      order.append(index)
      references.append(1)
      numbers[index] = order.count
      return (order.count, 1)
    }
    references[number - 1] += 1
    return (number, references[number - 1])
  }

  /// The `id` of a footnote.
  func identifier(_ number: Int) -> String {
    "fn-\(prefix)\(number)"
  }

  /// The `id` of a reference.
  ///
  /// The first has no letter, the others end in `-b`, `-c` and so on.
  func identifier(_ number: Int, reference: Int) -> String {
    "fnref-\(prefix)\(number)" + (reference == 1 ? "" : "-\(Self.letters(reference))")
  }

  /// `a` for 1, `z` for 26, `aa` for 27.
  static func letters(_ number: Int) -> String {
    var number = number
    var letters: [UInt8] = []
    while number > 0 {
      letters.append(0x61 + UInt8((number - 1) % 26))
      number = (number - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
