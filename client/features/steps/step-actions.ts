import { type OrderKey, orderKeyBetween, orderKeys } from "#shared/lib/order-key.ts";
import {
  type ArgumentId,
  blankRecord,
  type CardId,
  type Command,
  getAs,
  modelLimits,
  type Presentation,
  type PresentationId,
  type RecordId,
  type Step,
  type StepId,
} from "#shared/model/index.ts";
import type { CanvasTools } from "../../canvas/canvas-context.tsx";
import { faultText } from "../../words/fault-words.ts";

type Tools = Pick<CanvasTools, "session" | "ui" | "tell" | "t">;
type Page = Readonly<{ presentation: Presentation | null; steps: readonly Step[] }>;

/** What can be done to presentations; each is one command, so one step of undo. What is refused is told. */
export class StepActions {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  addPresentation(title: string): PresentationId | null {
    const presentation = this.#presentation(title);
    return this.#apply([{ type: "addPresentation", presentation }]) ? presentation.id : null;
  }

  rename(id: PresentationId, title: string): void {
    this.#apply([{ type: "editPresentation", id, values: { title } }]);
  }

  /** Gives the steps that belong to none a presentation of that title. */
  nameLoose(steps: readonly Step[], title: string): PresentationId | null {
    const presentation = this.#presentation(title);
    const commands: Command[] = [{ type: "addPresentation", presentation }];
    for (const { id } of steps)
      commands.push({ type: "editStep", id, values: { presentation: presentation.id } });
    return this.#apply(commands) ? presentation.id : null;
  }

  duplicatePresentation({ steps }: Page, title: string): PresentationId | null {
    const presentation = this.#presentation(title);
    const commands: Command[] = [{ type: "addPresentation", presentation }];
    for (const step of steps)
      commands.push({ type: "addStep", step: { ...this.#copy(step), presentation: presentation.id } });
    return this.#apply(commands) ? presentation.id : null;
  }

  deletePresentation({ presentation, steps }: Page): boolean {
    const ids: readonly RecordId[] = presentation ? [presentation.id] : steps.map(({ id }) => id);
    return this.#apply([{ type: "delete", ids }]);
  }

  /** A step that shows what is selected, after another or at the end; where there is no presentation yet, with one. */
  addStep(
    page: Page | undefined,
    after: StepId | null,
    title: string,
  ): Readonly<{ id: StepId; page: PresentationId | null }> | null {
    const commands: Command[] = [];
    let presentation = page?.presentation?.id ?? null;
    if (!page) {
      const made = this.#presentation(title);
      presentation = made.id;
      commands.push({ type: "addPresentation", presentation: made });
    }
    const step = blankRecord("step", this.#tools.session.createId<StepId>(), {
      presentation,
      order: "",
      shows: this.selected(),
      createdAt: this.#now(),
    });
    commands.push(...insertion(page?.steps ?? [], step, after));
    return this.#apply(commands) ? { id: step.id, page: presentation } : null;
  }

  /** Several steps made elsewhere, with the presentation they belong to where that is new. */
  addAll(presentation: Presentation | null, steps: readonly Step[]): boolean {
    const commands: Command[] = presentation ? [{ type: "addPresentation", presentation }] : [];
    return this.#apply([...commands, ...steps.map((step): Command => ({ type: "addStep", step }))]);
  }

  duplicate(steps: readonly Step[], step: Step): StepId | null {
    const copy = this.#copy(step);
    return this.#apply(insertion(steps, copy, step.id)) ? copy.id : null;
  }

  delete(ids: readonly StepId[]): boolean {
    return this.#apply([{ type: "delete", ids }]);
  }

  edit(id: StepId, values: Extract<Command, { type: "editStep" }>["values"]): void {
    this.#apply([{ type: "editStep", id, values }]);
  }

  /** Puts steps right before another, or at the end; those that stay where they are are not written. */
  move(steps: readonly Step[], ids: readonly StepId[], before: StepId | null): boolean {
    return this.#apply(movement(steps, ids, before));
  }

  setShows(id: StepId, shows: readonly (CardId | ArgumentId)[]): void {
    this.#apply([{ type: "setShows", id, shows }]);
  }

  /** Adds what is selected to what a step shows, or takes it out. */
  showSelected({ id, shows }: Step, on: boolean): void {
    const chosen = new Set<RecordId>(this.selected());
    const next = on
      ? [...new Set([...shows, ...this.selected()])]
      : shows.filter((shown) => !chosen.has(shown));
    this.setShows(id, next.slice(0, modelLimits.maxMembers));
  }

  /** The cards and arguments that are selected. */
  selected(): readonly (CardId | ArgumentId)[] {
    const { session, ui } = this.#tools;
    return [...ui.getState().selection].flatMap((key): readonly (CardId | ArgumentId)[] => {
      const record = session.doc.get(key as RecordId);
      return record?.type === "card" || record?.type === "argument" ? [record.id] : [];
    });
  }

  selectedCards(): readonly CardId[] {
    const { doc } = this.#tools.session;
    return this.selected().flatMap((id) => getAs(doc, "card", id)?.id ?? []);
  }

  #presentation(title: string): Presentation {
    const id = this.#tools.session.createId<PresentationId>();
    return blankRecord("presentation", id, { title, createdAt: this.#now() });
  }

  #copy(step: Step): Step {
    return { ...step, id: this.#tools.session.createId<StepId>(), createdAt: this.#now() };
  }

  #now(): number {
    return this.#tools.session.by().createdAt;
  }

  #apply(commands: readonly Command[]): boolean {
    const [first] = commands;
    if (!first) return false;
    const command: Command = commands.length === 1 ? first : { type: "batch", commands };
    const done = this.#tools.session.apply(command);
    if (!done.ok) this.#tools.tell(faultText(this.#tools.t, done.error));
    return done.ok;
  }
}

/** Puts a step right after another, or at the end. */
function insertion(steps: readonly Step[], step: Step, after: StepId | null): readonly Command[] {
  const at = after === null ? -1 : steps.findIndex(({ id }) => id === after);
  const index = at < 0 ? steps.length : at + 1;
  const order = keyBetween(steps[index - 1], steps[index]);
  if (order !== null) return [{ type: "addStep", step: { ...step, order } }];
  const all = steps.toSpliced(index, 0, step);
  const keys = orderKeys(all.length);
  return all.map((one, place): Command => {
    const key = keys[place] ?? one.order;
    return one === step
      ? { type: "addStep", step: { ...step, order: key } }
      : { type: "editStep", id: one.id, values: { order: key } };
  });
}

/** What writes the new order: as few steps as there are to move, or all where two people left no room between. */
export function movement(
  steps: readonly Step[],
  ids: readonly StepId[],
  before: StepId | null,
): readonly Command[] {
  const moving = new Set(ids);
  const rest = steps.filter(({ id }) => !moving.has(id));
  const moved = steps.filter(({ id }) => moving.has(id));
  const at = before === null ? rest.length : rest.findIndex(({ id }) => id === before);
  if (at < 0 || moved.length === 0) return [];
  const next = rest.toSpliced(at, 0, ...moved);
  if (next.every((step, index) => step === steps[index])) return [];
  const commands: Command[] = [];
  let last: Pick<Step, "order"> | undefined = rest[at - 1];
  for (const { id } of moved) {
    const order = keyBetween(last, rest[at]);
    if (order === null) return renumbering(next);
    commands.push({ type: "editStep", id, values: { order } });
    last = { order };
  }
  return commands;
}

function renumbering(steps: readonly Step[]): readonly Command[] {
  const keys = orderKeys(steps.length);
  return steps.map(({ id, order }, index): Command => {
    return { type: "editStep", id, values: { order: keys[index] ?? order } };
  });
}

/** Null where there is no room between the two: they were given one key by two people. */
function keyBetween(
  before: Pick<Step, "order"> | undefined,
  after: Pick<Step, "order"> | undefined,
): OrderKey | null {
  if (before && after && before.order >= after.order) return null;
  return orderKeyBetween(before?.order ?? null, after?.order ?? null);
}
