/** The signs that Argdown writes as `.name.` or `:name:`; where both mean the same, once. */
const signs: Readonly<Record<string, string>> = {
  A: "∀",
  E: "∃",
  O: "𝗢",
  P: "𝗣",
  "->": "→",
  "<->": "↔",
  "~": "¬",
  "^": "∧",
  v: "∨",
  v_: "⊻",
  "<>": "◇",
  "[]": "◻",
  happy: "😀",
  smile: "☺",
  smiley: "☺",
  laugh: "😆",
  lol: "😆",
  rofl: "🤣",
  joy: "😂",
  heart: "❤",
  "?": "❓",
  question: "❓",
  love: "😍",
  wink: "😉",
  shush: "🤫",
  meh: "😐",
  "eye-roll": "🙄",
  sad: "😢",
  disappointed: "😞",
  scream: "😱",
  "+1": "👍",
  up: "👍",
  "-1": "👎",
  down: "👎",
  think: "🤔",
  star: "⭐",
  y: "✔",
  agree: "✔",
  n: "❌",
  disagree: "❌",
};

const signsByName: ReadonlyMap<string, string> = new Map(Object.entries(signs));

/** As long as the longest name, and its two stops. */
const maxShortcodeChars = 14;

/** The sign that a shortcode at this place stands for, and how long the code is; undefined where there is none. */
export function shortcodeAt(
  text: string,
  at: number,
): Readonly<{ sign: string; length: number }> | undefined {
  const stop = text.charAt(at);
  const end = text.slice(at + 1, at + maxShortcodeChars).indexOf(stop);
  const sign = end > 0 ? signsByName.get(text.slice(at + 1, at + 1 + end)) : undefined;
  return sign === undefined ? undefined : { sign, length: end + 2 };
}
