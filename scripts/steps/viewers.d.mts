/** Types of viewers.mjs, for the tests. */
export function findViewer(name: "pdftotext" | "pdfinfo" | "soffice"): string | undefined;
