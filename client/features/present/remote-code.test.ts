import { beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "#shared/lib/result.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { RemoteCode } from "./remote-code.ts";

beforeEach(() => window.sessionStorage.clear());

let made = 0;
const audience = {
  makeJoinCode: vi.fn(async () => {
    made += 1;
    return ok({ code: `c${made}`, url: `https://host/j#c${made}`, expiresAt: 1 });
  }),
  endJoinCode: vi.fn(async () => ok(null)),
};
const opened = (owner = "parks") => {
  const tab = createDeviceStorage(() => window.sessionStorage);
  return new RemoteCode(audience as unknown as ConstructorParameters<typeof RemoteCode>[0], owner, tab);
};

beforeEach(() => {
  vi.clearAllMocks();
  made = 0;
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
  expect(audience.endJoinCode.mock.calls).toEqual([["c1"]]);
  code.end();
  code.end();
  expect(audience.endJoinCode.mock.calls).toEqual([["c1"], ["c3"]]);
});

test("where the server makes none, it is asked anew the next time", async () => {
  audience.makeJoinCode.mockResolvedValueOnce(err({ code: "unreachable", diagnostics: [] }) as never);
  const code = opened();
  expect(await code.addressFor("t1")).toBeNull();
  expect(await code.addressFor("t1")).toBe("https://host/j#c1");
});
