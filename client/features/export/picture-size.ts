import type { ExportOptions } from "#shared/formats/export-options.ts";

/** How many dots a picture gets; `usual` leaves that to the size of the map. */
export type PictureSize = Readonly<
  { name: string } & ({ kind: "usual" } | { kind: "times"; times: number } | { kind: "print"; dpi: number })
>;

/** All that can be chosen. */
export const pictureSizes: readonly PictureSize[] = [
  { name: "usual", kind: "usual" },
  ...[1, 2, 3, 4].map((times) => ({ name: `x${times}`, kind: "times", times }) as const),
  ...[150, 300, 600].map((dpi) => ({ name: `dpi${dpi}`, kind: "print", dpi }) as const),
];

/** Which of them the options are. */
export function sizeNameOf({ scale, dpi }: Pick<ExportOptions, "scale" | "dpi">): string {
  if (dpi !== null) return `dpi${dpi}`;
  return scale === null ? "usual" : `x${scale}`;
}

/** The options that a size stands for. */
export function sizeNamed(name: string): Pick<ExportOptions, "scale" | "dpi"> {
  const size = pictureSizes.find((known) => known.name === name);
  switch (size?.kind) {
    case "times":
      return { scale: size.times, dpi: null };
    case "print":
      return { scale: null, dpi: size.dpi };
    default:
      return { scale: null, dpi: null };
  }
}
