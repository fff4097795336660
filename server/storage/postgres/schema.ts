/**
 * The structure of the database at PostgreSQL, version by version, with the tables and columns that SQLite has: what
 * moves an installation copies table by table. A step that has been released is never changed.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE document (
     map TEXT PRIMARY KEY,
     head BIGINT NOT NULL,
     snapshot_sequence BIGINT NOT NULL DEFAULT 0,
     snapshot BYTEA
   );
   CREATE TABLE log_record (
     map TEXT NOT NULL,
     sequence BIGINT NOT NULL,
     data BYTEA NOT NULL,
     PRIMARY KEY (map, sequence)
   );
   CREATE TABLE quarantine (
     map TEXT NOT NULL,
     sequence BIGINT NOT NULL,
     data BYTEA NOT NULL,
     reason TEXT NOT NULL,
     PRIMARY KEY (map, sequence)
   );
   CREATE TABLE glimpse (
     map TEXT PRIMARY KEY,
     sequence BIGINT NOT NULL,
     data BYTEA NOT NULL
   );
   CREATE TABLE previous_snapshot (
     map TEXT PRIMARY KEY,
     sequence BIGINT NOT NULL,
     data BYTEA,
     replaced_at BIGINT NOT NULL
   );
   CREATE TABLE version (
     map TEXT NOT NULL,
     id TEXT NOT NULL,
     at BIGINT NOT NULL,
     kind TEXT NOT NULL,
     name TEXT NOT NULL,
     author TEXT NOT NULL,
     sequence BIGINT NOT NULL,
     cards BIGINT NOT NULL,
     content BYTEA NOT NULL,
     PRIMARY KEY (map, id)
   );
   CREATE INDEX version_by_time ON version (at) WHERE kind <> 'named';
   CREATE TABLE map (
     id TEXT PRIMARY KEY,
     created_at BIGINT NOT NULL,
     deleted_at BIGINT,
     locked_at BIGINT
   );
   CREATE INDEX map_by_deletion ON map (deleted_at) WHERE deleted_at IS NOT NULL;
   CREATE TABLE link (
     map TEXT NOT NULL REFERENCES map (id),
     name TEXT NOT NULL,
     generation BIGINT NOT NULL,
     secret_hash TEXT NOT NULL,
     sealed TEXT,
     PRIMARY KEY (map, name)
   );
   CREATE TABLE session (
     token_hash TEXT PRIMARY KEY,
     expires_at BIGINT NOT NULL
   );
   CREATE INDEX session_by_end ON session (expires_at);
   CREATE TABLE map_grant (
     token_hash TEXT NOT NULL REFERENCES session (token_hash) ON DELETE CASCADE,
     map TEXT NOT NULL,
     link TEXT NOT NULL,
     generation BIGINT NOT NULL,
     PRIMARY KEY (token_hash, map)
   );
   CREATE INDEX grant_by_map ON map_grant (map);`,
  `ALTER TABLE map ADD COLUMN title TEXT NOT NULL DEFAULT '';
   CREATE TABLE account_map (
     account TEXT NOT NULL,
     map TEXT NOT NULL REFERENCES map (id) ON DELETE CASCADE,
     link TEXT NOT NULL,
     generation BIGINT NOT NULL,
     opened_at BIGINT NOT NULL,
     PRIMARY KEY (account, map)
   );
   CREATE INDEX account_map_by_time ON account_map (account, opened_at, map COLLATE "C");
   CREATE INDEX account_map_by_map ON account_map (map, link);`,
  `CREATE TABLE poll (
     map TEXT NOT NULL,
     id TEXT NOT NULL,
     card TEXT NOT NULL,
     state TEXT NOT NULL,
     round BIGINT NOT NULL,
     ballots BIGINT NOT NULL,
     revision BIGINT NOT NULL,
     created_at BIGINT NOT NULL,
     PRIMARY KEY (map, id),
     UNIQUE (map, card)
   );
   CREATE TABLE ballot (
     map TEXT NOT NULL,
     poll TEXT NOT NULL,
     round BIGINT NOT NULL,
     voter TEXT NOT NULL,
     stance TEXT NOT NULL,
     PRIMARY KEY (map, poll, round, voter)
   );
   CREATE INDEX ballot_by_voter ON ballot (map, voter);`,
  `ALTER TABLE map_grant ADD COLUMN ends_at BIGINT;
   CREATE INDEX grant_by_end ON map_grant (ends_at) WHERE ends_at IS NOT NULL;
   CREATE TABLE join_code (
     hash TEXT PRIMARY KEY,
     map TEXT NOT NULL REFERENCES map (id) ON DELETE CASCADE,
     purpose TEXT NOT NULL,
     link TEXT NOT NULL,
     generation BIGINT NOT NULL,
     expires_at BIGINT NOT NULL
   );
   CREATE INDEX join_code_by_map ON join_code (map, expires_at);
   CREATE INDEX join_code_by_end ON join_code (expires_at);`,
  // One poll a kind on a card, of two moments; a ballot has a row for each moment or reason it speaks of.
  `ALTER TABLE poll
     ADD COLUMN kind TEXT NOT NULL DEFAULT 'stance',
     ADD COLUMN audience TEXT NOT NULL DEFAULT 'commenters',
     ADD COLUMN moment TEXT NOT NULL DEFAULT 'before',
     ADD COLUMN ballots_after BIGINT NOT NULL DEFAULT 0,
     ADD COLUMN ballots_both BIGINT NOT NULL DEFAULT 0,
     DROP CONSTRAINT poll_map_card_key,
     ADD UNIQUE (map, card, kind);
   ALTER TABLE ballot RENAME COLUMN stance TO says;
   ALTER TABLE ballot
     ADD COLUMN subject TEXT NOT NULL DEFAULT 'before',
     ADD COLUMN confidence BIGINT,
     DROP CONSTRAINT ballot_pkey,
     ADD PRIMARY KEY (map, poll, round, voter, subject);`,
];
