import * as s from "#shared/lib/schema.ts";
import type { AudienceApi } from "../../api/audience-api.ts";

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A code by which a phone becomes a remote, and for which talk it was made. */
type Made = Readonly<{ talk: string; code: string; url: string }>;
const madeSchema: s.Schema<Made> = s.object<Made>({ talk: s.string(), code: s.string(), url: s.string() });

/**
 * The one code of this window by which phones become remotes: it serves however often it is asked for, also once the window is loaded
 * anew, and ends when another is made or the talk is left. Phones that came by it stay remotes.
 */
export class RemoteCode {
  readonly #audience: Pick<AudienceApi, "makeJoinCode" | "endJoinCode">;
  readonly #kept: Kept;
  readonly #key: string;
  #making: Readonly<{ talk: string; address: Promise<string | null> }> | null = null;

  /** `owner` tells the window from another that began with a copy of its storage. */
  constructor(audience: Pick<AudienceApi, "makeJoinCode" | "endJoinCode">, owner: string, kept: Kept) {
    this.#audience = audience;
    this.#kept = kept;
    this.#key = `counterpoint.remote.${owner}`;
  }

  /** Where a phone becomes a remote of the talk; null where the server makes no code. */
  async addressFor(talk: string): Promise<string | null> {
    const known = this.#read();
    if (known?.talk === talk) return known.url;
    if (this.#making?.talk === talk) return this.#making.address;
    const making = { talk, address: this.#make(talk) };
    this.#making = making;
    const address = await making.address;
    if (this.#making === making) this.#making = null;
    return address;
  }

  /** Nobody comes by it any more. */
  end(): void {
    const known = this.#read();
    if (!known) return;
    this.#kept.removeItem(this.#key);
    void this.#audience.endJoinCode(known.code);
  }

  async #make(talk: string): Promise<string | null> {
    this.end();
    const made = await this.#audience.makeJoinCode("remote");
    if (!made.ok) return null;
    const { code, url } = made.value;
    this.#kept.setItem(this.#key, JSON.stringify({ talk, code, url }));
    return url;
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
