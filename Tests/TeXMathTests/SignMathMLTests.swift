import Testing

/// Signs and the room around them: source, MathML and plain text, each row read by a person.
struct SignMathMLTests {
  private static let cases: [FormulaCase] = [
    FormulaCase(
      #"\left\lfloor x\right\rfloor"#,
      "<mrow><mo>⌊</mo><mi>x</mi><mo>⌋</mo></mrow>",
      "⌊x⌋"),
    FormulaCase(
      #"\left<a\right>"#,
      "<mrow><mo>⟨</mo><mi>a</mi><mo>⟩</mo></mrow>",
      "⟨a⟩"),
    FormulaCase(
      #"|x|+\lvert y\rvert+\|z\|"#,
      #"<mrow><mo stretchy="false" lspace="0" rspace="0">|</mo><mi>x</mi>"#
        + #"<mo stretchy="false" lspace="0" rspace="0">|</mo><mo>+</mo>"#
        + #"<mo form="prefix" stretchy="false">|</mo><mi>y</mi>"#
        + #"<mo form="postfix" stretchy="false">|</mo><mo>+</mo>"#
        + #"<mo stretchy="false" lspace="0" rspace="0">‖</mo><mi>z</mi>"#
        + #"<mo stretchy="false" lspace="0" rspace="0">‖</mo></mrow>"#,
      "|x|+|y|+‖z‖"),
    FormulaCase(
      #"\bigl(x\bigr)\Big|\big/"#,
      #"<mrow><mo minsize="1.2em" maxsize="1.2em">(</mo><mi>x</mi>"#
        + #"<mo minsize="1.2em" maxsize="1.2em">)</mo>"#
        + #"<mo stretchy="true" symmetric="true" lspace="0" rspace="0" minsize="1.8em" maxsize="1.8em">|"#
        + "</mo>"
        + #"<mo stretchy="true" symmetric="true" lspace="0" rspace="0" minsize="1.2em" maxsize="1.2em">/"#
        + "</mo></mrow>",
      "(x)|/"),
    FormulaCase(
      #"a\bigm|b"#,
      "<mrow><mi>a</mi>"
        + #"<mo stretchy="true" symmetric="true" lspace="0.2778em" rspace="0.2778em" minsize="1.2em" maxsize="1.2em">|"#
        + "</mo><mi>b</mi></mrow>",
      "a | b"),
    FormulaCase(
      #"a \le b \ge c \ne d \approx e \equiv f"#,
      "<mrow><mi>a</mi><mo>≤</mo><mi>b</mi><mo>≥</mo><mi>c</mi><mo>≠</mo><mi>d</mi>"
        + "<mo>≈</mo><mi>e</mi><mo>≡</mo><mi>f</mi></mrow>",
      "a ≤ b ≥ c ≠ d ≈ e ≡ f"),
    FormulaCase(
      #"X \sim N"#,
      "<mrow><mi>X</mi><mo>∼</mo><mi>N</mi></mrow>",
      "X ∼ N"),
    FormulaCase(
      #"\sim N"#,
      #"<mrow><mo form="infix">∼</mo><mi>N</mi></mrow>"#,
      "∼ N"),
    FormulaCase(
      #"x \propto y \in A \notin B"#,
      "<mrow><mi>x</mi><mo>∝</mo><mi>y</mi><mo>∈</mo><mi>A</mi><mo>∉</mo><mi>B</mi>"
        + "</mrow>",
      "x ∝ y ∈ A ∉ B"),
    FormulaCase(
      #"A\subset B\cup C\cap D"#,
      "<mrow><mi>A</mi><mo>⊂</mo><mi>B</mi><mo>∪</mo><mi>C</mi><mo>∩</mo><mi>D</mi>"
        + "</mrow>",
      "A ⊂ B∪C∩D"),
    FormulaCase(
      #"a \to b \Rightarrow c \mapsto d \iff e"#,
      "<mrow><mi>a</mi><mo>→</mo><mi>b</mi><mo>⇒</mo><mi>c</mi><mo>↦</mo><mi>d</mi>"
        + "<mo>⟺</mo><mi>e</mi></mrow>",
      "a → b ⇒ c ↦ d ⟺ e"),
    FormulaCase(
      #"a \times b \cdot c \div d \pm e \mp f"#,
      "<mrow><mi>a</mi><mo>×</mo><mi>b</mi><mo>⋅</mo><mi>c</mi><mo>÷</mo><mi>d</mi>"
        + "<mo>±</mo><mi>e</mi><mo>∓</mo><mi>f</mi></mrow>",
      "a×b·c÷d±e∓f"),
    FormulaCase(
      "-x",
      "<mrow><mo>−</mo><mi>x</mi></mrow>",
      "−x"),
    FormulaCase(
      "a=-b",
      #"<mrow><mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#,
      "a = −b"),
    FormulaCase(
      #"a\cdot-b"#,
      #"<mrow><mi>a</mi><mo>⋅</mo><mo form="prefix">−</mo><mi>b</mi></mrow>"#,
      "a·−b"),
    FormulaCase(
      "(-x)",
      #"<mrow><mo stretchy="false">(</mo><mo form="prefix">−</mo><mi>x</mi>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "(−x)"),
    FormulaCase(
      "(x-)",
      #"<mrow><mo stretchy="false">(</mo><mi>x</mi><mo lspace="0" rspace="0">−</mo>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "(x−)"),
    FormulaCase(
      "S^+",
      "<msup><mi>S</mi><mo>+</mo></msup>",
      "S⁺"),
    FormulaCase(
      "x^{-}",
      "<msup><mi>x</mi><mo>−</mo></msup>",
      "x⁻"),
    FormulaCase(
      "+-x",
      #"<mrow><mo lspace="0" rspace="0">+</mo><mo form="prefix">−</mo><mi>x</mi>"#
        + "</mrow>",
      "+−x"),
    FormulaCase(
      #"\pm 1"#,
      "<mrow><mo>±</mo><mn>1</mn></mrow>",
      "±1"),
    FormulaCase(
      "x^*",
      "<msup><mi>x</mi><mo>∗</mo></msup>",
      "x^*"),
    FormulaCase(
      #"\infty \partial \nabla \forall x \exists y"#,
      #"<mrow><mi mathvariant="normal">∞</mi><mi>∂</mi><mi mathvariant="normal">∇</mi>"#
        + "<mo>∀</mo><mi>x</mi><mo>∃</mo><mi>y</mi></mrow>",
      "∞∂∇∀x∃y"),
    FormulaCase(
      #"\frac{\partial C}{\partial S}"#,
      "<mfrac><mrow><mi>∂</mi><mi>C</mi></mrow><mrow><mi>∂</mi><mi>S</mi></mrow>"
        + "</mfrac>",
      "∂C/(∂S)"),
    FormulaCase(
      #"x_1, \ldots, x_n"#,
      #"<mrow><msub><mi>x</mi><mn>1</mn></msub><mo>,</mo><mo lspace="0" rspace="0">…"#
        + "</mo><mo>,</mo><msub><mi>x</mi><mi>n</mi></msub></mrow>",
      "x₁, …, xₙ"),
    FormulaCase(
      #"a + \cdots + z"#,
      #"<mrow><mi>a</mi><mo>+</mo><mo lspace="0" rspace="0">⋯</mo><mo>+</mo><mi>z</mi>"#
        + "</mrow>",
      "a+⋯+z"),
    FormulaCase(
      #"A \perp B \parallel C"#,
      "<mrow><mi>A</mi><mo>⟂</mo><mi>B</mi><mo>∥</mo><mi>C</mi></mrow>",
      "A ⟂ B ∥ C"),
    FormulaCase(
      #"a\not= b \not\in C \not\models d"#,
      "<mrow><mi>a</mi><mo>≠</mo><mi>b</mi><mo>∉</mo><mi>C</mi><mo>⊭</mo><mi>d</mi>"
        + "</mrow>",
      "a ≠ b ∉ C ⊭ d"),
    FormulaCase(
      #"a\,b\:c\;d\!e\quad f\qquad g~h\ i"#,
      #"<mrow><mi>a</mi><mspace width="0.1667em"/><mi>b</mi><mspace width="0.2222em"/>"#
        + #"<mi>c</mi><mspace width="0.2778em"/><mi>d</mi><mspace width="-0.1667em"/><mi>e"#
        + #"</mi><mspace width="1em"/><mi>f</mi><mspace width="2em"/><mi>g</mi>"#
        + #"<mspace width="0.25em"/><mi>h</mi><mspace width="0.25em"/><mi>i</mi></mrow>"#,
      "a b c de f g h i"),
    FormulaCase(
      #"\begin{matrix}a&b\\c&d\end{matrix}"#, display: true,
      "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c"
        + "</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>",
      "[a, b; c, d]"),
    FormulaCase(
      #"\begin{pmatrix}1 & 0 \\ 0 & 1\end{pmatrix}"#, display: true,
      "<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
        + "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo>"
        + "</mrow>",
      "(1, 0; 0, 1)"),
    FormulaCase(
      #"\begin{bmatrix}a\\b\\\end{bmatrix}"#, display: true,
      "<mrow><mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi>"
        + "</mtd></mtr></mtable><mo>]</mo></mrow>",
      "[a; b]"),
  ]

  @Test(arguments: cases)
  func prints(_ formula: FormulaCase) throws {
    #expect(try formula.mathML() == formula.expected)
    #expect(try formula.plainText() == formula.plain)
  }
}
