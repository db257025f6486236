import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "It is you" };

/** The end of a proof through the provider, in the tab that was opened for it. */
export default function ProvenPage() {
  return (
    <>
      <PageHeader
        title="It is you"
        lead="Close this tab, go back to the one you came from, and go on there. What you typed is still in it."
      />
      <p>
        <a href={paths.home}>Go to your organisation instead</a>
      </p>
    </>
  );
}
