import Testing

/// Braces, fences and environments: every mistake with its whole message.
struct EnclosureErrorTests {
  @Test(arguments: [
    (
      #"a\right)"#,
      [
        #"1:2: `\right` has no `\left`. Add \left before it."#
      ]
    ),
    (
      #"\left a\right)"#,
      [
        #"1:1: `\left` has no delimiter after it. Write one of ( ) [ ] \{ \} | \| / "#
          + #"\langle \rangle \lfloor \rfloor \lceil \rceil, or a period for none."#
      ]
    ),
    (
      #"\left(a\right"#,
      [
        #"1:8: `\right` has no delimiter after it. Write one of ( ) [ ] \{ \} | \| / "#
          + #"\langle \rangle \lfloor \rfloor \lceil \rceil, or a period for none."#
      ]
    ),
    (
      #"a\middle|b"#,
      [
        #"1:2: `\middle` stands outside `\left…\right`. Put \left and \right around the "#
          + "whole."
      ]
    ),
    (
      #"\left({a\right)"#,
      [
        "1:7: `{` is never closed. Add the missing `}`."
      ]
    ),
    (
      #"{\left(a}"#,
      [
        #"1:2: `\left` has no `\right`. Add \right with a delimiter."#
      ]
    ),
    (
      #"\begin{matrix}a"#,
      [
        #"1:1: `\begin{matrix}` has no `\end`. Add \end{matrix}."#
      ]
    ),
    (
      #"a\end{matrix}"#,
      [
        #"1:2: `\end` has no `\begin`. Add \begin{…} before it."#
      ]
    ),
    (
      #"\begin{matrx}a\end{matrx}"#,
      [
        "1:1: unknown environment `matrx`. Did you mean `matrix`?"
      ]
    ),
    (
      #"\begin{foo}a\end{foo}"#,
      [
        "1:1: unknown environment `foo`. Known are Bmatrix, Vmatrix, align*, aligned, "
          + "array, bmatrix, cases, dcases, gather*, gathered, matrix, pmatrix, smallmatrix, "
          + "split, vmatrix."
      ]
    ),
    (
      #"\begin{pmatrix}a\end{bmatrix}"#,
      [
        #"1:17: `\begin{pmatrix}` is closed by `\end{bmatrix}`. Write \end{pmatrix}."#
      ]
    ),
    (
      #"\begin"#,
      [
        #"1:1: `\begin` has no name after it. Write the name of the environment in braces."#
      ]
    ),
    (
      #"\begin{array}a\end{array}"#,
      [
        #"1:1: `\begin{array}` lacks its columns. Write l, c or r for each column, such "#
          + #"as \begin{array}{lr}."#
      ]
    ),
    (
      #"\begin{array}{l|x}a\end{array}"#,
      [
        "1:1: `|` is no column of an array. Write l, c or r for each column; there are "
          + "no rules.",
        "1:1: `x` is no column of an array. Write l, c or r for each column; there are "
          + "no rules.",
      ]
    ),
    (
      #"\begin{array}{lr}1&2&3\end{array}"#,
      [
        "1:21: a row of `array` has more than 2 columns. Remove `&`, or begin a new row "
          + #"with `\\`."#
      ]
    ),
    (
      #"\begin{cases}a&b&c\end{cases}"#,
      [
        "1:17: a row of `cases` has more than 2 columns. Remove `&`, or begin a new row "
          + #"with `\\`."#
      ]
    ),
    (
      #"\begin{gathered}a&b\end{gathered}"#,
      [
        "1:18: a row of `gathered` has more than 1 column. Remove `&`, or begin a new "
          + #"row with `\\`."#
      ]
    ),
    (
      "a & b",
      [
        #"1:3: `&` stands outside an environment. Use it directly between \begin{aligned} "#
          + #"and \end{aligned}, or the like."#
      ]
    ),
    (
      #"a \\ b"#,
      [
        #"1:3: `\\` stands outside an environment. Use it directly between "#
          + #"\begin{aligned} and \end{aligned}, or the like."#
      ]
    ),
    (
      #"\begin{matrix}{a & b}\end{matrix}"#,
      [
        #"1:18: `&` stands inside braces or `\left…\right`. Use it directly between "#
          + #"\begin{aligned} and \end{aligned}, or the like."#
      ]
    ),
    (
      #"\text{a_b}"#,
      [
        #"1:8: `_` is not allowed inside `\text`. Write `\_` for the sign, or close the "#
          + "braces before it."
      ]
    ),
    (
      #"\text{\alpha}"#,
      [
        #"1:7: `\alpha` is not allowed inside `\text`. Close the braces before it; only "#
          + "words go inside."
      ]
    ),
    (
      #"\text x"#,
      [
        #"1:1: `\text` lacks its argument. Put the words in braces."#
      ]
    ),
  ])
  func says(_ source: String, _ expected: [String]) {
    #expect(MistakeText.of(source) == expected)
  }
}
