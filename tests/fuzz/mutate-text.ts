import type { Seeded } from "./seeded.ts";

/** What readers take for something: ends of strings and lists, line breaks, halves of characters, numbers beyond all. */
const pieces = [
  ...[
    "",
    "\0",
    "\ud800",
    "\uFEFF",
    "\uFFFD",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "  ",
    "9".repeat(400),
    "1e999",
    "-1",
    "__proto__",
  ],
  ...[
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&amp;",
    "&#x110000;",
    "<!--",
    "]]>",
    "<![CDATA[",
  ],
  ...[
    ",",
    ";",
    ":",
    "=",
    "#",
    "@",
    "|",
    "~",
    "^",
    "\\",
    "%%",
    "```",
    "---",
    "===",
    "-->",
    "--x",
    "+ ",
    "- ",
    "1. ",
    "* ",
  ],
  ...[
    "null",
    "true",
    "[]",
    "{}",
    "@string{a=a#a}",
    "see: ",
    "pro: ",
    "con: ",
    "-> See 1.1.",
    "+>",
    "_>",
    "><",
    "subgraph a\n",
  ],
] as const satisfies readonly [string, ...string[]];

const longestRun = 2_000;

/** One of the files, changed in up to five places: by such pieces, by what it has elsewhere, or by what another has. */
export function mutateText(random: Seeded, files: readonly [string, ...string[]]): string {
  let text = random.one(files);
  for (let left = 1 + random.integer(5); left > 0; left--) text = mutateOnce(random, text, random.one(files));
  return text;
}

function mutateOnce(random: Seeded, text: string, other: string): string {
  const at = random.integer(text.length + 1);
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  switch (random.integer(8)) {
    case 0:
      return head + random.one(pieces) + tail;
    case 1:
      return head + random.one(pieces) + tail.slice(1 + random.integer(20));
    case 2:
      return head + random.one(pieces).repeat(random.integer(longestRun)) + tail;
    case 3:
      return head + tail.slice(1 + random.integer(200));
    case 4:
      return head;
    case 5:
      return head + other.slice(random.integer(other.length + 1));
    case 6:
      return head + String.fromCharCode(random.integer(0x1_0000)) + tail.slice(1);
    default:
      return head + tail.slice(0, random.integer(400)) + tail;
  }
}
