import { CertificateText, type CertificateWords } from "@/components/certificate/certificate-text";
import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import { formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { FirstCycle } from "@/lib/lifecycle/first-cycle";
import type { Refusal } from "@/lib/lifecycle/refusal";

interface Issue {
  org: string;
  project: string;
  action: FormAction;
  reasons: readonly Refusal[];
  words: CertificateWords;
  days: FirstCycle;
}

/** Issues the certificate that follows from the grant: its words and days stand fixed, the number is drawn. */
export function IssueForm({ org, project, action, reasons, words, days }: Issue) {
  const text = (
    <CertificateText
      words={words}
      number="The next number of the body"
      validFrom={formatDay(days.effectiveFrom.on)}
      validUntil={formatDay(days.expiresOn.on)}
    />
  );
  return (
    <Card title="The certificate will say" id="issue">
      {text}
      <p className="mt-3 mb-4 max-w-read text-compact text-muted">
        Valid from the day of the decision ({days.effectiveFrom.rule}). {days.expiresOn.because} Once issued,
        its words and days never change.
      </p>
      <ActPanel
        hidden={{ org, project }}
        reasons={reasons}
        action={action}
        submitLabel="Issue certificate"
        confirm={{
          title: "Check the certificate",
          text: `You will issue the certificate of ${words.organisationName}, valid from ${formatDay(days.effectiveFrom.on)} to ${formatDay(days.expiresOn.on)}, exactly as it stands above. Its public page opens at once. You cannot undo this.`,
          label: "Issue certificate",
        }}
      />
    </Card>
  );
}

/** Writes down a certificate that a body has issued outside CertTrail: number and days as they stand on it. */
export function RecordCertificateForm({ org, project, action, reasons, words, days }: Issue) {
  return (
    <Card title={`Record the certificate of ${words.bodyName}`} id="issue">
      <p className="mb-4 max-w-read text-muted">
        {words.bodyName} granted certification on {formatDay(days.decidedOn)}. Enter what its certificate
        says.
      </p>
      <ActPanel hidden={{ org, project }} reasons={reasons} action={action} submitLabel="Record certificate">
        <TextField name="number" label="Certificate number" width="medium" spellCheck={false} />
        <DateField
          name="effectiveFrom"
          label="Valid from"
          hint="On or after the day of the decision."
          defaultValue={days.effectiveFrom.on}
        />
        <DateField
          name="expiresOn"
          label="Valid until"
          hint="The last valid day; three years after the decision at most."
          defaultValue={days.expiresOn.on}
        />
        <RecordedActFields org={org} project={project} bodyName={words.bodyName} />
      </ActPanel>
      <h3 className="mt-6 mb-2 text-read">From your record</h3>
      <CertificateText
        words={words}
        number="As typed above"
        validFrom="As typed above"
        validUntil="As typed above"
      />
    </Card>
  );
}
