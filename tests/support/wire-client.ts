import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import { bearerPrefix, messageType, subprotocol } from "#shared/protocol/messages.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { barrierFrame, readServerFrame } from "./frames.ts";
import type { ApiClient, TestMap } from "./test-server.ts";

/** A stock y-websocket client with a document of its own. */
export type StockClient = Readonly<{
  ydoc: Y.Doc;
  map: ArgumentDoc;
  provider: WebsocketProvider;
  /** Resolves when the server has stored all that was written so far. */
  saved: () => Promise<void>;
  end: () => void;
}>;

/** Connects by one of the map's links; where it says an address, as from there, to a server that trusts its proxy. */
export async function stockClient(
  server: ApiClient,
  map: TestMap,
  link: LinkName = "edit",
  address?: string,
): Promise<StockClient> {
  const { token } = await server.openSession(map, link);
  const ydoc = new Y.Doc();
  const provider = new WebsocketProvider(server.syncUrl, map.id, ydoc, {
    WebSocketPolyfill: webSocketFrom(address),
    protocols: protocolsOf(token),
    disableBc: true,
    maxBackoffTime: 200,
  });
  const document = new ArgumentDoc(ydoc, () => 1);
  const waiting: (() => void)[] = [];
  provider.messageHandlers[messageType.barrier] = () => waiting.shift()?.();
  return {
    ydoc,
    map: document,
    provider,
    saved: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        provider.ws?.send(Uint8Array.from(barrierFrame(Uint8Array.of(1))));
      }),
    end: () => {
      document.dispose();
      provider.destroy();
      ydoc.destroy();
    },
  };
}

/** For stock providers: their own choice has no way to send a header. */
function webSocketFrom(address: string | undefined): typeof globalThis.WebSocket {
  const headers = address === undefined ? {} : { "x-forwarded-for": address };
  class SocketFrom extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers });
    }
  }
  return SocketFrom as unknown as typeof globalThis.WebSocket;
}

/** The address of whoever comes as the so manieth: limits of addresses are not what is tried. */
export function addressOfNumber(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

/** Resolves when the provider has what the server has. */
export async function synced({ provider }: StockClient): Promise<void> {
  if (provider.synced) return;
  await new Promise<void>((resolve) => {
    provider.on("sync", (isSynced) => {
      if (isSynced) resolve();
    });
  });
}

export function protocolsOf(token: string): string[] {
  return [subprotocol, `${bearerPrefix}${token}`];
}

/** A bare WebSocket, to send what no honest client would. */
export type RawClient = Readonly<{
  ws: WebSocket;
  /** Kinds of frames received so far. */
  received: string[];
  /** Resolves with the close code. */
  closed: Promise<number>;
}>;

export function rawClient(url: string, protocols: string[], headers: Record<string, string> = {}): RawClient {
  const ws = new WebSocket(url, protocols, { headers });
  const received: string[] = [];
  ws.on("message", (data: Buffer) => received.push(readServerFrame(data).type));
  ws.on("error", () => undefined); // told by `closed`
  const closed = new Promise<number>((resolve) => {
    ws.on("close", (code) => resolve(code));
  });
  return { ws, received, closed };
}

/** Resolves when the socket is open. */
export function opened({ ws }: RawClient): Promise<void> {
  return new Promise((resolve, reject) => {
    ws.once("open", () => resolve());
    ws.once("error", reject);
  });
}
