import type { ReactNode } from "react";
import { CheckboxField } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import { NumberField } from "@/components/ui/value-fields";
import { DEFAULT_AUDIT_TIME_POLICY } from "@/lib/audit-time/calculation";
import { FULL_WEEK_RANGE } from "@/lib/audit-time/persons";
import type { ScopeFacts, TimeJudgement } from "@/lib/audit-time/profile";
import { columnsOf, complexities } from "@/lib/audit-time/tables";
import { listStandards } from "@/lib/standards/editions";
import { ChosenFields } from "./chosen-fields";
import { ComplexityFields } from "./complexity-fields";
import {
  ColumnField,
  FactorRows,
  GroupRows,
  OtherRows,
  type OtherValues,
  StatedFields,
} from "./profile-rows";
import { SitePersons } from "./site-persons";

interface Props {
  sites: readonly { id: string; name: string; persons: number }[];
  standardId: string;
  asksComplexity: boolean;
  /** The version to go on from; null for the first. */
  kept: { facts: ScopeFacts; judgement: TimeJudgement } | null;
}

/** What is asked about the scope and how the client judges it (domain.md 5.3, 2.3). */
export function ProfileFields({ sites, standardId, asksComplexity, kept }: Props) {
  const facts = kept?.facts;
  const judgement = kept?.judgement;
  const hasSeveral = sites.length > 1;
  const stated = judgement?.stated.find((one) => one.standardId === standardId);
  const columns = columnsOf(standardId);
  return (
    <div className="space-y-8">
      <Part title="Persons">
        <p className="max-w-read text-muted">
          Everybody who works under your control in the scope, on all shifts. Who is in it with part of the
          time is a part-timer.
        </p>
        <NumberField
          name="fullWeek"
          label="Full week"
          unit="hours"
          defaultValue={String((facts?.fullWeek ?? FULL_WEEK_RANGE.usual) / 100)}
        />
        {sites.map((site, index) => (
          <SitePersons
            key={site.id}
            site={site}
            index={index}
            hasSeveral={hasSeveral}
            values={facts?.sites.find(({ siteId }) => siteId === site.id)}
          />
        ))}
        <GroupRows groups={facts?.groups ?? []} sites={sites.map(({ id, name }) => ({ id, name }))} />
      </Part>
      <Part title="Complexity and factors">
        {asksComplexity && (
          <ComplexityFields answers={facts?.complexity ?? null} chosen={judgement?.complexity ?? null} />
        )}
        {columns.length > 0 && <ColumnField name="column" columns={columns} value={facts?.column} />}
        <FactorRows factors={judgement?.factors ?? []} />
      </Part>
      {hasSeveral && (
        <Part title="Several sites">
          <CheckboxField
            name="sampling"
            label="Similar sites may be sampled"
            hint="One management system, a central function with authority over all sites, all of them in its internal audits and management review, and a legal or contractual tie (MS-1)."
            defaultChecked={facts?.sampling ?? false}
          />
          <ChosenFields
            name="siteReduction"
            label="Taken off each visited site"
            hint="Because the central function covers part of it. With all other reductions 50 at most (MS-10)."
            values={judgement?.siteReduction}
          />
        </Part>
      )}
      <Part title="Other standards">
        <OtherRows
          others={othersOf(kept)}
          standards={listStandards()
            .filter(({ id }) => id !== standardId)
            .map(({ id, name, systemName }) => ({ value: id, label: `${name} (${systemName})` }))}
          columns={complexities}
        />
        <ChosenFields
          name="integration"
          label="Saved by integration"
          hint="0 to 20, with other standards alone."
          values={judgement?.integration}
        />
        <Words
          name="integrated"
          label="What the systems share"
          hint="For example documents, internal audits, management reviews: bodies judge the integration by it."
          value={facts?.integrated}
        />
      </Part>
      <Part title="Days">
        <NumberField
          name="stage1Percent"
          label="Share of Stage 1"
          unit="percent"
          hint="25 to 33 is usual (IT-12)."
          defaultValue={String(judgement?.stage1Percent ?? DEFAULT_AUDIT_TIME_POLICY.stage1Percent)}
        />
        <StatedFields
          at="stated"
          days={stated ? String(stated.centidays / 100) : ""}
          reason={stated?.reason ?? ""}
        />
      </Part>
      <Part title="What bodies ask besides">
        <NumberField
          name="remotePercent"
          label="Work done remotely"
          unit="percent"
          optional
          defaultValue={facts ? String(facts.remotePercent) : ""}
        />
        <Words name="outsourced" label="Outsourced processes" value={facts?.outsourced} />
        <Words
          name="certificates"
          label="Certificates you hold"
          hint="Standard, body, and until when."
          value={facts?.certificates}
        />
        <Words
          name="restricted"
          label="Records you cannot show"
          hint="A body decides before the audit whether it can do without them (IS-4)."
          value={facts?.restricted}
        />
        <Words
          name="advisers"
          label="Consultants and internal auditors"
          hint="Who, and until when: who advised you may not certify you for two years (IMP-2, IMP-3)."
          value={facts?.advisers}
        />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-5">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Words({
  name,
  label,
  hint,
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  value?: string | null;
}) {
  return <TextArea name={name} label={label} hint={hint} rows={2} optional defaultValue={value ?? ""} />;
}

/** Each other standard with its factors and, where no table gives them, its days. */
function othersOf(kept: Props["kept"]): OtherValues[] {
  if (!kept) return [];
  const { facts, judgement } = kept;
  return facts.others.map(({ standardId, column }) => {
    const factors = judgement.otherFactors.find((one) => one.standardId === standardId);
    const days = judgement.stated.find((one) => one.standardId === standardId);
    return {
      ...{ standardId, column },
      percent: factors?.percent ?? null,
      reason: factors?.reason ?? null,
      days: days ? String(days.centidays / 100) : null,
      daysReason: days?.reason ?? null,
    };
  });
}
