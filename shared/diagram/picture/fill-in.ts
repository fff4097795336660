/** A sentence with its names in braces filled in; what is filled in may hold braces itself. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
