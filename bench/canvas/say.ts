/** Words go to standard error, so that standard output stays free for the tables. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
