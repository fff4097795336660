import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOffset } from "./fault-offset.ts";

test.each([
  ["", 0],
  ["{", 1],
  ['{"a": 1,\n "b": [}', 16],
  ['{"a" 1}', 5],
  ["[1, 2,]", 6],
  ['{"a": 1,}', 8],
  ["[1] 2", 4],
  ["[01]", 2],
  ["[tru]", 1],
  ['["a\nb"]', 3],
  ['["\\x"]', 2],
  ['\uFEFF{"a"}', 5],
  ["not a map", 0],
  ["}", 0],
])("%j stops being JSON at %i", (text, offset) => expect(faultOffset(text)).toBe(offset));

test("it ends at the end of what is JSON, and before that where it was broken", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom("}", "]", ",", ":", "x", "\n\\", '"', "\u0000"),
      (json, at, sign) => {
        expect(faultOffset(json)).toBe(json.length);
        const place = at % (json.length + 1);
        const broken = json.slice(0, place) + sign + json.slice(place);
        const offset = faultOffset(broken);
        expect(offset).toBeLessThanOrEqual(broken.length);
        if (!isJson(broken))
          expect(offset === broken.length || !isJson(broken.slice(0, offset + 1))).toBe(true);
      },
    ),
  );
});

test("deep and long texts end soon", () => {
  expect(faultOffset("[".repeat(200_000))).toBe(200_000);
  expect(faultOffset(`["${"a".repeat(3_000_000)}`)).toBe(3_000_002);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
