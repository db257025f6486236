import { DifferenceList } from "@/components/engagement/difference-list";
import { LetterText } from "@/components/engagement/letter-text";
import { LetterPill, Signatures } from "@/components/engagement/signatures";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { Actor } from "@/lib/actor";
import { paths } from "@/lib/paths";
import type { AgreementView } from "./agreement-sections";
import { LetterForm } from "./letter-form";
import { differencesFromOffer } from "./letter-words";
import { SignatureForms } from "./signature-forms";

/** The letter in force, or the first draft of it: its text, how it differs from the offer, and both signatures (APP-6). */
export function LetterSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { record, agreement } = view;
  const { letter } = agreement;
  const isSigned = Boolean(letter?.clientSignature || letter?.bodySignature);
  const differences = letter ? differencesFromOffer(view, letter) : [];
  const isOpen = record.sourcing.state === "contracted_pending";
  const fileHref = paths.project(actor.organisationSlug, record.id).file;
  const version = letter && letter.no > 1 ? `, version ${letter.no}` : "";
  return (
    <Card
      title={`Engagement letter${version}`}
      id="letter"
      actions={letter && <LetterPill letter={letter} />}
    >
      <div className="space-y-6">
        {differences.length > 0 && (
          <Callout tone="warning" title="The letter differs from the offer">
            <DifferenceList differences={differences} before="the offer" after="the letter" />
          </Callout>
        )}
        {letter && <LetterText agreement={agreement} letter={letter} fileHref={fileHref} />}
        {isOpen && !isSigned && <LetterForm actor={actor} view={view} />}
        {letter && <Signatures agreement={agreement} letter={letter} fileHref={fileHref} />}
        {letter && isOpen && <SignatureForms actor={actor} view={view} letter={letter} />}
      </div>
    </Card>
  );
}
