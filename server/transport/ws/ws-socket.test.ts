import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { ManualScheduler } from "../../../tests/support/manual-scheduler.ts";
import { noMeter } from "../../rooms/index.ts";
import { WsSocket } from "./ws-socket.ts";

/** The head of a masked binary frame of 10 MiB; what follows it may take a slow line minutes. */
const largeFrameHead = Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0, 0xa0, 0, 0, 1, 2, 3, 4);

describe("WsSocket", () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: WsSocket;
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
    socket = new WsSocket(ws, {
      scheduler: new ManualScheduler(),
      line: incoming,
      meter: noMeter,
      onClosed: () => undefined,
    });
    socket.start({ receive: () => undefined, leave: () => undefined });
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
});
