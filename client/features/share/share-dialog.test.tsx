import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/protocol/roles.ts";
import { type PageSurroundings, renderPage } from "../../../tests/support/render-page.tsx";
import type { ExchangeLink } from "../../api/link-secret.ts";
import { ShareDialog } from "./share-dialog.tsx";

const mapId = "parks-000001";
const links = Object.fromEntries(
  ["owner", "edit", "comment", "view"].map((name) => [name, `https://example.org/m/${mapId}#${name}`]),
);
const exchangeLink = vi.fn<ExchangeLink>(async (exchange) => void (await exchange()));
const onDelete = vi.fn<() => void>();
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  exchangeLink.mockClear();
  writeText.mockReset().mockResolvedValue(undefined);
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(writeText);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(role: Role, surroundings?: PageSurroundings, secret = "key") {
  return renderPage(
    <ShareDialog
      mapId={mapId}
      role={role}
      secret={secret}
      token="token"
      exchangeLink={exchangeLink}
      onDelete={onDelete}
      isOpen
      onOpenChange={() => undefined}
    />,
    surroundings,
  );
}

function linkNamed(name: string): string | undefined {
  return screen.queryByRole<HTMLInputElement>("textbox", { name })?.value;
}

test("the owner gets a link for each role, each with what it gives", async () => {
  const { fetchFrom } = open("owner", { answer: () => Response.json({ links }) });
  await screen.findByLabelText("Link for editing");
  expect(linkNamed("Link for editing")).toBe(links["edit"]);
  expect(linkNamed("Link for commenting")).toBe(links["comment"]);
  expect(linkNamed("Link for viewing")).toBe(links["view"]);
  expect(screen.getByText("Whoever has it sees the map live and changes nothing.")).toBeDefined();
  expect(fetchFrom.mock.calls[0]?.[1]?.body).toBe('{"secret":"key"}');
});

test("the owner link is out of sight until asked for, and comes with a warning", async () => {
  open("owner", { answer: () => Response.json({ links }) });
  const more = await screen.findByRole("button", { name: "Owner link" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(more);
  expect(more.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText(/Do not pass it on/)).toBeDefined();
  expect(linkNamed("Owner link")).toBe(links["owner"]);
});

test.each(["editor", "commenter", "viewer"] as const)(
  "a %s gets the link they came by and no other",
  (role) => {
    const { fetchFrom } = open(role);
    expect(linkNamed("Your link")).toMatch(/\/m\/parks-000001#key$/);
    expect(screen.getAllByRole("textbox")).toHaveLength(1);
    expect(fetchFrom).not.toHaveBeenCalled();
  },
);

test("copying is confirmed", async () => {
  open("viewer");
  fireEvent.click(screen.getByRole("button", { name: "Copy: Your link" }));
  expect(await screen.findByText("Copied", { selector: "output" })).toBeDefined();
  expect(writeText.mock.calls[0]?.[0]).toMatch(/#key$/);
});

test("where the browser refuses to copy it says so", async () => {
  writeText.mockRejectedValue(new DOMException("no", "NotAllowedError"));
  open("viewer");
  fireEvent.click(screen.getByRole("button", { name: "Copy: Your link" }));
  expect(await screen.findByText(/copy it by hand/)).toBeDefined();
});

test("while the server is away it says so, and trying again brings the links", async () => {
  let isAway = true;
  open("owner", {
    answer: () => {
      if (isAway) throw new TypeError("Failed to fetch");
      return Response.json({ links });
    },
  });
  expect((await screen.findByRole("alert")).textContent).toContain("The server cannot be reached.");
  isAway = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByLabelText("Link for viewing")).toBeDefined();
});

/** A server that keeps the links of the map, its lock, and what it was asked. */
function server() {
  const current: Record<string, string> = { ...links };
  const asked: string[] = [];
  let isLocked = false;
  const answer = (path: string, init: RequestInit): Response => {
    asked.push(`${init.method} ${path.replace(`/api/maps/${mapId}`, "")}`);
    if (path.endsWith("/lock")) {
      isLocked = init.method === "PUT";
      return new Response(null, { status: 204 });
    }
    const name = /\/links\/(\w+)$/u.exec(path)?.[1];
    if (name !== undefined) current[name] = `https://example.org/m/${mapId}#new-${name}`;
    return Response.json({ links: current, isLocked });
  };
  return { answer, asked };
}

async function confirm(opener: string, button: string): Promise<void> {
  fireEvent.click(await screen.findByRole("button", { name: opener }));
  fireEvent.click(await screen.findByRole("button", { name: button }));
}

test("a link is changed only after its owner has read what that does", async () => {
  const { answer, asked } = server();
  open("owner", { answer });
  fireEvent.click(await screen.findByRole("button", { name: "New link for editing…" }));
  expect(screen.getByText(/stops working at once/)).toBeDefined();
  expect(asked).toEqual(["POST /links"]);
  fireEvent.click(screen.getByRole("button", { name: "Make a new link" }));
  expect(await screen.findByText(/There is a new link/)).toBeDefined();
  expect(asked).toEqual(["POST /links", "POST /links/edit"]);
  await screen.findByRole("dialog", { name: "Share" });
  expect(linkNamed("Link for editing")).toMatch(/#new-edit$/);
  expect(linkNamed("Link for viewing")).toBe(links["view"]);
});

test("a link that cannot be changed stays, and the question says why", async () => {
  const { answer } = server();
  const answering = (path: string, init: RequestInit) =>
    path.endsWith("/edit") ? Response.json({ code: "conflict" }, { status: 409 }) : answer(path, init);
  open("owner", { answer: answering });
  await confirm("New link for editing…", "Make a new link");
  expect((await screen.findByRole("alert")).textContent).toContain("Somebody else changed the same thing");
});

test("the owner's own new link is kept by this device before anything else goes on", async () => {
  const { answer } = server();
  open("owner", { answer });
  fireEvent.click(await screen.findByRole("button", { name: "Owner link" }));
  await confirm("New owner link…", "Make a new link");
  await screen.findByText(/There is a new link/);
  const exchanged = await exchangeLink.mock.calls[0]?.[0]();
  expect(exchanged).toEqual({ role: "owner", secret: "new-owner" });
});

test("the lock is shown as the server has it, and can be turned by its owner", async () => {
  const { answer, asked } = server();
  open("owner", { answer });
  const lock = await screen.findByRole<HTMLInputElement>("checkbox", { name: "Lock the map" });
  expect(lock.checked).toBe(false);
  fireEvent.click(lock);
  await waitFor(() => expect(lock.checked).toBe(true));
  fireEvent.click(lock);
  await waitFor(() => expect(lock.checked).toBe(false));
  expect(asked).toEqual(["POST /links", "PUT /lock", "DELETE /lock"]);
});

test("a map is handed over by a new owner link; this device goes on with the link for editing", async () => {
  const { answer } = server();
  open("owner", { answer });
  await confirm("Hand over…", "Make the link to give away");
  await screen.findByRole("alertdialog", { name: "Give this link to the new owner" });
  expect(linkNamed("New owner link")).toMatch(/#new-owner$/);
  fireEvent.click(screen.getByRole("button", { name: "I have passed it on" }));
  await waitFor(() => expect(exchangeLink).toHaveBeenCalledTimes(2));
  expect(await exchangeLink.mock.calls[1]?.[0]()).toEqual({ role: "editor", secret: "edit" });
});

test("whoever is not the owner is offered none of this", () => {
  open("editor");
  for (const name of [/New link/, /Hand over/, /Delete/])
    expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("deleting is asked for here as well, and asked about elsewhere", () => {
  open("owner", { answer: server().answer });
  fireEvent.click(screen.getByRole("button", { name: "Delete map…" }));
  expect(onDelete).toHaveBeenCalledOnce();
});

test.each([
  ["owner", /open it by its owner link/u],
  ["editor", /use the link that you were given/u],
] as const)("who opened the map from their list, as %s, is told where links are", (role, words) => {
  const { fetchFrom } = open(role, undefined, "");
  expect(screen.getByText(words)).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Hand over…" })).toBeNull();
  expect(fetchFrom).not.toHaveBeenCalled();
});
