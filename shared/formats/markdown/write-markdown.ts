import { type Card, type GroupId, getAs, type PlainMap, recordsOf, viewOf } from "#shared/model/index.ts";
import { joinSpaces } from "../building/index.ts";
import type { ExportLanguage } from "../export-options.ts";
import { escapeMarkdown, markdownWordsIn, type OutlineLine, outlineLines } from "../outline/index.ts";
import { type MarkdownWords, markdownWordsOf } from "./markdown-words.ts";
import { Notes, wordsOfSource } from "./notes.ts";

/** Says behind a heading that it is no card; nobody sees it. */
export const headingMarks = {
  title: "<!-- title -->",
  group: "<!-- group -->",
  /** What follows is for readers only. */
  end: "<!-- end -->",
} as const;

const maxHeadingLevel = 6;

/**
 * A map as Markdown for reading: headings by group and question, what speaks to what as nested lists that say because and
 * but, citations as notes, and at the end what excludes what and all sources. docs/spec/formats.md, FM.
 */
export function writeMarkdown(map: PlainMap, lang: ExportLanguage = "en"): string {
  return new MarkdownWriter(map, markdownWordsOf[lang]).write();
}

type Tree = readonly OutlineLine[];

class MarkdownWriter {
  readonly #map: PlainMap;
  readonly #notes: Notes;
  readonly #words: MarkdownWords;
  readonly #blocks: string[] = [];

  constructor(map: PlainMap, words: MarkdownWords) {
    this.#map = map;
    this.#words = words;
    this.#notes = new Notes(map);
  }

  write(): string {
    const { title } = this.#map.meta;
    if (title.trim() !== "") this.#heading(1, inLine(title), headingMarks.title);
    const trees = this.#treesByGroup();
    this.#section(trees.get(null) ?? [], 2);
    for (const { id, title: name } of recordsOf(this.#map, "group")) {
      const own = trees.get(id);
      if (!own) continue;
      this.#heading(2, inLine(name), headingMarks.group);
      this.#section(own, 3);
    }
    this.#list(this.#words.exclusions, this.#exclusions());
    this.#list(this.#words.sources, recordsOf(this.#map, "source").map(wordsOfSource));
    const notes = this.#notes.lines();
    if (notes.length > 0) this.#blocks.push(notes.join("\n"));
    return `${this.#blocks.join("\n\n")}\n`;
  }

  #treesByGroup(): ReadonlyMap<GroupId | null, readonly Tree[]> {
    const view = viewOf(this.#map);
    const trees = new Map<GroupId | null, OutlineLine[][]>();
    let tree: OutlineLine[] = [];
    for (const line of outlineLines(this.#map, markdownWordsIn(this.#words.cues))) {
      if (line.depth === 0) {
        tree = [];
        const { group } = line.card;
        const own = group !== null && getAs(view, "group", group) ? group : null;
        const known = trees.get(own);
        if (known) known.push(tree);
        else trees.set(own, [tree]);
      }
      tree.push(line);
    }
    return trees;
  }

  /** Questions come last, since all below a heading stands under it. */
  #section(trees: readonly Tree[], level: number): void {
    const isHead = ([root]: Tree): boolean => root !== undefined && canBeHeading(root);
    const lines = trees
      .filter((tree) => !isHead(tree))
      .flatMap((tree) => tree.flatMap((line) => this.#item(line, 0)));
    if (lines.length > 0) this.#blocks.push(lines.join("\n"));
    for (const tree of trees.filter(isHead)) this.#question(tree, level);
  }

  #question(tree: Tree, level: number): void {
    const heads = headingsIn(tree, maxHeadingLevel - level);
    let above = 0;
    let items: string[] = [];
    const flush = (): void => {
      if (items.length > 0) this.#blocks.push(items.join("\n"));
      items = [];
    };
    for (const line of tree) {
      if (heads.has(line)) {
        flush();
        above = line.depth + 1;
        this.#heading(level + line.depth, `${line.words[0] ?? ""}${this.#notes.marksOf(line.card)}`);
      } else items.push(...this.#item(line, above));
    }
    flush();
  }

  #heading(level: number, words: string, mark?: string): void {
    this.#blocks.push([`${"#".repeat(level)} ${words}`, ...(mark === undefined ? [] : [mark])].join(" "));
  }

  /** The lines of a list item, `above` of what it stands under being headings. */
  #item(line: OutlineLine, above: number): readonly string[] {
    const indent = "  ".repeat(line.depth - above);
    const [first = "", ...others] = line.words;
    const words = [`${cueOf(line, this.#words)}${first}`, ...others];
    const last = words.length - 1;
    const marks = line.isReference ? "" : this.#notes.marksOf(line.card);
    return words.map((each, index) => {
      const said = index === last ? each + marks : each;
      if (index === 0) return `${indent}- ${said}`;
      return said === "" ? "" : `${indent}  ${said}`;
    });
  }

  #list(title: string, items: readonly string[]): void {
    if (items.length === 0) return;
    this.#heading(2, title, headingMarks.end);
    this.#blocks.push(items.map((item) => `- ${item}`).join("\n"));
  }

  #exclusions(): readonly string[] {
    const textOf = (card: Card | undefined): string => inLine(card?.text ?? "");
    const view = viewOf(this.#map);
    return recordsOf(this.#map, "conflict").map(({ members: [a, b], note }) => {
      const [one, other] = [getAs(view, "card", a), getAs(view, "card", b)].map(textOf);
      return `${one} ↔ ${other}${note.trim() === "" ? "" : ` (${inLine(note)})`}`;
    });
  }
}

function canBeHeading({ card, words, isReference }: OutlineLine): boolean {
  return card.kind === "question" && words.length === 1 && !isReference;
}

/** The questions that stand under headings only, and beside no other part of the same question that cannot be one. */
function headingsIn(tree: Tree, maxDepth: number): ReadonlySet<OutlineLine> {
  const heads = new Set<OutlineLine>();
  const path: OutlineLine[] = [];
  const parents = new Map<OutlineLine, OutlineLine>();
  const mixed = new Set<OutlineLine>();
  for (const line of tree) {
    path.length = line.depth;
    const parent = path.at(-1);
    path.push(line);
    if (!parent) continue;
    parents.set(line, parent);
    if (line.card.kind === "question" && !canBeHeading(line)) mixed.add(parent);
  }
  for (const line of tree) {
    const parent = parents.get(line);
    const isUnderHeading = parent === undefined || (heads.has(parent) && !mixed.has(parent));
    if (canBeHeading(line) && isUnderHeading && line.depth <= maxDepth) heads.add(line);
  }
  return heads;
}

function cueOf(
  { cue, sign }: OutlineLine,
  { because, but, linked, undercut, backing }: MarkdownWords,
): string {
  if (cue === "& ") return linked;
  if (cue === "undercut: ") return undercut;
  if (cue === "backing: ") return backing;
  return sign === "+" ? because : sign === "-" ? but : "";
}

function inLine(words: string): string {
  return escapeMarkdown(joinSpaces(words));
}
