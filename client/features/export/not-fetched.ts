/**
 * What browsers say of code and addresses that they cannot fetch (Chromium, Firefox, Safari), and what we say of fonts
 * and threads. Whole beginnings: a fault of the program may have such words in it too.
 */
const sayings = [
  /^Failed to fetch/u,
  /^error loading dynamically imported module/iu,
  /^Importing a module script failed/u,
  /^NetworkError when attempting to fetch/u,
  /^Load failed/u,
  /^The font file .* could not be fetched/u,
  /^The drawing thread did not start/u,
  // What is said of a thread whose code did not come.
  /^Script error/u,
];

/** Whether a fault is that a part of the program could not be fetched, by its message: threads tell no more. */
export function isNotFetched(message: string): boolean {
  return sayings.some((saying) => saying.test(message.replace(/^Uncaught \w+: /u, "")));
}
