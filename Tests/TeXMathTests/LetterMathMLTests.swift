import Testing

/// Functions, words, alphabets, marks and fences: source, MathML and plain text, each row read by a person.
struct LetterMathMLTests {
  private static let cases: [FormulaCase] = [
    FormulaCase(
      #"2\ln(S/K)"#,
      #"<mrow><mn>2</mn><mspace width="0.1667em"/><mi>ln</mi><mo>&#x2061;</mo>"#
        + #"<mo stretchy="false">(</mo><mi>S</mi><mo lspace="0" rspace="0">/</mo><mi>K"#
        + #"</mi><mo stretchy="false">)</mo></mrow>"#,
      "2 ln(S/K)"),
    FormulaCase(
      #"\ln\left(\frac{S}{K}\right)"#,
      "<mrow><mi>ln</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mfrac><mi>S</mi><mi>K</mi>"
        + "</mfrac><mo>)</mo></mrow></mrow>",
      "ln(S/K)"),
    FormulaCase(
      #"\sin^2\theta+\cos^2\theta=1"#,
      "<mrow><msup><mi>sin</mi><mn>2</mn></msup><mo>&#x2061;</mo>"
        + #"<mspace width="0.1667em"/><mi>θ</mi><mo>+</mo><msup><mi>cos</mi><mn>2</mn>"#
        + #"</msup><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>θ</mi><mo>=</mo><mn>1"#
        + "</mn></mrow>",
      "sin² θ+cos² θ = 1"),
    FormulaCase(
      #"\Pr(A\mid B)"#,
      #"<mrow><mi>Pr</mi><mo>&#x2061;</mo><mo stretchy="false">(</mo><mi>A</mi><mo>∣"#
        + #"</mo><mi>B</mi><mo stretchy="false">)</mo></mrow>"#,
      "Pr(A | B)"),
    FormulaCase(
      #"\det A"#,
      #"<mrow><mi>det</mi><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>A</mi></mrow>"#,
      "det A"),
    FormulaCase(
      #"\log_{10} x"#,
      "<mrow><msub><mi>log</mi><mn>10</mn></msub><mo>&#x2061;</mo>"
        + #"<mspace width="0.1667em"/><mi>x</mi></mrow>"#,
      "log₁₀ x"),
    FormulaCase(
      #"\exp\ln x"#,
      #"<mrow><mi>exp</mi><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>ln</mi>"#
        + #"<mo>&#x2061;</mo><mspace width="0.1667em"/><mi>x</mi></mrow>"#,
      "exp ln x"),
    FormulaCase(
      #"\operatorname{Var}(X)"#,
      #"<mrow><mi>Var</mi><mo>&#x2061;</mo><mo stretchy="false">(</mo><mi>X</mi>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "Var(X)"),
    FormulaCase(
      #"\operatorname{E} X"#,
      #"<mrow><mi mathvariant="normal">E</mi><mo>&#x2061;</mo>"#
        + #"<mspace width="0.1667em"/><mi>X</mi></mrow>"#,
      "E X"),
    FormulaCase(
      #"\operatorname{Var} X = \operatorname{Cov}(X, X)"#,
      #"<mrow><mi>Var</mi><mo>&#x2061;</mo><mspace width="0.1667em"/><mi>X</mi><mo>="#
        + #"</mo><mi>Cov</mi><mo>&#x2061;</mo><mo stretchy="false">(</mo><mi>X</mi><mo>,"#
        + #"</mo><mi>X</mi><mo stretchy="false">)</mo></mrow>"#,
      "Var X = Cov(X, X)"),
    FormulaCase(
      #"\alpha\beta\gamma\Gamma\varepsilon\epsilon\phi\varphi\Omega"#,
      #"<mrow><mi>α</mi><mi>β</mi><mi>γ</mi><mi mathvariant="normal">Γ</mi><mi>ε</mi>"#
        + #"<mi>ϵ</mi><mi>ϕ</mi><mi>φ</mi><mi mathvariant="normal">Ω</mi></mrow>"#,
      "αβγΓεεφφΩ"),
    FormulaCase(
      #"\text{if } x > 0"#,
      #"<mrow><mtext>if\#u{A0}</mtext><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow>"#,
      "if x > 0"),
    FormulaCase(
      #"x \text{ and } y"#,
      #"<mrow><mi>x</mi><mtext>\#u{A0}and\#u{A0}</mtext><mi>y</mi></mrow>"#,
      "x and y"),
    FormulaCase(
      #"\text{Jensen's alpha, \$5 \& 10\%}"#,
      "<mtext>Jensen’s alpha, $5 &amp; 10%</mtext>",
      "Jensen’s alpha, $5 & 10%"),
    FormulaCase(
      #"\mathrm{d}x"#,
      #"<mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow>"#,
      "dx"),
    FormulaCase(
      #"\mathrm{VIX}_t"#,
      "<msub><mi>VIX</mi><mi>t</mi></msub>",
      "VIXₜ"),
    FormulaCase(
      #"\mathbf{x}'\mathbf{A1}"#,
      "<mrow><msup><mi>𝐱</mi><mo>′</mo></msup><mrow><mi>𝐀</mi><mn>𝟏</mn></mrow>"
        + "</mrow>",
      "x′A1"),
    FormulaCase(
      #"\mathit{VIX}"#,
      "<mi>𝑉𝐼𝑋</mi>",
      "VIX"),
    FormulaCase(
      #"\mathbb{E}[X]"#,
      #"<mrow><mi>𝔼</mi><mo stretchy="false">[</mo><mi>X</mi><mo stretchy="false">]"#
        + "</mo></mrow>",
      "E[X]"),
    FormulaCase(
      #"\mathbb R^n"#,
      "<msup><mi>ℝ</mi><mi>n</mi></msup>",
      "ℝⁿ"),
    FormulaCase(
      #"\mathcal{N}(\mu, \sigma^2)"#,
      #"<mrow><mi>𝒩</mi><mo stretchy="false">(</mo><mi>μ</mi><mo>,</mo><msup><mi>σ"#
        + #"</mi><mn>2</mn></msup><mo stretchy="false">)</mo></mrow>"#,
      "N(μ, σ²)"),
    FormulaCase(
      #"\boldsymbol{\beta}+\bm x"#,
      "<mrow><mi>𝜷</mi><mo>+</mo><mi>𝒙</mi></mrow>",
      "β+x"),
    FormulaCase(
      #"\mathbf 1_{x>0}"#,
      "<msub><mn>𝟏</mn><mrow><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow></msub>",
      "1_(x>0)"),
    FormulaCase(
      #"\mathsf{A}\mathtt{b}\mathfrak{C}"#,
      "<mrow><mi>𝖠</mi><mi>𝚋</mi><mi>ℭ</mi></mrow>",
      "AbC"),
    FormulaCase(
      #"\hat{x}"#,
      #"<mover><mi>x</mi><mo stretchy="false">^</mo></mover>"#,
      "x̂"),
    FormulaCase(
      #"\hat\beta_1"#,
      #"<msub><mover><mi>β</mi><mo stretchy="false">^</mo></mover><mn>1</mn></msub>"#,
      "β̂₁"),
    FormulaCase(
      #"\bar X"#,
      #"<mover><mi>X</mi><mo stretchy="false">¯</mo></mover>"#,
      "X̄"),
    FormulaCase(
      #"\tilde x+\dot y+\ddot z+\vec v"#,
      #"<mrow><mover><mi>x</mi><mo stretchy="false">~</mo></mover><mo>+</mo><mover>"#
        + #"<mi>y</mi><mo stretchy="false">˙</mo></mover><mo>+</mo><mover><mi>z</mi>"#
        + #"<mo stretchy="false">¨</mo></mover><mo>+</mo><mover><mi>v</mi>"#
        + #"<mo stretchy="false">→</mo></mover></mrow>"#,
      "x̃+ẏ+z̈+v⃗"),
    FormulaCase(
      #"\overline{ab}"#,
      "<mover><mrow><mi>a</mi><mi>b</mi></mrow><mo>‾</mo></mover>",
      "bar(ab)"),
    FormulaCase(
      #"\underline{x}"#,
      #"<munder accentunder="true"><mi>x</mi><mo>_</mo></munder>"#,
      "x̲"),
    FormulaCase(
      #"\widehat{xy}"#,
      "<mover><mrow><mi>x</mi><mi>y</mi></mrow><mo>^</mo></mover>",
      "hat(xy)"),
    FormulaCase(
      #"\underbrace{a+b}_{\text{cost}}"#, display: true,
      #"<munder><munder accentunder="true"><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"#
        + "<mo>⏟</mo></munder><mtext>cost</mtext></munder>",
      "(a+b) [cost]"),
    FormulaCase(
      #"\overbrace{x+y}^{n}"#, display: true,
      #"<mover><mover accent="true"><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><mo>⏞"#
        + "</mo></mover><mi>n</mi></mover>",
      "(x+y) [n]"),
    FormulaCase(
      "(a+b)[c]",
      #"<mrow><mo stretchy="false">(</mo><mi>a</mi><mo>+</mo><mi>b</mi>"#
        + #"<mo stretchy="false">)</mo><mo stretchy="false">[</mo><mi>c</mi>"#
        + #"<mo stretchy="false">]</mo></mrow>"#,
      "(a+b)[c]"),
    FormulaCase(
      #"\{a,b\}"#,
      #"<mrow><mo stretchy="false">{</mo><mi>a</mi><mo>,</mo><mi>b</mi>"#
        + #"<mo stretchy="false">}</mo></mrow>"#,
      "{a, b}"),
    FormulaCase(
      #"\left(\frac{a}{b}\right)^2"#,
      "<msup><mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow>"
        + "<mn>2</mn></msup>",
      "(a/b)²"),
    FormulaCase(
      #"\left.\frac{dy}{dx}\right|_{x=0}"#,
      "<msub><mrow><mfrac><mrow><mi>d</mi><mi>y</mi></mrow><mrow><mi>d</mi><mi>x</mi>"
        + #"</mrow></mfrac><mo form="postfix">|</mo></mrow><mrow><mi>x</mi><mo>=</mo><mn>0"#
        + "</mn></mrow></msub>",
      "dy/(dx)|ₓ₌₀"),
    FormulaCase(
      #"\mathbb{E}\left[X\,\middle|\,Y\right]"#, display: true,
      #"<mrow><mi>𝔼</mi><mrow><mo>[</mo><mi>X</mi><mspace width="0.1667em"/>"#
        + #"<mo form="infix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">|"#
        + #"</mo><mspace width="0.1667em"/><mi>Y</mi><mo>]</mo></mrow></mrow>"#,
      "E[X | Y]"),
    FormulaCase(
      #"\left\|x\right\|"#,
      "<mrow>"
        + #"<mo form="prefix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">‖"#
        + "</mo><mi>x</mi>"
        + #"<mo form="postfix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">‖"#
        + "</mo></mrow>",
      "‖x‖"),
    FormulaCase(
      #"\left]a,b\right["#,
      "<mrow><mo>]</mo><mi>a</mi><mo>,</mo><mi>b</mi><mo>[</mo></mrow>",
      "]a, b["),
  ]

  @Test(arguments: cases)
  func prints(_ formula: FormulaCase) throws {
    #expect(try formula.mathML() == formula.expected)
    #expect(try formula.plainText() == formula.plain)
  }
}
