import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Findings } from "../building/index.ts";
import { escapeXmlText, readXml, type XmlElement, xmlAttributes } from "./index.ts";

function read(text: string): Readonly<{ root: XmlElement | undefined; found: readonly unknown[] }> {
  const findings = new Findings("XML");
  const root = readXml(text, findings);
  return { root, found: findings.diagnostics() };
}

describe("reading XML", () => {
  it("gives elements by their names without prefix, with their text and where they stand", () => {
    const { root, found } = read(
      '<?xml version="1.0"?>\n<a x="1&amp;2">\n <y:b>t<![CDATA[<&]]>&#65;</y:b></a>',
    );
    expect(found).toEqual([]);
    expect(root).toMatchObject({ name: "a", attributes: { x: "1&2" }, line: 2, column: 15 });
    expect(root?.children).toMatchObject([{ name: "b", text: "t<&A", children: [], line: 3 }]);
  });

  it.each([
    ["", "XML_SYNTAX"],
    ["<a>", "XML_SYNTAX"],
    ["<a></b>", "XML_SYNTAX"],
    ["<a/><b/>", "XML_SYNTAX"],
    ["<a>&bomb;</a>", "XML_SYNTAX"],
    ["<a>".repeat(1_001), "XML_TOO_DEEP"],
  ])("finds fault with %j", (text, code) => {
    const { root, found } = read(text);
    expect(root).toBeUndefined();
    expect(found).toMatchObject([{ code, severity: "error", line: 1, column: expect.any(Number) }]);
  });

  it("never expands what a file declares", () => {
    const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join("");
    const bomb = `<!DOCTYPE a [<!ENTITY e0 "boom">${entities}]><a>&e30;</a>`;
    expect(read(bomb).found).toMatchObject([
      { code: "XML_SYNTAX", message: expect.stringContaining("entity") },
    ]);
    expect(read('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>').root?.name).toBe("a");
  });

  it("finds fault with a text that breaks off within a character, and never throws", () => {
    for (const text of ["<?x \ud800", "<a><?x ?\ud800"]) {
      const findings = new Findings("XML");
      expect(readXml(text, findings)).toBeUndefined();
      expect(findings.diagnostics()).toMatchObject([{ code: "XML_SYNTAX", severity: "error" }]);
    }
  });

  it("takes lines of megabytes, and stops soon where there is a fault", () => {
    const begun = performance.now();
    expect(read(`<a>${"x".repeat(8_000_000)}</a>`).root?.text.length).toBe(8_000_000);
    expect(read(`<a>${"&x;".repeat(2_000_000)}</a>`).found).toHaveLength(1);
    expect(read(`<a>${"<b>".repeat(2_000_000)}`).found).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("has no use for more than a million elements", () => {
    expect(read(`<a>${"<b/>".repeat(1_000_000)}</a>`).found).toMatchObject([{ code: "XML_TOO_LARGE" }]);
  });
});

describe("writing XML", () => {
  it("gives words back as they are, in text and in attributes", () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "<", "&", "]]>", '"', "'", "\n", "\t", "\r", "é", "😀"),
    });
    fc.assert(
      fc.property(words, (text) => {
        const { root } = read(`<a${xmlAttributes({ t: text, u: undefined })}>${escapeXmlText(text)}</a>`);
        expect(root).toMatchObject({ attributes: { t: text }, text });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("marks signs that XML cannot write", () => {
    expect(escapeXmlText("a\u0000\ufffe\ud800b")).toBe("a\ufffd\ufffd\ufffdb");
  });
});
