import type { Actor } from "@/lib/actor";
import type { Agreement } from "@/lib/store/agreement";
import type { LoadedProject } from "@/lib/store/record";
import { AmendmentSection } from "./amendment-section";
import { ApplicationSection } from "./application-section";
import { EndSection } from "./end-section";
import { LetterSection } from "./letter-section";
import { VersionsSection } from "./versions-section";

export type AgreementView = LoadedProject & { agreement: Agreement };

/** Application, engagement letter with both signatures, and the way out. The same for client and body. */
export function AgreementSections({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { state } = view.record.sourcing;
  const hasLetter = view.agreement.letter !== null || state === "contracted_pending";
  return (
    <>
      {hasLetter && <LetterSection actor={actor} view={view} />}
      <AmendmentSection actor={actor} view={view} />
      <VersionsSection actor={actor} view={view} />
      <ApplicationSection actor={actor} view={view} />
      {(state === "contracted_pending" || state === "engaged") && <EndSection actor={actor} view={view} />}
    </>
  );
}
