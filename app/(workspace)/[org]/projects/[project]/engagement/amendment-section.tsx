import { DifferenceList } from "@/components/engagement/difference-list";
import { LetterPill, Signatures } from "@/components/engagement/signatures";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import type { Actor } from "@/lib/actor";
import { paths } from "@/lib/paths";
import { compareLetters } from "@/lib/selection/letter-differences";
import { withdrawAmendment } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";
import { AmendmentForm } from "./letter-form";
import { wordsOf } from "./letter-words";
import { SignatureForms } from "./signature-forms";

/** What changes a signed letter: the next version with its reason, in force once both sides have signed it. */
export function AmendmentSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { record, agreement } = view;
  const { letter, amendment } = agreement;
  if (!letter || record.sourcing.state !== "engaged") return null;
  if (!amendment) {
    return (
      <Card title="Amendments" id="amendment">
        <p className="max-w-read pb-3 text-muted">
          A signed letter is not changed. A new version takes its place once both sides have signed it.
        </p>
        <AmendmentForm actor={actor} view={view} />
      </Card>
    );
  }
  const isSigned = amendment.clientSignature !== null || amendment.bodySignature !== null;
  const fileHref = paths.project(actor.organisationSlug, record.id).file;
  return (
    <Card
      title={`Amendment: version ${amendment.no}`}
      id="amendment"
      actions={<LetterPill letter={amendment} />}
    >
      <div className="space-y-6">
        <p className="prose-plain max-w-read">{amendment.reason}</p>
        <DifferenceList
          differences={compareLetters(wordsOf(view, letter), wordsOf(view, amendment))}
          before={`version ${letter.no}`}
          after={`version ${amendment.no}`}
        />
        {!isSigned && <AmendmentForm actor={actor} view={view} />}
        <Signatures agreement={agreement} letter={amendment} fileHref={fileHref} />
        <SignatureForms actor={actor} view={view} letter={amendment} />
        <details>
          <summary className="w-fit py-0.5 text-link underline underline-offset-3">
            Withdraw the amendment
          </summary>
          <div className="pt-3">
            <AgreementAct
              actor={actor}
              view={view}
              command="withdrawAmendment"
              action={withdrawAmendment}
              submitLabel="Withdraw amendment"
              submitVariant="secondary"
            >
              <TextArea name="reason" label="Reason" hint="The other side reads it." rows={3} />
            </AgreementAct>
          </div>
        </details>
      </div>
    </Card>
  );
}
