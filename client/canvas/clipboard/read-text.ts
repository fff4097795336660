import { readOutline } from "#shared/formats/outline/index.ts";
import type { Card, CreateId, Point } from "#shared/model/index.ts";
import { packPlainMap, unpackPlainMap } from "../packed-map.ts";
import { type Block, blockOf, blockUnder } from "./paste-place.ts";

/** A text to be read, by whom and when, and the card to which a list in it speaks. */
export type TextToRead = Readonly<{ text: string; now: number; author: string; under: Card | null }>;

/** What a text came to: a fault, or cards with places among themselves. */
export type TextRead = Readonly<{ fault: string | null; block: Block }>;

/** Reads a text as cards and lays them out. Takes some seconds of the largest, so those are for a worker. */
export function readText({ text, now, author, under }: TextToRead, createId: CreateId): TextRead {
  const options = { createId, now, author };
  const reading = readOutline(text, options);
  const isBelow = under !== null && reading.isList;
  const { map, diagnostics } = isBelow ? readOutline(text, { ...options, under }) : reading;
  const fault = diagnostics.find(({ severity }) => severity === "error")?.code ?? null;
  return { fault, block: isBelow ? blockUnder(map, under) : blockOf(map) };
}

type Packed = Readonly<{
  fault: string | null;
  map: string;
  bounds: Block["bounds"];
  target: Point | null;
}>;

/** As one text, for the page's thread. */
export function packText({ fault, block: { map, bounds, target } }: TextRead): string {
  const packed: Packed = { fault, map: packPlainMap(map), bounds, target };
  return JSON.stringify(packed);
}

/** Reads what `packText` wrote. */
export function unpackText(text: string): TextRead {
  const { fault, map, bounds, target }: Packed = JSON.parse(text);
  return { fault, block: { map: unpackPlainMap(map), bounds, target } };
}
