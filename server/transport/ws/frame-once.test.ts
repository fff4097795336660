import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { frameOnce, maxFramedBytes } from "./frame-once.ts";

describe("frameOnce", () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let write: (bytes: Buffer) => void;

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    client = new WebSocket(`ws://127.0.0.1:${port}`);
    const [[, request]] = (await Promise.all([once(server, "connection"), once(client, "open")])) as [
      [WebSocket, IncomingMessage],
      unknown,
    ];
    write = (bytes) => request.socket.write(bytes);
  });
  afterEach(() => {
    client.terminate();
    server.close();
  });

  it.each([0, 1, 125, 126, 127, 255, 256, 4_096, maxFramedBytes])(
    "makes a message of %i bytes one that the other end reads as it was",
    async (length) => {
      const message = Uint8Array.from({ length }, (_, index) => index % 251);
      write(frameOnce(message));
      const [data, isBinary] = (await once(client, "message")) as [Buffer, boolean];
      expect(isBinary).toBe(true);
      expect(Buffer.compare(data, message)).toBe(0);
    },
  );

  it("makes what goes to many once, and knows another message of the same bytes for another", () => {
    const message = Uint8Array.of(1, 2, 3);
    const framed = frameOnce(message);
    expect(frameOnce(message)).toBe(framed);
    expect(frameOnce(Uint8Array.of(1, 2, 3))).not.toBe(framed);
    expect(frameOnce(message)).toEqual(framed);
  });
});
