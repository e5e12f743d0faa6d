import Testing

/// Words, refused commands and characters: every mistake with its whole message.
struct CharacterErrorTests {
  @Test(arguments: [
    (
      #"\text{a"#,
      [
        "1:6: `{` is never closed. Add the missing `}`."
      ]
    ),
    (
      #"\text{5% of $2}"#,
      [
        #"1:8: `%` is not allowed inside `\text`. Write `\%` for the sign, or close the "#
          + "braces before it.",
        #"1:13: `$` is not allowed inside `\text`. Write `\$` for the sign, or close the "#
          + "braces before it.",
      ]
    ),
    (
      #"\operatorname{a^2}"#,
      [
        #"1:16: `^` is not allowed inside `\operatorname`. Close the braces before it; "#
          + "only words go inside."
      ]
    ),
    (
      #"\color{red}x"#,
      [
        #"1:1: `\color` is refused: colours belong to the style sheet. Remove it."#
      ]
    ),
    (
      #"\newcommand{\a}{b}"#,
      [
        #"1:1: `\newcommand` is refused: a formula defines no commands. Write out what "#
          + "the command would stand for.",
        #"1:13: unknown command `\a`. Write \operatorname{a} for a function, or \text{a} "#
          + "for a word.",
      ]
    ),
    (
      #"\href{x}{y}"#,
      [
        #"1:1: `\href` is refused: a formula holds nothing but mathematics. Write it in "#
          + "the text around the formula."
      ]
    ),
    (
      #"a \over b"#,
      [
        #"1:3: `\over` is not supported. Use \frac{…}{…} instead."#
      ]
    ),
    (
      #"\tag{1}"#,
      [
        #"1:1: `\tag` is refused: formulas have no numbers. Remove it."#
      ]
    ),
    (
      "5% of x",
      [
        #"1:2: `%` would hide the rest of the line. Write `\%` for a percent sign; a "#
          + "formula has no comments."
      ]
    ),
    (
      "$x$",
      [
        #"1:1: `$` stands inside a formula. Write `\$` for a dollar sign."#,
        #"1:3: `$` stands inside a formula. Write `\$` for a dollar sign."#,
      ]
    ),
    (
      "#1",
      [
        ##"1:1: `#` has no meaning here. Write `\#` for the sign."##
      ]
    ),
    (
      "☃",
      [
        "1:1: the character `☃` (U+2603) has no meaning in a formula. Use a command, or "
          + #"put words into \text{…}."#
      ]
    ),
    (
      "x²",
      [
        "1:2: the character `²` (U+00B2) has no meaning in a formula. Use a command, or "
          + #"put words into \text{…}."#
      ]
    ),
    (
      #"\not x"#,
      [
        #"1:1: `\not` has no relation after it. Write it before = or the like."#
      ]
    ),
    (
      #"\not"#,
      [
        #"1:1: `\not` has no relation after it. Write it before = or the like."#
      ]
    ),
    (
      #"\limits x"#,
      [
        #"1:1: `\limits` follows no large operator. Write it right after \sum, \int, \lim "#
          + "or the like."
      ]
    ),
    (
      #"x\limits_1"#,
      [
        #"1:2: `\limits` follows no large operator. Write it right after \sum, \int, \lim "#
          + "or the like."
      ]
    ),
    (
      #"\mathrm"#,
      [
        #"1:1: `\mathrm` lacks its argument. Add it in braces; `{}` is an empty one."#
      ]
    ),
    (
      #"\big"#,
      [
        #"1:1: `\big` has no delimiter after it. Write one of ( ) [ ] \{ \} | \| / "#
          + #"\langle \rangle \lfloor \rfloor \lceil \rceil, or a period for none."#
      ]
    ),
    (
      #"\xrightarrow[a"#,
      [
        "1:13: `[` is never closed. Add the missing `]`."
      ]
    ),
    (
      #"\frac{\foo}{\bar}"#,
      [
        #"1:7: unknown command `\foo`. Write \operatorname{foo} for a function, or "#
          + #"\text{foo} for a word."#,
        #"1:13: `\bar` lacks its argument. Add it in braces; `{}` is an empty one."#,
      ]
    ),
    (
      #"a\#u{7}b"#,
      [
        "1:2: the character U+0007 has no meaning in a formula. Use a command, or put "
          + #"words into \text{…}."#
      ]
    ),
    (
      #"a\#u{202E}b"#,
      [
        "1:2: the character U+202E has no meaning in a formula. Use a command, or put "
          + #"words into \text{…}."#
      ]
    ),
    (
      #"\text{a\#u{202E}}"#,
      [
        "1:8: the character U+202E is not allowed in words. Remove it."
      ]
    ),
    (
      #"e\#u{301}"#,
      [
        "1:2: the character U+0301 has no meaning in a formula. Use a command, or put "
          + #"words into \text{…}."#
      ]
    ),
  ])
  func says(_ source: String, _ expected: [String]) {
    #expect(MistakeText.of(source) == expected)
  }
}
