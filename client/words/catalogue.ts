import type { en } from "./en/index.ts";

export type WordId = keyof typeof en;

/** All messages of a language. */
export type Catalogue = Readonly<Record<WordId, string>>;

/** An area in another language: the ids of the English one, no fewer and no more. */
export type InWords<English> = Readonly<Record<keyof English, string>>;
