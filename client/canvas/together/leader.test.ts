import { expect, test } from "vitest";
import { type FollowedBy, leaderOf } from "./leader.ts";

const self = 1;

function here(follows: Readonly<Record<number, number | null>>): FollowedBy {
  return (clientId) => follows[clientId];
}

test("who follows nobody leads", () => {
  expect(leaderOf(2, self, here({ 2: null }))).toBe(2);
});

test("a chain is led by its first", () => {
  expect(leaderOf(2, self, here({ 2: 3, 3: 4, 4: null }))).toBe(4);
});

test("somebody who follows one who has left looks with their own eyes", () => {
  expect(leaderOf(2, self, here({ 2: 9 }))).toBe(2);
});

test("a chain that comes back to oneself has no leader", () => {
  expect(leaderOf(2, self, here({ 2: self }))).toBeNull();
  expect(leaderOf(2, self, here({ 2: 3, 3: self }))).toBeNull();
});

test("a ring of others ends where it closes", () => {
  expect(leaderOf(2, self, here({ 2: 3, 3: 4, 4: 3 }))).toBe(3);
  expect(leaderOf(2, self, here({ 2: 2 }))).toBe(2);
});
