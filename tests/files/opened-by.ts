/** Files opened by the programs they are for, where these are installed; `scripts/steps/viewers.mjs` gets them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findViewer } from "../../scripts/steps/viewers.mjs";

const pdftotext = findViewer("pdftotext");
const pdfinfo = findViewer("pdfinfo");
const soffice = findViewer("soffice");
// LibreOffice takes some ten seconds to start, many times that beside other tests.
const timeoutMs = 150_000;

export const hasPoppler: boolean = pdftotext !== undefined && pdfinfo !== undefined;
export const hasLibreOffice: boolean = soffice !== undefined && hasPoppler;

/** The words on the pages of a PDF in the order in which they were put there, with one space wherever there is white. */
export function wordsOfPdf(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = put(folder, "file.pdf", pdf);
    return run(pdftotext, ["-raw", "-enc", "UTF-8", file, "-"]).replace(/\s+/gu, " ");
  });
}

/** What `pdfinfo` says about a PDF: `{Pages: "3", Title: …}`. */
export function factsOfPdf(pdf: Uint8Array): Readonly<Record<string, string>> {
  return inFolder((folder) => {
    const lines = run(pdfinfo, ["-enc", "UTF-8", put(folder, "file.pdf", pdf)]).split("\n");
    return Object.fromEntries(
      lines.flatMap((line) => {
        const colon = line.indexOf(":");
        return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
      }),
    );
  });
}

/** Slides as a PDF that LibreOffice made of them. */
export function printedSlides(pptx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const file = put(folder, "file.pptx", pptx);
    // A profile of its own: a LibreOffice that runs already would take the file over.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    run(soffice, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]);
    return new Uint8Array(readFileSync(join(folder, "file.pdf")));
  });
}

function run(program: string | undefined, args: readonly string[]): string {
  if (program === undefined)
    throw new Error("The program is not installed; ask before with hasPoppler and the like.");
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    timeout: timeoutMs,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr.toString("utf8")}`);
  return stdout.toString("utf8");
}

function put(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function inFolder<Value>(use: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), "counterpoint-opened-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
