import { beforeEach, expect, test, vi } from "vitest";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { RemoteCode } from "./remote-code.ts";

type Calls = ConstructorParameters<typeof RemoteCode>[0];
const unreachable = err({ code: "unreachable", diagnostics: [] });

let made = 0;
let now = 0;
const audience = {
  makeJoinCode: vi.fn(async (): Promise<Result<unknown, unknown>> => {
    made += 1;
    return ok({ code: `c${made}`, url: `https://host/j#c${made}`, expiresAt: now + 1_000 });
  }),
  endJoinCode: vi.fn(async (_code: string): Promise<Result<unknown, unknown>> => ok(null)),
};
const opened = (owner = "parks") => {
  const tab = createDeviceStorage(() => window.sessionStorage);
  return new RemoteCode(audience as unknown as Calls, owner, tab, () => now);
};
const endedCodes = () => audience.endJoinCode.mock.calls.map(([code]) => code);

beforeEach(() => {
  window.sessionStorage.clear();
  vi.clearAllMocks();
  made = 0;
  now = 0;
});

test("[K9] a window has one code for remotes, asked for together, again, or after being loaded anew", async () => {
  const code = opened();
  const both = await Promise.all([code.addressFor("t1"), code.addressFor("t1")]);
  expect([...both, await opened().addressFor("t1")]).toEqual(Array(3).fill("https://host/j#c1"));
  expect(audience.makeJoinCode).toHaveBeenCalledOnce();
  expect(audience.endJoinCode).not.toHaveBeenCalled();
});

test("[K9] it ends with the next talk's, and when the talk is left; another window has its own", async () => {
  const code = opened();
  await code.addressFor("t1");
  await opened("parks presenter").addressFor("t1");
  expect(await code.addressFor("t2")).toBe("https://host/j#c3");
  expect(endedCodes()).toEqual(["c1"]);
  await code.end();
  await code.end();
  expect(endedCodes()).toEqual(["c1", "c3"]);
});

test("where the server makes none, it is asked anew the next time", async () => {
  audience.makeJoinCode.mockResolvedValueOnce(unreachable);
  const code = opened();
  expect(await code.addressFor("t1")).toBeNull();
  expect(await code.addressFor("t1")).toBe("https://host/j#c1");
});

test("[K9] left while the line is down, it is shown no more, and ended before there is another", async () => {
  const code = opened();
  await code.addressFor("t1");
  audience.endJoinCode.mockResolvedValue(unreachable);
  await code.end();
  const anew = opened();
  expect(await anew.addressFor("t1")).toBeNull();
  expect(audience.makeJoinCode).toHaveBeenCalledOnce();
  audience.endJoinCode.mockResolvedValue(ok(null));
  expect(await anew.addressFor("t1")).toBe("https://host/j#c2");
  expect(endedCodes()).toEqual(["c1", "c1", "c1"]);
});

test("[K9] left while it is being made, it is ended as it comes", async () => {
  const code = opened();
  let answer: (() => void) | undefined;
  const make = audience.makeJoinCode.getMockImplementation();
  audience.makeJoinCode.mockImplementationOnce(
    () => new Promise((resolve) => (answer = () => resolve(make?.() ?? unreachable))),
  );
  const asked = code.addressFor("t1");
  await vi.waitFor(() => expect(answer).toBeDefined());
  await code.end();
  answer?.();
  expect(await asked).toBeNull();
  expect(endedCodes()).toEqual(["c1"]);
  expect(await opened().addressFor("t1")).toBe("https://host/j#c2");
});

test("[K9] one whose time is over is not shown, and on wish another takes its place at once", async () => {
  const code = opened();
  await code.addressFor("t1");
  now = 1_000;
  expect(await code.addressFor("t1")).toBe("https://host/j#c2");
  expect(await code.another("t1")).toBe("https://host/j#c3");
  expect(await opened().addressFor("t1")).toBe("https://host/j#c3");
  expect(endedCodes()).toEqual(["c1", "c2"]);
});
