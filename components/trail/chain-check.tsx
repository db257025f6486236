import { buttonLook, LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { countOf } from "@/lib/lifecycle/event-text";
import type { TrailCheck } from "@/lib/store/trail-check";

const inWords = (count: number) => count.toLocaleString("en-GB");

/** Lets a reader have the chain checked or take it away, and says what the check found. `hrefOf` checks behind an entry. */
export function ChainCheck({
  check,
  hrefOf,
  trailFile,
  anchorsFile,
}: {
  check: TrailCheck | null;
  hrefOf: (behind: number) => string;
  trailFile: string;
  anchorsFile: string;
}) {
  return (
    <Card
      title="Is the trail whole?"
      id="check"
      actions={
        <>
          {!check && (
            <LinkButton href={hrefOf(0)} size="small">
              Check the chain
            </LinkButton>
          )}
          <a href={trailFile} className={buttonLook("quiet", "small")}>
            Download the trail
          </a>
          <a href={anchorsFile} className={buttonLook("quiet", "small")}>
            Download our anchors
          </a>
        </>
      }
    >
      {check ? (
        <Outcome check={check} hrefOf={hrefOf} />
      ) : (
        <p className="max-w-read text-muted">
          The check hashes every entry anew and follows each to the one before it. The downloaded trail can be
          checked the same way without CertTrail, with scripts/verify-bundle.mjs; anchors kept outside
          CertTrail show that no trail was rewritten since.
        </p>
      )}
    </Card>
  );
}

function Outcome({ check, hrefOf }: { check: TrailCheck; hrefOf: (behind: number) => string }) {
  const { from, to, total, sealed, fault } = check;
  if (fault) {
    return (
      <Callout tone="danger" title="The trail was changed outside CertTrail">
        <p>{fault.sentence}</p>
        <p>Tell the operator of this installation, and keep what you have printed or downloaded.</p>
      </Callout>
    );
  }
  const isAll = from === 1 && to >= total;
  const goesOn = to < total;
  return (
    <Callout
      tone="success"
      title={
        isAll
          ? `Checked: ${inWords(total)} ${total === 1 ? "entry" : "entries"}, chain whole`
          : `Checked: entries ${inWords(from)} to ${inWords(to)} of ${inWords(total)}, chain whole so far`
      }
      actions={
        goesOn && (
          <LinkButton href={hrefOf(to)} size="small">
            Check the next part
          </LinkButton>
        )
      }
    >
      {sealed > 0 && (
        <p>
          {countOf(sealed, "of them belongs", "of them belong")} to the other side alone. Their content was
          checked against their hashes, and is not shown.
        </p>
      )}
    </Callout>
  );
}
