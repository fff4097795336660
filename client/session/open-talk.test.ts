import { expect, test, vi } from "vitest";
import { OpenTalk } from "./open-talk.ts";

test("only those hear of a change whose card or step has something else open", () => {
  const talk = new OpenTalk();
  const [a, b] = [vi.fn(), vi.fn()];
  const all: (readonly string[])[] = [];
  talk.subscribe("a", a);
  talk.subscribe("b", b);
  talk.onChange((ids) => all.push(ids));

  talk.set(new Map([["a", 2]]), new Set(["c"]));
  expect(talk.on("a")).toEqual({ threads: 2, hasPoll: false });
  expect(talk.on("c")).toEqual({ threads: 0, hasPoll: true });
  const known = talk.on("a");

  talk.set(new Map([["a", 2]]), new Set());
  expect(talk.on("a")).toBe(known);
  expect(talk.on("c")).toBeUndefined();
  expect(a).toHaveBeenCalledTimes(1);
  expect(b).not.toHaveBeenCalled();
  expect(all).toEqual([["a", "c"], ["c"]]);
});

test("a poll and a thread on the same card are told together", () => {
  const talk = new OpenTalk();
  const heard = vi.fn();
  talk.subscribe("a", heard);
  talk.set(new Map([["a", 1]]), new Set(["a"]));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(talk.on("a")).toEqual({ threads: 1, hasPoll: true });
  talk.set(new Map([["a", 0]]));
  expect(talk.on("a")).toBeUndefined();
  expect(talk.threadsOn("a")).toBe(0);
});
