import { z } from "zod";

const MAX_SUBJECT = 255;
const MAX_TEXT = 300;

/** What a provider says of a person, as far as it counts here. */
const Said = z.object({
  iss: z.string(),
  // At most 255 ASCII characters (OpenID Connect Core 2).
  sub: z.string().min(1).max(MAX_SUBJECT),
  email: z.email().max(MAX_TEXT).optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
  name: z.string().trim().min(1).max(MAX_TEXT).optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
});

/** How a provider says that it asked for more than one factor (RFC 8176). Other values mean what each provider likes. */
const SEVERAL_FACTORS = "mfa";

export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the provider says that the person holds the address. */
  isEmailVerified: boolean;
  name: string | null;
  hasSeveralFactors: boolean;
}

/** What counts of an ID token and of what belongs to it. Throws a ZodError for one that names nobody. */
export function readClaims(said: unknown): Claims {
  const { iss, sub, email, email_verified, name, amr } = Said.parse(said);
  return {
    issuer: iss,
    subject: sub,
    email: email?.toLowerCase() ?? null,
    isEmailVerified: email !== undefined && email_verified === true,
    name: name ?? null,
    hasSeveralFactors: amr.includes(SEVERAL_FACTORS),
  };
}
