import { RoundMark } from "@/components/plan/round-mark";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDay } from "@/lib/day";
import { methodNames, nameCarryTarget } from "@/lib/lifecycle/verification-words";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** What the body found when it verified, or where it carried the finding to. */
export function VerifiedFacts({ view }: { view: CorrectiveView }) {
  const { verifiedOn, verifiedBy, verificationMethod, effectiveness, closedOn, carriedTo, record } = view;
  if (verifiedOn) {
    return (
      <Card title="Verified">
        <SummaryList
          items={[
            {
              term: "Verified on",
              value: (
                <span className="inline-flex flex-wrap items-center gap-2">
                  {formatDay(verifiedOn)}
                  <RoundMark view={view} kind="nonconformity.verify" />
                </span>
              ),
            },
            { term: "Verified by", value: verifiedBy },
            { term: "Method", value: verificationMethod && methodNames[verificationMethod] },
            { term: "What shows it", value: <span className="prose-plain">{effectiveness}</span> },
            { term: "Closed on", value: closedOn ? formatDay(closedOn) : "Not closed yet" },
          ]}
        />
      </Card>
    );
  }
  if (!carriedTo) return null;
  return (
    <Card title="Carried to the next audit">
      <RoundMark view={view} kind="nonconformity.carryToNextAudit" />
      <p>
        This minor is verified at {nameCarryTarget(record, carriedTo)}. It does not stand in the way of the
        decision.
      </p>
    </Card>
  );
}
