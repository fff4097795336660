import { expect, test, vi } from "vitest";
import { createMapApi } from "./map-api.ts";

const links = { owner: "o", edit: "e", comment: "c", view: "v" };

function answering(body: unknown, init?: ResponseInit) {
  const fetchFrom = vi.fn<typeof fetch>(async () =>
    typeof body === "string" ? new Response(body, init) : Response.json(body, init),
  );
  return { api: createMapApi(fetchFrom), fetchFrom };
}

test("a new map comes back with its id and links", async () => {
  const { api, fetchFrom } = answering({ id: "abcdefghij", links, diagnostics: [] }, { status: 201 });
  const made = await api.createMap({ title: "Parks" });
  expect(made).toEqual({ ok: true, value: { id: "abcdefghij", links, diagnostics: [] } });
  expect(fetchFrom).toHaveBeenCalledWith(
    "/api/maps",
    expect.objectContaining({ method: "POST", body: '{"title":"Parks"}' }),
  );
});

test("a token travels as bearer, and without one nothing is claimed", async () => {
  const { api, fetchFrom } = answering("", { status: 200 });
  await api.deleteMap("abcdefghij", "t0ken");
  await api.deleteMap("abcdefghij", "");
  expect(fetchFrom.mock.calls.map(([, init]) => init?.headers)).toEqual([
    { authorization: "Bearer t0ken" },
    {},
  ]);
});

test("a problem of the server keeps its code and its findings", async () => {
  const diagnostics = [{ code: "JSON_SYNTAX", severity: "error", message: "Not JSON.", line: 1 }];
  const { api } = answering({ code: "unreadable-file", status: 422, diagnostics }, { status: 422 });
  expect(await api.createMap({})).toEqual({ ok: false, error: { code: "unreadable-file", diagnostics } });
});

test.each([
  ["a proxy's page", "<h1>Bad gateway</h1>", 502, "unreachable"],
  ["a page that is not ours", "<h1>No</h1>", 403, "internal"],
  ["a success of another shape", "{}", 200, "internal"],
])("%s is a problem, not a throw", async (_case, body, status, code) => {
  const { api } = answering(body, { status });
  expect(await api.openSession("abcdefghij", "s")).toEqual({ ok: false, error: { code, diagnostics: [] } });
});

test("no answer at all is unreachable", async () => {
  const api = createMapApi(async () => {
    throw new TypeError("Failed to fetch");
  });
  expect(await api.fetchLinks("abcdefghij", "s")).toMatchObject({
    ok: false,
    error: { code: "unreachable" },
  });
});

test("whoever has to sign in first is sent to do that, and no other problem sends anybody", async () => {
  const onSignInNeeded = vi.fn<() => void>();
  let code = "sign-in-needed";
  const api = createMapApi(async () => Response.json({ code }, { status: 401 }), onSignInNeeded);
  expect(await api.createMap({})).toMatchObject({ error: { code: "sign-in-needed" } });
  expect(onSignInNeeded).toHaveBeenCalledOnce();
  code = "unauthenticated";
  await api.createMap({});
  expect(onSignInNeeded).toHaveBeenCalledOnce();
});
