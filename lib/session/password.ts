import { hash, verify } from "@node-rs/argon2";

// The package's default algorithm is argon2id.
const ARGON2ID = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
/** Each hash takes 64 MiB: more at once would let a crowd of sign-ins exhaust the memory. */
const MAX_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** One text however a keyboard composes its letters: é may be one character or two. */
const normalize = (password: string) => password.normalize("NFKC");

/** An argon2id hash (64 MiB, three passes) of a password. */
export async function hashPassword(password: string): Promise<string> {
  return await inTurn(() => hash(normalize(password), ARGON2ID));
}

/** A hash of nothing anybody knows: compared when there is no such account, so that both answers take as long. */
const nobodysHash = hashPassword(crypto.randomUUID());

/** Whether the password is the one behind the hash; null stands for an unknown account. */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await nobodysHash);
  const isRight = await inTurn(() => verify(known, normalize(password)));
  return isRight && passwordHash !== null;
}
