import { expect, test } from "vitest";
import { presentViewOf, viewToShare } from "./shared-view.ts";

const view = { x: -300, y: 120, zoom: 0.8 };
const laptop = { width: 1280, height: 800 };

test("on a window of the same size the same is seen", () => {
  const shown = viewToShare(presentViewOf(view, laptop), laptop);
  expect(shown.x).toBeCloseTo(view.x);
  expect(shown.y).toBeCloseTo(view.y);
  expect(shown.zoom).toBeCloseTo(view.zoom);
});

test("on a phone all of it is seen, smaller", () => {
  const phone = { width: 390, height: 700 };
  const shown = viewToShare(presentViewOf(view, laptop), phone);
  const [left, right] = [-view.x / view.zoom, (laptop.width - view.x) / view.zoom];
  expect(left * shown.zoom + shown.x).toBeCloseTo(0);
  expect(right * shown.zoom + shown.x).toBeCloseTo(phone.width);
  expect((-view.y / view.zoom) * shown.zoom + shown.y).toBeGreaterThan(0);
});

test("on a large window things are as large as to them, with more around", () => {
  const wall = { width: 2560, height: 1600 };
  const shown = viewToShare(presentViewOf(view, laptop), wall);
  expect(shown.zoom).toBe(view.zoom);
  const middle = (laptop.width / 2 - view.x) / view.zoom;
  expect(middle * shown.zoom + shown.x).toBeCloseTo(wall.width / 2);
});
