/**
 * What the page does, as it stands in the file. It reads everything from the page, so it is the same in every file and
 * can be allowed by its hash alone.
 */
export const pageScript: string = `
"use strict";
(() => {
  const root = document.documentElement;
  const stage = document.getElementById("stage");
  const svg = stage.querySelector("svg");
  const box = svg.viewBox.baseVal;
  const size = { width: box.width || 1, height: box.height || 1 };
  svg.setAttribute("width", size.width);
  svg.setAttribute("height", size.height);
  const view = { x: 0, y: 0, scale: 1 };
  const limits = { least: 0.02, most: 8 };

  const place = () => {
    svg.style.transform = "translate(" + view.x + "px," + view.y + "px) scale(" + view.scale + ")";
  };
  const fit = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    view.scale = Math.min(width / size.width, height / size.height, 1.5) || 1;
    view.x = (width - size.width * view.scale) / 2;
    view.y = (height - size.height * view.scale) / 2;
    place();
  };
  const zoom = (by, x = stage.clientWidth / 2, y = stage.clientHeight / 2) => {
    const scale = Math.min(limits.most, Math.max(limits.least, view.scale * by));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    place();
  };
  const pan = (x, y) => {
    view.x += x;
    view.y += y;
    place();
  };

  const hands = new Map();
  let moved = 0;
  const local = (event) => {
    const edge = stage.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  };
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    hands.set(event.pointerId, local(event));
    moved = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    const before = hands.get(event.pointerId);
    if (!before) return;
    const now = local(event);
    const other = [...hands].find(([id]) => id !== event.pointerId);
    if (other) {
      const far = (a) => Math.hypot(a.x - other[1].x, a.y - other[1].y) || 1;
      zoom(far(now) / far(before), other[1].x, other[1].y);
    } else {
      moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      if (moved > 4 && !stage.hasPointerCapture(event.pointerId)) {
        stage.setPointerCapture(event.pointerId);
        stage.classList.add("held");
      }
      if (moved > 4) pan(now.x - before.x, now.y - before.y);
    }
    hands.set(event.pointerId, now);
  });
  const letGo = (event) => {
    hands.delete(event.pointerId);
    if (hands.size === 0) stage.classList.remove("held");
  };
  stage.addEventListener("pointerup", letGo);
  stage.addEventListener("pointercancel", letGo);
  stage.addEventListener("pointerleave", (event) => {
    if (!stage.hasPointerCapture(event.pointerId)) letGo(event);
  });
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = local(event);
    const step = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey) pan(-event.deltaY * step, 0);
    else zoom(Math.exp((-event.deltaY * step) / 400), at.x, at.y);
  }, { passive: false });

  const keys = {
    ArrowLeft: () => pan(60, 0),
    ArrowRight: () => pan(-60, 0),
    ArrowUp: () => pan(0, 60),
    ArrowDown: () => pan(0, -60),
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    0: fit,
  };
  stage.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const onClick = (id, act) => document.getElementById(id).addEventListener("click", act);
  onClick("zoom-in", () => zoom(1.25));
  onClick("zoom-out", () => zoom(0.8));
  onClick("fit", fit);
  onClick("theme", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  });

  const cards = new Map();
  for (const element of svg.querySelectorAll("[data-id]"))
    if (element.classList.contains("card")) cards.set(element.dataset.id, element);
  const entries = [...document.querySelectorAll("#outline a[data-card]")];
  let here;
  const mark = (id) => {
    if (here) here.classList.remove("here");
    for (const element of svg.querySelectorAll(".card-here")) element.classList.remove("card-here");
    const entry = entries.find((each) => each.dataset.card === id);
    here = entry && entry.parentElement;
    if (here) here.classList.add("here");
    const card = cards.get(id);
    if (card) card.classList.add("card-here");
    return { card, entry };
  };
  const show = (id) => {
    const { card } = mark(id);
    if (!card) return;
    if (view.scale < 0.7) view.scale = 0.9;
    const { x, y, width, height } = card.getBBox();
    view.x = stage.clientWidth / 2 - (x + width / 2) * view.scale;
    view.y = stage.clientHeight / 2 - (y + height / 2) * view.scale;
    place();
  };
  document.getElementById("outline").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-card]");
    if (!link) return;
    event.preventDefault();
    show(link.dataset.card);
  });
  stage.addEventListener("click", (event) => {
    if (moved > 4 || event.target.closest("a")) return;
    const card = event.target.closest(".card[data-id]");
    if (!card) return;
    const { entry } = mark(card.dataset.id);
    if (entry) entry.scrollIntoView({ block: "center" });
  });

  const search = document.getElementById("search");
  const count = document.getElementById("count");
  let hits = [];
  let next = 0;
  search.addEventListener("input", () => {
    for (const hit of hits) hit.parentElement.classList.remove("hit");
    const words = search.value.trim().toLocaleLowerCase();
    hits = words === "" ? [] : entries.filter((entry) => entry.textContent.toLocaleLowerCase().includes(words));
    for (const hit of hits) hit.parentElement.classList.add("hit");
    next = 0;
    count.textContent =
      words === "" ? "" : hits.length === 0 ? count.dataset.none : count.dataset.some.replace("{count}", hits.length);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || hits.length === 0) return;
    event.preventDefault();
    const entry = hits[next % hits.length];
    next += 1;
    show(entry.dataset.card);
    entry.scrollIntoView({ block: "center" });
  });

  if (!root.dataset.theme)
    root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  fit();
  addEventListener("resize", fit);
})();
`;

/** The SHA-256 of `pageScript` in base 64: the only script that the page may run. A test keeps it true. */
export const pageScriptHash: string = "I1KelXuzFj8ZBw1mdhJgm5KeGyK2ABo92Fc3XZBG/V8=";
