/** Finds the programs that exported files are opened with in tests, and gets them where that is ours to do. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { canInstallPackages, installPackages } from "./packages.mjs";
import { say } from "./run.mjs";

const usualPlaces = {
  pdftotext: [],
  pdfinfo: [],
  soffice: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
};
const packageOf = { pdftotext: "poppler-utils", pdfinfo: "poppler-utils", soffice: "libreoffice-impress" };

/** The path of a program by name, or undefined where there is none. */
export function findViewer(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...folders.map((folder) => join(folder, name)), ...(usualPlaces[name] ?? [])].find((path) =>
    existsSync(path),
  );
}

/** Gets what is missing where it can; otherwise one line says what is left out, and those tests are. */
export async function ensureViewers() {
  if (missingPackages().length > 0 && canInstallPackages()) {
    say("Poppler or LibreOffice is missing; getting them to open exported files in tests ...");
    await installPackages(missingPackages());
  }
  const missing = missingPackages();
  if (missing.length > 0)
    say(
      `PDF files and slides are not opened by the programs they are for; missing here: ${missing.join(", ")} ` +
        `(on Debian or Ubuntu: apt-get install ${missing.join(" ")}; on macOS: brew install poppler libreoffice).`,
    );
}

function missingPackages() {
  const missing = Object.entries(packageOf).filter(([name]) => findViewer(name) === undefined);
  return [...new Set(missing.map(([, name]) => name))];
}
