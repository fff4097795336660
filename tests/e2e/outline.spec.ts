import { expect, test } from "./fixtures.ts";

const question = "What moves Chinese labs to give their models away?";
const pragmatic = "Openness is pragmatic";
const strategic = "Openness is strategic";
const trust = "Firms had to publish to win over programmers abroad";
const stacks = "Others bought services stacked on free models";
const aims = "Openness serves aims beyond any present need";
const meaning = "A choice is strategic when it gives something up now to gain later";
const aside = "Researchers wave questions of business aside";
const rivals = "Publishing hands rivals a discovery for nothing";
const chosen = "Whoever had no choice did not weigh present needs";

test("the example debate is mapped from an empty map in the outline only, by keyboard", async ({
  map,
  visitor,
  guest,
}) => {
  const { outline } = visitor.map;
  await outline.open(map.links.edit);
  await visitor.map.expectSaveState("Saved");
  while (!(await outline.tree.evaluate((tree) => tree.contains(document.activeElement)))) {
    await visitor.press("Tab");
  }

  // A question, and two theses that answer it.
  await visitor.press("q");
  await outline.write(question);
  await visitor.press("a");
  await outline.type(pragmatic);
  await visitor.press("Control+Enter");
  await outline.write(strategic);
  await outline.expectRows(
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `  Answer. Claim: ${strategic}`,
  );

  // Reasons and objections; premises that only work together.
  await visitor.press("s");
  await outline.write(aims);
  await visitor.press("w");
  await outline.write(meaning);
  await visitor.press("Control+Enter");
  await outline.write(aside);
  await visitor.press("-");
  await expect(outline.row(aside)).toHaveAccessibleName(`But. Claim: ${aside}`);
  await visitor.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
  await expect(outline.row(pragmatic)).toBeFocused();
  await visitor.press("o");
  await outline.write(rivals);

  // A line at the top becomes a reason by Tab, while it is being written.
  await visitor.press("e");
  await outline.type("Firms had to publish");
  await visitor.press("Tab");
  await outline.write(" to win over programmers abroad");
  await outline.expectRows(
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `    But. Claim: ${rivals}`,
    `  Answer. Claim: ${strategic}`,
    `    Because. Claim: ${aims}`,
    `    Together with it. Claim: ${meaning}`,
    `    But. Claim: ${aside}`,
    `  Answer. Evidence: ${trust}`,
  );
  // Below the thesis before it, up to the thesis before that, and below it.
  await visitor.press("Alt+ArrowUp", "Alt+ArrowRight");
  await expect(outline.row(trust)).toHaveAccessibleName(`Because. Evidence: ${trust}`);
  await visitor.press("Control+Enter");
  await outline.type(stacks);
  await visitor.press("Shift+Tab");
  await expect(outline.row(stacks)).toHaveAccessibleName(`Answer. Claim: ${stacks}`);
  await expect(outline.writing).toBeFocused();
  await visitor.press("Tab", "Alt+ArrowUp", "Enter");

  // An objection to a step.
  await expect(outline.row(stacks)).toBeFocused();
  await visitor.press("ArrowDown", "Shift+O");
  await outline.write(chosen);
  const done = [
    `Question: ${question}`,
    `  Answer. Claim: ${pragmatic}`,
    `    Because. Claim: ${stacks}`,
    `    Because. Evidence: ${trust}`,
    `      But, against this step. Claim: ${chosen}`,
    `    But. Claim: ${rivals}`,
    `  Answer. Claim: ${strategic}`,
    `    Because. Claim: ${aims}`,
    `    Together with it. Claim: ${meaning}`,
    `    But. Claim: ${aside}`,
  ];
  await outline.expectRows(...done);

  // The evidence gets its source.
  await visitor.press("ArrowUp");
  await expect(outline.row(trust)).toBeFocused();
  const sources = outline.toolbar.getByRole("button", { name: "Sources", exact: true });
  while (!(await outline.toolbar.evaluate((bar) => bar.contains(document.activeElement)))) {
    await visitor.press("Tab");
  }
  while (!(await sources.evaluate((button) => button === document.activeElement))) {
    await visitor.press("ArrowRight");
  }
  await visitor.press("Enter");
  const dialog = visitor.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add a citation" })).toBeVisible();
  await visitor.press("Escape");
  await expect(dialog).toBeHidden();

  // All of it is on everybody's canvas, and each step can be taken back.
  await guest.map.use("Show the whole map");
  await guest.canvas.expectRelation("because", pragmatic, trust);
  await guest.canvas.expectRelation("because", strategic, aims, meaning);
  await guest.canvas.expectRelation("but", pragmatic, rivals);
});
