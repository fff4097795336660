/** Types of databases.mjs, for the tests. */
export function findDatabases(): { postgresFolder: string | undefined; redis: string | undefined };
export function explainMissing(): string;
