import { RecordedMark } from "@/components/project/recorded-mark";
import { Pill } from "@/components/ui/pill";
import { formatDay } from "@/lib/day";
import type { Agreement, Letter } from "@/lib/store/agreement";

/** Both signatures under a version: party, name and function, day; and the signed copy where the client recorded one. */
export function Signatures({
  agreement,
  letter,
  fileHref,
}: {
  agreement: Agreement;
  letter: Letter;
  fileHref: (file: string) => string;
}) {
  const { client, body } = agreement;
  const boxes = [
    { side: "the client", party: client.legalName, signature: letter.clientSignature },
    {
      side: "the certification body",
      party: body?.legalName ?? "The body",
      signature: letter.bodySignature,
    },
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {boxes.map(({ side, party, signature }) => (
        <div
          key={side}
          className="break-inside-avoid space-y-1 rounded-card border border-border bg-sunken p-4"
        >
          <p className="text-compact text-muted">For {side}</p>
          <p className="font-medium">{party}</p>
          {signature ? (
            <>
              <p>{signature.signatory}</p>
              <p className="text-muted">Signed on {formatDay(signature.on)}</p>
              {signature.recorded && <RecordedMark {...signature.recorded} />}
              {signature.proof && (
                <a
                  href={fileHref(signature.proof)}
                  data-noprint
                  className="block w-fit py-0.5 text-link underline underline-offset-3"
                >
                  Open the signed copy
                </a>
              )}
            </>
          ) : (
            <Pill kind="waiting">Not signed yet</Pill>
          )}
        </div>
      ))}
    </div>
  );
}

/** Where a version stands, in one word. */
export function LetterPill({ letter }: { letter: Letter }) {
  const signed = [letter.clientSignature, letter.bodySignature].filter(Boolean).length;
  if (letter.withdrawnOn) return <Pill kind="neutral">Withdrawn</Pill>;
  if (signed === 2) return <Pill kind="success">Signed by both sides</Pill>;
  return signed === 1 ? <Pill kind="info">Signed by one side</Pill> : <Pill kind="neutral">Draft</Pill>;
}
