import { nanoid } from "nanoid";

/** What the device keeps, as `DeviceStorage` says. */
type Kept = Readonly<{
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
  keeps: (name: string) => boolean;
}>;

const wordChars = 12;

/** So the presenter's window is called; by the word in it, it is of the device that opened it, also where nothing is kept. */
export function presenterWindowName(mapId: string, word: string): string {
  return `presenter-${mapId}-${word}`;
}

/** The same for the window that opens it, where nothing is kept. */
const talkWindowName = (mapId: string, word: string) => `talk-${mapId}-${word}`;

/**
 * By what talks about one map know this device: made up for it, so that nobody who sees two maps can tell that it is the same
 * device. Where the browser keeps nothing, the window's name keeps it for as long as the window is there.
 */
export function wordOfDevice(mapId: string, storage: Kept, page: Pick<Window, "name">): string {
  const key = `counterpoint.device.${mapId}`;
  const kept = storage.getItem(key);
  if (kept !== null) return kept;
  const word = wordIn(page.name, mapId) ?? nanoid(wordChars);
  storage.setItem(key, word);
  if (!storage.keeps(key) && isFree(page.name)) page.name = talkWindowName(mapId, word);
  return word;
}

/** Not what somebody opened the window by. */
function isFree(name: string): boolean {
  return name === "" || name.startsWith("talk-");
}

function wordIn(name: string, mapId: string): string | null {
  const word = name.slice(-wordChars);
  const isOurs = [presenterWindowName, talkWindowName].some((nameOf) => nameOf(mapId, word) === name);
  return isOurs ? word : null;
}
