import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { CardId, MapRecord, RecordId } from "#shared/model/index.ts";
import { type Showing, showingAt } from "#shared/presenting/index.ts";
import { aCard, anArgument, aStep, card, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { ReadingView } from "./reading-view.tsx";
import { useReading } from "./use-reading.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const records: readonly MapRecord[] = [
  aCard("c", "claim", { text: "Open on Sundays", createdAt: 1 }),
  aCard("r", "claim", { text: "Students need quiet", createdAt: 2 }),
  aCard("e", "evidence", { text: "A survey", createdAt: 3 }),
  aCard("u", "claim", { text: "The survey asked nobody else", createdAt: 4 }),
  anArgument("a", ["r", "e"], onCard("c"), { createdAt: 5 }),
  anArgument("b", ["u"], onArgument("a"), { polarity: "oppose", createdAt: 6 }),
  aStep("s", ["c", "a", "b"], { title: "Why", emphasises: [card("c")] }),
];

type ShownProps = Readonly<{ showing: Showing; focus?: RecordId; isSpotlit?: boolean }>;

function Shown({ showing, focus, isSpotlit = false }: ShownProps) {
  return (
    <ReadingView
      showing={showing}
      reading={useReading(showing)}
      focus={focus ?? null}
      isSpotlit={isSpotlit}
      isDriven={false}
    />
  );
}

function read(props: Omit<ShownProps, "showing"> = {}) {
  const made = createClientSession(records);
  const step = made.doc.get("s" as RecordId);
  if (step?.type !== "step") throw new Error("The step is in the map.");
  const showing = showingAt(made.doc, [step], { step: step.id, beat: 0 });
  if (!showing) throw new Error("The step is shown.");
  renderPage(withSession(made, <Shown showing={showing} {...props} />));
  return made;
}

/** The card's own line, without what stands below it. */
function line(text: string): HTMLElement {
  const found = screen.getByText(text).closest<HTMLElement>("li > div");
  if (!found) throw new Error(`“${text}” is read.`);
  return found;
}

test("[K36] a claim is read with its reasons joined by and, and what is said of the step, as lists within lists", () => {
  read();
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Step 1 of 1Why");
  expect(line("Students need quiet").textContent).toMatch(/^BecauseClaim: /u);
  expect(line("A survey").textContent).toMatch(/^andEvidence: /u);
  expect(line("The survey asked nobody else").textContent).toMatch(/^But that step does not hold, because/u);
  const claim = line("Open on Sundays").closest("li");
  expect(claim && within(claim).getAllByRole("listitem")).toHaveLength(3);
});

test("[K35] what is spoken about says so, and with a spotlight all else is paler but still there", () => {
  read({ focus: "r" as CardId, isSpotlit: true });
  expect(line("Students need quiet").textContent).toContain("Spoken about now");
  const look = (text: string) => line(text).className;
  expect(look("A survey")).not.toBe(look("Students need quiet"));
  expect(look("A survey")).toBe(look("The survey asked nobody else"));
});

test("[K36] an edit of one card changes that line and touches no other", async () => {
  const { others } = read();
  const touched: Node[] = [];
  const watch = new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target)));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await act(async () => {
    others({ type: "spliceText", id: card("r"), index: 0, remove: 0, insert: "Poor " });
    await new Promise(requestAnimationFrame);
  });
  const changed = line("Poor Students need quiet");
  watch.disconnect();
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.every((node) => changed.contains(node))).toBe(true);
});
