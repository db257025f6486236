import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { now } from "../clock";
import { environment } from "../env";
import { SESSION_HOURS, signIn } from "../store/sessions";

/**
 * next-auth keeps nothing but our session token, in its encrypted cookie: who that is, and whether still, is read
 * from the database on every request (a copied cookie must not outlive a sign-out).
 */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, CERTTRAIL_ORIGIN } = environment();
  process.env.NEXTAUTH_URL ??= CERTTRAIL_ORIGIN;
  return {
    secret: AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          if (!given?.email || !given.password) return null;
          const token = await signIn(given.email, given.password, now());
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
