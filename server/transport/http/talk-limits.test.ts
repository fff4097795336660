import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

const file = JSON.stringify({
  format: "counterpoint",
  version: 1,
  title: "Garden",
  createdAt: 5,
  cards: [{ id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 }],
});

describe("who may say how much, at the limit and one above", () => {
  let server: TestServer;
  let map: TestMap;

  beforeEach(async () => {
    server = await startTestServer({ config: { trustProxy: true, sessionsPerMinute: 1_000_000 } });
    map = await server.createMap({ content: file });
  });
  afterEach(() => server.stop());

  function say(bearer: string, secret: string, address = "10.0.0.1"): Promise<Response> {
    return server.call("POST", `/api/maps/${map.id}/threads`, {
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${bearer}`,
        [participantHeader]: secret,
        "x-forwarded-for": address,
      },
      body: JSON.stringify({ on: { type: "card", id: "nothing" }, text: "Is it so?", author: "Ann" }),
    });
  }

  it("[T4] a device's secret has so many characters, not one less and not one more", async () => {
    const { minParticipantSecretChars: least, maxParticipantSecretChars: most } = limits;
    const answers = [least - 1, least, most, most + 1].map(
      async (length) => (await say(map.secrets.comment, "x".repeat(length))).status,
    );
    // Who they are is looked at first; then there is no such card.
    expect(await Promise.all(answers)).toEqual([400, 404, 404, 400]);
  });

  it.each([
    ["those who look on and comment", "comment", "edit"],
    ["those who may edit", "edit", "comment"],
  ] as const)(
    "[T5] one address says so much a minute, whoever speaks there, and another is not held up: %s",
    async (_, link, other) => {
      const { maxTalkWritesPerAddressPerMinute: most, maxTalkWritesPerTokenPerMinute: ofOne } = limits;
      const secret = "the-secret-of-somebody-s-device";
      for (let first = 0; first < most; first += ofOne) {
        const { token } = await server.openSession(map, link);
        const answers = await Promise.all(Array.from({ length: ofOne }, () => say(token, secret)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
      }
      const { token } = await server.openSession(map, link);
      expect((await say(token, secret)).status).toBe(429);
      expect((await say(token, secret, "10.0.0.2")).status).toBe(404);
      expect((await say(map.secrets[other], secret)).status).toBe(404);
    },
  );
});
