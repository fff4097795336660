import { expect, test, vi } from "vitest";
import { type Command, getAs } from "#shared/model/index.ts";
import { aCard, aStep, step } from "../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../tests/support/client-session.tsx";
import { TalkMap } from "./talk-map.ts";

test("what somebody writes in a step while it is shown does not cost a way through the map", async () => {
  const { session, doc } = createClientSession([aCard("c"), aStep("one", ["c"]), aStep("two", ["c"])]);
  const talkMap = new TalkMap(session.records);
  const before = talkMap.stepsOf(null);
  expect(before.map(({ id }) => id)).toEqual(["one", "two"]);
  expect(talkMap.stepsOf(null)).toBe(before);
  const walks = vi.spyOn(doc.records, "values");
  const written: Command = { type: "editStep", id: step("one"), values: { title: "Anew" } };
  expect(session.apply(written).ok).toBe(true);
  await vi.waitFor(() => expect(talkMap.stepsOf(null)[0]?.title).toBe("Anew"));
  expect(getAs(doc, "step", step("one"))?.title).toBe("Anew");
  expect(walks).not.toHaveBeenCalled();
  talkMap.dispose();
});
