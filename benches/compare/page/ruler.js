// A fixed piece of work that knows nothing of Pasos: where there is no peer, times are told in it, so that they can be compared
// between machines.

/** Writes and reads JSON, sorts, and counts in a table. */
export function ruler() {
  const rows = Array.from({ length: 3_000 }, (_, at) => ({ key: `key ${(at * 7_919) % 3_000}`, values: [at, at * 2] }));
  const read = JSON.parse(JSON.stringify(rows)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const table = new Map(read.map((row) => [row.key, row.values[1]]));
  return read.reduce((sum, row) => sum + table.get(row.key), 0);
}
