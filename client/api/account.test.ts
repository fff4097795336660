import { expect, test, vi } from "vitest";
import { accountName, signInAddress, signOut } from "./account.ts";

test("the name on the account is what the server noted, in any script", () => {
  expect(accountName(`a=b; counterpoint_account=${encodeURIComponent("李 Ann; x=y")}; c=d`)).toBe(
    "李 Ann; x=y",
  );
});

test.each(["", "a=b", "counterpoint_account=", "counterpoint_account=%E0%A4%A"])(
  "where nobody has to sign in, or something odd stands there, there is no name: %j",
  (cookies) => {
    expect(accountName(cookies)).toBeNull();
  },
);

test("signing out asks the server, and says whether it did", async () => {
  const fetchFrom = vi.fn<typeof fetch>(async () => new Response(null, { status: 204 }));
  expect(await signOut(fetchFrom)).toBe(true);
  expect(fetchFrom).toHaveBeenCalledWith("/auth/sign-out", { method: "POST" });
  expect(await signOut(async () => Promise.reject(new TypeError("Failed to fetch")))).toBe(false);
});

test("the way to sign in knows the way back", () => {
  expect(signInAddress("/m/parks-000001?embed=1")).toBe("/auth/sign-in?to=%2Fm%2Fparks-000001%3Fembed%3D1");
});
