import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import Libsql from "libsql";
import { describe, expect, it, vi } from "vitest";
import type { MapId } from "#shared/protocol/rooms.ts";
import { describeAccessStore } from "../../../tests/support/describe-access-store.ts";
import { describeAccountStore } from "../../../tests/support/describe-account-store.ts";
import { describeCodeStore } from "../../../tests/support/describe-code-store.ts";
import { describeDocumentStore } from "../../../tests/support/describe-document-store.ts";
import { describeHistoryStore } from "../../../tests/support/describe-history-store.ts";
import { describePollStore } from "../../../tests/support/describe-poll-store.ts";
import { openSqliteStores } from "./open-sqlite-stores.ts";
import { migrations } from "./schema.ts";

const map = "some-map-01" as MapId;

function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), "counterpoint-store-"));
}

async function open(directory: string = temporaryDirectory()) {
  const stores = await openSqliteStores({ directory });
  const dispose = async (): Promise<void> => {
    await stores.close();
    rmSync(directory, { recursive: true });
  };
  return { directory, stores, dispose };
}

describeDocumentStore("sqlite", async () => {
  const { directory, stores, dispose } = await open();
  const reopen = async () => (await openSqliteStores({ directory })).documents;
  return { store: stores.documents, reopen, dispose };
});

describeAccessStore("sqlite", async () => {
  const { stores, dispose } = await open();
  return { store: stores.access, dispose };
});

describeAccountStore("sqlite", async () => {
  const { stores, dispose } = await open();
  return { ...stores, dispose };
});

describeCodeStore("sqlite", async () => {
  const { stores, dispose } = await open();
  return { ...stores, dispose };
});

describeHistoryStore("sqlite", async () => {
  const { stores, dispose } = await open();
  return { store: stores.history, dispose };
});

describePollStore("sqlite", async () => {
  const { stores, dispose } = await open();
  return { store: stores.polls, dispose };
});

describe("sqlite stores", () => {
  it("[S8] hand over what many rooms save in one go with one message, and answer each", async () => {
    const { stores, dispose } = await open();
    const messages = vi.spyOn(Worker.prototype, "postMessage");
    const rooms = Array.from({ length: 50 }, (_, index) => `one-of-many-${index}` as MapId);
    const saving = rooms.map((room) => stores.documents.append(room, [Uint8Array.of(1)]));
    expect(await Promise.all(saving)).toEqual(rooms.map(() => 1));
    expect(messages).toHaveBeenCalledTimes(1);
    messages.mockRestore();
    await dispose();
  });

  it("[S7] fail what no thread can be given, and go on", async () => {
    const { stores, dispose } = await open();
    const lost = Uint8Array.of(1);
    structuredClone(lost, { transfer: [lost.buffer] });
    await expect(stores.documents.append(map, [lost])).rejects.toMatchObject({ code: "failed" });
    expect(await stores.documents.append(map, [Uint8Array.of(2)])).toBe(1);
    await dispose();
  });

  it("[F27] [S2] refuse to load a document whose records are not all there", async () => {
    const { directory, stores, dispose } = await open();
    await stores.documents.append(map, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
    const database = new Libsql(join(directory, "counterpoint.db"));
    database.exec("DELETE FROM log_record WHERE sequence = 2");
    await expect(stores.documents.load(map)).rejects.toMatchObject({ code: "corrupt" });
    database.exec("DELETE FROM log_record WHERE sequence = 3");
    await expect(stores.documents.load(map)).rejects.toMatchObject({ code: "corrupt" });
    database.close();
    await dispose();
  });

  it("[S10] refuse a database that a newer program wrote", async () => {
    const { directory, stores } = await open();
    await stores.close();
    const database = new Libsql(join(directory, "counterpoint.db"));
    database.exec("PRAGMA user_version = 99");
    database.close();
    await expect(openSqliteStores({ directory })).rejects.toThrow(/newer program/);
    rmSync(directory, { recursive: true });
  });

  it("[S10] bring a database of the first structure up to date, with all that is in it", async () => {
    const directory = temporaryDirectory();
    const database = new Libsql(join(directory, "counterpoint.db"));
    database.exec(migrations[0] ?? "");
    database.exec("PRAGMA user_version = 1");
    database.exec("INSERT INTO document (map, head) VALUES ('some-map-01', 1)");
    database.exec("INSERT INTO log_record (map, sequence, data) VALUES ('some-map-01', 1, x'01')");
    database.close();
    const newer = await openSqliteStores({ directory });
    expect((await newer.documents.load(map))?.head).toBe(1);
    await newer.documents.keepGlimpse(map, Uint8Array.of(7), 1);
    expect(await newer.documents.glimpse(map)).toEqual(Uint8Array.of(7));
    await newer.close();
    rmSync(directory, { recursive: true });
  });

  it("[H3] say that the disk is full, keep what is stored, and go on when there is room", async () => {
    const directory = temporaryDirectory();
    const tight = await openSqliteStores({ directory, maxPages: 40 });
    await tight.documents.append(map, [Uint8Array.of(1)]);
    const large = new Uint8Array(400_000);
    await expect(tight.documents.append(map, [large])).rejects.toMatchObject({ code: "full" });
    expect((await tight.documents.load(map))?.head).toBe(1);
    await tight.close();
    const roomy = await openSqliteStores({ directory });
    expect(await roomy.documents.append(map, [large])).toBe(2);
    await roomy.close();
    rmSync(directory, { recursive: true });
  });

  it("[F21] [S8] save the others of one go when one of them holds what no thread can be given", async () => {
    const { stores, dispose } = await open();
    const lost = Uint8Array.of(1);
    structuredClone(lost, { transfer: [lost.buffer] });
    const results = await Promise.allSettled([
      stores.documents.append(map, [Uint8Array.of(1)]),
      stores.documents.append("some-map-02" as MapId, [lost]),
      stores.documents.append(map, [Uint8Array.of(2)]),
    ]);
    expect(results).toMatchObject([{ value: 1 }, { reason: { code: "failed" } }, { value: 2 }]);
    await dispose();
  });

  it("[F21] [S8] save one map's records when another's do not fit", async () => {
    const directory = temporaryDirectory();
    const tight = await openSqliteStores({ directory, maxPages: 60 });
    const results = await Promise.allSettled([
      tight.documents.append(map, [new Uint8Array(400_000)]),
      tight.documents.append("some-map-02" as MapId, [Uint8Array.of(1)]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    await tight.close();
    rmSync(directory, { recursive: true });
  });

  it("answer nothing after they were closed", async () => {
    const { stores, dispose } = await open();
    await dispose();
    await expect(stores.check()).rejects.toMatchObject({ code: "closed" });
  });
});
