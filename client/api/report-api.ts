const timeoutMs = 20_000;

/** Asks for the report of a talk about this map; `query` says which, from its question mark on. Rejects without an answer. */
export function reportFetcher(fetchFrom: typeof fetch, mapId: string, token: string) {
  return (query: string, signal: AbortSignal): Promise<Response> =>
    fetchFrom(`/api/maps/${mapId}/report${query}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: token === "" ? {} : { authorization: `Bearer ${token}` },
    });
}
