import { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } from "@argdown/core";
import { argdown } from "#shared/formats/argdown/index.ts";
import { createIdSource, recordsOf } from "#shared/model/index.ts";
import { argdownText } from "./argdown-text.ts";

/** How long one text took, the median of several times in turn. */
export type Reading = Readonly<{
  statements: number;
  characters: number;
  /** To a map, in milliseconds. */
  oursMs: number;
  /** To its own model, without the map that it would draw. */
  referenceMs: number;
}>;

/** Reads one text with our reader and with the reference parser in turn, and makes sure that both read it. */
export function measureReading(statements: number, repeats: number): Reading {
  const text = argdownText(statements);
  const ours: number[] = [];
  const reference: number[] = [];
  // Once beforehand, so that both are compiled.
  for (let round = 0; round <= repeats; round += 1) {
    const mine = timed(() => readByUs(text));
    const theirs = timed(() => readByReference(text));
    if (round === 0) continue;
    ours.push(mine);
    reference.push(theirs);
  }
  return { statements, characters: text.length, oursMs: median(ours), referenceMs: median(reference) };
}

function readByUs(text: string): void {
  let count = 0;
  const createId = createIdSource(() => `n${++count}`);
  const read = argdown.read?.(text, { createId, now: 1, author: "" });
  if (!read || read.diagnostics.length > 0 || recordsOf(read.map, "card").length === 0) {
    throw new Error(
      "Our reader did not read the text of the bench; run the tests of shared/formats/argdown.",
    );
  }
}

function readByReference(input: string): void {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse-input");
  app.addPlugin(new DataPlugin(), "build-model");
  app.addPlugin(new ModelPlugin(), "build-model");
  const { parserErrors, exceptions } = app.run({
    input,
    process: ["parse-input", "build-model"],
    logLevel: "error",
  });
  if ((parserErrors?.length ?? 0) > 0 || (exceptions?.length ?? 0) > 0) {
    throw new Error(
      "The reference parser found a fault in the text of the bench: bench/formats/argdown-text.ts.",
    );
  }
}

function timed(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
