import Libsql from "libsql";

/** Whether a program has a database file open; one that is stopped has not. */
export function isInUse(file: string): boolean {
  const connection = new Libsql(file);
  try {
    connection.exec("PRAGMA busy_timeout = 0");
    // Whoever is alone may lock all others out; every open connection to a file in WAL mode holds a part of the lock.
    connection.exec("PRAGMA locking_mode = EXCLUSIVE");
    connection.exec("BEGIN IMMEDIATE");
    connection.exec("ROLLBACK");
    return false;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))
      return true;
    throw error;
  } finally {
    connection.close();
  }
}
