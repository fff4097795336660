import { expect, test } from "vitest";
import { cardRef } from "#shared/model/index.ts";
import type { Comment, CommentId, ParticipantId, Thread, ThreadId } from "#shared/talk/index.ts";
import { card } from "../../../tests/fixtures/model/build.ts";
import { filtered, openCounts, type Reader } from "./thread-facts.ts";

const [me, other] = ["me", "other"] as readonly string[] as readonly [ParticipantId, ParticipantId];

function thread(id: string, resolvedAt: number | null, ...comments: readonly Partial<Comment>[]): Thread {
  return {
    id: id as ThreadId,
    on: cardRef(card("a")),
    createdAt: 1,
    resolvedAt,
    comments: comments.map((comment, index) => ({
      id: `${id}${index}` as CommentId,
      thread: id as ThreadId,
      author: other,
      name: "Ann",
      text: "x",
      mentions: [],
      createdAt: index + 1,
      editedAt: null,
      isDeleted: false,
      reactions: {},
      ...comment,
    })),
  };
}

const threads = [
  thread("read", null, { createdAt: 5 }),
  thread("new", null, { createdAt: 20 }),
  thread("own", null, { createdAt: 30, author: me }),
  thread("deleted", 1, { createdAt: 20, isDeleted: true }, { createdAt: 4, mentions: [me] }),
];
const reader: Reader = { me, readAt: () => 10 };

test.each([
  ["open", ["own", "new", "read"]],
  ["resolved", ["deleted"]],
  ["unread", ["new"]],
  ["mine", ["deleted"]],
] as const)("%s threads, the latest first", (filter, ids) => {
  expect(filtered(threads, filter, reader).map(({ id }) => id)).toEqual(ids);
});

test("nothing is new before it is known who reads", () => {
  expect(filtered(threads, "unread", { ...reader, me: undefined })).toEqual([]);
});

test("open threads are counted by what they are on", () => {
  expect([...openCounts({ threads })]).toEqual([["a", 3]]);
});
