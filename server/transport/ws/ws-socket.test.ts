import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { limits } from "#shared/protocol/limits.ts";
import { ManualScheduler } from "../../../tests/support/manual-scheduler.ts";
import { noMeter } from "../../rooms/index.ts";
import { WsSocket } from "./ws-socket.ts";

/** The head of a masked binary frame of 10 MiB; what follows it may take a slow line minutes. */
const largeFrameHead = Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0, 0xa0, 0, 0, 1, 2, 3, 4);

describe("WsSocket", () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: WsSocket;
  /** The server's end, which it reads from or does not. */
  let line: WebSocket;
  let scheduler: ManualScheduler;
  let received: number;
  let incoming: Socket;
  let outgoing: Socket;

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong: false });
    client.on("error", () => undefined); // it is cut off on purpose
    client.on("upgrade", (response: IncomingMessage) => {
      outgoing = response.socket;
    });
    const [[ws, request]] = (await Promise.all([once(server, "connection"), once(client, "open")])) as [
      [WebSocket, IncomingMessage],
      unknown,
    ];
    incoming = request.socket;
    line = ws;
    scheduler = new ManualScheduler();
    received = 0;
    socket = new WsSocket(ws, {
      scheduler,
      line: incoming,
      meter: noMeter,
      onClosed: () => undefined,
    });
    const receive = (): void => {
      received++;
    };
    socket.start({ receive, leave: () => undefined });
  });
  afterEach(() => {
    client.terminate();
    server.close();
  });

  it("[W11] takes a client for alive whose large frame is still coming in, and for gone when nothing comes", async () => {
    socket.checkAlive();
    const before = incoming.bytesRead;
    outgoing.write(largeFrameHead);
    await expect.poll(() => incoming.bytesRead).toBeGreaterThan(before);
    socket.checkAlive();
    expect(socket.isOpen).toBe(true);
    socket.checkAlive();
    expect(socket.isOpen).toBe(false);
  });

  it.each([
    { what: "messages", count: limits.messageBurst, bytes: 1, waitMs: 1000 / limits.messagesPerSecond },
    { what: "bytes", count: 16, bytes: limits.byteBurst / 16, waitMs: 1 },
  ])(
    "[W13] reads on through a burst of $what, and waits after one above it until that is earned",
    async ({ count, bytes, waitMs }) => {
      for (let sent = 0; sent < count; sent++) client.send(new Uint8Array(bytes));
      await expect.poll(() => received).toBe(count);
      expect(line.isPaused).toBe(false);
      client.send(new Uint8Array(1));
      await expect.poll(() => received).toBe(count + 1);
      expect(line.isPaused).toBe(true);
      await scheduler.advance(waitMs);
      expect(line.isPaused).toBe(false);
    },
  );
});
