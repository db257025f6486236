"use client";

import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

/**
 * One answer for what is not there and for what is not yours: they cannot be told apart. A client part, because every
 * page carries it along, once a layout.
 */
export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-form px-4 py-16 sm:px-6">
      <PageHeader
        title="This page does not exist"
        lead="Or it belongs to somebody else. Check the address, or start from your home page."
      />
      <a href={paths.home}>Go to the home page</a>
    </main>
  );
}
