import { syncPath } from "#shared/protocol/rooms.ts";

/** Where this page's server speaks of rooms, without the room. */
export function syncUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}${syncPath}`;
}
