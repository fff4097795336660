import { emptyMap } from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder, type Where } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import type { ArgdownModel, Thing } from "./argdown-model.ts";
import { parseArgdown } from "./parse-argdown.ts";
import { StepMaker } from "./step-maker.ts";
import { ThingCards, wordsIn } from "./thing-cards.ts";

/**
 * Reads Argdown as a map: statements and sketched arguments become cards, steps from premises arguments, headings groups,
 * links and data sources. Tolerant where the reference parser stops: docs/spec/formats.md, FA. Never throws.
 */
export function readArgdown(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "ARGDOWN");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("ARGDOWN");
  const { model, whereOf } = parseArgdown(text, findings);
  const builder = new MapBuilder(options, findings);
  if (findings.hasFailed) return builder.finish("");
  const cards = new ThingCards(builder, model);
  const steps = new StepMaker({ model, builder, cards, findings, whereOf });
  const things = [...model.statements.values(), ...model.arguments.values()].filter(
    (thing) => thing.inferences.length === 0 && !steps.isFolded(thing),
  );
  for (const thing of things.sort((a, b) => a.at - b.at)) cards.add(thing, whereOf(thing.at));
  steps.makeAll();
  joinQuestions({ model, builder, cards, findings, steps, whereOf });
  return builder.finish(titleOf(model));
}

type Parts = Readonly<{
  model: ArgdownModel;
  builder: MapBuilder;
  cards: ThingCards;
  findings: Findings;
  steps: StepMaker;
  whereOf: (at: number) => Where;
}>;

/** What questions have to do with other things stands in the data of statements, by their titles. */
function joinQuestions({ model, builder, cards, steps }: Parts): void {
  const named = (value: Parameters<typeof wordsIn>[0]): Thing | undefined =>
    model.statements.get(wordsIn(value) ?? "");
  for (const thing of model.statements.values()) {
    const { data } = thing;
    const id = cards.get(thing);
    if (!id || !data) continue;
    const answers = data.get("answers");
    for (const value of Array.isArray(answers) ? answers : [answers]) {
      const question = named(value);
      const other = question && cards.get(question);
      if (other) builder.answer(id, other);
    }
    const whole = named(data.get("partOf"));
    const parent = whole && cards.get(whole);
    if (parent) builder.part(id, parent);
    const origin = named(data.get("raisedBy"));
    const card = origin && cards.get(origin);
    if (card) builder.raise(id, { type: "card", id: card });
    const argument = model.arguments.get(wordsIn(data.get("raisedByStep")) ?? "");
    const step = argument && steps.stepOf(argument);
    if (step) builder.raise(id, { type: "argument", id: step });
  }
}

/** What the file says that it is called, or else its one first heading. */
function titleOf({ frontMatter, sections }: ArgdownModel): string {
  const title = wordsIn(frontMatter.get("title"));
  if (title !== undefined) return title;
  const top = sections.filter(({ level }) => level === 1);
  return top.length === 1 && top[0] === sections[0] ? (top[0]?.title ?? "") : "";
}
