/**
 * `node scripts/try-corpus.mjs FOLDER`: reads every file below a folder in the format that its path and ending tell, and prints
 * what each came to, beside what the folder's EXPECTED.json says of it. Ends with 1 where a difference is not explained.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { register } from "tsx/esm/api";

register();
const { parseArgdown } = await import("../shared/formats/argdown/parse-argdown.ts");
const { Findings } = await import("../shared/formats/building/index.ts");
const { formatInfos, guessFormat, infoOf, loadFormat } = await import("../shared/formats/registry.ts");
const { checkMap, recordsOf } = await import("../shared/model/index.ts");

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error("Name a folder with files in formats that we read: node scripts/try-corpus.mjs FOLDER");
  process.exit(2);
}
const listPath = join(folder, "EXPECTED.json");
const expected = existsSync(listPath) ? JSON.parse(readFileSync(listPath, "utf8")) : {};

/** Files of which the reference itself says something else than what stands in them. */
const explanations = {
  explodeArguments: "the file tells the reference to take arguments apart",
  noYaml: "data that is no YAML: the reference loses what stands behind it",
};

const rows = [];
let unexplained = 0;
for (const path of filesBelow(folder).sort()) {
  const name = relative(folder, path).split(sep).join("/");
  if (/^(?:EXPECTED\.json|[^/]*\.md)$/.test(name)) continue;
  const row = await tried(name, readFileSync(path, "utf8"));
  if (row.verdict.startsWith("DIFFERS")) unexplained += 1;
  rows.push(row);
}
print(rows);
console.log(`${rows.length} files, ${unexplained} with a difference that nothing explains.`);
process.exitCode = unexplained > 0 ? 1 : 0;

function filesBelow(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

async function tried(name, text) {
  const format = formatOf(name, text);
  if (format === undefined || !infoOf(format).canRead) {
    return { name, format: "–", found: "", ms: "", verdict: "no format that we read" };
  }
  const { read } = await loadFormat(format);
  let count = 0;
  const began = performance.now();
  const { map, diagnostics } = read(text, { createId: () => `n${++count}`, now: 1, author: "" });
  const milliseconds = performance.now() - began;
  const found = {
    ...Object.fromEntries(
      ["card", "argument", "conflict", "source", "group"].map((type) => [type, recordsOf(map, type).length]),
    ),
    ...(format === "argdown" ? saidBy(text) : {}),
  };
  const wanted = wantedOf(format, expected[name]);
  const differences = Object.entries(wanted).filter(([type, number]) => (found[type] ?? 0) !== number);
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return {
    name,
    format,
    found: told(found),
    ms: milliseconds.toFixed(0),
    verdict: verdictOf({ map, differences, diagnostics, codes, text, reference: expected[name] }),
  };
}

/** A folder named after a format says more than an ending that several have; an ending of others says nothing. */
function formatOf(name, text) {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const own = formatInfos.filter(({ canRead, extensions }) => canRead && extensions.includes(ending));
  const byFolder = own.find((info) => name.split("/").includes(info.name));
  return byFolder?.name ?? (own.length > 0 ? guessFormat(name, text) : undefined);
}

/** What an Argdown text says in its own terms. */
function saidBy(text) {
  const { model } = parseArgdown(text, new Findings("ARGDOWN"));
  const relations = {};
  for (const { type } of model.relations) relations[type] = (relations[type] ?? 0) + 1;
  return {
    "Argdown statement": model.statements.size,
    "Argdown argument": model.arguments.size,
    reconstruction: [...model.arguments.values()].filter(({ inferences }) => inferences.length > 0).length,
    tag: model.tags.size,
    "top section": model.sections.filter(({ parent }) => parent === null).length,
    ...relations,
  };
}

/** What the counts of the reference come to in a map. */
function wantedOf(format, reference) {
  if (reference === undefined) return {};
  const number = (key) => reference[key] ?? 0;
  switch (format) {
    case "argdown":
      return {
        // Statements, and arguments that are only sketched.
        card: number("statements") + number("arguments") - number("pcs"),
        "Argdown statement": number("statements"),
        "Argdown argument": number("arguments"),
        reconstruction: number("pcs"),
        tag: number("tags"),
        "top section": number("sections"),
        ...reference.relations,
      };
    case "aif":
    case "xaif":
      return reference.types === undefined ? {} : { card: reference.types.I ?? 0 };
    case "kialo":
      // A link to a claim that stands elsewhere is none.
      return {
        card:
          ["root", "Thesis", "Question", "Pro", "Con"].reduce((sum, key) => sum + number(key), 0) -
          number("links"),
      };
    default:
      return {};
  }
}

function verdictOf({ map, differences, diagnostics, codes, text, reference }) {
  const noted = codes.length > 0 ? ` (${codes.join(", ")})` : "";
  if (checkMap(map).length > 0) return `DIFFERS: the map breaks a rule${noted}`;
  if (diagnostics.some(({ severity }) => severity === "error")) return `refused${noted}`;
  if (differences.length === 0) return `${reference === undefined ? "read" : "as expected"}${noted}`;
  const what = differences.map(([type, number]) => `${number} ${type} wanted`).join(", ");
  if (reference?.parseErr > 0) return `${what}: the reference finds faults in it, too${noted}`;
  if (text.includes("explodeArguments: true")) return `${what}: ${explanations.explodeArguments}${noted}`;
  if (/\{[^{}\n]*;/.test(text)) return `${what}: ${explanations.noYaml}${noted}`;
  // Remarks lose nothing, so they explain nothing.
  const losses = new Set(diagnostics.flatMap(({ code, severity }) => (severity === "warning" ? [code] : [])));
  return losses.size > 0 ? `${what}: explained by ${[...losses].join(", ")}` : `DIFFERS: ${what}${noted}`;
}

function told(counts) {
  return Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([type, number]) => `${number} ${type}${number === 1 ? "" : "s"}`)
    .join(", ");
}

function print(all) {
  const columns = ["name", "format", "ms", "verdict", "found"];
  const widths = columns.map((column) => Math.max(column.length, ...all.map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]))
      .join("  ")
      .trimEnd();
  console.log(line(columns));
  for (const row of all) console.log(line(columns.map((column) => row[column])));
}
