import { describe, expect, it } from "vitest";
import { readMapping, readYaml, type Yaml } from "./yaml.ts";

function plain(value: Yaml): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, part]) => [key, plain(part)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

describe("[FA1] YAML as people write it into Argdown", () => {
  it.each([
    ["a: b", { a: "b" }],
    ["a: 'it''s'\nb: \"x\\n\\u00e9\\x41\"", { a: "it's", b: "x\né" + "A" }],
    ["a: 1\nb: -2.5\nc: true\nd: ~\ne: 1.2.3", { a: 1, b: -2.5, c: true, d: null, e: "1.2.3" }],
    ["title: Long\n  title # and a remark\nnext: x", { title: "Long title", next: "x" }],
    ["a: >\n  one\n  two\nb: |\n  one\n  two", { a: "one two", b: "one\ntwo" }],
    [
      "a:\n  b:\n    - c\n    - d: e\n      h: i\n    - j\n  f: g",
      { a: { b: ["c", { d: "e", h: "i" }, "j"], f: "g" } },
    ],
    ['a:\n- b\n- {c: d}\n# remark\ne: [1, two, "three"]', { a: ["b", { c: "d" }], e: [1, "two", "three"] }],
    ["a: [{b: c,\n  d: 'e'}]\nf: g", { a: [{ b: "c", d: "e" }], f: "g" }],
    [
      '{a: {b: [c, {"d": e}]}, f: https://x.y/z?a=b, g}',
      { a: { b: ["c", { d: "e" }] }, f: "https://x.y/z?a=b", g: null },
    ],
    ["{depends on: [1,2]; uses: [3]}", { "depends on": [1, 2], uses: [3] }],
    ["__proto__: x", JSON.parse('{"__proto__": "x"}')],
  ])("%j", (text, expected) => {
    expect(plain(readMapping(text))).toEqual(expected);
  });

  it.each(["{", "[", "{a", "{a:", "[[[", "{a: [}", 'a: "b', "- - - a", ":", "a:\n\t- b\n c", "}", "{]}"])(
    "goes past what it does not follow: %j",
    (text) => {
      expect(() => readYaml(text)).not.toThrow();
    },
  );

  it("follows so deep and no deeper", () => {
    expect(() => readYaml("[".repeat(100_000))).not.toThrow();
    const deep = Array.from({ length: 2_000 }, (_, n) => `${" ".repeat(n)}a:`).join("\n");
    expect(() => readYaml(deep)).not.toThrow();
  });
});
