import { expect } from "@playwright/test";
import type { PollsResponse } from "#shared/protocol/polls.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import type { Stance } from "#shared/talk/index.ts";

/** Votes on the only poll of a map as people at other devices do, who came by this link. */
export async function voteElsewhere(link: string, stances: readonly Stance[]): Promise<void> {
  const { origin, pathname, hash } = new URL(link);
  const api = `${origin}/api/maps/${pathname.split("/").at(-1)}/polls`;
  const authorization = `Bearer ${hash.slice(1)}`;
  const seen = (await (await fetch(api, { headers: { authorization } })).json()) as PollsResponse;
  for (const [index, stance] of stances.entries()) {
    const { status } = await fetch(`${api}/${seen.polls[0]?.id}/ballot`, {
      method: "PUT",
      headers: {
        authorization,
        "content-type": "application/json",
        [participantHeader]: `the-secret-of-device-${index}`,
      },
      body: JSON.stringify({ stance }),
    });
    expect(status).toBe(200);
  }
}
