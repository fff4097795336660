import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { AccessStore, CodeStore, StoredCode } from "../../access/ports.ts";

/** Join codes, as long as the process lives. */
export class MemoryCodeStore implements CodeStore {
  readonly #access: Pick<AccessStore, "findMap">;
  readonly #codes = new Map<string, StoredCode>();

  constructor(access: Pick<AccessStore, "findMap">) {
    this.#access = access;
  }

  add(code: StoredCode, most: number): Promise<boolean> {
    if (this.#codes.has(code.hash)) return Promise.resolve(false);
    const others = this.#of(code.map)
      .filter(({ use }) => use === code.use)
      .sort((a, b) => b.expiresAt - a.expiresAt);
    for (const { hash } of others.slice(most - 1)) this.#codes.delete(hash);
    this.#codes.set(code.hash, code);
    return Promise.resolve(true);
  }

  /** Databases let go of a code together with its map; here it is looked up. */
  async find(hash: string): Promise<StoredCode | undefined> {
    const code = this.#codes.get(hash);
    return code && (await this.#access.findMap(code.map)) && code;
  }

  remove(map: MapId, hash: string): Promise<void> {
    if (this.#codes.get(hash)?.map === map) this.#codes.delete(hash);
    return Promise.resolve();
  }

  removeAll(map: MapId, use?: JoinCodeUse): Promise<void> {
    for (const code of this.#of(map)) if (code.use === (use ?? code.use)) this.#codes.delete(code.hash);
    return Promise.resolve();
  }

  forgetEnded(now: number): Promise<void> {
    for (const { hash, expiresAt } of this.#codes.values()) if (expiresAt < now) this.#codes.delete(hash);
    return Promise.resolve();
  }

  #of(map: MapId): StoredCode[] {
    return [...this.#codes.values()].filter((code) => code.map === map);
  }
}
