import { QrCode, qrCodeFile } from "@/components/certificate/qr-code";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";

/** The address at which anybody can check the certificate, to copy or to print as a QR code. */
export function PublicLink({
  url,
  number,
  unconfirmedBy,
}: {
  url: string;
  number: string;
  /** The body that has not confirmed a recorded certificate; null when it stands behind it. */
  unconfirmedBy: string | null;
}) {
  return (
    <Card title="Public check" id="public-check">
      <p className="text-muted">
        Anybody with this link sees whether the certificate is valid now. It shows no internal data and no
        names of people.
        {unconfirmedBy && ` Until ${unconfirmedBy} confirms the record, it says who wrote it down.`}
      </p>
      <p className="mt-3">
        <a href={url} className="break-all">
          {url}
        </a>
      </p>
      <div className="mt-2">
        <CopyButton value={url} what="public link" />
      </div>
      <QrCode
        text={url}
        label={`QR code with the public link of certificate ${number}`}
        className="mt-4 size-40"
      />
      <p className="mt-1 text-meta text-subtle">Print it 20 mm wide or more, with {number} beside it.</p>
      <p className="mt-2">
        <a href={qrCodeFile(url)} download={`certificate-${number}-qr.svg`}>
          Download QR code (SVG)
        </a>
      </p>
    </Card>
  );
}
