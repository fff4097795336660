import * as s from "#shared/lib/schema.ts";
import type { AudienceApi } from "../../api/audience-api.ts";

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;
type Calls = Pick<AudienceApi, "makeJoinCode" | "endJoinCode">;

/** A code by which a phone becomes a remote, and for which talk it was made: for none any more once it is to end. */
type Made = Readonly<{ talk: string | null; code: string; url: string; expiresAt: number }>;
const madeSchema: s.Schema<Made> = s.object<Made>({
  talk: s.nullable(s.string()),
  code: s.string(),
  url: s.string(),
  expiresAt: s.number(),
});

/**
 * The one code of this window by which phones become remotes: it serves however often it is asked for, also once the window is loaded
 * anew, and ends when another is made or the talk is left. Phones that came by it stay remotes.
 */
export class RemoteCode {
  readonly #audience: Calls;
  readonly #kept: Kept;
  readonly #key: string;
  /** The server's time. */
  readonly #now: () => number;
  #making: Readonly<{ talk: string; address: Promise<string | null> }> | null = null;
  /** Raised with whatever makes a code that is on its way one too many. */
  #turn = 0;

  /** `owner` tells the window from another that began with a copy of its storage. */
  constructor(audience: Calls, owner: string, kept: Kept, now: () => number) {
    this.#audience = audience;
    this.#kept = kept;
    this.#key = `counterpoint.remote.${owner}`;
    this.#now = now;
  }

  /** Where a phone becomes a remote of the talk; null where the server makes no code. */
  async addressFor(talk: string): Promise<string | null> {
    const known = this.#read();
    if (known?.talk === talk && known.expiresAt > this.#now()) return known.url;
    if (this.#making?.talk === talk) return this.#making.address;
    const making = { talk, address: this.#make(talk) };
    this.#making = making;
    const address = await making.address;
    if (this.#making === making) this.#making = null;
    return address;
  }

  /** The same by a new code, in place of one that got away or was ended elsewhere. */
  another(talk: string): Promise<string | null> {
    this.#withdraw();
    this.#making = null;
    return this.addressFor(talk);
  }

  /** Nobody comes by it any more, nor by one that is on its way. */
  async end(): Promise<void> {
    this.#turn += 1;
    this.#making = null;
    await this.#endKept();
  }

  async #make(talk: string): Promise<string | null> {
    this.#turn += 1;
    const turn = this.#turn;
    // One that could not be ended is not to be forgotten for another.
    if (!(await this.#endKept()) || turn !== this.#turn) return null;
    const made = await this.#audience.makeJoinCode("remote");
    if (!made.ok) return null;
    const { code, url, expiresAt } = made.value;
    if (turn !== this.#turn) {
      void this.#audience.endJoinCode(code);
      return null;
    }
    this.#keep({ talk, code, url, expiresAt });
    return url;
  }

  /** Shown to nobody from now on, and kept in mind until the server has ended it. */
  #withdraw(): Made | null {
    const known = this.#read();
    if (known) this.#keep({ ...known, talk: null });
    return known;
  }

  /** Whether there is none any more. */
  async #endKept(): Promise<boolean> {
    const known = this.#withdraw();
    if (!known) return true;
    const ended = await this.#audience.endJoinCode(known.code);
    if (ended.ok && this.#read()?.code === known.code) this.#kept.removeItem(this.#key);
    return ended.ok;
  }

  #keep(made: Made): void {
    this.#kept.setItem(this.#key, JSON.stringify(made));
  }

  #read(): Made | null {
    const kept = this.#kept.getItem(this.#key);
    try {
      const read = madeSchema.safeParse(JSON.parse(kept ?? "null"));
      return read.success ? read.data : null;
    } catch {
      return null; // written by something else
    }
  }
}
