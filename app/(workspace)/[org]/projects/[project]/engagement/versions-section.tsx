import Link from "next/link";
import { LetterPill } from "@/components/engagement/signatures";
import { Card } from "@/components/ui/card";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { AgreementView } from "./agreement-sections";

/** Every version of the letter, the latest first; each opens as it was signed, and beside any other one. */
export function VersionsSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { record, agreement } = view;
  const { versions } = agreement;
  // A body comes to the pages of the project once it is engaged.
  if (versions.length === 0 || (actor.side === "body" && record.certificationCase === null)) return null;
  const at = paths.project(actor.organisationSlug, record.id);
  return (
    <Card title="Versions of the letter" id="versions">
      <ul className="divide-y divide-border">
        {versions.toReversed().map((letter) => (
          <li
            key={letter.no}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <Link
              href={letter.no === agreement.letter?.no ? at.letter : at.letterVersion(letter.no)}
              prefetch={false}
              className="py-0.5 font-medium text-link underline underline-offset-3"
            >
              Version {letter.no}
            </Link>
            <LetterPill letter={letter} />
            <span className="text-muted">
              {[letter.clientSignature, letter.bodySignature]
                .flatMap((signature) =>
                  signature ? `${signature.signatory}, ${formatDay(signature.on)}` : [],
                )
                .join(" · ")}
            </span>
            {letter.withdrawnReason && letter.withdrawnOn && (
              <span className="prose-plain basis-full text-muted">
                Withdrawn on {formatDay(letter.withdrawnOn)}: {letter.withdrawnReason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
