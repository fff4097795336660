import {
  type ArgumentId,
  argumentRef,
  type Card,
  type CardId,
  type CitationId,
  type ConflictType,
  type CreateId,
  cardRef,
  emptyMap,
  type GroupId,
  idPattern,
  type MapRecord,
  modelLimits,
  type Polarity,
  type RecordId,
  type Ref,
  resolveMap,
} from "#shared/model/index.ts";
import { type Findings, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import type { Graph, GraphEdge, GraphGroup, GraphJoint, GraphNode } from "./graph.ts";
import { kindsOf } from "./kinds.ts";
import type { Relation } from "./relation-words.ts";

/**
 * The map that a drawing shows: boxes become cards, lines what they say. What breaks a rule of the map is left out
 * and found fault with. O(nodes + edges).
 */
export function mapOfGraph(graph: Graph, options: ReadOptions, findings: Findings): ReadResult {
  return new GraphReader(graph, options, findings).read();
}

/** A joint with the lines that meet there. */
type Meeting = { readonly joint: GraphJoint; readonly premises: GraphEdge[]; target: GraphEdge | undefined };

class GraphReader {
  readonly #graph: Graph;
  readonly #findings: Findings;
  readonly #builder: MapBuilder;
  readonly #cards = new Map<string, CardId>();
  readonly #groups = new Map<string, GroupId>();
  readonly #meetings = new Map<string, Meeting>();
  readonly #arguments = new Map<string, ArgumentId>();
  /** What the file says of records beyond what is drawn. */
  readonly #fields = new Map<RecordId, object>();
  readonly #answers = new Map<RecordId, readonly string[]>();
  readonly #taken = new Set<string>();
  #wanted: string | undefined;

  constructor(graph: Graph, options: ReadOptions, findings: Findings) {
    this.#graph = graph;
    this.#findings = findings;
    const createId: CreateId = <Id extends RecordId | CitationId>() => this.#nextId(options.createId) as Id;
    this.#builder = new MapBuilder({ ...options, createId }, findings);
    for (const { id } of graph.others ?? []) this.#taken.add(id);
  }

  read(): ReadResult {
    const { groups, nodes, joints, edges, title } = this.#graph;
    for (const group of groups) if (!this.#isTaken(group, this.#groups)) this.#addGroup(group);
    const kinds = kindsOf(this.#graph);
    for (const node of nodes) if (!this.#isTaken(node, this.#cards)) this.#addCard(node, kinds.get(node.key));
    for (const joint of joints) {
      if (!this.#isTaken(joint, this.#cards) && !this.#isTaken(joint, this.#meetings))
        this.#meetings.set(joint.key, { joint, premises: [], target: undefined });
    }
    const loose = edges.filter((edge) => !this.#meet(edge));
    for (const edge of loose) if (this.#cards.has(edge.to)) this.#draw(edge);
    this.#argue();
    // What is about a step, or raised by one, waits until the steps are there.
    for (const edge of loose) if (!this.#cards.has(edge.to)) this.#draw(edge);
    return this.#finished(this.#builder.finish(title));
  }

  #nextId(createId: CreateId): string {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    const id = wanted ?? createId<RecordId>();
    this.#taken.add(id);
    return id;
  }

  /** Makes a record under the id that the file gives it, where that is free, and keeps the rest for later. */
  #keeping<Id extends RecordId | undefined>(
    { id, fields }: Readonly<{ id?: string; fields?: object }>,
    make: () => Id,
  ): Id {
    const isFree = id !== undefined && idPattern.test(id) && !this.#taken.has(id);
    this.#wanted = isFree ? id : undefined;
    const made = make();
    this.#wanted = undefined;
    if (made && fields) this.#fields.set(made, fields);
    return made;
  }

  /** Lines go by names: what has the name of another is not to be told from it. */
  #isTaken(part: GraphNode | GraphGroup | GraphJoint, known: ReadonlyMap<string, unknown>): boolean {
    if (!known.has(part.key)) return false;
    this.#leaveOut("NAME_TAKEN", "This has the name of something before it; it was left out.", part);
    return true;
  }

  #addGroup({ key, title, where, ...kept }: GraphGroup): void {
    const id = this.#keeping(kept, () => this.#builder.group(title, where));
    this.#groups.set(key, id);
  }

  #addCard(node: GraphNode, kind: GraphNode["kind"] = "claim"): void {
    const group = node.group === undefined ? undefined : this.#groups.get(node.group);
    const { text, where } = node;
    const id = this.#keeping(node, () => this.#builder.card({ text, kind, ...(group && { group }) }, where));
    this.#cards.set(node.key, id);
    if (node.at) this.#builder.place(id, node.at);
    for (const tag of node.tags ?? []) this.#builder.tag(id, tag);
    for (const link of node.links ?? []) this.#builder.cite(id, this.#builder.source(link));
    if (node.answersInOrder) this.#answers.set(id, node.answersInOrder);
  }

  /** Whether the line is one that makes an argument of a joint. */
  #meet(edge: GraphEdge): boolean {
    const from = this.#meetings.get(edge.from);
    if (from && edge.relation !== "raise") {
      if (from.target)
        this.#leaveOut("SECOND_TARGET", "A joint leads to one thing; this line was left out.", edge);
      from.target ??= edge;
      return true;
    }
    const into = this.#meetings.get(edge.to);
    if (!into || !this.#cards.has(edge.from) || (edge.relation !== undefined && edge.relation !== "support"))
      return false;
    into.premises.push(edge);
    return true;
  }

  /** Arguments about cards first, then those about them: an argument must be there before something is about it. */
  #argue(): void {
    const waiting = new Map<string, Meeting[]>();
    let ready: Meeting[] = [];
    for (const meeting of this.#meetings.values()) {
      const { target } = meeting;
      if (target && this.#meetings.has(target.to)) {
        const others = waiting.get(target.to);
        if (others) others.push(meeting);
        else waiting.set(target.to, [meeting]);
      } else ready.push(meeting);
    }
    while (ready.length > 0) {
      const next: Meeting[] = [];
      for (const meeting of ready) {
        this.#addArgument(meeting);
        // Spread as arguments, a hundred thousand would be more than the stack holds.
        for (const other of waiting.get(meeting.joint.key) ?? []) next.push(other);
        waiting.delete(meeting.joint.key);
      }
      ready = next;
    }
    for (const { joint } of [...waiting.values()].flat()) {
      this.#leaveOut(
        "ABOUT_ITSELF",
        "An argument cannot be about itself in the end; this one was left out.",
        joint,
      );
    }
  }

  #addArgument({ joint, premises, target }: Meeting): void {
    const aim = target && this.#refOf(target.to);
    const from = premises.flatMap(({ from: key }) => this.#cards.get(key) ?? []);
    if (!aim || from.length === 0) {
      this.#leaveOut(
        "HALF_ARGUMENT",
        "Premises meet here, but some of them, or what they are about, is missing.",
        joint,
      );
      return;
    }
    const polarity = joint.polarity ?? polarityOf(target.relation) ?? "support";
    const scheme = joint.scheme ?? "none";
    const id = this.#keeping(joint, () =>
      this.#builder.argument({ polarity, scheme, premises: from, target: aim }, joint.where),
    );
    if (id) this.#arguments.set(joint.key, id);
  }

  /** A line that is no part of a joint. */
  #draw(edge: GraphEdge): void {
    const from = this.#cards.get(edge.from);
    const to = this.#refOf(edge.to);
    if (!from || !to) {
      this.#leaveOut("END_NO_CARD", "This line has an end that is no card; it was left out.", edge);
      return;
    }
    const relation = edge.relation ?? this.#relationBetween(from, to);
    switch (relation) {
      case "raise":
        this.#builder.raise(from, to, edge.where);
        return;
      case "answer":
      case "part":
      case "contrary":
      case "contradictory":
        if (to.type === "card") this.#relate(from, to.id, relation, edge);
        else
          this.#leaveOut(
            "NOT_BETWEEN_CARDS",
            "Only cards answer, are parts or conflict; this line was left out.",
            edge,
          );
        return;
      case "support":
      case "oppose":
      case "undercut":
      case "backing": {
        const polarity = polarityOf(relation) ?? "support";
        const scheme = edge.scheme ?? "none";
        this.#keeping(edge, () =>
          this.#builder.argument({ polarity, scheme, premises: [from], target: to }, edge.where),
        );
      }
    }
  }

  #relationBetween(from: CardId, to: Ref): Relation {
    const isQuestion = this.#builder.cardOf(from)?.kind === "question";
    if (to.type === "argument") return isQuestion ? "raise" : "support";
    const isAboutQuestion = this.#builder.cardOf(to.id)?.kind === "question";
    if (isQuestion && isAboutQuestion) return "part";
    return isQuestion || isAboutQuestion ? "answer" : "support";
  }

  #relate(from: CardId, to: CardId, relation: "answer" | "part" | ConflictType, edge: GraphEdge): void {
    if (relation === "part") this.#builder.part(from, to, edge.where);
    else if (relation === "answer") {
      // Trees grow from questions down to answers as often as the other way.
      const isQuestion = this.#builder.cardOf(from)?.kind === "question";
      this.#builder.answer(isQuestion ? to : from, isQuestion ? from : to, edge.where);
    } else {
      this.#keeping(edge, () => this.#builder.conflict(from, to, relation, edge.where));
    }
  }

  #refOf(key: string): Ref | undefined {
    const card = this.#cards.get(key);
    const argument = this.#arguments.get(key);
    return card ? cardRef(card) : argument && argumentRef(argument);
  }

  #leaveOut(what: string, message: string, { where }: Pick<GraphEdge, "where">): void {
    this.#findings.warn(what, message, where);
  }

  #finished({ map, diagnostics }: ReadResult): ReadResult {
    const { others = [], meta = map.meta } = this.#graph;
    const count = map.records.size + others.length;
    if (count > modelLimits.maxRecords) {
      const message = `A map holds ${modelLimits.maxRecords} things; this file has more. Take it in parts.`;
      this.#findings.fail("TOO_LARGE", message);
    }
    if (this.#findings.hasFailed) {
      return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: this.#findings.diagnostics() };
    }
    const records = new Map<RecordId, MapRecord>();
    for (const [id, record] of map.records) {
      const said = { ...record, ...this.#fields.get(id) } as MapRecord;
      records.set(id, said.type === "card" ? this.#withAnswersInOrder(said) : said);
    }
    for (const record of others) records.set(record.id, record);
    return { map: resolveMap({ ...map, meta, records }), diagnostics };
  }

  #withAnswersInOrder(card: Card): Card {
    const order = this.#answers.get(card.id);
    if (!order) return card;
    const ranks = new Map(order.map((id, rank) => [id, rank]));
    const rankOf = (id: CardId): number => ranks.get(id) ?? order.length;
    return { ...card, answers: [...card.answers].sort((a, b) => rankOf(a) - rankOf(b)) };
  }
}

function polarityOf(relation: Relation | undefined): Polarity | undefined {
  if (relation === "support" || relation === "backing") return "support";
  return relation === "oppose" || relation === "undercut" ? "oppose" : undefined;
}
