import Testing

/// Commands and their arguments: every mistake with its whole message.
struct ArgumentErrorTests {
  @Test(arguments: [
    (
      #"\fract{1}{2}"#,
      [
        #"1:1: unknown command `\fract`. Did you mean `\frac`?"#
      ]
    ),
    (
      #"\alhpa + \Gama + \xyzzy"#,
      [
        #"1:1: unknown command `\alhpa`. Did you mean `\alpha`?"#,
        #"1:10: unknown command `\Gama`. Did you mean `\Gamma`?"#,
        #"1:18: unknown command `\xyzzy`. Write \operatorname{xyzzy} for a function, or "#
          + #"\text{xyzzy} for a word."#,
      ]
    ),
    (
      #"\E[X]"#,
      [
        #"1:1: unknown command `\E`. Write \operatorname{E} for a function, or \text{E} "#
          + "for a word."
      ]
    ),
    (
      #"\@"#,
      [
        #"1:1: unknown command `\@`. Remove the backslash."#
      ]
    ),
    (
      #"x\"#,
      [
        #"1:2: `\` is the last character. Remove it."#
      ]
    ),
    (
      #"\frac{1}"#,
      [
        #"1:1: `\frac` lacks its second argument. Add it in braces; `{}` is an empty one."#
      ]
    ),
    (
      #"\frac"#,
      [
        #"1:1: `\frac` lacks its first argument. Add it in braces; `{}` is an empty one."#,
        #"1:1: `\frac` lacks its second argument. Add it in braces; `{}` is an empty one."#,
      ]
    ),
    (
      #"\sqrt"#,
      [
        #"1:1: `\sqrt` lacks its argument. Add it in braces; `{}` is an empty one."#
      ]
    ),
    (
      #"\hat"#,
      [
        #"1:1: `\hat` lacks its argument. Add it in braces; `{}` is an empty one."#
      ]
    ),
    (
      #"\sqrt[3{x}"#,
      [
        "1:6: `[` is never closed. Add the missing `]`."
      ]
    ),
    (
      "x^",
      [
        "1:2: `^` has no script after it. Add it in braces; `{}` is an empty one."
      ]
    ),
    (
      "x_",
      [
        "1:2: `_` has no script after it. Add it in braces; `{}` is an empty one."
      ]
    ),
    (
      "x^2^3",
      [
        "1:4: double superscript. Use braces to say which belongs to which, such as "
          + "`{a^b}^c` or `a^{b^c}`."
      ]
    ),
    (
      "x_1_2",
      [
        "1:4: double subscript. Use braces to say which belongs to which, such as "
          + "`{a^b}^c` or `a^{b^c}`."
      ]
    ),
    (
      "x^2'",
      [
        "1:4: double superscript. Use braces to say which belongs to which, such as "
          + "`{a^b}^c` or `a^{b^c}`."
      ]
    ),
    (
      "x^12",
      [
        "1:2: `^` takes only the first digit of `12`. Write `^{12}`."
      ]
    ),
    (
      "x_10",
      [
        "1:2: `_` takes only the first digit of `10`. Write `_{10}`."
      ]
    ),
    (
      "{a",
      [
        "1:1: `{` is never closed. Add the missing `}`."
      ]
    ),
    (
      "a}",
      [
        "1:2: `}` closes nothing. Remove it, or add the missing `{`."
      ]
    ),
    (
      #"\left(a"#,
      [
        #"1:1: `\left` has no `\right`. Add \right with a delimiter."#
      ]
    ),
  ])
  func says(_ source: String, _ expected: [String]) {
    #expect(MistakeText.of(source) == expected)
  }
}
