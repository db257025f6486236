import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { now } from "../clock";
import { environment } from "../env";
import { logFailure } from "../log";
import { CodeAsked, ProviderAsked } from "../outcome";
import { SESSION_HOURS } from "../sign-in-rules";
import { signIn, signInWithPasskey } from "../store/sign-in";

/**
 * The cookie of the session. Served by https its name begins with __Host-: no other host and no unencrypted page can
 * then set it. A browser takes such a name over https alone.
 */
export function sessionCookie(): { name: string; isSecure: boolean } {
  const isSecure = environment().CERTTRAIL_ORIGIN.startsWith("https:");
  return { name: `${isSecure ? "__Host-" : ""}next-auth.session-token`, isSecure };
}

/**
 * next-auth keeps nothing but our session token, in its encrypted cookie: who that is, and whether still, is read
 * from the database on every request (a copied cookie must not outlive a sign-out).
 */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, CERTTRAIL_ORIGIN } = environment();
  process.env.NEXTAUTH_URL ??= CERTTRAIL_ORIGIN;
  const { name, isSecure } = sessionCookie();
  return {
    secret: AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    cookies: {
      sessionToken: {
        name,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
      },
    },
    pages: { signIn: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        async authorize(given, { headers }) {
          if (!given?.email || !given.password) return null;
          const { email, password, code } = given;
          const userAgent = headers?.["user-agent"] ?? null;
          const token = await saying(signIn(email, password, now(), { code, userAgent }));
          return token ? { id: token } : null;
        },
      }),
      CredentialsProvider({
        id: "passkey",
        credentials: { answer: { type: "text" } },
        async authorize(given, { headers }) {
          if (!given?.answer) return null;
          const userAgent = headers?.["user-agent"] ?? null;
          const token = await saying(signInWithPasskey(given.answer, now(), userAgent));
          return token ? { id: token } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
  };
}

/** next-auth hands an error's message to the browser: the form may know what else is asked for, and nothing more. */
async function saying<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CodeAsked || error instanceof ProviderAsked) throw error;
    throw new Error(`failed-${logFailure(error, "sign-in")}`);
  }
}
