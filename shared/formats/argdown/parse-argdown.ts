import { modelLimits } from "#shared/model/index.ts";
import { cleanText, type Findings, placesIn, type Where } from "../building/index.ts";
import {
  type ArgdownModel,
  type Inference,
  type Relation,
  settledRelations,
  type Thing,
} from "./argdown-model.ts";
import { readContent } from "./content.ts";
import { isDefinition, isSpace, readHead } from "./head.ts";
import { closingHyphensAt, isSilent, lineEndAt, lineMarkAt } from "./line-marks.ts";
import { type MaskedText, maskText, withoutMarks } from "./masked-text.ts";
import { PremiseList } from "./premise-list.ts";
import type { RelationMark } from "./relation-mark.ts";
import { SectionList } from "./section-list.ts";
import { ThingTable } from "./thing-table.ts";
import { readMapping, type Yaml } from "./yaml.ts";

/** What a text came to, and where in it a place is. */
export type ParsedArgdown = Readonly<{ model: ArgdownModel; whereOf: (at: number) => Where }>;

/** Reads an Argdown text in its own terms. Never throws; O(length). */
export function parseArgdown(file: string, findings: Findings): ParsedArgdown {
  const text = withoutMarks(cleanText(file));
  const whereOf = placesIn(text);
  return { model: new Parser(text, findings, whereOf).parse(), whereOf };
}

const frontMatter = /^\s*={3,}[ \t]*\n(?:([\s\S]*?)\n)?={3,}[ \t]*(?=\n|$)/;

/** Relations may be told more than once. */
const maxRelations = 4 * modelLimits.maxRecords;

/** What relations that are set in deeper are told of. */
type Level = Readonly<{ indent: number; thing: Thing; inference: Inference | null }>;

/** Something that is being read, up to where the next begins. */
type Open = {
  readonly thing: Thing | null;
  readonly isReference: boolean;
  readonly start: number;
  end: number;
};

class Parser {
  readonly #findings: Findings;
  readonly #whereOf: (at: number) => Where;
  readonly #masked: MaskedText;
  readonly #text: string;
  readonly #front: ReadonlyMap<string, Yaml>;
  readonly #things = new ThingTable();
  readonly #relations: Relation[] = [];
  readonly #sections = new SectionList();
  /** The number signs of the heading that is being read. */
  #headingLevel = 0;
  #open: Open | null = null;
  #levels: Level[] = [];
  #isList = false;
  #premises: PremiseList | null = null;
  /** The argument that the block before was about. */
  #argumentBefore: Thing | null = null;
  #at: number;

  constructor(text: string, findings: Findings, whereOf: (at: number) => Where) {
    this.#findings = findings;
    this.#whereOf = whereOf;
    const [whole, yaml = ""] = frontMatter.exec(text) ?? [];
    this.#front = whole === undefined ? new Map() : readMapping(yaml);
    this.#at = whole?.length ?? 0;
    this.#masked = maskText(text, this.#at);
    this.#text = this.#masked.text;
  }

  parse(): ArgdownModel {
    while (this.#at < this.#text.length && !this.#isTooMuch()) {
      const start = this.#at;
      const end = lineEndAt(this.#text, start);
      // What is read may go on over several lines.
      this.#at = end + 1;
      this.#line(start, end);
    }
    this.#endBlock();
    const model = this.#front.get("model");
    const isStrict = model instanceof Map && model.get("mode") === "strict";
    if (model instanceof Map && model.get("explodeArguments") === true) {
      const message = "The file says that arguments are to be taken apart; they are read whole.";
      this.#findings.remark("ARGUMENTS_WHOLE", message, { line: 1, column: 1 });
    }
    return {
      frontMatter: this.#front,
      statements: this.#things.statements,
      arguments: this.#things.arguments,
      relations: settledRelations(this.#relations, isStrict),
      sections: this.#sections.all,
      tags: this.#things.tags,
    };
  }

  /** More than a map holds is not kept until the end: a file may be a million lines of nothing. */
  #isTooMuch(): boolean {
    const { statements, arguments: all } = this.#things;
    const count = statements.size + all.size + this.#sections.all.length;
    if (count <= modelLimits.maxRecords && this.#relations.length <= maxRelations) return false;
    const message = `A map holds ${modelLimits.maxRecords} things; this file has more. Take it in parts.`;
    this.#findings.fail("TOO_LARGE", message, this.#whereOf(this.#at));
    return true;
  }

  #line(start: number, end: number): void {
    let at = start;
    while (at < end && isSpace(this.#text.charAt(at))) at += 1;
    if (at === end) {
      this.#endBlock();
      return;
    }
    const mark = lineMarkAt(this.#text, at);
    switch (mark?.kind) {
      case "heading":
        this.#heading(mark.level, at, end);
        break;
      case "number":
        this.#numbered(mark.number, at, mark.end, end);
        break;
      case "inference":
        this.#inference(mark.hyphens, at);
        break;
      case "relation":
        this.#relation(mark.relation, at - start, at, end);
        break;
      case "item":
        // In the middle of a text the same signs are words.
        if (this.#open && !this.#isList) this.#plain(at, end);
        else this.#item(at - start, mark.end, end);
        break;
      case undefined:
        this.#plain(at, end);
    }
  }

  #heading(level: number, at: number, end: number): void {
    if (this.#open) this.#warn("BLANK_LINE_MISSING", "A heading needs an empty line before it.", at);
    this.#endBlock();
    this.#headingLevel = level;
    this.#open = { thing: null, isReference: false, start: at + level, end };
  }

  /** A premise or a conclusion, which begins at `from`. */
  #numbered(number: number, at: number, from: number, end: number): void {
    const argument = this.#argumentAbove();
    this.#close();
    this.#premises ??= this.#premisesOf(argument, at);
    const thing = this.#begin(from, end) ?? this.#things.of("statement", null, at);
    const { inference, relations } = this.#premises.add(number, thing);
    this.#relations.push(...relations);
    this.#levels = [{ indent: -1, thing, inference }];
  }

  /** The argument that numbered lines here are the premises of. */
  #argumentAbove(): Thing | null {
    const [level] = this.#levels;
    if (!level) return this.#argumentBefore;
    return level.thing.kind === "argument" ? level.thing : null;
  }

  #premisesOf(above: Thing | null, at: number): PremiseList {
    if (above && above.inferences.length > 0) {
      const message = `<${above.title}> has premises already; these are read as another argument.`;
      this.#warn("SECOND_PREMISES", message, at);
    }
    const isFree = above && above.inferences.length === 0;
    const argument = isFree ? above : this.#things.of("argument", null, at);
    argument.section ??= this.#sections.current;
    return new PremiseList(argument);
  }

  /** A line of hyphens, or two with the rules of inference between them. */
  #inference(hyphens: number, at: number): void {
    this.#close();
    const premises = this.#premises;
    if (!premises) {
      this.#warn("STRAY_LINE", "A line of hyphens belongs between premises and a conclusion.", at);
      this.#endBlock();
      return;
    }
    const from = at + hyphens;
    const close = hyphens < 4 ? closingHyphensAt(this.#text, from, hyphens) : undefined;
    if (close === undefined && hyphens < 4) {
      this.#warn("SHORT_INFERENCE", "A line of inference has four hyphens or more.", at);
    }
    const { text, data } = readContent(this.#masked, from, close ?? from);
    premises.infer(text, data, at);
    if (close !== undefined) this.#at = lineEndAt(this.#text, close) + 1;
    this.#levels = [{ indent: -1, thing: premises.argument, inference: null }];
  }

  #relation(mark: RelationMark, indent: number, at: number, end: number): void {
    if (!this.#levels[0] && !this.#open) {
      this.#warn("NO_PARENT", "This speaks to nothing: there is an empty line above it.", at);
      this.#begin(mark.end, end);
      return;
    }
    this.#close();
    while (this.#levels.length > 1 && (this.#levels.at(-1)?.indent ?? -1) >= indent) this.#levels.pop();
    const parent = this.#levels.at(-1);
    const thing = this.#begin(mark.end, end);
    if (!parent) return;
    if (!thing) {
      this.#warn("EMPTY", "Nothing stands behind this sign.", at);
      return;
    }
    this.#levels.push({ indent, thing, inference: null });
    this.#tell(mark, parent, thing, at);
  }

  #tell({ type, isFromParent }: RelationMark, parent: Level, thing: Thing, at: number): void {
    const isAboutStep = type === "undercut" && !isFromParent;
    if (isFromParent) this.#relations.push({ type, from: parent.thing, to: thing, at });
    else if (isAboutStep && this.#premises?.isOpen && parent.thing === this.#premises.argument) {
      this.#premises.undercut(thing, at);
    } else {
      const to = isAboutStep ? (parent.inference ?? parent.thing) : parent.thing;
      this.#relations.push({ type, from: thing, to, at });
    }
  }

  /** An item of a list, which begins at `from`. */
  #item(indent: number, from: number, end: number): void {
    this.#close();
    this.#isList = true;
    const thing = this.#begin(from, end);
    if (thing) this.#levels = [{ indent, thing, inference: null }];
  }

  #plain(at: number, end: number): void {
    const open = this.#open;
    if (!open) {
      this.#top(at, end);
      return;
    }
    const line = this.#text.slice(at, end);
    const isMore = open.thing === null || open.isReference ? isSilent(line) : !isDefinition(this.#text, at);
    if (isMore) open.end = end;
    else {
      this.#warn("BLANK_LINE_MISSING", "An empty line is missing before this.", at);
      this.#endBlock();
      this.#top(at, end);
    }
  }

  #top(at: number, end: number): void {
    if (this.#premises) this.#endBlock();
    const thing = this.#begin(at, end);
    if (thing) this.#levels = [{ indent: -1, thing, inference: null }];
  }

  /** Begins to read a statement or an argument; undefined where the line says nothing. */
  #begin(from: number, end: number): Thing | undefined {
    const head = readHead(this.#text, from, end);
    if (!head) return undefined;
    if (head.isLikeName) {
      const message = "Words stand behind this name, so it is read as a word itself.";
      this.#findings.remark("NAME_AS_WORD", message, this.#whereOf(head.start));
    }
    const thing = this.#things.of(head.kind, head.title, head.start);
    this.#open = { thing, isReference: head.isReference, start: head.start, end };
    return thing;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const content = readContent(this.#masked, open.start, open.end);
    if (open.thing) {
      this.#things.tell(open.thing, content, this.#sections.current, open.isReference);
      return;
    }
    this.#sections.begin(content, this.#headingLevel);
    for (const tag of content.tags) this.#things.tags.add(tag);
  }

  #endBlock(): void {
    this.#close();
    const premises = this.#premises;
    const [level] = this.#levels;
    const isSpokenOf = level !== undefined || this.#isList || this.#headingLevel > 0;
    if (premises?.hasLoose || premises?.isOpen) {
      const message = `What follows from the premises of <${premises.argument.title}> is missing; they are read as statements.`;
      this.#warn("NO_CONCLUSION", message, Math.min(this.#at, this.#text.length) - 1);
    }
    // Several empty lines are one.
    if (isSpokenOf) this.#argumentBefore = !premises && level?.thing.kind === "argument" ? level.thing : null;
    this.#headingLevel = 0;
    this.#premises = null;
    this.#levels = [];
    this.#isList = false;
  }

  #warn(what: string, message: string, at: number): void {
    this.#findings.warn(what, message, this.#whereOf(at));
  }
}
