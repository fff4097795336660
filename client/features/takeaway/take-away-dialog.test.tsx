import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MapRecord, PresentationId } from "#shared/model/index.ts";
import { aCard, aPresentation, aStep, presentation } from "../../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { saveFile } from "../../api/save-file.ts";
import { drawInBrowser } from "../../pictures/index.ts";
import { askUndrawn } from "./ask-undrawn.ts";
import { TakeAwayDialog } from "./take-away-dialog.tsx";

vi.mock("../../api/save-file.ts", () => ({ saveFile: vi.fn() }));
vi.mock("./ask-undrawn.ts", () => ({ askUndrawn: vi.fn() }));
vi.mock("../../pictures/index.ts", () => ({
  drawInBrowser: vi.fn(),
  DrawingTimeoutError: class DrawingTimeoutError extends Error {},
}));

const lectures: readonly MapRecord[] = [
  aCard("c1", "claim", { text: "It pays" }),
  aPresentation("p1", { title: "Lecture" }),
  aPresentation("p2", { title: "Exam", createdAt: 2 }),
  aStep("t1", ["c1"], { presentation: presentation("p1") }),
  aStep("t2", ["c1"], { presentation: presentation("p2"), isHidden: true }),
  aStep("t3", ["c1"], { presentation: presentation("p1"), order: "a1", isHidden: true }),
];

beforeEach(() => {
  vi.mocked(drawInBrowser).mockReset();
  vi.mocked(saveFile).mockReset();
  vi.mocked(askUndrawn).mockReset().mockResolvedValue("");
});
afterEach(cleanup);

function open(
  chosen: PresentationId | null,
  answer: () => Promise<Response> = async () => new Response("# R"),
) {
  const fetchReport = vi.fn((_query: string, _signal: AbortSignal) => answer());
  const made = createClientSession(lectures);
  renderPage(
    withSession(
      made,
      <TakeAwayDialog
        isOpen
        onOpenChange={() => undefined}
        presentation={chosen}
        fetchReport={fetchReport}
      />,
    ),
  );
  return { fetchReport };
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("[K53] saves the presentation chosen as a handout on the paper chosen", async () => {
  vi.mocked(drawInBrowser).mockResolvedValue(new Blob(["%PDF"]));
  open(presentation("p1"));
  fireEvent.change(screen.getByRole("combobox", { name: "Paper" }), { target: { value: "letter" } });
  press("Save PDF");
  await waitFor(() =>
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), expect.stringMatching(/Lecture\.pdf$/)),
  );
  const [format, job] = vi.mocked(drawInBrowser).mock.lastCall ?? [];
  expect(format).toBe("pdf");
  expect(job).toMatchObject({ options: { presentation: "p1", page: "letter", notes: true, lang: "en" } });
});

test("[K53] leaves out what the presenter was to say where that is not wanted, and keeps the keyboard where it is", async () => {
  vi.mocked(drawInBrowser).mockResolvedValue(new Blob(["PK"]));
  open(presentation("p1"));
  fireEvent.click(screen.getByRole("checkbox", { name: "With the presenter’s notes" }));
  const button = screen.getByRole("button", { name: "Save PowerPoint" });
  button.focus();
  fireEvent.click(button);
  expect(document.activeElement).toBe(button);
  await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
  expect(document.activeElement).toBe(button);
  expect(vi.mocked(drawInBrowser).mock.lastCall?.[1]).toMatchObject({ options: { notes: false } });
});

test("[F5] [K53] tells which characters the handout has no fonts for, and how many steps it is without", async () => {
  vi.mocked(askUndrawn).mockImplementation(async (_map, { notes }) => (notes ? "🎉 ש" : ""));
  open(presentation("p1"));
  const handout = screen.getByRole("region", { name: "Handout" });
  await waitFor(() => expect(handout.textContent).toContain("frames or are left out: 🎉 ש"));
  expect(screen.getByText(/^1 step is left out of handout and slides/)).toBeDefined();
  expect(vi.mocked(askUndrawn).mock.lastCall?.[1]).toEqual({ presentation: "p1", notes: true });
  fireEvent.click(screen.getByRole("checkbox", { name: "With the presenter’s notes" }));
  await waitFor(() => expect(handout.textContent).not.toContain("frames"));
});

test("[K53] has no pages of a presentation that shows nothing, but a report", async () => {
  const { fetchReport } = open(presentation("p2"));
  for (const name of ["Save PDF", "Save PowerPoint"])
    expect(screen.getByRole("button", { name })).toHaveProperty("disabled", true);
  press("Save Markdown");
  await waitFor(() =>
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), expect.stringMatching(/report\.md$/)),
  );
  expect(fetchReport.mock.lastCall?.[0]).toBe("?format=md&lang=en&presentation=p2");
});

test("[K53] says so where the server does not answer, and where a file is called off says nothing", async () => {
  open(presentation("p1"), () => Promise.reject(new Error("offline")));
  press("Save web page");
  expect((await screen.findByRole("alert")).textContent).toContain("The server did not answer");
  vi.mocked(drawInBrowser).mockImplementation(
    (_format, _map, { signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  );
  press("Save PowerPoint");
  expect(screen.getByRole("button", { name: "Save PDF" })).toHaveProperty("disabled", true);
  press("Cancel");
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Save PDF" })).toHaveProperty("disabled", false),
  );
  expect(screen.queryByRole("alert")).toBeNull();
  expect(saveFile).not.toHaveBeenCalled();
});
