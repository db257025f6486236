"use client";

import "./globals.css";
import PageFailed from "./error";

/** When even the frame around the pages failed: the same words in a document of their own. */
export default function EverythingFailed(failure: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>We could not open this page – CertTrail</title>
        <main id="main">
          <PageFailed {...failure} />
        </main>
      </body>
    </html>
  );
}
