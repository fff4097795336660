import {
  type Argument,
  type ArgumentId,
  argumentsFrom,
  argumentsTo,
  byAge,
  bySiblingOrder,
  type Card,
  type CardId,
  type Group,
  type GroupId,
  getAs,
  type MapView,
  type PlainMap,
  type Polarity,
  recordsOf,
  viewOf,
} from "#shared/model/index.ts";
import { joinSpaces } from "../building/index.ts";
import { CardWords } from "./card-words.ts";
import { dataAfter, escapeText, flowOf } from "./escape.ts";
import { stepLabel } from "./labels.ts";
import { schemeWords } from "./step-maker.ts";

/** What stands deeper begins a block of its own; other programs read level by level. */
const maxWrittenDepth = 12;

/**
 * A map as Argdown: cards as statements, grouped by headings, single reasons set in below what they speak to, all other
 * arguments with numbered premises. What only we have stands in the data of statements: docs/spec/formats.md, FA.
 */
export function writeArgdown(map: PlainMap): string {
  return new ArgdownWriter(map).write();
}

class ArgdownWriter {
  readonly #map: PlainMap;
  readonly #view: MapView;
  readonly #words: CardWords;
  readonly #steps = new Map<ArgumentId, string>();
  readonly #written = new Set<CardId>();
  readonly #cardsByGroup = new Map<GroupId | null, Card[]>();
  /** Arguments with numbered premises, by the card that they are about in the end. */
  readonly #stepsByCard = new Map<CardId, Argument[]>();
  /** Cards written since the steps about them were last looked for. */
  #fresh: CardId[] = [];
  #conclusions = 0;

  constructor(map: PlainMap) {
    this.#map = map;
    this.#view = viewOf(map);
    this.#words = new CardWords(map);
    for (const card of recordsOf(map, "card")) addTo(this.#cardsByGroup, this.#groupOf(card), card);
    for (const argument of recordsOf(map, "argument")) {
      if (!this.#isNumbered(argument)) continue;
      this.#steps.set(argument.id, stepLabel(this.#steps.size + 1));
      const about = this.#rootOf(argument);
      if (about) addTo(this.#stepsByCard, about.id, argument);
    }
  }

  write(): string {
    const blocks = [this.#frontMatter(), ...this.#section(null)];
    for (const group of recordsOf(this.#map, "group"))
      blocks.push(headingOf(group), ...this.#section(group.id));
    return `${blocks.join("\n\n")}\n`;
  }

  #frontMatter(): string {
    const sources = recordsOf(this.#map, "source").map(
      ({ title, creator, date, url, note, credibility }) =>
        `  - ${flowOf({
          title,
          creator: creator || undefined,
          date: date || undefined,
          url: url || undefined,
          note: note || undefined,
          credibility: credibility ?? undefined,
        })}`,
    );
    const listed = sources.length > 0 ? ["sources:", ...sources] : [];
    const title = `title: ${flowOf(this.#map.meta.title)}`;
    return ["===", title, "model:", "  removeTagsFromText: true", ...listed, "==="].join("\n");
  }

  /** What stands under one heading, a block each. */
  #section(group: GroupId | null): readonly string[] {
    const cards = this.#cardsByGroup.get(group) ?? [];
    const blocks: string[] = [];
    // What speaks to nothing here comes first; rings open at their oldest card.
    for (const card of [...cards.filter((card) => !this.#speaksWithin(card, group)), ...cards]) {
      if (this.#written.has(card.id)) continue;
      blocks.push(this.#tree(card, 0, "").join("\n"));
      const pending = this.#stepsOfFresh();
      for (let step = pending.pop(); step; step = pending.pop()) {
        blocks.push(...this.#numbered(step, group));
        pending.push(...this.#stepsOfFresh());
      }
    }
    return blocks;
  }

  /** The steps about the cards just written, the last one first. */
  #stepsOfFresh(): Argument[] {
    const steps = this.#fresh.flatMap((id) => this.#stepsByCard.get(id) ?? []);
    this.#fresh = [];
    return steps.reverse();
  }

  /** A card where it first comes up under its heading, and else its name. */
  #mention(card: Card, group: GroupId | null, depth: number, sign: string): readonly string[] {
    const isHere = this.#groupOf(card) === group && depth <= maxWrittenDepth;
    if (isHere && !this.#written.has(card.id)) return this.#tree(card, depth, sign);
    return [`${"  ".repeat(depth)}${sign}${this.#words.reference(card.id)}`];
  }

  /** A card and what is set in below it. */
  #tree(card: Card, depth: number, sign: string): readonly string[] {
    const indent = "  ".repeat(depth);
    this.#written.add(card.id);
    this.#fresh.push(card.id);
    const lines = [
      `${indent}${sign}${this.#words.definition(card, (id) => this.#steps.get(id as ArgumentId))}`,
    ];
    for (const [{ polarity }, premise] of this.#reasonsFor(card)) {
      const mark = polarity === "support" ? "+ " : "- ";
      lines.push(...this.#mention(premise, this.#groupOf(card), depth + 1, mark));
    }
    for (const record of this.#view.referrersOf(card.id)) {
      if (record.type !== "conflict" || record.members[0] !== card.id) continue;
      lines.push(`${indent}  >< ${this.#words.reference(record.members[1])}`);
    }
    return lines;
  }

  /** The single premises for and against a card, as siblings stand, those for it first. */
  #reasonsFor(card: Card): readonly (readonly [Argument, Card])[] {
    const found: (readonly [Argument, Card])[] = [];
    for (const argument of argumentsTo(this.#view, { type: "card", id: card.id })) {
      const premise = this.#steps.has(argument.id) ? undefined : this.#premisesOf(argument)[0];
      if (premise) found.push([argument, premise]);
    }
    return found.sort(
      ([a, one], [b, other]) =>
        Number(a.polarity === "oppose") - Number(b.polarity === "oppose") || bySiblingOrder(one, other),
    );
  }

  /** An argument with its premises by number, and what is said for its step. */
  #numbered(argument: Argument, group: GroupId | null): readonly string[] {
    const label = this.#steps.get(argument.id) ?? "";
    const { note, base, scheme } = argument;
    const gist = joinSpaces(note);
    const data = { note: gist === note ? undefined : note, credence: base ?? undefined };
    const name = `<${label}>${gist === "" ? "" : `: ${escapeText(gist)}`}${dataAfter(data)}`;
    const premises = this.#premisesOf(argument);
    const lines = premises.flatMap((card, index) => this.#mention(card, group, 0, `(${index + 1}) `));
    lines.push(...(scheme === "none" ? ["----"] : ["--", schemeWords(scheme), "--"]));
    const about = this.#plainAbout(argument);
    const told = (polarity: Polarity): readonly string[] =>
      (about.get(polarity) ?? []).flatMap((card) =>
        this.#mention(card, group, 1, polarity === "support" ? "<+ " : "<_ "),
      );
    lines.push(...told("oppose"), ...this.#conclusion(argument, premises.length + 1));
    const backed = told("support");
    return [name, lines.join("\n"), ...(backed.length > 0 ? [[`<${label}>`, ...backed].join("\n")] : [])];
  }

  /** What is concluded; what speaks against something, or about a step, does so by a conclusion of its own. */
  #conclusion({ target, polarity }: Argument, number: number): readonly string[] {
    const isFor = polarity === "support";
    if (target.type === "card" && isFor) return [`(${number}) ${this.#words.reference(target.id)}`];
    const isCard = target.type === "card";
    const aim = isCard ? this.#words.labelOf(target.id) : (this.#steps.get(target.id) ?? "");
    const words = `${isFor ? "For" : "Against"}: ${aim}`;
    this.#conclusions += 1;
    const label = this.#words.freeLabel(`Conclusion ${this.#conclusions}`);
    const relation = isCard ? `-> [${aim}]` : isFor ? `+> <${aim}>` : `_> <${aim}>`;
    return [`(${number}) [${label}]: ${escapeText(words)} {role: conclusion}`, `  ${relation}`];
  }

  /** The single premises for and against a step that say no more than that. */
  #plainAbout(step: Argument): ReadonlyMap<Polarity, readonly Card[]> {
    const found = new Map<Polarity, Card[]>();
    const about = [...argumentsTo(this.#view, { type: "argument", id: step.id })].sort(byAge);
    for (const argument of about) {
      const [premise] = this.#premisesOf(argument);
      if (premise && !this.#steps.has(argument.id)) addTo(found, argument.polarity, premise);
    }
    return found;
  }

  /** Whether more is to be said of an argument than who speaks for or against what. */
  #isNumbered(argument: Argument): boolean {
    const { note, scheme, base } = argument;
    const [first, second] = this.#premisesOf(argument);
    if (!first || !this.#view.has(argument.target.id)) return false;
    if (second || note !== "" || scheme !== "none" || base !== null) return true;
    for (const record of this.#view.referrersOf(argument.id)) if (record.type !== "step") return true;
    return false;
  }

  #premisesOf({ premises }: Argument): readonly Card[] {
    return premises.flatMap((id) => getAs(this.#view, "card", id) ?? []);
  }

  #speaksWithin(card: Card, group: GroupId | null): boolean {
    for (const argument of argumentsFrom(this.#view, card.id)) {
      const about = this.#rootOf(argument);
      if (about && about.id !== card.id && this.#groupOf(about) === group) return true;
    }
    return false;
  }

  #groupOf({ group }: Card): GroupId | null {
    return group !== null && getAs(this.#view, "group", group) ? group : null;
  }

  /** The card that an argument is about in the end. */
  #rootOf(argument: Argument): Card | undefined {
    const seen = new Set<ArgumentId>();
    let at: Argument | undefined = argument;
    while (at && at.target.type === "argument" && !seen.has(at.id)) {
      seen.add(at.id);
      at = getAs(this.#view, "argument", at.target.id);
    }
    return at?.target.type === "card" ? getAs(this.#view, "card", at.target.id) : undefined;
  }
}

function headingOf({ title }: Group): string {
  const words = joinSpaces(title);
  const data = { isGroup: true, title: words === title && words !== "" ? undefined : title };
  return `# ${words === "" ? "Untitled" : escapeText(words)}${dataAfter(data)}`;
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
