type Readable = Readonly<{ getItem: (name: string) => string | null }>;
type Writable = Readonly<{ setItem: (name: string, value: string) => void }>;

const key = "counterpoint.health.hidden";

/** The kinds of remarks that this person does not want to see on this device. */
export function readHidden(storage: Readable): ReadonlySet<string> {
  return new Set((storage.getItem(key) ?? "").split(" ").filter((code) => code !== ""));
}

export function keepHidden(storage: Writable, hidden: ReadonlySet<string>): void {
  storage.setItem(key, [...hidden].join(" "));
}
