import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/protocol/roles.ts";
import { type PageSurroundings, renderPage } from "../../../tests/support/render-page.tsx";
import { ShareDialog } from "./share-dialog.tsx";

const mapId = "parks-000001";
const links = Object.fromEntries(
  ["owner", "edit", "comment", "view"].map((name) => [name, `https://example.org/m/${mapId}#${name}`]),
);
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText.mockReset().mockResolvedValue(undefined);
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(writeText);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(role: Role, surroundings?: PageSurroundings) {
  return renderPage(
    <ShareDialog mapId={mapId} role={role} secret="key" isOpen onOpenChange={() => undefined} />,
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
