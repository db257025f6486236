"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { now } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { readSessionToken } from "@/lib/session/cookie";
import { sessionCookie } from "@/lib/session/options";
import { endSession } from "@/lib/store/sessions";

const ONE_YEAR_S = 365 * 24 * 3600;

/** Keeps the chosen theme in a cookie, so that the first paint is already right. */
export async function saveTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  const kept = await cookies();
  if (theme === "light" || theme === "dark")
    kept.set("theme", theme, { maxAge: ONE_YEAR_S, sameSite: "lax" });
  else kept.delete("theme");
}

/** Keeps whether single letters are shortcuts. */
export async function saveKeys(form: FormData): Promise<void> {
  const kept = await cookies();
  if (form.get("keys") !== "off") kept.delete("keys");
  else kept.set("keys", "off", { maxAge: ONE_YEAR_S, sameSite: "lax" });
}

/** Ends the session in the database, so that a copied cookie is worth nothing, then forgets the cookie. */
export async function signOut(): Promise<void> {
  const token = await readSessionToken();
  if (token) await endSession(token, now());
  const kept = await cookies();
  for (const { name } of kept.getAll()) {
    if (name.startsWith(sessionCookie().name)) kept.delete(name);
  }
  redirect(paths.signIn);
}
