import { expect, it } from "vitest";
import { unreadSigns } from "./unread-signs.ts";

it("[F9] a file that is not in the encoding it was read in is told so, where that shows first", () => {
  const latin = Uint8Array.from([..."one\ncaf"].map((sign) => sign.charCodeAt(0)).concat(0xe9, 0x0a, 0xe9));
  expect(unreadSigns(new TextDecoder().decode(latin))).toMatchObject([
    { code: "FILE_ENCODING", severity: "warning", line: 2, column: 4 },
  ]);
  expect(unreadSigns("café")).toEqual([]);
});
