import { expect, test } from "vitest";
import { cardRef } from "#shared/model/index.ts";
import type { Thread, ThreadId } from "#shared/talk/index.ts";
import { card } from "../../../tests/fixtures/model/build.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { CommentKeep } from "./comment-keep.ts";

function thread(id: string, createdAt: number): Thread {
  return { id: id as ThreadId, on: cardRef(card("a")), createdAt, resolvedAt: null, comments: [] };
}

function device() {
  const storage = createDeviceStorage(() => {
    throw new Error("denied");
  });
  return { storage, keep: () => new CommentKeep(storage, "map") };
}

test("what was read and what was not sent is there at the next visit", () => {
  const { keep } = device();
  const first = keep();
  const [a, b] = [thread("a", 5), thread("b", 6)];
  first.markRead([a], [a, b]);
  first.keepDraft("card:a", "Not sent");
  const next = keep();
  expect([next.readAt(a), next.readAt(b), next.draft("card:a")]).toEqual([5, 0, "Not sent"]);
  next.keepDraft("card:a", "");
  expect(keep().draft("card:a")).toBe("");
});

test("another tab's reading is kept, and threads that are gone are forgotten", () => {
  const { keep } = device();
  const [here, there] = [keep(), keep()];
  const [a, b] = [thread("a", 5), thread("b", 6)];
  there.markRead([b], [a, b]);
  here.markRead([a], [a, b]);
  expect([keep().readAt(a), keep().readAt(b)]).toEqual([5, 6]);
  here.markRead([thread("b", 9)], [b]);
  expect([keep().readAt(a), keep().readAt(b)]).toEqual([0, 9]);
});

test("odd content is taken for nothing", () => {
  const { storage, keep } = device();
  for (const odd of ["", "{", "7", '{"read":{"a":"x"},"drafts":7}']) {
    storage.setItem("counterpoint.comments.map", odd);
    expect(keep().now()).toEqual({ read: {}, drafts: {} });
  }
});

test("it is said when something is kept, once", () => {
  const keep = device().keep();
  let told = 0;
  keep.onChange(() => {
    told++;
  });
  const a = thread("a", 5);
  keep.markRead([a], [a]);
  keep.markRead([a], [a]);
  expect(told).toBe(1);
});
