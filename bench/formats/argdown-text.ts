const words = (
  "the path river town pays for every year because people walk there and nobody counts what it costs to keep " +
  "gravel dry while rain falls on wheels that need firm ground"
).split(" ");

/** Half a sentence that is the same whenever it is asked for. */
function sentence(seed: number): string {
  let state = seed * 2_654_435_761;
  const said = Array.from({ length: 9 + (seed % 7) }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return words[state % words.length] ?? "";
  });
  return `${said.join(" ")}.`;
}

/**
 * An Argdown text of so many statements, as people write them: groups, trees of reasons three levels deep with arguments
 * among them, premises with a conclusion, tags, links, comments.
 */
export function argdownText(statements: number): string {
  const blocks = ["===\ntitle: A long debate\n==="];
  for (let made = 0, block = 0; made < statements; block += 1) {
    if (block % 20 === 0) blocks.push(`# Part ${block / 20 + 1}`);
    if (block % 25 === 7) blocks.push("// What follows was said later.");
    const name = `Claim ${block}`;
    if (block % 4 === 3) {
      blocks.push(
        `<Argument ${block}>: ${sentence(made)} #built`,
        `(1) ${sentence(made + 1)}\n(2) [Premise ${block}]: ${sentence(made + 2)}\n--\nModus ponens\n--\n(3) [Claim ${block - 1}]`,
      );
      made += 2;
    } else {
      blocks.push(
        `[${name}]: ${sentence(made)} See [a report](https://example.org/${block}). #town\n` +
          `  + ${sentence(made + 1)}\n    - [Doubt ${block}]: ${sentence(made + 2)}\n` +
          `      + <Answer ${block}>: ${sentence(made + 3)}\n  - ${sentence(made + 4)} {source: "Minutes"}`,
      );
      made += 4;
    }
  }
  return `${blocks.join("\n\n")}\n`;
}
