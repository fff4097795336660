import { afterEach, describe, expect, it } from "vitest";
import { addCard } from "../tests/fixtures/model/build.ts";
import { FailingStore } from "../tests/support/failing-store.ts";
import { presenceFrame, updateFrame } from "../tests/support/frames.ts";
import { startTestServer, type TestServer } from "../tests/support/test-server.ts";
import { opened, protocolsOf, rawClient, stockClient, synced } from "../tests/support/wire-client.ts";
import { createLog } from "./logging.ts";
import { openMemoryStores } from "./storage/memory/open-memory-stores.ts";

/** Stands in everything that people write, so that it is found wherever a log might let it out. */
const phrase = "Zwetschgendatschi";

describe("the log", () => {
  let server: TestServer | undefined;
  afterEach(() => server?.stop());

  it("[R1] has one JSON object a line, and never what people wrote nor what opens a map", async () => {
    const lines: string[] = [];
    const documents = new FailingStore();
    const stores = { ...openMemoryStores(), documents };
    server = await startTestServer({ stores, log: createLog("debug", (line) => lines.push(line)) });
    const map = await server.createMap({ title: phrase });
    const { token } = await server.openSession(map);
    const ann = await stockClient(server, map);
    await synced(ann);
    ann.provider.awareness.setLocalState({ user: { name: phrase } });
    ann.map.apply(addCard("a", "claim", phrase), "user");
    await ann.saved();
    documents.failWith = "full";
    ann.map.apply(addCard("b", "claim", phrase), "user");
    await expect.poll(() => lines.some((line) => line.includes("Saving failed"))).toBe(true);
    const file = { headers: { authorization: `Bearer ${map.secrets.edit}` }, body: `{"title": "${phrase}` };
    await server.call("POST", `/api/maps/${map.id}/import/json`, file);
    await server.call("POST", "/api/maps", { headers: { "content-type": "application/json" }, body: phrase });
    await server.call("GET", `/api/maps/${phrase}?secret=${map.secrets.view}`);
    await server.post("/api/maps", { title: phrase });
    const bytes = new TextEncoder().encode(phrase);
    const frames = [phrase, bytes, updateFrame(bytes), presenceFrame([[1, 1, phrase]])];
    for (const frame of frames) {
      const raw = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token));
      await opened(raw);
      raw.ws.send(frame);
      await raw.closed;
    }
    documents.failWith = undefined;
    await ann.saved();
    ann.end();
    documents.failLoads = true;
    await server.call("DELETE", `/api/maps/${map.id}`, {
      headers: { authorization: `Bearer ${map.secrets.owner}` },
    });
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ msg: expect.stringMatching(/\.$/) as unknown });
      expect(line).not.toContain(phrase);
      for (const secret of [token, ...Object.values(map.secrets)]) expect(line).not.toContain(secret);
    }
  });
});
