import type { MapId } from "#shared/protocol/rooms.ts";
import type { HistoryStore, StoredVersion } from "../../history/ports.ts";

type Row = Readonly<{ version: StoredVersion; content: Uint8Array }>;

/** Versions of maps that live as long as the process. */
export class MemoryHistoryStore implements HistoryStore {
  readonly #rows = new Map<MapId, readonly Row[]>();

  add(map: MapId, version: StoredVersion, content: Uint8Array, unlessSince?: number): Promise<boolean> {
    const rows = this.#of(map);
    const isLate = rows.some(
      ({ version: { kind, at } }) => kind === "automatic" && unlessSince !== undefined && at >= unlessSince,
    );
    if (!isLate) this.#rows.set(map, [...rows, { version, content: content.slice() }]);
    return Promise.resolve(!isLate);
  }

  list(map: MapId): Promise<readonly StoredVersion[]> {
    const versions = this.#of(map).map(({ version }) => version);
    return Promise.resolve(
      versions.sort((a, b) => b.at - a.at || b.sequence - a.sequence || (a.id < b.id ? -1 : 1)),
    );
  }

  read(map: MapId, id: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#of(map).find(({ version }) => version.id === id)?.content);
  }

  remove(map: MapId, ids: readonly string[]): Promise<void> {
    this.#keep(map, ({ id }) => !ids.includes(id));
    return Promise.resolve();
  }

  forgetBefore(before: number): Promise<void> {
    for (const map of this.#rows.keys()) this.#keep(map, ({ at, kind }) => at >= before || kind === "named");
    return Promise.resolve();
  }

  removeAll(map: MapId): Promise<void> {
    this.#rows.delete(map);
    return Promise.resolve();
  }

  #of(map: MapId): readonly Row[] {
    return this.#rows.get(map) ?? [];
  }

  #keep(map: MapId, isKept: (version: StoredVersion) => boolean): void {
    this.#rows.set(
      map,
      this.#of(map).filter(({ version }) => isKept(version)),
    );
  }
}
