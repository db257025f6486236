import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from "node:crypto";

const BITS = 2048;

/** A key that signs ID tokens by RS256. */
export interface Key {
  privateKey: KeyObject;
  jwk: JsonWebKey & { kid: string; use: string; alg: string };
}

/** What becomes of an ID token on its way out. */
export type Tamper = (token: string) => string;

export function makeKey(): Key {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: BITS });
  return {
    privateKey,
    jwk: { ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" },
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (part = "") =>
  JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;

/** Changes claims and signs anew with the key; a claim that becomes undefined is left out. */
export function withClaims(changes: Record<string, unknown>, { privateKey }: Key): Tamper {
  return (token) => {
    const [head = "", body] = token.split(".");
    const content = `${head}.${encode({ ...decode(body), ...changes })}`;
    return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
  };
}

/** Says the same without any signature. */
export const unsigned: Tamper = (token) => {
  const [head, body = ""] = token.split(".");
  return `${encode({ ...decode(head), alg: "none" })}.${body}.`;
};
