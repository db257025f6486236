import { generate } from "otplib";

const STEP_MS = 30_000;

/** What an authenticator app with this secret shows at an instant, or so many steps later. */
export async function codeAt(secret: string, instant: Date, steps = 0): Promise<string> {
  return await generate({ secret, epoch: Math.floor((instant.getTime() + steps * STEP_MS) / 1000) });
}
