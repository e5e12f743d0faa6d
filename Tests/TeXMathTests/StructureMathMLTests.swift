import Testing

/// Spaces, tables, numbers, styles and whole formulas: source, MathML and plain text, each row read by a person.
struct StructureMathMLTests {
  private static let cases: [FormulaCase] = [
    FormulaCase(
      #"\begin{vmatrix}a&b\\c&d\end{vmatrix}"#, display: true,
      #"<mrow><mo form="prefix">|</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b"#
        + "</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr>"
        + #"</mtable><mo form="postfix">|</mo></mrow>"#,
      "|a, b; c, d|"),
    FormulaCase(
      #"\begin{Vmatrix}a\end{Vmatrix}"#, display: true,
      "<mrow>"
        + #"<mo form="prefix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">‖"#
        + "</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>"
        + #"<mo form="postfix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">‖"#
        + "</mo></mrow>",
      "‖a‖"),
    FormulaCase(
      #"\begin{smallmatrix}a&b\end{smallmatrix}"#,
      #"<mstyle scriptlevel="1"><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi>"#
        + "</mtd></mtr></mtable></mstyle>",
      "[a, b]"),
    FormulaCase(
      #"f(x)=\begin{cases}x & \text{if } x>0\\ 0 & \text{otherwise}\end{cases}"#, display: true,
      #"<mrow><mi>f</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)"#
        + #"</mo><mo>=</mo><mrow><mo>{</mo><mtable><mtr><mtd class="tex-left"><mi>x</mi>"#
        + #"</mtd><mtd class="tex-left"><mtext>if\#u{A0}</mtext><mi>x</mi><mo>&gt;</mo><mn>0"#
        + #"</mn></mtd></mtr><mtr><mtd class="tex-left"><mn>0</mn></mtd>"#
        + #"<mtd class="tex-left"><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>"#
        + "</mrow>",
      "f(x) = {x, if x > 0; 0, otherwise}"),
    FormulaCase(
      #"\begin{dcases}\frac12&x\\1\end{dcases}"#, display: true,
      #"<mrow><mo>{</mo><mtable><mtr><mtd class="tex-left">"#
        + #"<mstyle displaystyle="true" scriptlevel="0"><mfrac><mn>1</mn><mn>2</mn>"#
        + #"</mfrac></mstyle></mtd><mtd class="tex-left">"#
        + #"<mstyle displaystyle="true" scriptlevel="0"><mi>x</mi></mstyle></mtd></mtr>"#
        + #"<mtr><mtd class="tex-left"><mstyle displaystyle="true" scriptlevel="0"><mn>1"#
        + "</mn></mstyle></mtd></mtr></mtable></mrow>",
      "{1/2, x; 1}"),
    FormulaCase(
      #"\begin{aligned}a&=b+c\\&=-d\\&+e\end{aligned}"#, display: true,
      #"<mtable displaystyle="true"><mtr><mtd class="tex-right"><mi>a</mi></mtd>"#
        + #"<mtd class="tex-left"><mo>=</mo><mi>b</mi><mo>+</mo><mi>c</mi></mtd></mtr>"#
        + #"<mtr><mtd class="tex-right"></mtd><mtd class="tex-left"><mo>=</mo>"#
        + #"<mo form="prefix">−</mo><mi>d</mi></mtd></mtr><mtr><mtd class="tex-right">"#
        + #"</mtd><mtd class="tex-left"><mo form="infix">+</mo><mi>e</mi></mtd></mtr>"#
        + "</mtable>",
      "a = b+c; = −d; +e"),
    FormulaCase(
      #"\begin{align*}x&\sim y&z&=w\end{align*}"#, display: true,
      #"<mtable displaystyle="true"><mtr><mtd class="tex-right"><mi>x</mi></mtd>"#
        + #"<mtd class="tex-left"><mo form="infix">∼</mo><mi>y</mi></mtd>"#
        + #"<mtd class="tex-right"><mi>z</mi></mtd><mtd class="tex-left"><mo>=</mo><mi>w"#
        + "</mi></mtd></mtr></mtable>",
      "x ∼ y, z = w"),
    FormulaCase(
      #"\begin{gathered}a\\b\end{gathered}"#, display: true,
      #"<mtable displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b"#
        + "</mi></mtd></mtr></mtable>",
      "a; b"),
    FormulaCase(
      #"\begin{array}{lcr}a&b&c\\[2pt]1&2&3\end{array}"#, display: true,
      #"<mtable><mtr><mtd class="tex-left"><mi>a</mi></mtd><mtd><mi>b</mi></mtd>"#
        + #"<mtd class="tex-right"><mi>c</mi></mtd></mtr><mtr><mtd class="tex-left"><mn>1"#
        + #"</mn></mtd><mtd><mn>2</mn></mtd><mtd class="tex-right"><mn>3</mn></mtd></mtr>"#
        + "</mtable>",
      "[a, b, c; 1, 2, 3]"),
    FormulaCase(
      ##"\$5\,\%\&\#\_"##,
      #"<mrow><mi mathvariant="normal">$</mi><mn>5</mn><mspace width="0.1667em"/>"#
        + #"<mi mathvariant="normal">%</mi><mi mathvariant="normal">&amp;</mi>"#
        + #"<mi mathvariant="normal">#</mi><mi mathvariant="normal">_</mi></mrow>"#,
      "$5 %&#_"),
    FormulaCase(
      "1{,}000.50",
      "<mn>1,000.50</mn>",
      "1,000.50"),
    FormulaCase(
      ".5+1.25-3.",
      "<mrow><mn>.5</mn><mo>+</mo><mn>1.25</mn><mo>−</mo><mn>3</mn>"
        + #"<mo lspace="0" rspace="0">.</mo></mrow>"#,
      ".5+1.25−3."),
    FormulaCase(
      "f(1,000)",
      #"<mrow><mi>f</mi><mo stretchy="false">(</mo><mn>1</mn><mo>,</mo><mn>000</mn>"#
        + #"<mo stretchy="false">)</mo></mrow>"#,
      "f(1, 000)"),
    FormulaCase(
      "12x34",
      "<mrow><mn>12</mn><mi>x</mi><mn>34</mn></mrow>",
      "12x34"),
    FormulaCase(
      #"a:b\colon c"#,
      #"<mrow><mi>a</mi><mo lspace="0.2778em" rspace="0.2778em">:</mo><mi>b</mi><mo>:"#
        + "</mo><mi>c</mi></mrow>",
      "a : b: c"),
    FormulaCase(
      "n!",
      "<mrow><mi>n</mi><mo>!</mo></mrow>",
      "n!"),
    FormulaCase(
      "n!+1",
      "<mrow><mi>n</mi><mo>!</mo><mo>+</mo><mn>1</mn></mrow>",
      "n!+1"),
    FormulaCase(
      "a/b",
      #"<mrow><mi>a</mi><mo lspace="0" rspace="0">/</mo><mi>b</mi></mrow>"#,
      "a/b"),
    FormulaCase(
      "a<b>c",
      "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi><mo>&gt;</mo><mi>c</mi></mrow>",
      "a < b > c"),
    FormulaCase(
      "ℝ ∋ σ≤5×€3",
      "<mrow><mi>ℝ</mi><mo>∋</mo><mi>σ</mi><mo>≤</mo><mn>5</mn><mo>×</mo><mi>€</mi>"
        + "<mn>3</mn></mrow>",
      "ℝ ∋ σ ≤ 5×€3"),
    FormulaCase(
      #"\textstyle\sum_i x_i\displaystyle\sum_i y_i"#,
      #"<mrow><mstyle displaystyle="false" scriptlevel="0"><munder><mo>∑</mo><mi>i"#
        + "</mi></munder><msub><mi>x</mi><mi>i</mi></msub></mstyle>"
        + #"<mstyle displaystyle="true" scriptlevel="0"><munder><mo>∑</mo><mi>i</mi>"#
        + "</munder><msub><mi>y</mi><mi>i</mi></msub></mstyle></mrow>",
      "∑_i xᵢ∑_i yᵢ"),
    FormulaCase(
      #"{\displaystyle x}y"#,
      #"<mrow><mstyle displaystyle="true" scriptlevel="0"><mi>x</mi></mstyle><mi>y"#
        + "</mi></mrow>",
      "xy"),
    FormulaCase(
      #"\overset{d}{\to}+\underset{n}{x}"#,
      #"<mrow><mover><mo>→</mo><mi>d</mi></mover><mo form="prefix">+</mo><munder><mi>x"#
        + "</mi><mi>n</mi></munder></mrow>",
      "→^d +x_n"),
    FormulaCase(
      #"X_n\xrightarrow{p}\mu"#,
      "<mrow><msub><mi>X</mi><mi>n</mi></msub><mover><mo>→</mo><mrow>"
        + #"<mspace width="0.5em"/><mi>p</mi><mspace width="0.5em"/></mrow></mover><mi>μ"#
        + "</mi></mrow>",
      "Xₙ →^p μ"),
    FormulaCase(
      #"\xrightarrow[n]{d}"#,
      #"<munderover><mo>→</mo><mrow><mspace width="0.5em"/><mi>n</mi>"#
        + #"<mspace width="0.5em"/></mrow><mrow><mspace width="0.5em"/><mi>d</mi>"#
        + #"<mspace width="0.5em"/></mrow></munderover>"#,
      "→_n^d"),
    FormulaCase(
      #"a\stackrel{?}{=}b"#,
      #"<mrow><mi>a</mi><mover><mo>=</mo><mo lspace="0" rspace="0">?</mo></mover><mi>b"#
        + "</mi></mrow>",
      "a =^? b"),
    FormulaCase(
      #"\phantom{x}\hphantom{y}\vphantom{z}"#,
      #"<mrow><mphantom><mi>x</mi></mphantom><mpadded height="0" depth="0"><mphantom>"#
        + #"<mi>y</mi></mphantom></mpadded><mpadded width="0"><mphantom><mi>z</mi>"#
        + "</mphantom></mpadded></mrow>",
      ""),
    FormulaCase(
      "a{=}b",
      #"<mrow><mi>a</mi><mo lspace="0" rspace="0">=</mo><mi>b</mi></mrow>"#,
      "a=b"),
    FormulaCase(
      "{-}",
      #"<mo lspace="0" rspace="0">−</mo>"#,
      "−"),
    FormulaCase(
      "{}",
      "<mrow></mrow>",
      ""),
    FormulaCase(
      "a b",
      "<mrow><mi>a</mi><mi>b</mi></mrow>",
      "ab"),
    FormulaCase(
      #"\limsup_n x_n"#,
      #"<mrow><munder><mo lspace="0" rspace="0" movablelimits="true">lim sup</mo><mi>n"#
        + #"</mi></munder><mo>&#x2061;</mo><mspace width="0.1667em"/><msub><mi>x</mi><mi>n"#
        + "</mi></msub></mrow>",
      "lim sup_n xₙ"),
    FormulaCase(
      #"\uparrow x\downarrow"#,
      #"<mrow><mo stretchy="false">↑</mo><mi>x</mi><mo stretchy="false">↓</mo></mrow>"#,
      "↑ x ↓"),
    FormulaCase(
      #"\lvert-x\rvert"#,
      #"<mrow><mo form="prefix" stretchy="false">|</mo><mo form="prefix">−</mo><mi>x"#
        + #"</mi><mo form="postfix" stretchy="false">|</mo></mrow>"#,
      "|−x|"),
    FormulaCase(
      #"x\in[0,1)"#,
      #"<mrow><mi>x</mi><mo>∈</mo><mo stretchy="false">[</mo><mn>0</mn><mo>,</mo><mn>1"#
        + #"</mn><mo stretchy="false">)</mo></mrow>"#,
      "x ∈ [0, 1)"),
    FormulaCase(
      #"d_1 = \frac{\ln(S/K)+(r+\sigma^2/2)T}{\sigma\sqrt T}"#, display: true,
      "<mrow><msub><mi>d</mi><mn>1</mn></msub><mo>=</mo><mfrac><mrow><mi>ln</mi>"
        + #"<mo>&#x2061;</mo><mo stretchy="false">(</mo><mi>S</mi>"#
        + #"<mo lspace="0" rspace="0">/</mo><mi>K</mi><mo stretchy="false">)</mo><mo>+"#
        + #"</mo><mo stretchy="false">(</mo><mi>r</mi><mo>+</mo><msup><mi>σ</mi><mn>2</mn>"#
        + #"</msup><mo lspace="0" rspace="0">/</mo><mn>2</mn><mo stretchy="false">)</mo>"#
        + "<mi>T</mi></mrow><mrow><mi>σ</mi><msqrt><mi>T</mi></msqrt></mrow></mfrac>"
        + "</mrow>",
      "d₁ = (ln(S/K)+(r+σ²/2)T)/(σ√T)"),
    FormulaCase(
      #"C = S\,N(d_1) - K e^{-rT} N(d_2)"#, display: true,
      #"<mrow><mi>C</mi><mo>=</mo><mi>S</mi><mspace width="0.1667em"/><mi>N</mi>"#
        + #"<mo stretchy="false">(</mo><msub><mi>d</mi><mn>1</mn></msub>"#
        + #"<mo stretchy="false">)</mo><mo>−</mo><mi>K</mi><msup><mi>e</mi><mrow><mo>−"#
        + #"</mo><mi>r</mi><mi>T</mi></mrow></msup><mi>N</mi><mo stretchy="false">(</mo>"#
        + #"<msub><mi>d</mi><mn>2</mn></msub><mo stretchy="false">)</mo></mrow>"#,
      "C = S N(d₁)−Ke^(−rT)N(d₂)"),
    FormulaCase(
      #"\mathrm{VIX} = 100 \times \sqrt{\frac{2}{T}\sum_i \frac{\Delta K_i}{K_i^2} e^{RT} Q(K_i) - \frac{1}{T}\left[\frac{F}{K_0}-1\right]^2}"#,
      display: true,
      "<mrow><mi>VIX</mi><mo>=</mo><mn>100</mn><mo>×</mo><msqrt><mfrac><mn>2</mn>"
        + "<mi>T</mi></mfrac><munder><mo>∑</mo><mi>i</mi></munder><mfrac><mrow>"
        + #"<mi mathvariant="normal">Δ</mi><msub><mi>K</mi><mi>i</mi></msub></mrow>"#
        + "<msubsup><mi>K</mi><mi>i</mi><mn>2</mn></msubsup></mfrac><msup><mi>e</mi>"
        + #"<mrow><mi>R</mi><mi>T</mi></mrow></msup><mi>Q</mi><mo stretchy="false">(</mo>"#
        + #"<msub><mi>K</mi><mi>i</mi></msub><mo stretchy="false">)</mo><mo>−</mo><mfrac>"#
        + "<mn>1</mn><mi>T</mi></mfrac><msup><mrow><mo>[</mo><mfrac><mi>F</mi><msub><mi>K"
        + "</mi><mn>0</mn></msub></mfrac><mo>−</mo><mn>1</mn><mo>]</mo></mrow><mn>2</mn>"
        + "</msup></msqrt></mrow>",
      "VIX = 100×√((2/T)∑_i (ΔKᵢ/Kᵢ²)e^(RT)Q(Kᵢ)−(1/T)[F/K₀−1]²)"),
    FormulaCase(
      #"\hat\beta = (X'X)^{-1}X'y"#, display: true,
      #"<mrow><mover><mi>β</mi><mo stretchy="false">^</mo></mover><mo>=</mo>"#
        + #"<mo stretchy="false">(</mo><msup><mi>X</mi><mo>′</mo></msup><mi>X</mi><msup>"#
        + #"<mo stretchy="false">)</mo><mrow><mo>−</mo><mn>1</mn></mrow></msup><msup><mi>X"#
        + "</mi><mo>′</mo></msup><mi>y</mi></mrow>",
      "β̂ = (X′X)⁻¹X′y"),
    FormulaCase(
      #"\operatorname{Cov}(r_i,r_m)/\operatorname{Var}(r_m)"#, display: true,
      #"<mrow><mi>Cov</mi><mo>&#x2061;</mo><mo stretchy="false">(</mo><msub><mi>r</mi>"#
        + "<mi>i</mi></msub><mo>,</mo><msub><mi>r</mi><mi>m</mi></msub>"
        + #"<mo stretchy="false">)</mo><mo lspace="0" rspace="0">/</mo>"#
        + #"<mspace width="0.1667em"/><mi>Var</mi><mo>&#x2061;</mo><mo stretchy="false">("#
        + #"</mo><msub><mi>r</mi><mi>m</mi></msub><mo stretchy="false">)</mo></mrow>"#,
      "Cov(rᵢ, rₘ)/Var(rₘ)"),
    FormulaCase(
      #"\iint_D f"#, display: true,
      "<mrow><msub><mo>∬</mo><mi>D</mi></msub><mi>f</mi></mrow>",
      "∬_D f"),
    FormulaCase(
      #"\left(\int\right)"#, display: true,
      "<mrow><mo>(</mo><mo>∫</mo><mo>)</mo></mrow>",
      "(∫)"),
    FormulaCase(
      #"\sqrt{\sqrt{x}}"#, display: true,
      "<msqrt><msqrt><mi>x</mi></msqrt></msqrt>",
      "√(√x)"),
    FormulaCase(
      #"\text{}"#, display: true,
      "<mtext></mtext>",
      ""),
    FormulaCase(
      "é",
      "<mi>é</mi>",
      "é"),
    FormulaCase(
      #"\imath\ell\hbar"#,
      "<mrow><mi>ı</mi><mi>ℓ</mi><mi>ℏ</mi></mrow>",
      "ıℓℏ"),
    FormulaCase(
      #"\Delta t \to 0^+"#,
      #"<mrow><mi mathvariant="normal">Δ</mi><mi>t</mi><mo>→</mo><msup><mn>0</mn><mo>+"#
        + "</mo></msup></mrow>",
      "Δt → 0⁺"),
    FormulaCase(
      #"\mathrm{\mu}m\mathrm{ab12}"#,
      #"<mrow><mi mathvariant="normal">μ</mi><mi>m</mi><mrow><mi>ab</mi><mn>12</mn>"#
        + "</mrow></mrow>",
      "μmab12"),
  ]

  @Test(arguments: cases)
  func prints(_ formula: FormulaCase) throws {
    #expect(try formula.mathML() == formula.expected)
    #expect(try formula.plainText() == formula.plain)
  }
}
