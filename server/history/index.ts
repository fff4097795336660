/** Versions of maps: when they are kept, how long, and how one is brought back. */
export { HistoryWatch } from "./history-watch.ts";
export { MapHistory } from "./map-history.ts";
export type { HistoryStore, StoredVersion } from "./ports.ts";
