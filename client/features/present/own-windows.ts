/** So many windows of one person have had the word in turn, reloads included. */
const most = 20;

type Kept = Readonly<{
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
}>;

/** Which clients are windows of this device that have the word, those included that were loaded anew since. Kept by map. */
export function ownWindows(mapId: string, storage: Kept) {
  const key = `counterpoint.word.${mapId}`;
  const read = () => (storage.getItem(key) ?? "").split(",").filter(Boolean);
  return {
    has: (clientId: number): boolean => read().includes(String(clientId)),
    add: (clientId: number): void =>
      storage.setItem(key, [...new Set([...read(), String(clientId)])].slice(-most).join(",")),
  };
}
