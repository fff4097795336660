import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { PollResponse } from "#shared/protocol/polls.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { aCard, aPresentation, aStep, mapOf, presentation } from "../../../tests/fixtures/model/build.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

let server: TestServer;
let map: TestMap;

beforeEach(async () => {
  server = await startTestServer();
  const talk = mapOf([
    aCard("c1", "claim", { text: "Openness is pragmatic" }),
    aCard("c2", "claim", { text: "Who pays?", tags: ["from the floor"] }),
    aPresentation("p1", { title: "Lecture" }),
    aPresentation("p2", { title: "Exam" }),
    aStep("t1", ["c1"], { presentation: presentation("p1"), title: "Begin" }),
    aStep("t2", ["c1"], { presentation: presentation("p2"), title: "End" }),
  ]);
  map = await server.createMap({ content: writeJson({ ...talk, meta: { title: "Garden", createdAt: 1 } }) });
});
afterEach(() => server.stop());

function call(
  link: LinkName,
  method: string,
  below: string,
  body?: unknown,
  device: string = link,
): Promise<Response> {
  return server.call(method, `/api/maps/${map.id}${below}`, {
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${map.secrets[link]}`,
      [participantHeader]: `the-secret-of-${device}-s-device`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const report = async (below = ""): Promise<string> => (await call("view", "GET", `/report${below}`)).text();

describe("the report of a talk over HTTP", () => {
  it("[K50] is read by whoever may read the map, as Markdown or as a page", async () => {
    const plain = await call("view", "GET", "/report");
    expect([
      plain.status,
      plain.headers.get("content-type"),
      plain.headers.get("content-disposition"),
    ]).toEqual([
      200,
      "text/markdown; charset=utf-8",
      `attachment; filename="Garden-report.md"; filename*=UTF-8''Garden%20report.md`,
    ]);
    const told = await plain.text();
    for (const words of ["## Lecture", "1. Begin", "## Exam", "- Who pays?"]) expect(told).toContain(words);
    const page = await call("view", "GET", "/report?format=html&lang=zh");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toContain("<h2>投票</h2>");
    expect((await server.call("GET", `/api/maps/${map.id}/report`)).status).toBe(401);
  });

  it("[K50] tells the steps of the presentation chosen", async () => {
    const told = await report("?presentation=p1");
    expect(told).toContain("1. Begin");
    expect(told).not.toContain("1. End");
  });

  it("[K51] tells a vote once it is shown, and not before", async () => {
    const poll = (await (await call("edit", "POST", "/polls", { card: "c1" })).json()) as PollResponse;
    const voters = ["a", "b", "c", "d", "e"] as const;
    for (const voter of voters) {
      const voted = await call(
        "comment",
        "PUT",
        `/polls/${poll.id}/ballot`,
        { stance: "agree" },
        voter as never,
      );
      expect(voted.status).toBe(200);
    }
    expect(await report()).not.toContain("| agree | 5 |");
    expect((await call("edit", "POST", `/polls/${poll.id}/reveal`)).status).toBe(200);
    expect(await report()).toContain("| agree | 5 |");
  });

  it("[A9] [K50] is made as often for an address as maps are read there, and no more", async () => {
    const asked = Array.from({ length: limits.maxReadsPerAddressPerMinute }, () =>
      call("view", "GET", "/report"),
    );
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
    expect((await call("view", "GET", "/report")).status).toBe(429);
  });

  it("[K50] refuses what it does not know", async () => {
    for (const query of ["?format=pdf", "?lang=xx", "?presentation=a%20b"])
      expect((await call("view", "GET", `/report${query}`)).status).toBe(400);
  });
});
