import { openProxy } from "./proxy";
import { findFreePort, startWeb, type Web, type WebSettings } from "./web";

/** One web process or several over one database, met at one address. */
export interface Replicas extends Omit<Web, "processId"> {
  processIds(): number[];
  /** Kills one of them in the middle of whatever it does and starts it again. */
  killAndRestart(index: number): Promise<void>;
}

/** Starts `count` processes; more than one stand behind a proxy that hands them the requests in turn. */
export async function startReplicas(count: number, settings: WebSettings): Promise<Replicas> {
  const isAlone = count === 1;
  const ports = await Promise.all(
    Array.from({ length: count }, () => (isAlone && settings.port) || findFreePort()),
  );
  const proxy = isAlone ? undefined : await openProxy(ports, settings.port);
  const port = proxy?.port ?? ports[0] ?? 0;
  const origin = `http://localhost:${port}`;
  const start = (own: number) => startWeb({ ...settings, origin, port: own });
  const webs = await Promise.all(ports.map(start));
  let earlier = "";
  return {
    origin,
    port,
    processIds: () => webs.map((web) => web.processId),
    output: () => earlier + webs.map((web) => web.output()).join(""),
    async stop() {
      await proxy?.close();
      await Promise.all(webs.map((web) => web.stop()));
    },
    async killAndRestart(index) {
      const web = webs[index];
      if (!web) throw new Error(`There is no process ${index}.`);
      await web.stop();
      earlier += web.output();
      webs[index] = await start(web.port);
    },
  };
}
