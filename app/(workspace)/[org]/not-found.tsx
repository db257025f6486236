"use client";

import { PageHeader } from "@/components/ui/page-header";

/** A client part, because every page carries it along. */
export default function NotFound() {
  return (
    <PageHeader
      title="This page does not exist"
      lead="Or it belongs to somebody else. Check the address, or choose a page from the navigation."
    />
  );
}
