/**
 * What spreadsheets could take for a formula: an equals sign, plus, minus or at sign at the beginning, also the wide
 * ones of Chinese and Japanese keyboards and behind spaces or apostrophes; or a tab or line break there.
 */
const formula = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/u;
const plainNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The words so that no spreadsheet computes with them: an apostrophe in front says that they are words. */
export function guarded(words: string): string {
  return isRisky(words) ? `'${words}` : words;
}

/** The words without the apostrophe that `guarded` put in front. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && isRisky(cell.slice(1)) ? cell.slice(1) : cell;
}

function isRisky(words: string): boolean {
  return formula.test(words) && !plainNumber.test(words);
}
