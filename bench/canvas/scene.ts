/** The scene that every program shows: the same cards at the same places, the same links. Runs in Node and in pages. */

export type SceneCard = Readonly<{ id: string; text: string; x: number; y: number; height: number }>;
export type SceneLink = Readonly<{ id: string; from: string; to: string; supports: boolean }>;
export type Scene = Readonly<{
  cards: readonly SceneCard[];
  links: readonly SceneLink[];
  width: number;
  height: number;
}>;

/** As wide as a claim of ours, so that all programs lay the same text into the same room. */
export const cardWidth = 248;
const pitch = { x: 300, y: 224 } as const;
/** Height of a layer of cards against its width, so that a map fits a screen. */
const aspect = 1.6;
const linksPerCard = 1.3;
const textChars = 120;
const seed = 20_26;

const words =
  "open models help more people check what they do while closed ones earn back their cost and we do not yet know which of both makes harm less likely over ten years".split(
    " ",
  );

/** Layers of cards; each but the first argues for or against cards of the layers above it, mostly near ones. */
export function makeScene(count: number): Scene {
  const random = generator(seed + count);
  const columns = Math.max(1, Math.round(Math.sqrt((count * aspect * pitch.y) / pitch.x)));
  const cards = Array.from({ length: count }, (_, index): SceneCard => {
    const text = sentence(random, index);
    const jitter = Math.round(random() * 24);
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return {
      id: `card-${index}`,
      text,
      x: column * pitch.x + jitter,
      y: row * pitch.y + jitter,
      height: 148,
    };
  });
  const rows = Math.ceil(count / columns);
  return {
    cards,
    links: makeLinks(count, columns, random),
    width: columns * pitch.x,
    height: rows * pitch.y,
  };
}

function makeLinks(count: number, columns: number, random: () => number): readonly SceneLink[] {
  const links: SceneLink[] = [];
  const known = new Set<string>();
  const add = (from: number, to: number): void => {
    const key = `${from} ${to}`;
    if (to < 0 || to >= from || known.has(key)) return;
    known.add(key);
    links.push({
      id: `link-${links.length}`,
      from: `card-${from}`,
      to: `card-${to}`,
      supports: random() < 0.6,
    });
  };
  const target = (from: number, layers: number, reach: number): number => {
    const column = (from % columns) + Math.round((random() * 2 - 1) * reach);
    const row = Math.floor(from / columns) - layers;
    return row < 0 ? -1 : row * columns + Math.max(0, Math.min(columns - 1, column));
  };
  for (let from = columns; from < count; from++) add(from, target(from, 1, 2));
  // The rest reach further; where one stands already, another is drawn.
  while (links.length < Math.round(count * linksPerCard)) {
    const from = columns + Math.floor(random() * (count - columns));
    add(from, target(from, 1 + Math.floor(random() * 3), 6));
  }
  return links;
}

function sentence(random: () => number, index: number): string {
  let text = `Claim ${index}:`;
  while (text.length < textChars) text += ` ${words[Math.floor(random() * words.length)]}`;
  return text.slice(0, textChars).trimEnd();
}

/** mulberry32: small, and the same everywhere. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
