import type { ReactNode } from "react";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DateField, NumberField } from "@/components/ui/value-fields";
import { formatAuditDays } from "@/lib/audit-time/days";
import type { Day } from "@/lib/day";
import { formatMoney } from "@/lib/money";
import { auditKeyNames, auditKeys, type Offer } from "@/lib/selection/offer";
import {
  type ExpertiseKey,
  expertiseKeys,
  type Particulars,
  particularNames,
  type TermKey,
  termKeys,
} from "@/lib/selection/particulars";

const currencies = [
  "EUR",
  "GBP",
  "USD",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "HUF",
  "RON",
  "AUD",
  "CAD",
  "INR",
  "JPY",
  "SGD",
];

export interface OfferValues extends Offer {
  validUntil: Day | null;
  earliestOn: Day | null;
  stageGapWeeks: number | null;
  accreditation: string | null;
  particulars: Particulars;
  notes: string | null;
}

const amountFields = [
  { key: "dayRateMinor", label: "Day rate", hint: "For one auditor day." },
  { key: "applicationFeeMinor", label: "Application fee" },
  { key: "certificateFeeMinor", label: "Certificate fee" },
  { key: "yearlyFeeMinor", label: "Yearly fee", hint: "Management or register fee, each year." },
  { key: "travelMinor", label: "Travel", hint: "Estimate over the three years." },
] as const;

const particularHints: Record<ExpertiseKey | TermKey, string> = {
  sectors: "Clients of which trades it has audited.",
  technologies: "Such as cloud platforms, own development, operational technology.",
  leadAuditor: "Name, years of audits, qualifications; as far as it is known.",
  auditLanguages: "In which the audit and its report can be.",
  combinedStandards: "Which it can audit together, and what that saves.",
  paymentTerms: "When invoices come, and within how many days they are due.",
  cancellationTerms: "Until when a date can be moved, and what it costs after that.",
  transferTerms: "What it takes to go to another body within the three years.",
  priceLock: "For how long the day rate holds, and how it may rise.",
};

/** Nothing of an offer is required, and a mark on every field would say nothing. */
const open = { "aria-required": false } as const;

function Group({ legend, hint, children }: { legend: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 space-y-4 border-border border-t pt-4">
      <legend className="float-start w-full font-medium text-read">{legend}</legend>
      <div className="clear-both" />
      {hint && <p className="max-w-read text-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** The offer of a body. Every field may be left empty: what is not stated is shown as "Not stated". */
export function ProposalFields({ offer, file }: { offer?: OfferValues; file?: ReactNode }) {
  const amount = (minor: number | null | undefined) => {
    if (minor === null || minor === undefined || !offer?.currency) return "";
    return formatMoney({ minor, currency: offer.currency }).slice(offer.currency.length + 1);
  };
  const shown = [...new Set([...currencies, ...(offer?.currency ? [offer.currency] : [])])];
  return (
    <>
      <Group legend="Auditor days" hint="Leave empty what the offer does not state. Empty is not zero.">
        <div className="grid gap-4 sm:grid-cols-3">
          {auditKeys.map((key) => {
            const days = offer?.days[key] ?? null;
            return (
              <NumberField
                key={key}
                name={`days.${key}`}
                label={auditKeyNames[key]}
                unit="days"
                {...open}
                defaultValue={days === null ? "" : formatAuditDays(days)}
              />
            );
          })}
        </div>
      </Group>
      <Group legend="Rate and fees" hint="Without tax.">
        <SelectField
          name="currency"
          label="Currency"
          {...open}
          options={shown.map((code) => ({ value: code, label: code }))}
          defaultValue={offer?.currency ?? ""}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {amountFields.map(({ key, label, ...rest }) => (
            <NumberField
              key={key}
              name={`amounts.${key}`}
              label={label}
              {...rest}
              {...open}
              defaultValue={amount(offer?.[key])}
            />
          ))}
        </div>
      </Group>
      <Group legend="The people who audit">
        <ParticularFields keys={expertiseKeys} particulars={offer?.particulars} />
      </Group>
      <Group legend="Terms">
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField name="validUntil" label="Offer valid until" defaultValue={offer?.validUntil ?? ""} />
          <DateField name="earliestOn" label="Earliest Stage 1" defaultValue={offer?.earliestOn ?? ""} />
          <NumberField
            name="stageGapWeeks"
            label="From Stage 1 to Stage 2"
            unit="weeks"
            {...open}
            defaultValue={String(offer?.stageGapWeeks ?? "")}
          />
        </div>
        <TextField
          name="accreditation"
          label="Accreditation as the offer states it"
          hint="Accreditation body, standard, number."
          {...open}
          defaultValue={offer?.accreditation ?? ""}
        />
        <ParticularFields keys={termKeys} particulars={offer?.particulars} />
        <TextArea
          name="notes"
          label="Notes"
          {...open}
          hint="What stands nowhere above, and answers to the questions."
          defaultValue={offer?.notes ?? ""}
        />
        {file}
      </Group>
    </>
  );
}

function ParticularFields({
  keys,
  particulars,
}: {
  keys: readonly (ExpertiseKey | TermKey)[];
  particulars?: Particulars;
}) {
  return keys.map((key) => (
    <TextArea
      key={key}
      name={`particulars.${key}`}
      label={particularNames[key]}
      hint={particularHints[key]}
      rows={2}
      {...open}
      defaultValue={particulars?.[key] ?? ""}
    />
  ));
}
