import type { ArgumentId } from "#shared/model/index.ts";
import type {
  Confidence,
  GivenBallot,
  Impact,
  ImpactCount,
  Moment,
  OwnBallot,
  PollId,
  Stance,
  StanceBallot,
  StanceCount,
  Voted,
} from "#shared/talk/index.ts";
import type { CastFault, StoredPoll } from "../polls/ports.ts";
import { optionalNumber, type Row } from "./rows.ts";

/** One row of `ballot`, without whose it is: of a stance the moment, of an impact the reason, and what is said of it. */
export type BallotRow = Readonly<{ subject: string; says: string; confidence: number | null }>;

/** The rows that a ballot becomes in a poll that asks about this moment. */
export function rowsOfBallot(ballot: GivenBallot, moment: Moment): readonly BallotRow[] {
  return ballot.kind === "stance"
    ? [{ subject: moment, says: ballot.stance, confidence: ballot.confidence }]
    : Object.entries(ballot.impacts).map(([subject, impact]) => ({
        subject,
        says: String(impact),
        confidence: null,
      }));
}

/** Why a poll does not take a ballot, whoever's it is. */
export function refusalOf(poll: StoredPoll, ballot: GivenBallot): CastFault | undefined {
  if (ballot.round !== null && ballot.round !== poll.round) return "other";
  if (poll.state !== "open") return "not-open";
  if (poll.kind !== ballot.kind) return "other";
  return ballot.kind === "stance" && ballot.moment !== null && ballot.moment !== poll.moment
    ? "other"
    : undefined;
}

/** The numbers with one voter more at the moment that is asked about. */
export function withVoter({ voted, moment }: StoredPoll, hasVotedInOther: boolean): Voted {
  return { ...voted, [moment]: voted[moment] + 1, both: voted.both + (hasVotedInOther ? 1 : 0) };
}

/** How many said what before and after, from the rows of one round; the same SQL for every database. */
export function stanceCountsSql(condition: string): string {
  const of = (moment: Moment, column: string): string =>
    `max(CASE WHEN subject = '${moment}' THEN ${column} END) AS ${column}_${moment}`;
  return `SELECT says_before, confidence_before, says_after, confidence_after, count(*) AS voters FROM (
     SELECT ${of("before", "says")}, ${of("before", "confidence")},
       ${of("after", "says")}, ${of("after", "confidence")}
     FROM ballot WHERE ${condition} GROUP BY voter) AS by_voter
   GROUP BY says_before, confidence_before, says_after, confidence_after`;
}

export function readStanceCount(row: Row): StanceCount {
  return {
    before: stanceBallot(row["says_before"], row["confidence_before"]),
    after: stanceBallot(row["says_after"], row["confidence_after"]),
    voters: Number(row["voters"]),
  };
}

/** A row of how many said what of which reason. */
export function readImpactCount(row: Row): ImpactCount {
  return {
    reason: row["subject"] as ArgumentId,
    impact: Number(row["says"]) as Impact,
    voters: Number(row["voters"]),
  };
}

/** What one voter said, from their rows, beside each the id and the kind of its poll. */
export function readOwnBallots(rows: readonly Row[]): ReadonlyMap<PollId, OwnBallot> {
  const own = new Map<PollId, OwnBallot>();
  for (const row of rows) {
    const id = row["id"] as PollId;
    const known = own.get(id) ?? { before: null, after: null, impacts: null };
    own.set(id, withRow(known, row));
  }
  return own;
}

function withRow(own: OwnBallot, row: Row): OwnBallot {
  const subject = String(row["subject"]);
  return row["kind"] === "impact"
    ? { ...own, impacts: { ...own.impacts, [subject]: Number(row["says"]) as Impact } }
    : { ...own, [subject]: stanceBallot(row["says"], row["confidence"]) };
}

function stanceBallot(says: unknown, confidence: unknown): StanceBallot | null {
  return says === null
    ? null
    : { stance: says as Stance, confidence: (optionalNumber(confidence) ?? null) as Confidence | null };
}
