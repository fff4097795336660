import { modelLimits } from "#shared/model/index.ts";
import type { Findings, Where } from "../building/index.ts";
import { type Graph, relationIn } from "../graph/index.ts";
import { type Chart, graphOf } from "./chart.ts";
import { type Link, readLink } from "./links.ts";
import { Scanner } from "./scanner.ts";
import { readBody } from "./shapes.ts";
import { wordsOfLabel } from "./words.ts";

const header = /(flowchart|graph)(?:-elk|-v2)?(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))?(?=[\s;]|$)/y;
const otherDiagram = /[A-Za-z][\w-]*/y;
const keyword =
  /(subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)(?=[\s;:{]|$)/y;
/** Names may have hyphens, points and the like inside, but nothing that begins a line between nodes. */
const nodeName = /(?:[^\s()[\]{}<>|;&"',~=@:-]|-(?![-.>\s])|=(?![=>])|:(?!:)(?=[^\s;])){1,300}/y;
const className = /:::[ \t]*([\w-]+)/y;
const between = /[\s;]*/y;
const comment = /%%[^\n]*/y;
/** What follows the name of a node but no keyword. */
const behindName = /^[ \t]*(?:[<xo]?(?:--|==|-\.)|[[({>&]|@\{)/;
const ampersand = /\s*&\s*/y;
/** A line may stand below what it begins at. */
const lineBreakBeforeLink = /\s*(?=[<xo]?(?:--|==|-\.)|~~~)/y;
/** `A & B --> C & D` draws each to each; more lines than a map has things are no map. */
const maxEdges = 2 * modelLimits.maxRecords;
/** Of a line that gives a class or a link no more is looked at. */
const maxClassChars = 10_000;
/** A chart that says more names than a map holds is not read to its end. */
const maxNodes = modelLimits.maxRecords + 1;

/** Reads the statements of one flowchart. */
export class FlowchartReader {
  readonly #scanner: Scanner;
  readonly #findings: Findings;
  readonly #chart: Chart = { nodes: new Map(), groups: new Map(), edges: [] };
  readonly #open: string[] = [];
  #title = "";
  #lostWords = 0;

  constructor(text: string, findings: Findings) {
    this.#scanner = new Scanner(text);
    this.#findings = findings;
  }

  read(): Graph | undefined {
    const scanner = this.#scanner;
    this.#skipBetween();
    if (!scanner.take(header)) {
      const [name] = scanner.take(otherDiagram) ?? [];
      const message =
        name === undefined
          ? 'This is no Mermaid flowchart: it must begin with "flowchart" or "graph".'
          : `Of Mermaid's diagrams flowcharts are read; this one begins with "${name.slice(0, 40)}".`;
      this.#findings.fail("NOT_A_FLOWCHART", message, scanner.where());
      return undefined;
    }
    while (!this.#findings.hasFailed) {
      this.#skipBetween();
      if (scanner.isAtEnd) break;
      if (!this.#statement()) this.#skip();
    }
    if (this.#lostWords > 0) {
      const message = `Words on ${this.#lostWords} lines say nothing of arguments; they were left out, and the lines support.`;
      this.#findings.remark("LINE_WORDS", message);
    }
    return graphOf(this.#chart, this.#title);
  }

  #skipBetween(): void {
    do this.#scanner.take(between);
    while (this.#scanner.take(comment));
  }

  /** Whether all of the statement that begins here could be read. */
  #statement(): boolean {
    const scanner = this.#scanner;
    const begin = scanner.at;
    const word = scanner.take(keyword)?.[1];
    // `class` and others may also be names of nodes.
    const isName = word !== "accDescr" && behindName.test(scanner.text.slice(scanner.at, scanner.at + 20));
    if (word !== undefined && !isName) return this.#said(word);
    scanner.at = begin;
    return this.#chain();
  }

  #said(word: string): boolean {
    const scanner = this.#scanner;
    switch (word) {
      case "subgraph":
        return this.#subgraph();
      case "end":
        this.#open.pop();
        return true;
      case "class":
        return this.#class(scanner.restOfLine());
      case "click":
        return this.#click(scanner.restOfLine());
      case "accTitle":
        this.#title ||= scanner.restOfLine().replace(/^\s*:/u, "").trim();
        return true;
      case "accDescr": {
        const isLong = /^\s*\{/u.test(scanner.text.slice(scanner.at, scanner.lineEnd()));
        const end = isLong ? scanner.text.indexOf("}", scanner.at) : -1;
        if (end === -1) scanner.restOfLine();
        else scanner.at = end + 1;
        return true;
      }
      default:
        scanner.restOfLine();
        return true;
    }
  }

  #subgraph(): boolean {
    const scanner = this.#scanner;
    scanner.skipGap();
    const where = scanner.where();
    const begin = scanner.at;
    const quoted = scanner.quoted();
    const name = quoted ?? scanner.take(nodeName)?.[0];
    scanner.skipGap();
    const body = name === undefined ? null : readBody(scanner);
    let title = body ? body.words : wordsOfLabel(quoted ?? "");
    if (!body && quoted === undefined) {
      // Without brackets all of the line is the title.
      scanner.at = begin;
      title = wordsOfLabel(scanner.restOfLine().replace(/;.*$/u, ""));
    }
    const key = (name === undefined || (!body && quoted === undefined) ? title : name) || `subgraph ${begin}`;
    if (!this.#chart.groups.has(key)) this.#chart.groups.set(key, { key, title, where });
    this.#open.push(key);
    return true;
  }

  #class(rest: string): boolean {
    const words = rest.slice(0, maxClassChars).replace(/;.*$/u, "").trim().split(/\s+/u);
    const said = words.pop() ?? "";
    for (const name of words.join("").split(",")) this.#chart.nodes.get(name)?.classes.push(said);
    return true;
  }

  #click(rest: string): boolean {
    const [, name = "", url = "", title = ""] =
      /^\s+(\S+)\s+(?:href\s+)?"([^"]*)"(?:\s+"([^"]*)")?/u.exec(rest.slice(0, maxClassChars)) ?? [];
    const node = this.#chart.nodes.get(name);
    if (node && /^https?:\/\//iu.test(url)) node.link = [{ url, title: title.trim() }];
    return true;
  }

  #chain(): boolean {
    const scanner = this.#scanner;
    let from = this.#nodeList();
    if (!from) return false;
    for (;;) {
      const begin = scanner.at;
      if (!scanner.take(lineBreakBeforeLink)) scanner.skipGap();
      const link = readLink(scanner);
      if (!link) {
        scanner.at = begin;
        break;
      }
      const where = scanner.where();
      scanner.take(/\s*/y);
      const to = this.#nodeList();
      if (!to) return false;
      this.#connect(from, to, link, where);
      from = to;
    }
    scanner.skipGap();
    return scanner.isAtEnd || /^(?:[;\n]|%%)/u.test(scanner.text.slice(scanner.at, scanner.at + 2));
  }

  #nodeList(): readonly string[] | undefined {
    const names: string[] = [];
    do {
      const name = this.#node();
      if (name === undefined) return names.length === 0 ? undefined : names;
      names.push(name);
    } while (this.#scanner.take(ampersand));
    return names;
  }

  #node(): string | undefined {
    const scanner = this.#scanner;
    const where = scanner.where();
    const name = scanner.take(nodeName)?.[0];
    if (name === undefined) return undefined;
    scanner.skipGap();
    const body = readBody(scanner);
    if (body === undefined) return undefined;
    const known = this.#chart.nodes.get(name);
    const node = known ?? { where, body: undefined, group: undefined, classes: [], link: undefined };
    if (!known && this.#chart.nodes.size < maxNodes) this.#chart.nodes.set(name, node);
    if (body) node.body = body;
    node.group ??= this.#open.at(-1);
    for (let said = scanner.take(className); said; said = scanner.take(className))
      node.classes.push(said[1] ?? "");
    return name;
  }

  #connect(
    from: readonly string[],
    to: readonly string[],
    { words, isHidden, bare }: Link,
    where: Where,
  ): void {
    if (isHidden) return;
    if (this.#chart.edges.length + from.length * to.length > maxEdges) {
      this.#findings.fail("TOO_LARGE", `A chart may have ${maxEdges} lines; this one has more.`, where);
      return;
    }
    const said = relationIn(words);
    if (words !== "" && !said) this.#lostWords += 1;
    const relation = said ?? bare;
    for (const one of from) {
      for (const other of to)
        this.#chart.edges.push({ from: one, to: other, where, ...(relation && { relation }) });
    }
  }

  /** Leaves out the rest of a statement that nobody understands. */
  #skip(): void {
    const scanner = this.#scanner;
    const message = "From here on this line could not be read; it was left out.";
    this.#findings.warn("SYNTAX", message, scanner.where());
    scanner.restOfLine();
  }
}
