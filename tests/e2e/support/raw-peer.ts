import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { SessionResponse } from "#shared/protocol/api.ts";
import { bearerPrefix, messageType, subprotocol } from "#shared/protocol/messages.ts";
import { syncPath } from "#shared/protocol/rooms.ts";

/** A program of somebody else’s on the map’s room, bound by nothing that our page does. */
export type RawPeer = Readonly<{
  cardCount: () => number;
  deleteEveryCard: () => void;
  wasDenied: () => boolean;
  close: () => void;
}>;

/** Connects a stock y-websocket client with what the link gives. */
export async function openRawPeer(serverUrl: string, mapId: string, link: string): Promise<RawPeer> {
  const ydoc = new Y.Doc();
  const cards = ydoc.getMap("cards");
  let isDenied = false;
  const provider = new WebsocketProvider(`${serverUrl.replace(/^http/u, "ws")}${syncPath}`, mapId, ydoc, {
    protocols: [subprotocol, `${bearerPrefix}${await tokenFor(serverUrl, mapId, link)}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  provider.messageHandlers[messageType.auth] = () => {
    isDenied = true;
  };
  return {
    cardCount: () => cards.size,
    deleteEveryCard: () => cards.clear(),
    wasDenied: () => isDenied,
    close: () => {
      provider.destroy();
      ydoc.destroy();
    },
  };
}

async function tokenFor(serverUrl: string, mapId: string, link: string): Promise<string> {
  const response = await fetch(new URL(`/api/maps/${mapId}/session`, serverUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ secret: new URL(link).hash.slice(1) }),
  });
  return ((await response.json()) as SessionResponse).token;
}
