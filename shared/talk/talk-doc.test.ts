import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cardRef } from "#shared/model/index.ts";
import { card } from "../../tests/fixtures/model/build.ts";
import type { CommentId, ParticipantId, ThreadId } from "./talk.ts";
import { TalkDoc } from "./talk-doc.ts";

const [ann, ben] = ["ann", "ben"] as readonly string[] as readonly [ParticipantId, ParticipantId];
const thread = "t1" as ThreadId;
const comment = (id: string): CommentId => id as CommentId;

function begun(ydoc: Y.Doc = new Y.Doc()): TalkDoc {
  const talk = new TalkDoc(ydoc);
  talk.startThread({ id: thread, on: cardRef(card("a")), createdAt: 1 });
  say(talk, "c1", 1);
  return talk;
}

function say(talk: TalkDoc, id: string, at: number, author = ann): void {
  talk.addComment({ id: comment(id), thread, author, name: "Ann", text: id, mentions: [], createdAt: at });
}

describe("talk in its document", () => {
  it("[T3] reads threads and comments from the oldest on, and the same object until something changes", () => {
    const talk = begun();
    say(talk, "c3", 3, ben);
    say(talk, "c2", 2);
    const read = talk.read();
    expect(read.threads[0]?.comments.map(({ id }) => id)).toEqual(["c1", "c2", "c3"]);
    expect(talk.read()).toBe(read);
    talk.editComment(comment("c2"), "another", [ben], 9);
    expect(talk.read().threads[0]?.comments[1]).toMatchObject({
      text: "another",
      mentions: [ben],
      editedAt: 9,
    });
  });

  it("[T6] keeps a deleted comment's place without its text and reactions, and a thread goes with its last", () => {
    const ydoc = new Y.Doc();
    const talk = begun(ydoc);
    say(talk, "c2", 2);
    talk.react(comment("c1"), ben, "agree", true);
    talk.deleteComment(comment("c1"), 5);
    expect(talk.read().threads[0]?.comments[0]).toMatchObject({ text: "", isDeleted: true, reactions: {} });
    talk.deleteComment(comment("c2"), 6);
    expect(talk.read().threads).toEqual([]);
    expect(["threads", "comments", "reactions"].map((root) => ydoc.getMap(root).size)).toEqual([0, 0, 0]);
  });

  it("[T7] counts each reaction of each person once", () => {
    const talk = begun();
    for (const who of [ann, ben, ann]) talk.react(comment("c1"), who, "agree", true);
    expect(talk.read().threads[0]?.comments[0]?.reactions).toEqual({ agree: [ann, ben] });
    talk.react(comment("c1"), ann, "agree", false);
    expect(talk.read().threads[0]?.comments[0]?.reactions).toEqual({ agree: [ben] });
  });

  it("[T20] reads hands from the one that was up first, one of each, until they are lowered", () => {
    const talk = begun();
    const about = card("a");
    talk.raiseHand({ participant: ben, name: "Ben", about: null, raisedAt: 7 });
    talk.raiseHand({ participant: ann, name: "Ann", about, raisedAt: 9 });
    talk.raiseHand({ participant: ann, name: "Ann", about, raisedAt: 6 });
    expect(talk.read().hands).toEqual([
      { participant: ann, name: "Ann", about, raisedAt: 6 },
      { participant: ben, name: "Ben", about: null, raisedAt: 7 },
    ]);
    talk.lowerHand(ann);
    talk.lowerHand(ann);
    expect(talk.read().hands.map(({ name }) => name)).toEqual(["Ben"]);
    talk.lowerAllHands();
    expect(talk.read().hands).toEqual([]);
  });

  it("[T20] needs no room for hands that were up once", () => {
    const ydoc = new Y.Doc();
    const talk = begun(ydoc);
    const { byteLength } = Y.encodeStateAsUpdate(ydoc);
    for (let turn = 0; turn < 1_000; turn++) {
      talk.raiseHand({ participant: ben, name: "Ben", about: null, raisedAt: turn });
      talk.lowerHand(ben);
    }
    expect(Y.encodeStateAsUpdate(ydoc).byteLength - byteLength).toBeLessThan(200);
  });

  it("[T3] says when something came from elsewhere", () => {
    const ydoc = new Y.Doc();
    const talk = new TalkDoc(ydoc);
    let told = 0;
    talk.onChange(() => {
      told++;
    });
    const theirs = new Y.Doc();
    begun(theirs);
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(theirs));
    expect([told > 0, talk.read().threads.length]).toEqual([true, 1]);
  });

  it("[T3] reads past whatever is odd", () => {
    const ydoc = new Y.Doc();
    const talk = begun(ydoc);
    const odd: readonly (() => unknown)[] = [
      () => 1,
      () => "text",
      () => null,
      () => new Y.Map(),
      () => new Y.Map([["thread", 7]]),
      () => new Y.Text("x"),
    ];
    for (const root of ["threads", "comments", "reactions", "hands", "people", "settings"])
      odd.forEach((make, index) => {
        ydoc.getMap(root).set(`odd ${index} agree`, make());
      });
    expect(talk.read().threads).toHaveLength(1);
    expect(talk.read().hands).toEqual([]);
    expect(talk.read().viewersReact).toBe(false);
  });
});
