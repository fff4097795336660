import {
  type Argument,
  type Card,
  type CardId,
  getAs,
  type MapView,
  type PlainMap,
  type RecordId,
  recordsOf,
  resolveMap,
  viewOf,
} from "#shared/model/index.ts";
import { type Cells, cellsOf, dateCell, listCell, listOfCells } from "../fields/index.ts";
import { relationWords } from "../graph/index.ts";
import { inTreeOrder, mentionsInOrder } from "../tree-order.ts";
import { oursKey, stylesOf } from "./ideas.ts";

type WrittenIdea = {
  title: string;
  id: string;
  attr: Record<string, unknown>;
  ideas: Record<string, WrittenIdea>;
};
/** What is to stand in a node; `isRaised` says that it came up there. */
type Part = Readonly<{ record: Card | Argument; isRaised: boolean }>;
type Task = Part & Readonly<{ into: WrittenIdea; depth: number }>;

/** Writing out what is nested deeper would need more stack than programs have; it begins a tree of its own. */
const maxDepth = 200;

/**
 * What shows of the map as a MindMup argument map: claims, and under each the groups of premises that speak for and
 * against it. A card that speaks to several stands as a whole where it comes first and by its words elsewhere.
 */
export function writeMindmup(whole: PlainMap): string {
  const map = resolveMap(whole);
  const tree = new TreeWriter(map);
  const ideas = tree.ideas();
  const { title, createdAt } = map.meta;
  const file = {
    id: "root",
    formatVersion: 3,
    title: title || (ideas["1"]?.title ?? ""),
    attr: {
      theme: "argMappingSimple",
      [oursKey]: {
        title,
        createdAt: dateCell(createdAt),
        groups: listOfCells(recordsOf(map, "group")),
        sources: listOfCells(recordsOf(map, "source")),
        presentations: listOfCells(recordsOf(map, "presentation")),
        steps: listOfCells(recordsOf(map, "step")),
      },
    },
    ideas,
    links: recordsOf(map, "conflict").map((conflict) => ({
      ideaIdFrom: tree.idOf(conflict.members[0]),
      ideaIdTo: tree.idOf(conflict.members[1]),
      attr: {
        style: { label: relationWords[conflict.kind], arrow: false, lineStyle: "dashed" },
        [oursKey]: { id: conflict.id, ...cellsOf(conflict) },
      },
    })),
  };
  return `${JSON.stringify(file)}\n`;
}

class TreeWriter {
  readonly #map: PlainMap;
  readonly #view: MapView;
  readonly #cards: readonly Card[];
  /** Where cards stand as a whole, known before they do: they may be named earlier. */
  readonly #ids: ReadonlyMap<CardId, string>;
  readonly #written = new Set<RecordId>();
  readonly #counts = new Map<WrittenIdea, number>();
  #lastId: number;

  constructor(map: PlainMap) {
    this.#map = map;
    this.#view = viewOf(map);
    this.#cards = recordsOf(map, "card");
    this.#ids = new Map(this.#cards.map(({ id }, index) => [id, String(index + 1)]));
    this.#lastId = this.#cards.length;
  }

  ideas(): Record<string, WrittenIdea> {
    const root: WrittenIdea = { title: "", id: "root", attr: {}, ideas: {} };
    for (const card of inTreeOrder(this.#cards, this.#view)) {
      if (!this.#written.has(card.id)) this.#writeTree(card, root);
    }
    return root.ideas;
  }

  /** The node where a card stands as a whole. */
  idOf(card: CardId): string {
    return this.#ids.get(card) ?? "";
  }

  #writeTree(card: Card, into: WrittenIdea): void {
    const waiting: Task[] = [{ record: card, isRaised: false, into, depth: 0 }];
    for (let task = waiting.pop(); task; task = waiting.pop()) waiting.push(...this.#write(task).reverse());
  }

  /** Writes one node; what is to stand in it comes next. */
  #write({ record, isRaised, into, depth }: Task): Task[] {
    const isReference = this.#written.has(record.id) || (depth > maxDepth && record.type === "card");
    const idea = record.type === "card" ? this.#cardIdea(record, isReference) : this.#groupIdea(record);
    if (isRaised) idea.attr["parentConnector"] = { label: relationWords.raise };
    const rank = (this.#counts.get(into) ?? 0) + 1;
    this.#counts.set(into, rank);
    into.ideas[String(rank)] = idea;
    if (isReference) return [];
    this.#written.add(record.id);
    return this.#below(record).map((part) => ({ ...part, into: idea, depth: depth + 1 }));
  }

  #cardIdea(card: Card, isReference: boolean): WrittenIdea {
    const id = this.idOf(card.id);
    if (isReference) return this.#idea(card.text, { [oursKey]: { kind: card.kind, same: id } });
    const { text: _, ...cells } = cellsOf(card);
    const at = this.#map.positions.get(card.id);
    const ours: Cells = {
      id: card.id,
      kind: card.kind,
      ...cells,
      // The tree has them in the order of the questions.
      ...(card.answers.length > 1 && { answers: listCell(card.answers) }),
      ...(card.group && { group: card.group }),
      ...(at && { x: String(at[0]), y: String(at[1]) }),
    };
    const styleNames = stylesOf(card.tags);
    const attr = { ...(styleNames.length > 0 && { styleNames }), [oursKey]: ours };
    return { title: card.text, id, attr, ideas: {} };
  }

  #groupIdea(argument: Argument): WrittenIdea {
    return this.#idea("group", {
      group: argument.polarity === "support" ? "supporting" : "opposing",
      contentLocked: true,
      [oursKey]: { id: argument.id, ...cellsOf(argument) },
    });
  }

  #idea(title: string, attr: Record<string, unknown>): WrittenIdea {
    this.#lastId += 1;
    return { title, id: String(this.#lastId), attr, ideas: {} };
  }

  #premisesOf({ premises }: Argument): readonly Card[] {
    return premises.flatMap((id) => getAs(this.#view, "card", id) ?? []);
  }

  /** Premises of an argument; answers, parts, arguments and questions that it raises, each by the card that speaks first. */
  #below(above: Card | Argument): readonly Part[] {
    const premises = above.type === "argument" ? this.#premisesOf(above) : [];
    const mentions = mentionsInOrder(this.#view, above.id);
    const speaking = mentions.filter((record) =>
      record.type === "argument"
        ? record.target.id === above.id
        : record.parent === above.id || record.answers.some((id) => id === above.id),
    );
    const raised = mentions.filter((record) => record.type === "card" && record.raisedBy?.id === above.id);
    return [
      ...[...premises, ...speaking].map((record): Part => ({ record, isRaised: false })),
      ...raised.map((record): Part => ({ record, isRaised: true })),
    ];
  }
}
