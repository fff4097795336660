import { expect, test, vi } from "vitest";
import { OpenTalk } from "./open-talk.ts";

test("only those hear of a change whose card or step has something else open, and once", () => {
  const talk = new OpenTalk();
  const [a, b] = [vi.fn(), vi.fn()];
  const all: (readonly string[])[] = [];
  talk.subscribe("a", a);
  talk.subscribe("b", b);
  talk.onChange((ids) => all.push(ids));

  const onA = { threads: 2, hasPoll: true };
  talk.set(
    new Map([
      ["a", onA],
      ["c", { threads: 0, hasPoll: true }],
    ]),
  );
  expect(talk.on("a")).toEqual(onA);
  talk.set(new Map([["a", onA]]));
  expect(talk.on("c")).toBeUndefined();
  expect(a).toHaveBeenCalledTimes(1);
  expect(b).not.toHaveBeenCalled();
  expect(all).toEqual([["a", "c"], ["c"]]);
});
