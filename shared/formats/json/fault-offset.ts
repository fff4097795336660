/** What may come next: a value, a key, the sign after it, or what follows a value; `…OrEnd` right after a bracket. */
type Awaited = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "next";

const word = /true|false|null|-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,10})?/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a text that is no JSON stops being JSON: engines say it in many ways, and some not at all. Linear. */
export function faultOffset(text: string): number {
  const open: string[] = [];
  let awaited: Awaited = "value";
  // A byte order mark is passed over.
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    while (/[ \t\n\r]/.test(text[at] ?? "")) at += 1;
    const sign = text[at];
    if (sign === undefined) return text.length;
    if (awaited === "next") {
      const closing = open.at(-1) === "{" ? "}" : "]";
      if (open.length === 0 || (sign !== "," && sign !== closing)) return at;
      if (sign === ",") awaited = open.at(-1) === "{" ? "key" : "value";
      else open.pop();
      at += 1;
    } else if (awaited === "colon") {
      if (sign !== ":") return at;
      awaited = "value";
      at += 1;
    } else if ((awaited === "keyOrEnd" && sign === "}") || (awaited === "valueOrEnd" && sign === "]")) {
      open.pop();
      awaited = "next";
      at += 1;
    } else if (sign === '"') {
      const { end, isWhole } = stringAt(text, at);
      if (!isWhole) return end;
      awaited = awaitsKey(awaited) ? "colon" : "next";
      at = end;
    } else if (awaitsKey(awaited)) {
      return at;
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      awaited = sign === "{" ? "keyOrEnd" : "valueOrEnd";
      at += 1;
    } else {
      word.lastIndex = at;
      const length = word.exec(text)?.[0].length ?? 0;
      if (length === 0) return at;
      awaited = "next";
      at += length;
    }
  }
}

function awaitsKey(awaited: Awaited): boolean {
  return awaited === "key" || awaited === "keyOrEnd";
}

/** Where the string ends that begins at `start`, after its quote; or where it stops being one. */
function stringAt(text: string, start: number): Readonly<{ end: number; isWhole: boolean }> {
  let at = start + 1;
  for (;;) {
    const sign = text[at];
    if (sign === '"') return { end: at + 1, isWhole: true };
    // Line breaks and other control characters do not stand in strings.
    if (sign === undefined || sign < " ") return { end: at, isWhole: false };
    if (sign === "\\") {
      escaped.lastIndex = at;
      const length = escaped.exec(text)?.[0].length ?? 0;
      if (length === 0) return { end: at, isWhole: false };
      at += length;
    } else at += 1;
  }
}
