import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { messageYjsUpdate, readSyncMessage, writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { schemaVersionOf, seedDocument } from "#shared/doc/index.ts";
import { emptyMap } from "#shared/model/index.ts";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { messageType } from "#shared/protocol/messages.ts";
import { MapSession } from "./map-session.ts";

/** As in a browser that keeps nothing. */
vi.mock("./offline-copy.ts", () => ({
  copyName: () => "copy",
  OfflineCopy: class {
    constructor(_name: string, _ydoc: Y.Doc, onState: (state: "lost") => void) {
      queueMicrotask(() => onState("lost"));
    }
    keepAsReceived(_update: Uint8Array, apply: () => void) {
      apply();
    }
    dispose() {}
  },
}));

/** A document as the first version of the program wrote it. */
const version1 = readFileSync(join(import.meta.dirname, "../../tests/fixtures/doc/v1.bin"));

/** The other end of the wire, with the map that lies there; it answers when it is told to. */
class FakeSocket {
  static made: FakeSocket[] = [];
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "";
  onopen: (() => void) | null = null;
  onmessage: ((event: Readonly<{ data: ArrayBuffer }>) => void) | null = null;
  onclose: ((event: Readonly<{ code: number }>) => void) | null = null;
  readonly sent: Uint8Array[] = [];
  readonly address: string;

  constructor(address: string) {
    this.address = address;
    FakeSocket.made.push(this);
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes.slice());
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** Asks what the page has, and answers all that it has said so far. Gives the kinds of sync messages that came. */
  converse(map: Y.Doc, isFirst = false): readonly number[] {
    if (isFirst) this.#say((encoder) => writeSyncStep1(encoder, map));
    return this.sent.splice(0).flatMap((bytes) => {
      const decoder = decoding.createDecoder(bytes);
      if (decoding.readVarUint(decoder) !== messageType.sync) return [];
      let kind: number | undefined;
      this.#say((encoder) => {
        kind = readSyncMessage(decoder, encoder, map, "page");
      });
      return kind === undefined ? [] : [kind];
    });
  }

  #say(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageType.sync);
    const empty = encoding.length(encoder);
    write(encoder);
    if (encoding.length(encoder) === empty) return;
    this.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer });
  }
}

beforeEach(() => {
  FakeSocket.made = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function openOn(map: Y.Doc, role: "editor" | "viewer", params?: typeof audienceParams) {
  const session = new MapSession({
    mapId: "m1",
    role,
    token: "token",
    isLocked: false,
    opensAfter: Promise.resolve(),
    user: { name: "Ada", color: "#2a6cb8" },
    ...(params ? { params } : {}),
    renewToken: async () => undefined,
    captureView: () => [],
    restoreView: () => undefined,
  });
  await vi.waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  const [socket] = FakeSocket.made;
  if (!socket) throw new Error("The session opens one wire.");
  socket.open();
  socket.converse(map, true);
  await vi.waitFor(() => expect(session.status().connection.kind).toBe("online"));
  return { session, socket };
}

test("what is written upon the server's answer, as a migration is, reaches the server", async () => {
  const map = new Y.Doc();
  Y.applyUpdate(map, version1);
  const fresh = new Y.Doc();
  seedDocument(fresh, emptyMap({ title: "", createdAt: 1 }));
  expect(schemaVersionOf(map)).toBe(1);
  const { session, socket } = await openOn(map, "editor");
  expect(session.status()).toMatchObject({ isLoaded: true, canEdit: true });
  expect(socket.converse(map)).toContain(messageYjsUpdate);
  expect(schemaVersionOf(map)).toBe(schemaVersionOf(fresh));
  // And so does what is written afterwards.
  expect(session.apply({ type: "entitle", title: "Paths" }).ok).toBe(true);
  socket.converse(map);
  expect(map.getMap("meta").get("title")).toBe("Paths");
  session.dispose();
});

test("what ends after the map was left is refused, since nothing would keep it", async () => {
  const map = new Y.Doc();
  Y.applyUpdate(map, version1);
  const { session } = await openOn(map, "editor");
  expect(session.apply({ type: "entitle", title: "Goals" }).ok).toBe(true);
  session.dispose();
  expect(session.apply({ type: "entitle", title: "Paths" })).toMatchObject({ error: { code: "read-only" } });
  expect(session.status().canEdit).toBe(false);
  session.undo();
  expect(session.doc.meta.title).toBe("Goals");
});

test("who may only look migrates nothing", async () => {
  const map = new Y.Doc();
  Y.applyUpdate(map, version1);
  const { session, socket } = await openOn(map, "viewer");
  expect(socket.converse(map)).not.toContain(messageYjsUpdate);
  expect(schemaVersionOf(map)).toBe(1);
  session.dispose();
});

test("[K32] who only follows a talk says so in the address, and tells the others nothing of themselves", async () => {
  const kindsSent = ({ sent }: FakeSocket) =>
    sent.map((bytes) => decoding.readVarUint(decoding.createDecoder(bytes)));
  const map = new Y.Doc();
  Y.applyUpdate(map, version1);
  const shown = await openOn(map, "viewer");
  shown.session.presence.select(["c1"]);
  expect(shown.socket.address).not.toContain("audience");
  expect(kindsSent(shown.socket)).toContain(messageType.awareness);
  shown.session.dispose();

  FakeSocket.made = [];
  const { session, socket } = await openOn(map, "viewer", audienceParams);
  expect(socket.address).toMatch(/\/m1\?audience=1$/u);
  session.presence.select(["c1"]);
  session.presence.call();
  session.introduce({ name: "Ben", color: "#2a6cb8" });
  expect(kindsSent(socket)).not.toContain(messageType.awareness);
  session.dispose();
});
