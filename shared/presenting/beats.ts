import {
  type ArgumentId,
  argumentsFrom,
  type CardId,
  getAs,
  type MapView,
  type Step,
} from "#shared/model/index.ts";

/** What a step can show. */
export type Shown = CardId | ArgumentId;

/**
 * The sub-steps of a step, each with what it brings into view, in order; what is gone from the map is passed over. There
 * is one at least, were it with nothing. An argument brings what it joins; of cards and arguments that are both to be
 * shown, the premises come along with their argument as soon as what it speaks to is there.
 */
export function beatsOf(view: MapView, step: Step): readonly (readonly Shown[])[] {
  const wanted = new Set<Shown>(step.poll ? [...step.shows, step.poll.card] : step.shows);
  const seen = new Set<Shown>();
  const beats: (readonly Shown[])[] = [];
  for (const id of wanted) {
    if (seen.has(id)) continue;
    const brought = broughtBy(view, argumentOf(view, id, wanted, seen) ?? id).filter((one) => !seen.has(one));
    for (const one of brought) seen.add(one);
    if (brought.length > 0) beats.push(brought);
  }
  // Where all is in view and nothing pale, one could not tell one sub-step from the next.
  const isSeen = step.reveal !== "all" || step.dimsOthers;
  return step.build === "one-by-one" && isSeen && beats.length > 0 ? beats : [beats.flat()];
}

/** Whether there is nothing left of what the step was to show. */
export function isEmptyStep(view: MapView, step: Step): boolean {
  if (step.reveal === "all" || step.view !== null) return false;
  const isThere = (id: Shown) => view.get(id) !== undefined;
  return !step.shows.some(isThere) && !step.fits.some(isThere) && !(step.poll && isThere(step.poll.card));
}

/** The argument that is to be shown, and of which this card is a premise for something that is there. */
function argumentOf(
  view: MapView,
  id: Shown,
  wanted: ReadonlySet<Shown>,
  seen: ReadonlySet<Shown>,
): ArgumentId | undefined {
  if (!getAs(view, "card", id)) return undefined;
  for (const argument of argumentsFrom(view, id as CardId)) {
    if (wanted.has(argument.id) && seen.has(argument.target.id)) return argument.id;
  }
  return undefined;
}

/** The card; or the argument with all that it joins, what it speaks to first. */
function broughtBy(view: MapView, id: Shown): readonly Shown[] {
  const brought = new Set<Shown>();
  for (const open: Shown[] = [id]; ; ) {
    const at = open.pop();
    if (!at) break;
    const record = view.get(at);
    if (record?.type === "card") brought.add(record.id);
    if (record?.type !== "argument" || brought.has(record.id)) continue;
    brought.add(record.id);
    open.push(...[...record.premises].reverse(), record.target.id);
  }
  return [...brought].sort((a, b) => rank(view, a) - rank(view, b));
}

/** Cards before what joins them. */
function rank(view: MapView, id: Shown): number {
  return view.get(id)?.type === "card" ? 0 : 1;
}
