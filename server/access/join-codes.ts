import { randomInt } from "node:crypto";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { JoinCodeUse } from "#shared/protocol/audience.ts";
import { joinCodeAlphabet, joinCodeChars, readJoinCode } from "#shared/protocol/join-code.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { Access, OpenedSession } from "./access.ts";
import type { CodeStore, StoredCode, StoredMap } from "./ports.ts";
import { createSecret, hashSecret } from "./secrets.ts";

/** The right that each gives, which is that of a link: it ends with that link's present secret, too. */
const linkFor: Readonly<Record<JoinCodeUse, LinkName>> = { audience: "view", remote: "edit" };

/** Of so few codes two in a row are hardly ever taken. */
const mostTries = 10;

/** Codes by which people join a talk for as long as it may take: short ones to look on, long ones to steer. */
export class JoinCodes {
  readonly #store: CodeStore;
  readonly #access: Access;
  readonly #now: () => number;

  constructor(store: CodeStore, access: Access, now: () => number) {
    this.#store = store;
    this.#access = access;
    this.#now = now;
  }

  /** A new code, told this once. `endsAt` is when the right of who makes it ends: no code outlives that. */
  async make(
    map: StoredMap,
    use: JoinCodeUse,
    endsAt: number = Number.POSITIVE_INFINITY,
  ): Promise<Readonly<{ code: string; expiresAt: number }>> {
    const link = linkFor[use];
    const generation = map.links.find((stored) => stored.link === link)?.generation;
    if (generation === undefined) throw new Error(`The map has no link "${link}".`);
    const expiresAt = Math.min(this.#now() + limits.joinCodeMs, endsAt);
    for (let tries = 0; tries < mostTries; tries++) {
      const code = use === "remote" ? createSecret() : shortCode();
      const stored = { hash: hashSecret(code), map: map.id, use, grant: { link, generation }, expiresAt };
      if (await this.#store.add(stored, limits.maxJoinCodesPerMap)) return { code, expiresAt };
    }
    throw new Error("No join code was free.");
  }

  /** The code that was typed, if there is one that has not ended. */
  async find(typed: string): Promise<StoredCode | undefined> {
    const code = readJoinCode(typed);
    const stored = code === undefined ? undefined : await this.#store.find(hashSecret(code));
    return stored !== undefined && stored.expiresAt > this.#now() ? stored : undefined;
  }

  /** Opens the map of a code; fails where its map or its link is gone, as if there were no such code. */
  async open(
    { map, grant, expiresAt }: StoredCode,
    deviceToken: string | undefined,
  ): Promise<Result<OpenedSession, "wrong-code">> {
    const opened = await this.#access.openByCode(map, { ...grant, endsAt: expiresAt }, deviceToken);
    return opened.ok ? ok(opened.value) : err("wrong-code");
  }

  /** Ends a code: who came by it stays, nobody else comes. */
  async end(map: MapId, typed: string): Promise<void> {
    const code = readJoinCode(typed);
    if (code !== undefined) await this.#store.remove(map, hashSecret(code));
  }

  /** The same of all codes of a map, or of all of one use. */
  endAll(map: MapId, use?: JoinCodeUse): Promise<void> {
    return this.#store.removeAll(map, use);
  }

  async forgetEnded(): Promise<void> {
    await this.#store.forgetEnded(this.#now());
  }
}

function shortCode(): string {
  const letters = Array.from({ length: joinCodeChars }, () =>
    joinCodeAlphabet.charAt(randomInt(joinCodeAlphabet.length)),
  );
  return letters.join("");
}
