import "server-only";
import { unseal } from "../session/seal";

/** What the client secret of a provider is sealed for. */
export const SECRET = "oidc client secret";

interface Kept {
  organisationId: string;
  issuer: string;
  sealedSecret: string;
}

/** A secret belongs to an organisation and an issuer: in another row, or for another issuer, it opens nothing. */
export function ownerOfSecret({ organisationId, issuer }: Pick<Kept, "organisationId" | "issuer">): string {
  return `${organisationId} ${issuer}`;
}

/** The client secret behind the seal; null when it was sealed with another AUTH_SECRET. */
export function openSecret(kept: Kept): string | null {
  return unseal(kept.sealedSecret, SECRET, ownerOfSecret(kept));
}
