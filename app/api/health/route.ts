import { ours } from "@/lib/http/request-marks";
import { logFailure } from "@/lib/log";
import { isDatabaseUp } from "@/lib/store/health";

/** 200 while everything works; 503 names what is down. Asked by whatever starts or watches the product. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (!request.headers.has(ours.met)) {
    return Response.json({ status: "down", down: ["checks of each request"] }, { status: 503, headers });
  }
  try {
    await isDatabaseUp();
    return Response.json({ status: "ok", database: "ok" }, { headers });
  } catch (error) {
    const reference = logFailure(error, "health");
    return Response.json({ status: "down", down: ["database"], reference }, { status: 503, headers });
  }
}
