import { FactsStated } from "@/components/audit-time/facts-stated";
import { ScopeBasis } from "@/components/audit-time/scope-basis";
import { Card } from "@/components/ui/card";
import type { readRequest } from "@/lib/store/requests";

type RequestView = Pick<
  Awaited<ReturnType<typeof readRequest>>,
  "told" | "scopeChange" | "proposal" | "record"
>;

/** The facts of the scope as a body is told them, and which of them changed since the request or the body's own offer. */
export function ScopeOfRequest({ told, scopeChange, proposal, record }: RequestView) {
  const isOffered = proposal !== null && !proposal.declined;
  return (
    <>
      {scopeChange && (
        <Card title="Version of the scope" id="scope">
          <ScopeBasis
            what={isOffered ? "Your proposal" : "The request as it was sent to you"}
            change={scopeChange}
            timeZone={record.timeZone}
          />
        </Card>
      )}
      {told && <FactsStated facts={told} />}
    </>
  );
}
