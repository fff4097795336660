import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import type { Role } from "#shared/protocol/roles.ts";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import { aCard, mapOf } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { CanvasProvider } from "../../canvas/canvas-context.tsx";
import type { StillCanvasProps } from "../../canvas/still-canvas.tsx";
import { SessionProvider } from "../../session/session-context.tsx";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { HistoryDialog } from "./history-dialog.tsx";

afterEach(cleanup);

const mapId = "parks-000001";
const hourMs = 3_600_000;
/** Noon of a day, wherever the test runs. */
const now = new Date(2026, 10, 22, 12).getTime();

const claim = (id: string, text: string) => aCard(id, "claim", { text });
const then = mapOf([claim("a", "Parks cost money"), claim("b", "Nobody goes there")], {
  a: [0, 0],
  b: [0, 400],
});
const today = [claim("a", "Parks cost little money"), claim("c", "Trees cool streets")];

function version(id: string, given: Partial<VersionSummary> = {}): VersionSummary {
  return { id, at: now - hourMs, kind: "automatic", name: "", author: "", cards: 2, ...given };
}
const draft = version("draft", { kind: "named", name: "First draft", author: "Mei" });
const before = version("before", { kind: "before-restoring", author: "Ada", at: now });

/** A canvas without pixels: what stands before it is what is tested. */
function BareCanvas({ session, ui, children }: StillCanvasProps) {
  const [tools] = useState(() => ({ ...createCanvasTools(session), ui }));
  return (
    <MapUiProvider store={ui}>
      <SessionProvider session={session}>
        <CanvasProvider tools={tools}>{children}</CanvasProvider>
      </SessionProvider>
    </MapUiProvider>
  );
}

function Opened() {
  const [isOpen, setOpen] = useState(true);
  return <HistoryDialog token="t" StillCanvas={BareCanvas} isOpen={isOpen} onOpenChange={setOpen} />;
}

type Call = Readonly<{ method: string; path: string; body: unknown }>;

/** Opens the dialog over a server that has `versions` and answers calls by method and what comes after the map's path. */
function open(
  answers: Readonly<Record<string, () => Response>> = {},
  {
    role = "editor",
    versions = [draft],
  }: Readonly<{ role?: Role; versions?: readonly VersionSummary[] }> = {},
) {
  const calls: Call[] = [];
  const made = createClientSession(today, { canEdit: role !== "viewer", role });
  const page = renderPage(withSession(made, <Opened />), {
    now,
    answer: (path, { method = "GET", body }) => {
      const rest = path.replace(`/api/maps/${mapId}/versions`, "");
      calls.push({ method, path: rest, body: typeof body === "string" ? JSON.parse(body) : undefined });
      const answer = answers[`${method} ${rest}`];
      if (answer) return answer();
      if (rest === "") return Response.json({ versions });
      return new Response(writeJson(then));
    },
  });
  return { ...page, calls };
}

async function look() {
  fireEvent.click(await screen.findByRole("button", { name: /^11:00.* First draft/u }));
  return screen.findByRole("region", { name: "What has changed since" });
}

test("versions stand by day, with time, name, who kept them and how large they were", async () => {
  const old = version("old", { at: now - 26 * hourMs, cards: 1 });
  open({}, { versions: [draft, old] });
  const days = await screen.findAllByRole("heading", { level: 3 });
  expect(days.map(({ textContent }) => textContent)).toEqual(["today", "yesterday"]);
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^11:00.* First draft by Mei 2 cards$/u),
    expect.stringMatching(/^10:00.* Kept by itself {2}1 card$/u),
  ]);
});

test("a map without versions says when the first will come", async () => {
  open({}, { versions: [] });
  expect(await screen.findByText(/No version has been kept yet/u)).toBeDefined();
});

test("the present state is kept under a name, by whoever asks for it", async () => {
  const { calls } = open({ "POST ": () => Response.json(version("new", { kind: "named", name: "Mine" })) });
  fireEvent.change(await screen.findByRole("textbox"), { target: { value: " Mine " } });
  fireEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByText("“Mine” is kept.")).toBeDefined();
  expect(calls.find(({ method }) => method === "POST")?.body).toEqual({ name: "Mine", author: "Ada" });
  await waitFor(() => expect(calls.filter(({ method }) => method === "GET")).toHaveLength(2));
});

test("why a name was not taken is said at the field", async () => {
  const full = { code: "too-many-versions", type: "", title: "", status: 409, detail: "" };
  open({ "POST ": () => Response.json(full, { status: 409 }) });
  fireEvent.change(await screen.findByRole("textbox"), { target: { value: "One more" } });
  fireEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(await screen.findByText(/as many named versions as it may/u)).toBeDefined();
});

test("a viewer looks and copies, but neither names nor restores", async () => {
  open({}, { role: "viewer" });
  await look();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Restore this version" })).toBeNull();
  expect(screen.getByRole("button", { name: "Copy to a new map" })).toBeDefined();
});

test("what has changed since is counted and listed with sign and word, and walked through by key", async () => {
  open();
  const panel = await look();
  expect(within(panel).getByText("1 added")).toBeDefined();
  expect(within(panel).getByText("1 removed")).toBeDefined();
  expect(within(panel).getByText("1 edited")).toBeDefined();
  const listed = within(panel).getAllByRole("listitem");
  expect(listed.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([
      "✎ Edited sinceClaim: Parks cost moneyNow: Claim: Parks cost little money",
      "− Removed sinceClaim: Nobody goes there",
      "+ Added sinceClaim: Trees cool streets",
    ]),
  );
  const status = within(panel).getByRole("status");
  fireEvent.keyDown(panel, { key: "n" });
  expect(status.textContent).toMatch(/^Change 1 of 3: /u);
  fireEvent.keyDown(panel, { key: "F3" });
  expect(status.textContent).toMatch(/^Change 2 of 3: /u);
  fireEvent.keyDown(panel, { key: "p" });
  fireEvent.keyDown(panel, { key: "p" });
  expect(status.textContent).toMatch(/^Change 3 of 3: /u);
});

test("a version is restored, and the restoration taken back in the message that tells of it", async () => {
  const { calls } = open({
    "POST /draft/restore": () => Response.json({ before, changes: {} }),
    "POST /before/restore": () => Response.json({ before: null, changes: {} }),
  });
  await look();
  fireEvent.click(screen.getByRole("button", { name: "Restore this version" }));
  expect(await screen.findByText("The map is again as it was: today, 11:00 AM")).toBeDefined();
  expect(screen.queryByRole("region", { name: "What has changed since" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText(/as it was before the version was restored/u)).toBeDefined();
  expect(calls.filter(({ method }) => method === "POST")).toEqual([
    { method: "POST", path: "/draft/restore", body: { author: "Ada" } },
    { method: "POST", path: "/before/restore", body: { since: "draft", author: "Ada" } },
  ]);
});

test("a version that is no longer kept says so, and one goes back to the list", async () => {
  const gone = { code: "not-found", type: "", title: "", status: 404, detail: "" };
  open({ "GET /draft": () => Response.json(gone, { status: 404 }) });
  fireEvent.click(await screen.findByRole("button", { name: /^11:00.* First draft/u }));
  expect(await screen.findByText("This version is no longer kept.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Back to the versions" }));
  expect(await screen.findByRole("dialog", { name: "Versions" })).toBeDefined();
  const row = await screen.findByRole("button", { name: /^11:00.* First draft/u });
  await waitFor(() => expect(document.activeElement).toBe(row));
});

test("a copy is entered as a map of one's own", async () => {
  const link = "https://example.org/m/copy-0000001#own";
  const links = { owner: link, edit: link, comment: link, view: link };
  const { history, deviceMaps, calls } = open({
    "POST /draft/copy": () => Response.json({ id: "copy-0000001", links, diagnostics: [] }),
  });
  await look();
  fireEvent.click(screen.getByRole("button", { name: "Copy to a new map" }));
  await waitFor(() => expect(history.at(-1)).toBe("/m/copy-0000001"));
  expect(deviceMaps.find("copy-0000001")).toMatchObject({ role: "owner", secret: "own" });
  expect(calls.find(({ method }) => method === "POST")?.body).toEqual({ title: "Copy of Untitled map" });
});

test("only the owner deletes a named version, and is asked first", async () => {
  open();
  await screen.findByRole("button", { name: /^11:00.* First draft/u });
  expect(screen.queryByRole("button", { name: /^Delete the version/u })).toBeNull();
  cleanup();

  const { calls } = open({ "DELETE /draft": () => new Response(null, { status: 204 }) }, { role: "owner" });
  fireEvent.click(await screen.findByRole("button", { name: "Delete the version “First draft”" }));
  const question = await screen.findByRole("alertdialog", { name: "Delete this version?" });
  fireEvent.click(within(question).getByRole("button", { name: "Delete the version" }));
  await waitFor(() => expect(calls.filter(({ method }) => method === "DELETE")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});
