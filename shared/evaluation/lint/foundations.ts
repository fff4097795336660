import type { Argument, Card, CardId, Citation, PlainMap, SourceId } from "#shared/model/index.ts";
import type { Relations } from "../relations.ts";
import type { Remark } from "./finding.ts";

/** [E15] What the claims that support no other rest on. */
export function* foundationRemarks(relations: Relations): Iterable<Remark> {
  const { map, statements, on, from } = relations;
  const firm = new Set<CardId>();
  const sources = new Map<CardId, ReadonlySet<SourceId>>();
  const changed: CardId[] = [];
  for (const card of statements) {
    const cited = twoOf(card.citations.map(({ source }) => source).filter((id) => map.records.has(id)));
    if (cited.size > 0) sources.set(card.id, cited);
    if (isFirm(card, map)) firm.add(card.id);
    if (cited.size > 0 || firm.has(card.id)) changed.push(card.id);
  }
  for (let id = changed.pop(); id !== undefined; id = changed.pop()) {
    for (const { polarity, target } of from(id)) {
      if (polarity !== "support" || target.type !== "card") continue;
      const before = sources.get(target.id);
      const after = twoOf([...(before ?? []), ...(sources.get(id) ?? [])]);
      const isNew = after.size > (before?.size ?? 0);
      if (isNew) sources.set(target.id, after);
      const isFirmer = firm.has(id) && !firm.has(target.id);
      if (isFirmer) firm.add(target.id);
      if (isNew || isFirmer) changed.push(target.id);
    }
  }
  for (const { id, kind } of statements) {
    const isTop = kind === "claim" && from(id).length === 0;
    const supports = on(id).filter(({ polarity }) => polarity === "support");
    if (!isTop || supports.length === 0) continue;
    if (!firm.has(id)) yield { code: "LINT_FOUNDATION_WEAK", ids: [id] };
    const [only, second] = sources.get(id) ?? [];
    if (only !== undefined && second === undefined) yield { code: "LINT_SOURCE_SINGLE", ids: [id, only] };
  }
}

/** Whether somebody has said how good it is, or that it is granted. */
function isFirm({ granted, base, citations }: Card, map: PlainMap): boolean {
  return (
    granted ||
    base !== null ||
    citations.some(({ relevance, source }) => {
      const record = map.records.get(source);
      return relevance !== null || (record?.type === "source" && record.credibility !== null);
    })
  );
}

/** Two are enough to know that there is not one only. */
function twoOf(ids: readonly SourceId[]): ReadonlySet<SourceId> {
  return new Set([...new Set(ids)].slice(0, 2));
}

/** [E15] Reasons for one claim that come down to the same words of the same source. */
export function* passageRemarks({ map, statements, on }: Relations): Iterable<Remark> {
  for (const { id } of statements) {
    const supports = on(id).filter(({ polarity }) => polarity === "support");
    if (supports.length < 2) continue;
    const told = new Set<Argument["id"]>();
    for (const [earlier, later] of overlapsOf(supports.flatMap((step) => passagesOf(step, map)))) {
      if (told.has(later)) continue;
      told.add(later);
      yield { code: "LINT_PASSAGE_TWICE", ids: [id, earlier, later] };
    }
  }
}

type Passage = Readonly<{ step: Argument["id"]; citation: Citation }>;

function passagesOf({ id, premises }: Argument, map: PlainMap): readonly Passage[] {
  return premises.flatMap((premise) => {
    const card = map.records.get(premise);
    return card?.type === "card" ? card.citations.map((citation) => ({ step: id, citation })) : [];
  });
}

/** Passages of different steps that lie over one another, or have the same words. */
function* overlapsOf(passages: readonly Passage[]): Iterable<readonly [Argument["id"], Argument["id"]]> {
  const quotes = new Map<string, Passage["step"]>();
  for (const { step, citation } of passages) {
    if (citation.quote.trim() === "") continue;
    const key = `${citation.source} ${citation.quote.trim()}`;
    const first = quotes.get(key);
    if (first === undefined) quotes.set(key, step);
    else if (first !== step) yield [first, step];
  }
  const spans = passages
    .flatMap(({ step, citation: { source, start, end } }) =>
      start !== null && end !== null && start < end ? [{ step, source, start, end }] : [],
    )
    .sort((a, b) => (a.source === b.source ? a.start - b.start : a.source < b.source ? -1 : 1));
  let farthest: (typeof spans)[number] | undefined;
  for (const span of spans) {
    const isOver = farthest !== undefined && farthest.source === span.source && span.start < farthest.end;
    if (farthest && isOver && farthest.step !== span.step) yield [farthest.step, span.step];
    if (!farthest || !isOver || span.end > farthest.end) farthest = span;
  }
}
