/** Something a reader found in a file: what, where, and how bad. An `error` means nothing was read. */
export type Diagnostic = Readonly<{
  /** Stable and searchable: FORMAT_WHAT. */
  code: string;
  severity: "error" | "warning" | "info";
  message: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
  /** Where in structured data: `cards[3].text`. */
  path?: string;
}>;
