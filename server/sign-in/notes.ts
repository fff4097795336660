import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

/** Somebody with an account. `id` is the same whenever they come, and says nothing of who they are. */
export type Person = Readonly<{ id: string; name: string }>;

/** A way to the provider that somebody has set out on. */
export type Attempt = Readonly<{ state: string; nonce: string; verifier: string; returnTo: string }>;

type Kind = "person" | "attempt";

const personNote: z.ZodType<Person> = z.object({ id: z.string(), name: z.string() });
const attemptNote: z.ZodType<Attempt> = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
const envelope = z.object({ kind: z.string(), expiresAt: z.number(), note: z.unknown() });

/**
 * Notes that a browser keeps for the server in its cookies: it can read them but not write any. Every process that has
 * the key takes them, so that no process needs to remember who has signed in.
 */
export class Notes {
  readonly #key: string;
  readonly #now: () => number;

  constructor(key: string, now: () => number) {
    this.#key = createHmac("sha256", key).update("counterpoint sign-in").digest("base64url");
    this.#now = now;
  }

  writePerson(note: Person, expiresAt: number): string {
    return this.#write("person", note, expiresAt);
  }

  readPerson(text: string | undefined): Person | undefined {
    return this.#read("person", personNote, text);
  }

  writeAttempt(note: Attempt, expiresAt: number): string {
    return this.#write("attempt", note, expiresAt);
  }

  readAttempt(text: string | undefined): Attempt | undefined {
    return this.#read("attempt", attemptNote, text);
  }

  #write(kind: Kind, note: unknown, expiresAt: number): string {
    const body = Buffer.from(JSON.stringify({ kind, expiresAt, note })).toString("base64url");
    return `${body}.${this.#signatureOf(body).toString("base64url")}`;
  }

  #read<T>(kind: Kind, schema: z.ZodType<T>, text: string | undefined): T | undefined {
    const [body = "", signature = ""] = text?.split(".", 2) ?? [];
    const given = Buffer.from(signature, "base64url");
    const right = this.#signatureOf(body);
    if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return undefined;
    const {
      kind: written,
      expiresAt,
      note,
    } = envelope.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
    return written === kind && expiresAt > this.#now() ? schema.parse(note) : undefined;
  }

  #signatureOf(body: string): Buffer {
    return createHmac("sha256", this.#key).update(body).digest();
  }
}
