/** What is asked of every server. */
export type Load = Readonly<{
  name: string;
  rooms: number;
  /** In each room; the first `writers` of them write. */
  clients: number;
  writers: number;
  /** Of each writer. */
  writesPerSecond: number;
  /** Whether those who only watch show who they are, as pages do. */
  hasPresence: boolean;
}>;

function inOneRoom(clients: number, writesPerSecond: number): Load {
  const name = `${clients} x ${writesPerSecond}/s`;
  return { name, rooms: 1, clients, writers: clients, writesPerSecond, hasPresence: false };
}

export const lecture: Load = {
  name: "1 + 1000 viewers",
  rooms: 1,
  clients: 1001,
  writers: 1,
  writesPerSecond: 10,
  hasPresence: true,
};

export const small: Load = inOneRoom(50, 10);
export const heavy: Load = inOneRoom(50, 40);

export const few: Load = inOneRoom(10, 20);

export const allLoads: readonly Load[] = [
  few,
  small,
  heavy,
  inOneRoom(200, 2),
  lecture,
  { name: "500 rooms x 4", rooms: 500, clients: 4, writers: 1, writesPerSecond: 1, hasPresence: false },
];

/** Those of which something is wanted beside other servers: a few per cent decide, so they are measured most often. */
export const comparedLoads: readonly Load[] = [small, heavy];

/** Of which something is wanted that no other server decides. */
export const boundedLoads: readonly Load[] = [lecture];

/** Deliveries a second, if every write reaches everybody else in its room. */
export function offered({ rooms, clients, writers, writesPerSecond }: Load): number {
  return rooms * writers * writesPerSecond * (clients - 1);
}
