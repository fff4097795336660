import { expect, test } from "vitest";
import { aCard, anArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { describeRecord } from "./describe-record.ts";

test("an argument is told as it was, and as it is", () => {
  const then = anArgument("a1", ["c1", "c2"], onCard("c3"));
  const cards = ["One", "Two", "Three"].map((text, at) => aCard(`c${at + 1}`, "claim", { text }));
  const tools = createCanvasTools(createClientSession([...cards, then]).session);
  const now = anArgument("a1", ["c2"], onCard("c3"), { polarity: "oppose" });
  const { t } = tools;
  expect(describeRecord(then, tools, t)).toBe("Because One; Two – for: Three");
  expect(describeRecord(now, tools, t)).toBe("But Two – against: Three");
});
