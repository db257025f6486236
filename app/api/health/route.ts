import { areFilesUp } from "@/lib/files/folder";
import { ours } from "@/lib/http/request-marks";
import { logFailure } from "@/lib/log";
import { isDatabaseUp } from "@/lib/store/health";

const headers = { "cache-control": "no-store" };
const parts = { database: isDatabaseUp, files: areFilesUp };

/** 200 while everything works; 503 names what is down. Asked by whatever starts or watches the product. */
export async function GET(request: Request): Promise<Response> {
  const met = request.headers.has(ours.met) ? [] : ["checks of each request"];
  const failures = await Promise.all(
    Object.entries(parts).map(async ([name, isUp]) => await askPart(name, isUp)),
  );
  const faults = failures.filter((fault) => fault !== null);
  const down = [...met, ...faults.map(({ name }) => name)];
  if (down.length === 0) {
    return Response.json({ status: "ok", database: "ok", files: "ok" }, { headers });
  }
  const references = faults.map(({ reference }) => reference);
  return Response.json({ status: "down", down, references }, { status: 503, headers });
}

/** Null while a part works; else its name and where the log says why. */
async function askPart(name: string, isUp: () => Promise<unknown>) {
  try {
    await isUp();
    return null;
  } catch (error) {
    return { name, reference: logFailure(error, "health") };
  }
}
