import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What it took to draw one file: the time of the drawing alone, and the most memory that its process had. */
export type Drawing = Readonly<{ what: string; seconds: number; bytes: number; peakMegabytes: number }>;

const files: readonly (readonly [format: string, what: string])[] = [
  ["svg", "SVG"],
  ["pdf", "PDF"],
  ["png", "PNG, an A0 poster at 150 dpi"],
  ["pptx", "PPTX"],
  ["html", "HTML"],
];

/** Draws a map of so many cards as each kind of file, one after the other. */
export function measureDrawings(cards: number): readonly Drawing[] {
  const program = fileURLToPath(new URL("draw-one.ts", import.meta.url));
  return files.map(([format, what]) => {
    const answer = execFileSync(process.execPath, ["--import", "tsx", program, format, String(cards)], {
      maxBuffer: 1_000_000,
    });
    return { what, ...(JSON.parse(answer.toString("utf8")) as Omit<Drawing, "what">) };
  });
}
