/** Accents by the command that sets them, as the combining sign that follows a letter. */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    u: "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    r: "\u030a",
    H: "\u030b",
    v: "\u030c",
    d: "\u0323",
    c: "\u0327",
    k: "\u0328",
    b: "\u0331",
  }),
);

/** Commands that stand for a sign. */
export const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: "ß", SS: "ẞ", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", o: "ø", O: "Ø", aa: "å", AA: "Å" },
    ...{
      l: "ł",
      L: "Ł",
      i: "ı",
      j: "ȷ",
      dh: "ð",
      DH: "Ð",
      th: "þ",
      TH: "Þ",
      dj: "đ",
      DJ: "Đ",
      ng: "ŋ",
      NG: "Ŋ",
    },
    ...{ S: "§", P: "¶", copyright: "©", pounds: "£", euro: "€", ldots: "…", dots: "…", textellipsis: "…" },
    ...{ textendash: "–", textemdash: "—", textquoteleft: "‘", textquoteright: "’", textquotedblleft: "“" },
    ...{ textquotedblright: "”", guillemotleft: "«", guillemotright: "»", textasciitilde: "~" },
    ...{ textasciicircum: "^", textbackslash: "\\", textbraceleft: "{", textbraceright: "}", textbar: "|" },
    ...{ textless: "<", textgreater: ">", textdollar: "$", textunderscore: "_", textquotedbl: '"' },
    ...{ textquotesingle: "'", textasciigrave: "`", par: "\n", newline: "\n", TeX: "TeX", LaTeX: "LaTeX" },
    ...{
      quad: " ",
      qquad: " ",
      space: " ",
      times: "×",
      textdegree: "°",
      degree: "°",
      cdot: "·",
      beta: "β",
      alpha: "α",
    },
  }),
);
