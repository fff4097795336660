/** So many windows of one person have had the word in turn, reloads included. */
const most = 20;

type Kept = Readonly<{
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
}>;

/**
 * As which clients this device has had the word: its other windows, and one that was loaded anew, have it as well. Kept
 * by map.
 */
export function ownWords(mapId: string, storage: Kept) {
  const key = `counterpoint.word.${mapId}`;
  const read = () => (storage.getItem(key) ?? "").split(",").filter(Boolean);
  return {
    has: (clientId: number): boolean => read().includes(String(clientId)),
    add: (clientId: number): void =>
      storage.setItem(key, [...new Set([...read(), String(clientId)])].slice(-most).join(",")),
  };
}
