import { beforeEach, expect, test, vi } from "vitest";
import { readAddressSecret } from "../api/address-secret.ts";
import { bringSecretBack, leaveToSignIn } from "./leave-to-sign-in.ts";

beforeEach(() => window.history.replaceState(null, "", "/m/parks-000001"));

test("whoever leaves to sign in takes no secret along, and finds it again here", () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  window.history.replaceState(null, "", "/m/parks-000001?from=mail#abc");
  leaveToSignIn(window);
  expect(assign.mock.calls).toEqual([["/auth/sign-in?to=%2Fm%2Fparks-000001%3Ffrom%3Dmail"]]);
  expect(window.location.href).not.toContain("abc");
  window.history.replaceState(null, "", "/m/parks-000001?from=mail");
  bringSecretBack(window);
  expect(readAddressSecret(window)).toBe("abc");
  window.history.replaceState(null, "", "/m/parks-000001");
  bringSecretBack(window);
  expect(readAddressSecret(window)).toBeNull();
  assign.mockRestore();
});

test("a secret that was left at one map does not open another, nor take a new link's place", () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  for (const address of ["/m/another-0001", "/m/parks-000001#new"]) {
    window.history.replaceState(null, "", "/m/parks-000001#abc");
    leaveToSignIn(window);
    window.history.replaceState(null, "", address);
    bringSecretBack(window);
    expect(readAddressSecret(window)).not.toBe("abc");
  }
  assign.mockRestore();
});

test("[H12] nobody is led to sign in from a map to be looked at, and its secret stays where it is", () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  window.history.replaceState(null, "", "/m/parks-000001?embed=1#abc");
  leaveToSignIn(window);
  expect(assign).not.toHaveBeenCalled();
  expect(readAddressSecret(window)).toBe("abc");
  assign.mockRestore();
});
