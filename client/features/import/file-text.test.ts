import { expect, test } from "vitest";
import { fileText } from "./file-text.ts";

const words = "Größe, 大小";

function utf16(text: string, isLittle: boolean): Blob {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + index * 2, text.charCodeAt(index), isLittle);
  return new Blob([view.buffer]);
}

test.each([
  ["UTF-8", new Blob([words])],
  ["UTF-8 with a mark", new Blob(["\uFEFF", words])],
  ["UTF-16, little end first", utf16(words, true)],
  ["UTF-16, big end first", utf16(words, false)],
])("%s is read", async (_, file) => {
  expect(await fileText(file)).toBe(words);
});

test("what cannot be opened has no text", async () => {
  const gone = { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotFoundError")) };
  expect(await fileText(Object.assign(new Blob(), gone))).toBeUndefined();
});
