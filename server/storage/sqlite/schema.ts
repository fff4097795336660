/**
 * The database's structure, version by version: the first statement makes version 1 of an empty file, and so on. A
 * step that has been released is never changed; what must change becomes a new step.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE document (
     map TEXT PRIMARY KEY,
     head INTEGER NOT NULL,
     snapshot_sequence INTEGER NOT NULL DEFAULT 0,
     snapshot BLOB
   ) STRICT;
   CREATE TABLE log_record (
     map TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     data BLOB NOT NULL,
     PRIMARY KEY (map, sequence)
   ) STRICT;
   CREATE TABLE quarantine (
     map TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     data BLOB NOT NULL,
     reason TEXT NOT NULL,
     PRIMARY KEY (map, sequence)
   ) STRICT;
   CREATE TABLE map (
     id TEXT PRIMARY KEY,
     created_at INTEGER NOT NULL,
     deleted_at INTEGER
   ) STRICT;
   CREATE TABLE link (
     map TEXT NOT NULL REFERENCES map (id),
     name TEXT NOT NULL,
     generation INTEGER NOT NULL,
     secret_hash TEXT NOT NULL,
     PRIMARY KEY (map, name)
   ) STRICT;
   CREATE TABLE session (
     token_hash TEXT PRIMARY KEY,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX session_by_end ON session (expires_at);
   CREATE TABLE map_grant (
     token_hash TEXT NOT NULL REFERENCES session (token_hash) ON DELETE CASCADE,
     map TEXT NOT NULL,
     link TEXT NOT NULL,
     generation INTEGER NOT NULL,
     PRIMARY KEY (token_hash, map)
   ) STRICT;
   CREATE INDEX grant_by_map ON map_grant (map);`,
  `CREATE TABLE glimpse (
     map TEXT PRIMARY KEY,
     sequence INTEGER NOT NULL,
     data BLOB NOT NULL
   ) STRICT;`,
  `CREATE TABLE previous_snapshot (
     map TEXT PRIMARY KEY,
     sequence INTEGER NOT NULL,
     replaced_at INTEGER NOT NULL,
     data BLOB
   ) STRICT;
   CREATE INDEX previous_by_time ON previous_snapshot (replaced_at);
   CREATE TABLE version (
     map TEXT NOT NULL,
     id TEXT NOT NULL,
     at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     name TEXT NOT NULL,
     author TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     cards INTEGER NOT NULL,
     content BLOB NOT NULL,
     PRIMARY KEY (map, id)
   ) STRICT;
   CREATE INDEX version_by_time ON version (at) WHERE kind <> 'named';`,
  `ALTER TABLE map ADD COLUMN locked_at INTEGER;
   CREATE INDEX map_by_deletion ON map (deleted_at) WHERE deleted_at IS NOT NULL;
   ALTER TABLE link ADD COLUMN sealed TEXT;`,
  `ALTER TABLE map ADD COLUMN title TEXT NOT NULL DEFAULT '';
   CREATE TABLE account_map (
     account TEXT NOT NULL,
     map TEXT NOT NULL REFERENCES map (id) ON DELETE CASCADE,
     link TEXT NOT NULL,
     generation INTEGER NOT NULL,
     opened_at INTEGER NOT NULL,
     PRIMARY KEY (account, map)
   ) STRICT;
   CREATE INDEX account_map_by_time ON account_map (account, opened_at, map);
   CREATE INDEX account_map_by_map ON account_map (map, link);`,
  `CREATE TABLE poll (
     map TEXT NOT NULL,
     id TEXT NOT NULL,
     card TEXT NOT NULL,
     state TEXT NOT NULL,
     round INTEGER NOT NULL,
     ballots INTEGER NOT NULL,
     revision INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     PRIMARY KEY (map, id),
     UNIQUE (map, card)
   ) STRICT;
   CREATE TABLE ballot (
     map TEXT NOT NULL,
     poll TEXT NOT NULL,
     round INTEGER NOT NULL,
     voter TEXT NOT NULL,
     stance TEXT NOT NULL,
     PRIMARY KEY (map, poll, round, voter)
   ) STRICT;
   CREATE INDEX ballot_by_voter ON ballot (map, voter);`,
  // Apart from the row whose head every commit moves on: SQLite reads a row whole to change any of it.
  `CREATE TABLE snapshot (
     map TEXT PRIMARY KEY,
     data BLOB NOT NULL
   ) STRICT;
   INSERT INTO snapshot (map, data) SELECT map, snapshot FROM document WHERE snapshot IS NOT NULL;
   ALTER TABLE document DROP COLUMN snapshot;`,
  `ALTER TABLE map_grant ADD COLUMN ends_at INTEGER;
   CREATE INDEX grant_by_end ON map_grant (ends_at) WHERE ends_at IS NOT NULL;
   CREATE TABLE join_code (
     hash TEXT PRIMARY KEY,
     map TEXT NOT NULL REFERENCES map (id) ON DELETE CASCADE,
     purpose TEXT NOT NULL,
     link TEXT NOT NULL,
     generation INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX join_code_by_map ON join_code (map, expires_at);
   CREATE INDEX join_code_by_end ON join_code (expires_at);`,
  // One poll a kind on a card, of two moments; a ballot has a row for each moment or reason it speaks of.
  `ALTER TABLE poll RENAME TO older_poll;
   CREATE TABLE poll (
     map TEXT NOT NULL,
     id TEXT NOT NULL,
     card TEXT NOT NULL,
     kind TEXT NOT NULL,
     audience TEXT NOT NULL,
     state TEXT NOT NULL,
     moment TEXT NOT NULL,
     round INTEGER NOT NULL,
     ballots INTEGER NOT NULL,
     ballots_after INTEGER NOT NULL,
     ballots_both INTEGER NOT NULL,
     revision INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     PRIMARY KEY (map, id),
     UNIQUE (map, card, kind)
   ) STRICT;
   INSERT INTO poll
     SELECT map, id, card, 'stance', 'commenters', state, 'before', round, ballots, 0, 0, revision, created_at
     FROM older_poll;
   DROP TABLE older_poll;
   DROP INDEX ballot_by_voter;
   ALTER TABLE ballot RENAME TO older_ballot;
   CREATE TABLE ballot (
     map TEXT NOT NULL,
     poll TEXT NOT NULL,
     round INTEGER NOT NULL,
     voter TEXT NOT NULL,
     subject TEXT NOT NULL,
     says TEXT NOT NULL,
     confidence INTEGER,
     PRIMARY KEY (map, poll, round, voter, subject)
   ) STRICT;
   INSERT INTO ballot SELECT map, poll, round, voter, 'before', stance, NULL FROM older_ballot;
   DROP TABLE older_ballot;
   CREATE INDEX ballot_by_voter ON ballot (map, voter);`,
];
