import * as s from "#shared/lib/schema.ts";
import type { Thread } from "#shared/talk/index.ts";
import { lastAt } from "./thread-facts.ts";

type Kept = Readonly<{
  /** By thread: when the last comment was made that was seen here. */
  read: Readonly<Record<string, number>>;
  /** Text that was not sent, by where it was written. */
  drafts: Readonly<Record<string, string>>;
}>;

type KeyStore = Pick<Storage, "getItem" | "setItem">;

const maxDrafts = 50;
const nothing: Kept = { read: {}, drafts: {} };

/** What this device keeps of a map's comments: how far they were read, and what was written and not sent. */
export class CommentKeep {
  readonly #storage: KeyStore;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #kept: Kept;

  constructor(storage: KeyStore, mapId: string) {
    this.#storage = storage;
    this.#key = `counterpoint.comments.${mapId}`;
    this.#kept = this.#load();
  }

  /** The same object until something is kept. */
  readonly now = (): Kept => this.#kept;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that these threads were seen; of those that are gone, which `all` no longer names, nothing is kept. */
  markRead(seen: readonly Thread[], all: readonly Thread[]): void {
    if (!seen.some((thread) => lastAt(thread) > this.readAt(thread))) return;
    // Another tab may have read on.
    const { read } = this.#load();
    const known = all.map(({ id }) => [id, Math.max(read[id] ?? 0, this.#kept.read[id] ?? 0)] as const);
    const now = seen.map((thread) => [thread.id, lastAt(thread)] as const);
    this.#keep({ read: Object.fromEntries([...known.filter(([, at]) => at > 0), ...now]) });
  }

  readonly readAt = (thread: Thread): number => this.#kept.read[thread.id] ?? 0;

  draft(place: string): string {
    return this.#kept.drafts[place] ?? "";
  }

  /** Keeps a text until it is sent; an empty one is let go of, and so are those longest untouched. */
  keepDraft(place: string, text: string): void {
    const others = Object.entries(this.#kept.drafts).filter(([known]) => known !== place);
    const drafts = text === "" ? others : [...others, [place, text] as const].slice(-maxDrafts);
    this.#keep({ drafts: Object.fromEntries(drafts) });
  }

  #keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#storage.setItem(this.#key, JSON.stringify(this.#kept));
    for (const listener of this.#listeners) listener();
  }

  #load(): Kept {
    try {
      const read = keptSchema.safeParse(JSON.parse(this.#storage.getItem(this.#key) ?? "null"));
      return read.success ? read.data : nothing;
    } catch {
      return nothing; // what is no JSON was not written by us
    }
  }
}

function recordOf<T>(holds: (value: unknown) => boolean): s.Schema<Readonly<Record<string, T>>> {
  return s.custom(
    (value) => typeof value === "object" && value !== null && Object.values(value).every(holds),
  );
}

const keptSchema: s.Schema<Kept> = s.object<Kept>({
  read: s.withFallback(
    recordOf<number>((value) => typeof value === "number"),
    {},
  ),
  drafts: s.withFallback(
    recordOf<string>((value) => typeof value === "string"),
    {},
  ),
});
