import { RecordedMark } from "@/components/project/recorded-mark";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/day";
import { draftLetterText, findDifferences, letterSectionNames } from "@/lib/selection/letter-draft";
import { findStandard } from "@/lib/standards/editions";
import type { Agreement } from "@/lib/store/agreement";
import type { AgreementView } from "./agreement-sections";
import { LetterForm } from "./letter-form";
import { SignatureForms } from "./signature-forms";

type Letter = NonNullable<Agreement["letter"]>;
type Signature = Letter["clientSignature"];

/** The engagement letter: its text, how it differs from the offer, and both signatures (APP-6). */
export function LetterSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { record, agreement } = view;
  const { letter, proposal } = agreement;
  const isSigned = Boolean(letter?.clientSignature || letter?.bodySignature);
  const standardName = findStandard(record.standardId)?.name ?? record.standardId;
  const draft = proposal && draftLetterText(standardName, proposal.offer, record.targetOn);
  const differences = letter && draft ? findDifferences(letter, draft) : [];
  const isOpen = record.sourcing.state === "contracted_pending";
  return (
    <Card title="Engagement letter" id="letter" actions={letter && <LetterPill letter={letter} />}>
      <div className="space-y-6">
        {differences.length > 0 && draft && (
          <Callout tone="warning" title="The letter differs from the proposal">
            <ul className="space-y-2">
              {differences.map((section) => (
                <li key={section}>
                  <span className="font-medium">{letterSectionNames[section]}.</span> The proposal said:{" "}
                  <span className="prose-plain">{draft[section]}</span>
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {letter && <LetterText view={view} letter={letter} />}
        {isOpen && !isSigned && <LetterForm actor={actor} view={view} draft={draft} />}
        {letter && (
          <div className="grid gap-4 md:grid-cols-2">
            <SignatureBox
              party={agreement.client.legalName}
              side="the client"
              signature={letter.clientSignature}
            />
            <SignatureBox
              party={agreement.body?.legalName ?? "The body"}
              side="the certification body"
              signature={letter.bodySignature}
            />
          </div>
        )}
        {letter && isOpen && <SignatureForms actor={actor} view={view} letter={letter} />}
      </div>
    </Card>
  );
}

function LetterPill({ letter }: { letter: Letter }) {
  const signed = [letter.clientSignature, letter.bodySignature].filter(Boolean).length;
  if (signed === 2) return <Pill kind="success">Signed by both sides</Pill>;
  return signed === 1 ? <Pill kind="info">Signed by one side</Pill> : <Pill kind="neutral">Draft</Pill>;
}

function LetterText({ view, letter }: { view: AgreementView; letter: Letter }) {
  const { sites, client, body } = view.agreement;
  const named = sites.filter(({ id }) => letter.siteIds.includes(id));
  const text = (words: string | null) => words && <span className="prose-plain">{words}</span>;
  return (
    <SummaryList
      items={[
        { term: "Client", value: client.legalName },
        { term: "Certification body", value: body?.legalName },
        { term: "Scope", value: text(letter.scope) },
        {
          term: "Sites",
          value:
            named.length === 0 ? null : (
              <ul className="space-y-0.5">
                {named.map(({ id, name, address }) => (
                  <li key={id}>
                    {name}, {address}
                  </li>
                ))}
              </ul>
            ),
        },
        { term: letterSectionNames.standardText, value: text(letter.standardText) },
        { term: letterSectionNames.daysText, value: text(letter.daysText) },
        { term: letterSectionNames.datesText, value: text(letter.datesText) },
        { term: letterSectionNames.feesText, value: text(letter.feesText) },
        { term: letterSectionNames.confidentiality, value: text(letter.confidentiality) },
        { term: letterSectionNames.terms, value: text(letter.terms) },
      ]}
    />
  );
}

function SignatureBox({ party, side, signature }: { party: string; side: string; signature: Signature }) {
  return (
    <div className="space-y-1 rounded-card border border-border bg-sunken p-4">
      <p className="text-compact text-muted">For {side}</p>
      <p className="font-medium">{party}</p>
      {signature ? (
        <>
          <p>{signature.signatory}</p>
          <p className="text-muted">Signed on {formatDay(signature.on)}</p>
          {signature.recorded && <RecordedMark {...signature.recorded} />}
        </>
      ) : (
        <Pill kind="waiting">Not signed yet</Pill>
      )}
    </div>
  );
}
