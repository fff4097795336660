/** A talk as a picture that moves: the projector, and beside it the phone of somebody who follows. */
import { compose, writeFilm } from "./webp.mjs";

const projector = { width: 1280, height: 720 };
const pocket = { width: 390, height: 844 };
const film = { width: 1200, height: 560, ground: "#e6e4dc" };
const places = {
  projector: { x: 20, y: 22, width: 917, height: 516 },
  phone: { x: 951, y: 22, width: 238, height: 516 },
};
/** From five votes on numbers are shown; these come by the API, as a hall's would by their phones. */
const hall = ["agree", "strongly-agree", "disagree", "agree", "neutral", "strongly-agree"];
/** How long a still is shown. */
const glanceMs = 1_300;
const lookMs = 2_600;

/** Opens the example, presents it to a phone and a small hall, and writes what both see to `file`. */
export async function filmTalk({ browser, person, settled, home, file }) {
  const presenter = await person(browser, { name: "Mei Lin", color: "teal" }, { viewport: projector });
  await presenter.goto(home);
  await presenter.getByRole("button", { name: "Open the example" }).click();
  await presenter.getByRole("button", { name: "Share" }).waitFor();
  await presenter.keyboard.press("Shift+P");
  await presenter.getByRole("button", { name: "Present", exact: true }).click();
  await presenter.getByRole("button", { name: "Begin" }).click();
  await presenter.getByText("Step 1 of").waitFor({ state: "attached" });
  await presenter.keyboard.press("q");
  const code = await joinCode(presenter);

  const options = { viewport: pocket, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
  const phone = await person(browser, { name: "Jonas", color: "orange" }, options);
  await phone.goto(`${home}j/${code}`);
  await phone.getByText("Following Mei Lin").waitFor();

  const stills = [];
  const take = async (ms) => {
    await Promise.all([settled(presenter), settled(phone)]);
    const layers = [
      { png: await presenter.screenshot(), ...places.projector },
      { png: await phone.screenshot(), ...places.phone },
    ];
    stills.push({ webp: await compose(browser, film, layers), ms });
  };
  const next = () => presenter.keyboard.press("ArrowRight");

  await take(lookMs);
  await presenter.keyboard.press("q");
  await take(glanceMs);
  await next();
  await presenter.keyboard.press("v");
  await phone.getByRole("radio", { name: /^Agree/ }).waitFor();
  await take(lookMs);
  await phone.getByRole("radio", { name: /^Agree/ }).tap();
  await take(glanceMs);
  await vote(home, code, mapOf(presenter));
  await presenter.keyboard.press("Enter");
  await phone.getByText("What came of the vote").waitFor();
  await take(lookMs);
  for (let sub = 0; sub < 4; sub++) {
    await next();
    await take(glanceMs);
  }
  await writeFilm(file, film, stills);
  await presenter.context().close();
  await phone.context().close();
}

function mapOf(page) {
  return new URL(page.url()).pathname.split("/")[2];
}

async function joinCode(page) {
  const shown = page.getByText(/^[0-9A-Z]{3}[\s-]?[0-9A-Z]{3}$/);
  await shown.waitFor();
  return ((await shown.textContent()) ?? "").replace(/\W/gu, "");
}

/** Each voter is a device of their own, that has joined like everybody else. */
async function vote(home, code, map) {
  for (const [index, stance] of hall.entries()) {
    const { token } = await call(`${home}api/join`, "POST", {}, { code });
    const headers = {
      authorization: `Bearer ${token}`,
      "counterpoint-participant": `a device of the hall, number ${index}`,
    };
    const { polls } = await call(`${home}api/maps/${map}/polls`, "GET", headers);
    await call(`${home}api/maps/${map}/polls/${polls[0].id}/ballot`, "PUT", headers, { stance });
  }
}

async function call(url, method, headers, body) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
