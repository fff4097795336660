import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { updateFrame } from "../../tests/support/frames.ts";
import { readMarks, writeMark } from "./marks.ts";

describe("marks", () => {
  it("are found in an update, and all of them in a merged one", () => {
    const updates = [1, 40].map((writer) => {
      const ydoc = new Y.Doc();
      ydoc.getMap("bench").set(`writer ${writer}`, `${writeMark(writer, writer * 1e6)} and more`);
      return Y.encodeStateAsUpdate(ydoc);
    });
    const found: (readonly [number, number])[] = [];
    readMarks(Buffer.from(updateFrame(Y.mergeUpdates(updates))), (...mark) => found.push(mark));
    expect(found.sort(([a], [b]) => a - b)).toEqual([
      [1, 1e6],
      [40, 40e6],
    ]);
  });
});
