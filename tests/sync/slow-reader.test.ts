import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import { limits } from "#shared/protocol/limits.ts";
import { subprotocol } from "#shared/protocol/messages.ts";
import { startTestServer, type TestMap, type TestServer } from "../support/test-server.ts";
import { stockClient, synced } from "../support/wire-client.ts";

const writtenBytes = 50 * 1024 * 1024;
const chunkBytes = 256 * 1024;

describe("a reader that stalls", () => {
  let server: TestServer;
  let map: TestMap;

  beforeEach(async () => {
    server = await startTestServer();
    map = await server.createMap();
  });
  afterEach(() => server.stop());

  /** The upgrade by hand, on a socket that is then not read. */
  async function stalled(token: string): Promise<Socket> {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(
      [
        `GET /sync/${map.id} HTTP/1.1`,
        "Host: 127.0.0.1",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        `Sec-WebSocket-Protocol: ${subprotocol}, bearer.${token}`,
        "",
        "",
      ].join("\r\n"),
    );
    await new Promise((resolve) => {
      socket.once("data", resolve);
    });
    socket.pause();
    return socket;
  }

  /** How many bytes come until one of them ends `mark`. */
  function bytesUntil(socket: Socket, mark: string): Promise<number> {
    let bytes = 0;
    let tail = "";
    return new Promise((resolve) => {
      socket.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
        const text = tail + chunk.toString("latin1");
        if (text.includes(mark)) resolve(bytes);
        tail = text.slice(-mark.length);
      });
      socket.resume();
    });
  }

  it("[W12] holds nobody up while 50 MB are written, and is sent little of it when it reads again", async () => {
    const { token } = await server.openSession(map, "view");
    const socket = await stalled(token);
    const [ann, ben] = [await stockClient(server, map), await stockClient(server, map)];
    await Promise.all([synced(ann), synced(ben)]);
    const rounds = writtenBytes / chunkBytes;
    for (let round = 1; round <= rounds; round++) {
      // The last value stands, so the map stays small and only the traffic is large.
      ann.ydoc.getMap("probe").set("value", `round ${round}: ${"x".repeat(chunkBytes)}`);
      await ann.saved();
    }
    const last = `round ${rounds}: `;
    await expect.poll(() => String(ben.ydoc.getMap("probe").get("value")).startsWith(last)).toBe(true);
    // What the system's buffers took before the server noticed, and one diff.
    expect(await bytesUntil(socket, last)).toBeLessThan(limits.maxBufferedBytes);
    for (const client of [ann, ben]) client.end();
    socket.destroy();
  });

  it("[W12] has what the others have once it reads again", async () => {
    const [ann, slow] = [await stockClient(server, map), await stockClient(server, map, "view")];
    await Promise.all([synced(ann), synced(slow)]);
    const line = slow.provider.ws as unknown as WebSocket;
    line.pause();
    for (let round = 0; round < 60; round++) {
      ann.ydoc.getMap("probe").set(`key ${round % 10}`, `${round} ${"x".repeat(chunkBytes)}`);
      await ann.saved();
    }
    line.resume();
    const isSame = (): boolean => {
      const [mine, theirs] = [slow, ann].map(({ ydoc }) => JSON.stringify(ydoc.getMap("probe").toJSON()));
      return mine === theirs;
    };
    await expect.poll(isSame, { timeout: 20_000 }).toBe(true);
    for (const client of [ann, slow]) client.end();
  });
});
