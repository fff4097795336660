import type { CardId } from "#shared/model/index.ts";
import { expect, test } from "./fixtures.ts";
import { FollowPage } from "./pages/follow-page.ts";
import { PresenterPage } from "./pages/presenter-page.ts";
import { expectAccessible } from "./support/accessible.ts";
import { ScriptedPresenter } from "./support/scripted-presenter.ts";

const [claim, objection] = ["The library should open on Sundays", "Nobody came when it was tried"];
const card = (index: number) => `card-${index}` as CardId;

test.use({
  names: { visitor: "Ada" },
  startingMap: {
    title: "Sundays",
    cards: [
      { text: claim, at: [0, 0] },
      { text: objection, at: [0, 220], kind: "evidence" },
    ],
    arguments: [{ polarity: "oppose", from: objection, to: claim }],
  },
});

test("[K21] steps show on projector and phone how cards stand, how strong they are, or neither", async ({
  server,
  map,
  visitor,
  browser,
}) => {
  const author = await ScriptedPresenter.open(server.url, map, "Author");
  const shows = [card(0), card(1)];
  author.addSteps([
    { title: "What is said", shows },
    { title: "How it stands", shows, layer: "standing" },
    { title: "How strong it is", shows, layer: "strength" },
  ]);
  author.close();
  const projector = new PresenterPage(visitor.page);
  await projector.open(map.links.edit);
  await projector.begin();
  await projector.expectStep(1, 3, "What is said");
  const pocket = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = new FollowPage(await pocket.newPage());
  await phone.open(map.links.view);
  await phone.expectFollowing("Ada");
  await expect(projector.canvas.card(objection)).not.toContainText(/stands|strength/u);
  await expect(phone.line(objection)).not.toContainText(/stands|strength/u);

  await projector.press("PageDown");
  for (const [text, standing] of [
    [objection, "stands"],
    [claim, "refuted"],
  ] as const) {
    await expect(projector.canvas.faring(text, standing)).toContainText(standing);
    await expect(phone.line(text)).toContainText(standing);
  }
  await expectAccessible(phone.page);

  await projector.press("PageDown");
  for (const text of [objection, claim]) {
    await expect(projector.canvas.cards.filter({ hasText: text })).toContainText(/0\.\d\d$/u);
    await expect(phone.line(text)).toContainText(/0\.\d\d/u);
  }
  await expect(phone.line(claim)).not.toContainText("refuted");
  await pocket.close();
});
