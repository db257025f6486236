import { Card } from "@/components/ui/card";

/** How the certification may be shown (CRT-4, CRT-5; ISO/IEC 17021-1 8.3), in plain words. */
export function MarkRules({ organisationName, bodyName }: { organisationName: string; bodyName: string }) {
  return (
    <Card title="How you may show it" id="mark-rules">
      <ul className="list-disc space-y-2 ps-5">
        <li>Use the mark of {bodyName} as its own rules allow. Do not use the logo of ISO.</li>
        <li>Name the standard with its edition, and only for what the scope covers.</li>
        <li>Put no mark on a product or its packaging: it would say that the product is certified.</li>
        <li>
          A sentence on packaging may say that {organisationName} has a certified management system, if it
          names the standard and {bodyName}.
        </li>
        <li>Put no mark on test, calibration or inspection reports.</li>
        <li>
          While the certificate is suspended, and from its end, stop using the mark and every reference to it.
          If the scope shrinks, change your texts.
        </li>
      </ul>
      <p className="mt-3 text-meta text-subtle">Rules CRT-4, CRT-5 · ISO/IEC 17021-1 8.3</p>
    </Card>
  );
}
