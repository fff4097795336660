import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { addCard } from "../../tests/fixtures/model/build.ts";
import { FailingStore } from "../../tests/support/failing-store.ts";
import { updateFrame } from "../../tests/support/frames.ts";
import { startTestServer, type TestMap, type TestServer } from "../../tests/support/test-server.ts";
import { opened, protocolsOf, rawClient, stockClient, synced } from "../../tests/support/wire-client.ts";
import { frameRejections } from "../rooms/index.ts";
import { openMemoryStores } from "../storage/memory/open-memory-stores.ts";

const metricsToken = "a token of the operator";
const authorization = `Bearer ${metricsToken}`;

describe("metrics", () => {
  let server: TestServer;
  let map: TestMap;
  let documents: FailingStore;
  let isStoreAway = false;

  beforeEach(async () => {
    isStoreAway = false;
    documents = new FailingStore();
    const check = () => (isStoreAway ? Promise.reject(new Error("made to fail")) : Promise.resolve());
    const stores = { ...openMemoryStores(), documents, check };
    server = await startTestServer({ stores, config: { metricsToken } });
    map = await server.createMap({ title: "Garden" });
  });
  afterEach(async () => {
    documents.failWith = undefined;
    await server.stop();
  });

  async function scrape(): Promise<string> {
    const response = await server.call("GET", "/metrics", { headers: { authorization } });
    expect(response.status).toBe(200);
    return response.text();
  }

  /** The value of a series, such as `rooms` or `frames_rejected_total{reason="text"}`. */
  async function series(name: string): Promise<number> {
    const line = (await scrape()).split("\n").find((one) => one.startsWith(`counterpoint_${name} `));
    return Number(line?.split(" ").at(-1));
  }

  it("[O1] are for whoever has the operator's token, and for nobody else", async () => {
    const asked = (headers: Record<string, string>) => server.call("GET", "/metrics", { headers });
    expect((await asked({})).status).toBe(401);
    expect((await asked({ authorization: "Bearer another" })).status).toBe(401);
    const response = await asked({ authorization });
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toContain("process_resident_memory_bytes");
  });

  it("[O1] are not there when the operator has chosen no token", async () => {
    const plain = await startTestServer();
    expect((await plain.call("GET", "/metrics", { headers: { authorization } })).status).toBe(404);
    await plain.stop();
  });

  it("[O2] count what comes in, what is stored and what is acknowledged", async () => {
    const [ann, ben] = [await stockClient(server, map), await stockClient(server, map)];
    await Promise.all([synced(ann), synced(ben)]);
    for (const id of ["a", "b", "c"]) ann.map.apply(addCard(id), "user");
    await ann.saved();
    expect(await series("connections")).toBe(2);
    expect(await series("rooms")).toBe(1);
    expect(await series("updates_applied_total")).toBe(3);
    expect(await series("updates_stored_total")).toBe(3);
    expect(await series("ack_seconds_count")).toBe(1);
    expect(await series("load_seconds_count")).toBe(1);
    expect(await series("frames_received_total")).toBeGreaterThan(6);
    expect(await series("sent_bytes_total")).toBeGreaterThan(100);
    expect(await series("document_bytes")).toBeGreaterThan(100);
    expect(await series('store_seconds_count{operation="append"}')).toBeGreaterThan(1);
    for (const client of [ann, ben]) client.end();
    await expect.poll(() => series("connections")).toBe(0);
  });

  it("[O2] count an audience: codes made, who came by one and who did not, hands, and who follows", async () => {
    const call = (method: string, below: string, body: unknown) =>
      server.call(method, `/api/maps/${map.id}${below}`, {
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${map.secrets.edit}`,
          [participantHeader]: "the-secret-of-somebody-s-device",
        },
        body: JSON.stringify(body),
      });
    for (const outcome of ["let-in", "wrong", "limited"])
      expect(await series(`joins_total{outcome="${outcome}"}`)).toBe(0);
    const { code } = (await (await call("POST", "/join-codes", { for: "audience" })).json()) as {
      code: string;
    };
    await server.post("/api/join", { code });
    for (let count = 0; count <= limits.maxWrongCodesPerAddressPerMinute; count++)
      await server.post("/api/join", { code: "WRONG!" });
    await call("PUT", "/hand", {});
    const { token } = await server.openSession(map);
    const follower = rawClient(`${server.syncUrl}/${map.id}?audience=1`, protocolsOf(token));
    await opened(follower);
    await expect.poll(() => series("followers")).toBe(1);
    expect(await series("join_codes_made_total")).toBe(1);
    expect(await series('joins_total{outcome="let-in"}')).toBe(1);
    expect(await series('joins_total{outcome="wrong"}')).toBe(limits.maxWrongCodesPerAddressPerMinute);
    expect(await series('joins_total{outcome="limited"}')).toBe(1);
    expect(await series("hands_raised_total")).toBe(1);
    expect(await scrape()).not.toContain(code);
    follower.ws.terminate();
  });

  it("[O2] have a series at 0 for each reason before anything was rejected", async () => {
    for (const reason of frameRejections)
      expect(await series(`frames_rejected_total{reason="${reason}"}`)).toBe(0);
  });

  it("[O2] say why frames were not taken, and connections not let in", async () => {
    const viewer = await stockClient(server, map, "view");
    await synced(viewer);
    viewer.map.apply(addCard("forbidden"), "user");
    await viewer.saved();
    const url = `${server.syncUrl}/${map.id}`;
    const offences = [
      ["text", "hello"],
      ["too-big", new Uint8Array(20 * 1024 * 1024)],
      ["malformed", updateFrame(Uint8Array.of(255, 255))],
    ] as const;
    for (const [, frame] of offences) {
      const raw = rawClient(url, protocolsOf((await server.openSession(map)).token));
      await opened(raw);
      raw.ws.send(frame);
      await raw.closed;
    }
    await rawClient(url, protocolsOf("wrong")).closed;
    await rawClient(url, protocolsOf("wrong"), { origin: "https://elsewhere.example" }).closed;
    for (const reason of ["text", "too-big", "malformed", "not-permitted"])
      await expect.poll(() => series(`frames_rejected_total{reason="${reason}"}`)).toBe(1);
    for (const reason of ["unauthenticated", "origin"])
      expect(await series(`connections_refused_total{reason="${reason}"}`)).toBe(1);
    expect(await series(`connections_closed_total{code="${closeCode.malformed}"}`)).toBe(2);
    viewer.end();
  });

  it("[O2] show what waits for a store that fails, and for how long", async () => {
    const ann = await stockClient(server, map);
    await synced(ann);
    documents.failWith = "full";
    ann.map.apply(addCard("a"), "user");
    await expect.poll(() => series("unsaved_records")).toBe(1);
    expect(await series("unsaved_bytes")).toBeGreaterThan(10);
    await expect.poll(() => series("oldest_unsaved_seconds")).toBeGreaterThan(0);
    await expect.poll(() => series('store_errors_total{operation="append",code="full"}')).toBeGreaterThan(0);
    documents.failWith = undefined;
    await ann.saved();
    expect(await series("unsaved_records")).toBe(0);
    expect(await series("oldest_unsaved_seconds")).toBe(0);
    ann.end();
  });

  it("[O2] [H5] say that the store is away, and that it is back", async () => {
    const ready = async (): Promise<readonly [number, string]> => {
      const response = await server.call("GET", "/readyz");
      return [response.status, await response.text()];
    };
    expect(await ready()).toEqual([200, "ready\nstore: ok\nbus: ok\n"]);
    expect(await series("store_up")).toBe(1);
    isStoreAway = true;
    await expect.poll(ready).toEqual([503, "not ready\nstore: away\nbus: ok\n"]);
    expect(await series("store_up")).toBe(0);
    isStoreAway = false;
    await expect.poll(ready).toEqual([200, "ready\nstore: ok\nbus: ok\n"]);
  });
});
