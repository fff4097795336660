import { expect } from "@playwright/test";
import type { PollsResponse } from "#shared/protocol/polls.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import type { Stance } from "#shared/talk/index.ts";

/** Votes on the only poll of a map as people at other devices do, who came by this link; each time they are the same. */
export async function voteElsewhere(link: string, stances: readonly Stance[]): Promise<void> {
  await castElsewhere(
    link,
    stances.map((stance) => ({ stance })),
  );
}

/** The same on what the reasons weigh: each by the id of its argument. */
export async function weighElsewhere(
  link: string,
  impacts: readonly Readonly<Record<string, number>>[],
): Promise<void> {
  await castElsewhere(
    link,
    impacts.map((each) => ({ impacts: each })),
  );
}

async function castElsewhere(link: string, ballots: readonly object[]): Promise<void> {
  const { origin, pathname, hash } = new URL(link);
  const api = `${origin}/api/maps/${pathname.split("/").at(-1)}/polls`;
  const authorization = `Bearer ${hash.slice(1)}`;
  const seen = (await (await fetch(api, { headers: { authorization } })).json()) as PollsResponse;
  for (const [index, ballot] of ballots.entries()) {
    const { status } = await fetch(`${api}/${seen.polls[0]?.id}/ballot`, {
      method: "PUT",
      headers: {
        authorization,
        "content-type": "application/json",
        [participantHeader]: `the-secret-of-device-${index}`,
      },
      body: JSON.stringify(ballot),
    });
    expect(status).toBe(200);
  }
}
