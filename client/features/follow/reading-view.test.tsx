import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type CardId,
  getAs,
  type MapRecord,
  type MapView,
  type RecordId,
  type Step,
  type StepId,
} from "#shared/model/index.ts";
import { type Showing, showingAt } from "#shared/presenting/index.ts";
import { aCard, anArgument, aStep, card, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { NearWeigher } from "../../../tests/support/near-weigher.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { StageProvider } from "../../stage/index.ts";
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

function showingOf(doc: MapView, given: Partial<Step> = {}): Showing {
  const step = getAs(doc, "step", "s" as StepId);
  const showing = step && showingAt(doc, [{ ...step, ...given }], { step: step.id, beat: 0 });
  if (!showing) throw new Error("The step is in the map, and shown.");
  return showing;
}

function read(props: Omit<ShownProps, "showing"> = {}) {
  const made = createClientSession(records);
  renderPage(withSession(made, <Shown showing={showingOf(made.doc)} {...props} />));
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

test("[K21] a step that shows how cards stand says it with each card that it reads, in words", async () => {
  vi.stubGlobal("Worker", NearWeigher);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const made = createClientSession(records);
  const showing = showingOf(made.doc, { layer: "standing" });
  renderPage(
    withSession(
      made,
      <StageProvider session={made.session} steers={false}>
        <Shown showing={showing} />
      </StageProvider>,
    ),
  );
  await waitFor(() => expect(line("Students need quiet").textContent).toContain("unsupported"));
  expect(line("A survey").textContent).toContain("stands");
});
