/**
 * Every word that people read, in English: ICU messages by id, ids by area and then by letter. A `’` stands for the
 * apostrophe because ICU reads a straight one as an escape. Other languages give the same ids (see `Catalogue`).
 */
export const en = {
  "app.name": "Counterpoint",

  "problem.crashed.action": "Reload the page",
  "problem.crashed.body":
    "What you wrote is kept on this device and on the server. Reload the page to go on.",
  "problem.crashed.title": "This page has run into a fault",
} as const;
