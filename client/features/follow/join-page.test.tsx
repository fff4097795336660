import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type PageSurroundings, renderPage } from "../../../tests/support/render-page.tsx";
import { joinedMapOf } from "../../api/joined-maps.ts";
import { JoinForm } from "./join-form.tsx";
import { JoinPage } from "./join-page.tsx";

beforeEach(() => window.sessionStorage.clear());
afterEach(cleanup);

const mapId = "parks-000001";

function answering(status: number, body: unknown): NonNullable<PageSurroundings["answer"]> {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

const joined = (use: "audience" | "remote") => ({
  id: mapId,
  role: use === "remote" ? "editor" : "viewer",
  token: "the-token",
  for: use,
});

test("[K30] a code is traded for access, which stays in this tab, and leads to the talk", async () => {
  const { history, fetchFrom } = renderPage(<JoinPage code="ACD234" />, {
    answer: answering(200, joined("audience")),
  });
  await expect.poll(() => history.at(-1)).toBe(`/m/${mapId}/follow`);
  expect(fetchFrom.mock.calls[0]?.[0]).toBe("/api/join");
  expect(fetchFrom.mock.calls[0]?.[1]?.body).toBe('{"code":"ACD234"}');
  expect(joinedMapOf(mapId)).toEqual({ code: "ACD234", role: "viewer", token: "the-token" });
});

test("[K30] a phone's code leads to the remote", async () => {
  const { history } = renderPage(<JoinPage code="a-long-code-for-one-phone" />, {
    answer: answering(200, joined("remote")),
  });
  await expect.poll(() => history.at(-1)).toBe(`/m/${mapId}/present/remote`);
});

test.each([
  [404, "not-found", "No talk has this code, or it is over"],
  [429, "too-many-requests", "Too many codes were tried from here"],
  [400, "bad-request", "A code has six letters and digits"],
  [503, "unavailable", "The server cannot be reached"],
] as const)(
  "[K30] a code that opens nothing (%i) is told in words, and another can be typed",
  async (status, code, words) => {
    const { history } = renderPage(<JoinPage code="ACD234" />, { answer: answering(status, { code }) });
    expect((await screen.findByRole("alert")).textContent).toContain(words);
    expect(screen.getByRole("textbox", { name: "Join a talk with a code" })).toBeDefined();
    expect(history.at(-1)).toBe("/");
  },
);

test("[K30] a server that is away can be asked again", async () => {
  let isAway = true;
  const { history } = renderPage(<JoinPage code="ACD234" />, {
    answer: (path, init) => {
      if (isAway) throw new TypeError("Failed to fetch");
      return answering(200, joined("audience"))(path, init);
    },
  });
  const again = await screen.findByRole("button", { name: "Try again" });
  isAway = false;
  fireEvent.click(again);
  await expect.poll(() => history.at(-1)).toBe(`/m/${mapId}/follow`);
});

test("[K30] what was typed is read as people write codes, and what can be none is said at once", () => {
  const { history } = renderPage(<JoinForm />);
  const field = screen.getByRole("textbox", { name: "Join a talk with a code" });
  fireEvent.change(field, { target: { value: "hello" } });
  fireEvent.click(screen.getByRole("button", { name: "Join" }));
  expect(screen.getByText(/^A code has six letters and digits/u)).toBeDefined();
  expect(history.at(-1)).toBe("/");
  fireEvent.change(field, { target: { value: "acd-2e4" } });
  expect(screen.queryByText(/^A code has six/u)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Join" }));
  expect(history.at(-1)).toBe("/j/ACD2E4");
});
