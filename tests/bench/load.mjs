/** Asks one address as fast as it answers, over connections that stay open. */
import { Agent, get } from "node:http";

const CONNECTIONS = 8;

/** Requests answered with 200 a second, over `seconds`. Throws on any other answer. */
export async function measureRate(url, headers, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let answered = 0;
  const askUntilEnd = async () => {
    while (performance.now() < end) {
      const { status } = await fetchOnce(url, headers, agent);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, askUntilEnd));
  agent.destroy();
  return (answered * 1000) / (performance.now() - begun);
}

/** How long the slowest of twenty answers takes, in milliseconds, of an address that two ask again and again over `seconds`. */
export async function measureSlowest(url, headers, seconds) {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + seconds * 1000;
  const times = [];
  const askUntilEnd = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      const { status } = await fetchOnce(url, headers, agent);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all([askUntilEnd(), askUntilEnd()]);
  agent.destroy();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

/** One request; the body as bytes. */
export function fetchOnce(url, headers = {}, agent = undefined) {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    request.once("error", reject);
  });
}
