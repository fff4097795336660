/**
 * `node scripts/take-pictures.mjs`: takes the pictures of docs/pictures anew from the product as it is. Builds what is
 * stale, starts a server of its own on an empty folder, and lets two people open the example map.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filmTalk } from "./pictures/film-talk.mjs";
import { compose } from "./pictures/webp.mjs";
import { ensureBrowser } from "./steps/browser.mjs";
import { ensureBuilt } from "./steps/build.mjs";
import { root, runScript, say } from "./steps/run.mjs";

const port = 4399;
const pictures = join(root, "docs/pictures");
const desk = { width: 1440, height: 900 };
/** Longer than the canvas waits after a movement before it draws anew. */
const sharpAfterMs = 600;
const phone = { width: 390, height: 844 };

await runScript(async () => {
  await ensureBuilt();
  const { chromium } = createRequire(join(root, "package.json"))("@playwright/test");
  const dataDir = await mkdtemp(join(tmpdir(), "counterpoint-pictures-"));
  const server = await startServer(dataDir);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserArgs() });
  try {
    await takeAll(browser);
  } finally {
    await browser.close();
    server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
});

async function takeAll(browser) {
  const owner = await person(browser, { name: "Mei Lin", color: "teal" }, { viewport: desk });
  await owner.goto(`http://localhost:${port}/`);
  await settled(owner);
  await shoot(owner, "home");
  await owner.getByRole("button", { name: "Open the example" }).click();
  await opened(owner);
  await shoot(owner, "map-light");

  const link = await editLink(owner);
  await shoot(owner, "share");
  await owner.keyboard.press("Escape");

  const guest = await person(browser, { name: "Jonas", color: "orange" }, { viewport: desk });
  await guest.goto(link);
  await opened(guest);
  await guest.getByRole("group", { name: "Claim: Closed models follow the money", exact: true }).dblclick();
  await guest.mouse.move(620, 560);
  const chosen = owner.getByRole("group", {
    name: "Claim: Openness is an outcome of market structure",
    exact: true,
  });
  await chosen.click();
  await owner.getByText("Jonas writes").waitFor();
  await settled(owner);
  await shoot(owner, "two-people");
  await guest.context().close();

  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Show the whole map" }).click();
  await settled(owner);
  await shoot(owner, "whole-map");
  await owner.getByRole("button", { name: "Outline", exact: true }).click();
  await owner.getByRole("treegrid", { name: "Outline" }).waitFor();
  await settled(owner);
  await shoot(owner, "outline");
  await owner.getByRole("button", { name: "Outline", exact: true }).click();
  await owner.keyboard.press("Control+k");
  await owner.getByRole("searchbox", { name: "Commands" }).waitFor();
  await owner.keyboard.type("tidy");
  await settled(owner);
  await shoot(owner, "palette");
  await owner.context().close();

  const night = await person(
    browser,
    { name: "Mei Lin", color: "teal" },
    { viewport: desk, colorScheme: "dark" },
  );
  await night.goto(link);
  await opened(night);
  await shoot(night, "map-dark");
  await night.goto(`http://localhost:${port}/`);
  await settled(night);
  await shoot(night, "home-dark");

  const reader = await person(
    browser,
    { name: "林美", color: "teal" },
    { viewport: desk, locale: "zh-CN", contrast: "more" },
  );
  await reader.goto(link);
  await opened(reader, { share: "分享", saved: "已保存" });
  await shoot(reader, "contrast-chinese");

  const small = { viewport: phone, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
  const pocket = await person(browser, { name: "Jonas", color: "orange" }, small);
  await pocket.goto(`http://localhost:${port}/`);
  await settled(pocket);
  await shoot(pocket, "phone-home");
  await pocket.goto(link);
  await opened(pocket);
  await shoot(pocket, "phone-outline");
  await pocket.getByRole("radio", { name: "Map" }).tap();
  await settled(pocket);
  await shoot(pocket, "phone-map");
  await pocket.getByRole("button", { name: "Share" }).tap();
  await pocket.getByRole("dialog").waitFor();
  await settled(pocket);
  await shoot(pocket, "phone-share");
  await pocket.context().close();

  const film = join(pictures, "talk.webp");
  await filmTalk({ browser, person, settled, home: `http://localhost:${port}/`, file: film });
  say("docs/pictures/talk.webp");
}

/** Someone with a browser of their own, known by name. */
async function person(browser, { name, color }, options) {
  const context = await browser.newContext(options);
  const view = JSON.stringify({
    version: 1,
    state: { theme: "system", person: { name, color }, hasSeenTour: true },
  });
  await context.addInitScript((stored) => localStorage.setItem("counterpoint.view", stored), view);
  return context.newPage();
}

async function opened(page, { share, saved } = { share: "Share", saved: "Saved" }) {
  await page.getByRole("button", { name: share }).waitFor();
  await page.getByText(saved, { exact: true }).waitFor({ state: "attached" });
  await settled(page);
}

async function editLink(page) {
  await page.getByRole("button", { name: "Share" }).click();
  const field = page.getByRole("textbox", { name: /^Link for editing/ });
  await field.waitFor();
  await settled(page);
  return field.inputValue();
}

/** Fonts are there, nothing on the page is moving any more, and what is drawn has been drawn sharp. */
async function settled(page) {
  await page.locator("[data-moving]").waitFor({ state: "detached" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(sharpAfterMs);
}

async function shoot(page, name) {
  const png = await page.screenshot();
  // A PNG says its size in its header.
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const whole = { png, x: 0, y: 0, width, height };
  const webp = await compose(page.context().browser(), { width, height, ground: "white" }, [whole]);
  await writeFile(join(pictures, `${name}.webp`), webp);
  say(`docs/pictures/${name}.webp`);
}

function startServer(dataDir) {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "error" };
  const server = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    env,
    stdio: ["ignore", "pipe", 2],
  });
  return new Promise((resolve, reject) => {
    server.once("exit", (code) =>
      reject(new Error(`The server ended with code ${code} before it was ready.`)),
    );
    server.stdout.once("data", () => resolve(server));
  });
}

function browserArgs() {
  const args = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...args] : args;
}
