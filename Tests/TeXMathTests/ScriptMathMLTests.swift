import Testing

/// Fractions, roots, scripts and limits: source, MathML and plain text, each row read by a person.
struct ScriptMathMLTests {
  private static let cases: [FormulaCase] = [
    FormulaCase(
      #"\frac{a+b}{c}"#, display: true,
      "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>",
      "(a+b)/c"),
    FormulaCase(
      #"\frac12"#,
      "<mfrac><mn>1</mn><mn>2</mn></mfrac>",
      "1/2"),
    FormulaCase(
      #"\frac ab"#,
      "<mfrac><mi>a</mi><mi>b</mi></mfrac>",
      "a/b"),
    FormulaCase(
      #"\dfrac{1}{2}"#,
      #"<mstyle displaystyle="true" scriptlevel="0"><mfrac><mn>1</mn><mn>2</mn>"#
        + "</mfrac></mstyle>",
      "1/2"),
    FormulaCase(
      #"\tfrac{1}{2}"#,
      #"<mstyle displaystyle="false" scriptlevel="0"><mfrac><mn>1</mn><mn>2</mn>"#
        + "</mfrac></mstyle>",
      "1/2"),
    FormulaCase(
      #"\binom{n}{k}"#, display: true,
      #"<mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)"#
        + "</mo></mrow>",
      "C(n, k)"),
    FormulaCase(
      #"\dbinom{n}{k}"#,
      #"<mstyle displaystyle="true" scriptlevel="0"><mrow><mo>(</mo>"#
        + #"<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>"#
        + "</mstyle>",
      "C(n, k)"),
    FormulaCase(
      #"\frac{a}{b}c"#,
      "<mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mrow>",
      "(a/b)c"),
    FormulaCase(
      #"2\frac{1}{3}"#,
      "<mrow><mn>2</mn><mfrac><mn>1</mn><mn>3</mn></mfrac></mrow>",
      "2(1/3)"),
    FormulaCase(
      #"\sqrt{x}"#,
      "<msqrt><mi>x</mi></msqrt>",
      "√x"),
    FormulaCase(
      #"\sqrt[3]{x+1}"#,
      "<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot>",
      "∛(x+1)"),
    FormulaCase(
      #"\sqrt2 x"#,
      "<mrow><msqrt><mn>2</mn></msqrt><mi>x</mi></mrow>",
      "(√2)x"),
    FormulaCase(
      #"\sqrt[]{x}"#,
      "<msqrt><mi>x</mi></msqrt>",
      "√x"),
    FormulaCase(
      #"\sigma\sqrt{T-t}"#,
      "<mrow><mi>σ</mi><msqrt><mi>T</mi><mo>−</mo><mi>t</mi></msqrt></mrow>",
      "σ√(T−t)"),
    FormulaCase(
      "x^2",
      "<msup><mi>x</mi><mn>2</mn></msup>",
      "x²"),
    FormulaCase(
      "x_i",
      "<msub><mi>x</mi><mi>i</mi></msub>",
      "xᵢ"),
    FormulaCase(
      "x_i^2",
      "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
      "xᵢ²"),
    FormulaCase(
      "x^2_i",
      "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
      "xᵢ²"),
    FormulaCase(
      "x_{t-1}^{(k)}",
      "<msubsup><mi>x</mi><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow><mrow>"
        + #"<mo stretchy="false">(</mo><mi>k</mi><mo stretchy="false">)</mo></mrow>"#
        + "</msubsup>",
      "xₜ₋₁⁽ᵏ⁾"),
    FormulaCase(
      "x'",
      "<msup><mi>x</mi><mo>′</mo></msup>",
      "x′"),
    FormulaCase(
      "x''",
      "<msup><mi>x</mi><mo>″</mo></msup>",
      "x″"),
    FormulaCase(
      "f'''(x)",
      #"<mrow><msup><mi>f</mi><mo>‴</mo></msup><mo stretchy="false">(</mo><mi>x</mi>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "f‴(x)"),
    FormulaCase(
      "f''''",
      "<msup><mi>f</mi><mo>⁗</mo></msup>",
      "f⁗"),
    FormulaCase(
      "x'^2",
      "<msup><mi>x</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>",
      "x′²"),
    FormulaCase(
      "x'_i",
      "<msubsup><mi>x</mi><mi>i</mi><mo>′</mo></msubsup>",
      "xᵢ′"),
    FormulaCase(
      "{}^n C_r",
      "<mrow><msup><mrow></mrow><mi>n</mi></msup><msub><mi>C</mi><mi>r</mi></msub>"
        + "</mrow>",
      "ⁿCᵣ"),
    FormulaCase(
      "{x^a}^b",
      "<msup><msup><mi>x</mi><mi>a</mi></msup><mi>b</mi></msup>",
      "(x^a)^b"),
    FormulaCase(
      "{a+b}^2",
      "<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>",
      "a+b²"),
    FormulaCase(
      "e^{-rT}",
      "<msup><mi>e</mi><mrow><mo>−</mo><mi>r</mi><mi>T</mi></mrow></msup>",
      "e^(−rT)"),
    FormulaCase(
      "10^{-3}",
      "<msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup>",
      "10⁻³"),
    FormulaCase(
      #"5^\circ"#,
      "<msup><mn>5</mn><mo>∘</mo></msup>",
      "5°"),
    FormulaCase(
      #"\sum_{i=1}^n x_i"#, display: true,
      "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n"
        + "</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></mrow>",
      "∑_(i=1)^n xᵢ"),
    FormulaCase(
      #"\sum_{i=1}^n x_i"#,
      "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n"
        + "</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></mrow>",
      "∑_(i=1)^n xᵢ"),
    FormulaCase(
      #"\sum\nolimits_i x_i"#, display: true,
      "<mrow><msub><mo>∑</mo><mi>i</mi></msub><msub><mi>x</mi><mi>i</mi></msub>"
        + "</mrow>",
      "∑ᵢ xᵢ"),
    FormulaCase(
      #"\int_0^T \sigma_s^2\,ds"#, display: true,
      "<mrow><msubsup><mo>∫</mo><mn>0</mn><mi>T</mi></msubsup><msubsup><mi>σ</mi>"
        + #"<mi>s</mi><mn>2</mn></msubsup><mspace width="0.1667em"/><mi>d</mi><mi>s</mi>"#
        + "</mrow>",
      "∫₀ᵀ σₛ² ds"),
    FormulaCase(
      #"\int\limits_0^1 f"#, display: true,
      "<mrow><munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover><mi>f</mi></mrow>",
      "∫_0^1 f"),
    FormulaCase(
      #"\sum\limits_i"#, display: true,
      #"<munder><mo movablelimits="false">∑</mo><mi>i</mi></munder>"#,
      "∑_i"),
    FormulaCase(
      #"\prod_{t=1}^T (1+r_t) - 1"#, display: true,
      "<mrow><munderover><mo>∏</mo><mrow><mi>t</mi><mo>=</mo><mn>1</mn></mrow><mi>T"
        + #"</mi></munderover><mo stretchy="false">(</mo><mn>1</mn><mo>+</mo><msub><mi>r"#
        + #"</mi><mi>t</mi></msub><mo stretchy="false">)</mo><mo>−</mo><mn>1</mn></mrow>"#,
      "∏_(t=1)^T (1+rₜ)−1"),
    FormulaCase(
      #"\lim_{x \to 0} f(x)"#, display: true,
      #"<mrow><munder><mo lspace="0" rspace="0" movablelimits="true">lim</mo><mrow>"#
        + "<mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mo>&#x2061;</mo>"
        + #"<mspace width="0.1667em"/><mi>f</mi><mo stretchy="false">(</mo><mi>x</mi>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "lim_(x→0) f(x)"),
    FormulaCase(
      #"\max_{w} \ln w"#, display: true,
      #"<mrow><munder><mo lspace="0" rspace="0" movablelimits="true">max</mo><mi>w"#
        + #"</mi></munder><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>ln</mi>"#
        + #"<mo>&#x2061;</mo><mspace width="0.1667em"/><mi>w</mi></mrow>"#,
      "max_w ln w"),
    FormulaCase(
      #"\argmax_\theta L(\theta)"#, display: true,
      #"<mrow><munder><mo lspace="0" rspace="0" movablelimits="true">arg max</mo><mi>θ"#
        + #"</mi></munder><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>L</mi>"#
        + #"<mo stretchy="false">(</mo><mi>θ</mi><mo stretchy="false">)</mo></mrow>"#,
      "arg max_θ L(θ)"),
    FormulaCase(
      #"\sup A"#, display: true,
      #"<mrow><mi>sup</mi><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>A</mi></mrow>"#,
      "sup A"),
    FormulaCase(
      #"\operatorname*{plim}_{n\to\infty} b"#, display: true,
      #"<mrow><munder><mo lspace="0" rspace="0" movablelimits="true">plim</mo><mrow>"#
        + #"<mi>n</mi><mo>→</mo><mi mathvariant="normal">∞</mi></mrow></munder>"#
        + #"<mo>&#x2061;</mo><mspace width="0.1667em"/><mi>b</mi></mrow>"#,
      "plim_(n→∞) b"),
    FormulaCase(
      #"\ln x"#,
      #"<mrow><mi>ln</mi><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#,
      "ln x"),
  ]

  @Test(arguments: cases)
  func prints(_ formula: FormulaCase) throws {
    #expect(try formula.mathML() == formula.expected)
    #expect(try formula.plainText() == formula.plain)
  }
}
