import { beforeEach, describe, expect, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { ManualScheduler } from "../../../tests/support/manual-scheduler.ts";
import { MemorySocket } from "../../../tests/support/memory-socket.ts";
import {
  emptyDocument,
  participant,
  type RoomBench,
  roomBench,
  testMapId,
} from "../../../tests/support/rooms.ts";
import { Access, type LinkSecrets, Ownership } from "../../access/index.ts";
import { LocalBus } from "../../bus/local-bus.ts";
import { silentLog } from "../../logging.ts";
import type { Bus } from "../../rooms/index.ts";
import { MemoryAccessStore } from "../../storage/memory/memory-access-store.ts";
import { MemoryDocumentStore } from "../../storage/memory/memory-document-store.ts";
import { lookAgainEveryMs, lookedUpTogether, RightsWatch } from "./rights-watch.ts";

/** What stands in for a server process: its own rooms, over the store and the bus of all. */
type Process = Readonly<{ bench: RoomBench; rights: RightsWatch }>;

let scheduler: ManualScheduler;
let store: MemoryAccessStore;
let documents: MemoryDocumentStore;
let access: Access;
let ownership: Ownership;
let secrets: LinkSecrets;

beforeEach(async () => {
  scheduler = new ManualScheduler();
  store = new MemoryAccessStore();
  documents = new MemoryDocumentStore();
  access = new Access(store, scheduler.now);
  ownership = new Ownership(store, scheduler.now, 1_000);
  secrets = await ownership.createMap(testMapId);
});

async function startProcess(bus: Bus): Promise<Process> {
  const bench = await roomBench({ store: documents, bus, scheduler });
  return { bench, rights: new RightsWatch({ access, rooms: bench.rooms, bus, scheduler, log: silentLog }) };
}

async function enter({ bench }: Process, link: LinkName): Promise<MemorySocket> {
  const authorized = await access.authorize(testMapId, { bearer: secrets[link], cookie: undefined });
  if (!authorized.ok) throw new Error(authorized.error);
  const socket = new MemorySocket();
  await bench.rooms.join(testMapId, socket, authorized.value);
  return socket;
}

describe("RightsWatch", () => {
  it("[W8] [A8] reaches those who came by a changed link in every process, and nobody else", async () => {
    const bus = new LocalBus();
    const [here, there] = [await startProcess(bus), await startProcess(bus)];
    const shutOut = [await enter(here, "edit"), await enter(there, "edit")];
    const untouched = [await enter(here, "view"), await enter(there, "owner")];
    await ownership.changeLink(testMapId, "edit", secrets.owner);
    await here.rights.changed(testMapId);
    await expect
      .poll(() => shutOut.map(({ closed }) => closed?.code))
      .toEqual([closeCode.forbidden, closeCode.forbidden]);
    expect(untouched.map(({ closed }) => closed)).toEqual([undefined, undefined]);
  });

  it("[W8] [A10] sends those away whose role a lock changes, and not the owner or viewers", async () => {
    const process = await startProcess(new LocalBus());
    const [editor, commenter] = [await enter(process, "edit"), await enter(process, "comment")];
    const [owner, viewer] = [await enter(process, "owner"), await enter(process, "view")];
    await ownership.setLocked(testMapId, true);
    await process.rights.changed(testMapId);
    for (const { closed } of [editor, commenter]) expect(closed?.code).toBe(closeCode.resync);
    for (const { closed } of [owner, viewer]) expect(closed).toBeUndefined();
  });

  it("[W8] [A7] closes a deleted map for everybody", async () => {
    const process = await startProcess(new LocalBus());
    const sockets = [await enter(process, "owner"), await enter(process, "view")];
    await ownership.deleteMap(testMapId);
    await process.rights.changed(testMapId);
    for (const { closed } of sockets) expect(closed?.code).toBe(closeCode.notFound);
  });

  it("[W8] [A16] sends those away whose right ends by itself, when it does", async () => {
    const process = await startProcess(new LocalBus());
    const untouched = await enter(process, "view");
    const authorized = await access.authorize(testMapId, { bearer: secrets.view, cookie: undefined });
    if (!authorized.ok) throw new Error(authorized.error);
    const [socket, endsAt] = [new MemorySocket(), scheduler.now() + lookAgainEveryMs + 1];
    await process.bench.rooms.join(testMapId, socket, { ...authorized.value, endsAt });
    await scheduler.advance(lookAgainEveryMs);
    expect(socket.closed).toBeUndefined();
    await scheduler.advance(lookAgainEveryMs);
    await expect.poll(() => socket.closed?.code).toBe(closeCode.forbidden);
    expect(untouched.closed).toBeUndefined();
  });

  it("[W8] heals in time when no word of a change comes through", async () => {
    const [here, there] = [await startProcess(new LocalBus()), await startProcess(new LocalBus())];
    const socket = await enter(there, "edit");
    await ownership.changeLink(testMapId, "edit", secrets.owner);
    await here.rights.changed(testMapId);
    expect(socket.closed).toBeUndefined();
    await scheduler.advance(lookAgainEveryMs);
    await expect.poll(() => socket.closed?.code).toBe(closeCode.forbidden);
  });

  it("[W8] looks again when the store could not be asked", async () => {
    const process = await startProcess(new LocalBus());
    const socket = await enter(process, "edit");
    const findMap = store.findMap.bind(store);
    await ownership.changeLink(testMapId, "edit", secrets.owner);
    store.findMap = () => Promise.reject(new Error("made to fail"));
    await process.rights.changed(testMapId);
    expect(socket.closed).toBeUndefined();
    store.findMap = findMap;
    await scheduler.advance(lookAgainEveryMs);
    await expect.poll(() => socket.closed?.code).toBe(closeCode.forbidden);
  });

  it("[W8] looks after hundreds of maps a few at a time, and after all of them", async () => {
    const { bench } = await startProcess(new LocalBus());
    const maps = Array.from({ length: 200 }, (_, index) => `one-of-many-${index}` as MapId);
    for (const id of maps) {
      await documents.append(id, [emptyDocument()]);
      await bench.rooms.join(id, new MemorySocket(), participant("editor"));
    }
    const asked = new Set<MapId>();
    let [inFlight, most] = [0, 0];
    store.findMap = async (id) => {
      asked.add(id);
      inFlight++;
      most = Math.max(most, inFlight);
      await Promise.resolve();
      inFlight--;
      return undefined;
    };
    await scheduler.advance(lookAgainEveryMs);
    await expect.poll(() => asked.size).toBe(maps.length);
    expect(most).toBeLessThanOrEqual(lookedUpTogether);
  });

  it("[W8] looks once at a time while the store hangs, and again when it is back", async () => {
    const process = await startProcess(new LocalBus());
    const socket = await enter(process, "edit");
    const findMap = store.findMap.bind(store);
    const asBefore = await findMap(testMapId);
    const hanging: (() => void)[] = [];
    store.findMap = () =>
      new Promise((resolve) => {
        hanging.push(() => resolve(asBefore));
      });
    await scheduler.advance(3 * lookAgainEveryMs);
    expect(hanging).toHaveLength(1);
    store.findMap = findMap;
    await ownership.changeLink(testMapId, "edit", secrets.owner);
    hanging[0]?.();
    await expect.poll(() => socket.closed?.code).toBe(closeCode.forbidden);
  });

  it("takes no notice of what is not the name of a map", async () => {
    const bus = new LocalBus();
    const { rights } = await startProcess(bus);
    bus.subscribe("rights", () => undefined).publish(new TextEncoder().encode("../../etc"));
    expect(rights.changes).toBe(0);
  });

  it("stops looking when it is told to end", async () => {
    const process = await startProcess(new LocalBus());
    const socket = await enter(process, "edit");
    process.rights.end();
    await ownership.changeLink(testMapId, "edit", secrets.owner);
    await scheduler.advance(2 * lookAgainEveryMs);
    expect(socket.closed).toBeUndefined();
  });
});
