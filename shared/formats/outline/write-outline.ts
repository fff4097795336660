import {
  type Argument,
  type Card,
  type CardId,
  getAs,
  type MapRecord,
  type MapView,
  type PlainMap,
  recordsOf,
  viewOf,
} from "#shared/model/index.ts";
import { inTreeOrder, mentionsInOrder } from "../tree-order.ts";
import { plainWords, readsAlone, type WrittenWords } from "./item-words.ts";

/** Cards deeper than this begin a tree of their own, so that steps about steps have room below. */
const maxWrittenDepth = 40;
const columnsPerLevel = 2;

type Sign = "*" | "+" | "-";
type Cue = "" | "& " | "undercut: " | "backing: ";
/** One card as it is written in one place, or named there once it stands elsewhere. */
export type OutlineLine = Readonly<{
  card: Card;
  depth: number;
  /** For or against what it stands under, or neither. */
  sign: Sign;
  /** How it speaks where a sign is not enough. */
  cue: Cue;
  words: readonly string[];
  /** Names a card that is written elsewhere. */
  isReference: boolean;
}>;
/** Something still to be written; the last one is next. */
type Task = Readonly<{
  card: Card;
  depth: number;
  sign: Sign;
  cue: Cue;
  /** The argument that this line ends: what is said about that step stands below it. */
  step: Argument | null;
}>;

/**
 * The cards and arguments of a map as an indented list that any program shows and `readOutline` reads back. What it
 * cannot carry: docs/spec/outline.md, O15. The same map gives the same text.
 */
export function writeOutline(map: PlainMap): string {
  const lines = outlineLines(map, plainWords);
  const [card, ...others] = recordsOf(map, "card");
  if (card && others.length === 0) {
    const words = [card.text, lines[0]?.words.join("\n") ?? ""].find((some) => readsAlone(some, card));
    if (words !== undefined) return `${words}\n`;
  }
  const hasPlus = lines.some(({ sign }) => sign === "+");
  return lines.map((line) => textOf(line, hasPlus)).join("");
}

/** The cards of a map as a tree, line by line, each once in words and elsewhere by name. */
export function outlineLines(map: PlainMap, words: WrittenWords): readonly OutlineLine[] {
  return new OutlineWriter(map, words).lines();
}

function textOf({ depth, sign, words, cue }: OutlineLine, hasPlus: boolean): string {
  const indent = " ".repeat(depth * columnsPerLevel);
  const [first = "", ...others] = words;
  // Without a plus anywhere a minus would be read as a bullet.
  const said = cue === "" && sign === "-" && !hasPlus ? "con: " : cue;
  const rest = others.map((line) => (line === "" ? "\n" : `${indent}  ${line}\n`));
  return `${indent}${sign} ${said}${first}\n${rest.join("")}`;
}

class OutlineWriter {
  readonly #map: PlainMap;
  readonly #view: MapView;
  readonly #written = new Set<CardId>();
  readonly #lines: OutlineLine[] = [];
  readonly #tasks: Task[] = [];

  readonly #words: WrittenWords;

  constructor(map: PlainMap, words: WrittenWords) {
    this.#map = map;
    this.#words = words;
    this.#view = viewOf(map);
  }

  lines(): readonly OutlineLine[] {
    for (const card of inTreeOrder(recordsOf(this.#map, "card"), this.#view)) this.#writeTree(card);
    return this.#lines;
  }

  #writeTree(root: Card): void {
    if (this.#written.has(root.id)) return;
    this.#tasks.push({ card: root, depth: 0, sign: "*", cue: "", step: null });
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) this.#write(task);
  }

  #write({ card, depth, sign, cue, step }: Task): void {
    const isReference = this.#written.has(card.id) || (depth >= maxWrittenDepth && this.#hasMore(card));
    const children: Task[] = [];
    if (isReference) {
      if (card.kind === "question" && this.#written.has(card.id)) return;
      this.#lines.push({ card, depth, sign, cue, words: [this.#words.name(card)], isReference });
    } else {
      this.#written.add(card.id);
      children.push(...this.#childrenOf(card, depth + 1));
      const sources = card.citations.flatMap(({ source }) => getAs(this.#view, "source", source) ?? []);
      const words = this.#words.say(card, sources, children.length > 0);
      this.#lines.push({ card, depth, sign, cue, words, isReference });
    }
    if (step) children.push(...this.#about(step, depth + 1));
    this.#tasks.push(...children.reverse());
  }

  #hasMore(card: Card): boolean {
    return this.#childrenOf(card, 0).length > 0;
  }

  /** What stands below a card: answers and parts of a question; reasons, objections and questions about a claim. */
  #childrenOf(card: Card, depth: number): readonly Task[] {
    const mentions = mentionsInOrder(this.#view, card.id);
    const plain = (child: Card): Task => ({ card: child, depth, sign: "*", cue: "", step: null });
    const cards = mentions.filter((record) => record.type === "card");
    if (card.kind === "question") {
      const answers = cards.filter(({ answers }) => answers.includes(card.id));
      const parts = cards.filter(({ parent }) => parent === card.id);
      return [...answers, ...parts].map(plain);
    }
    const steps = mentions.filter((record) => record.type === "argument" && record.target.id === card.id);
    const raised = cards.filter(({ parent, raisedBy }) => parent === null && raisedBy?.id === card.id);
    return [...this.#stepTasks(steps, depth, ""), ...raised.map(plain)];
  }

  #about(step: Argument, depth: number): readonly Task[] {
    const mentions = mentionsInOrder(this.#view, step.id);
    const steps = mentions.filter((record) => record.type === "argument" && record.target.id === step.id);
    const raised = mentions.flatMap((record): readonly Task[] =>
      record.type === "card" && record.parent === null
        ? [{ card: record, depth, sign: "*", cue: "undercut: ", step: null }]
        : [],
    );
    return [...this.#stepTasks(steps, depth, "step"), ...raised];
  }

  /** Reasons, then objections; those of several premises first, so that a line of one of them is not taken for both. */
  #stepTasks(records: readonly MapRecord[], depth: number, about: "step" | ""): readonly Task[] {
    const steps = records.filter((record) => record.type === "argument");
    const ordered = (["support", "oppose"] as const).flatMap((polarity) => {
      const some = steps.filter((step) => step.polarity === polarity);
      return [...some.filter(isLinked), ...some.filter((step) => !isLinked(step))];
    });
    return ordered.flatMap((step) => this.#premiseTasks(step, depth, about));
  }

  #premiseTasks(step: Argument, depth: number, about: "step" | ""): readonly Task[] {
    const premises = step.premises.flatMap((id) => getAs(this.#view, "card", id) ?? []);
    const isFor = step.polarity === "support";
    return premises.map((card, index) => ({
      card,
      depth,
      sign: isFor ? "+" : "-",
      cue: index > 0 ? "& " : about === "" ? "" : isFor ? "backing: " : "undercut: ",
      step: index === premises.length - 1 ? step : null,
    }));
  }
}

function isLinked({ premises }: Argument): boolean {
  return premises.length > 1;
}
