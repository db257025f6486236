import { PageHeader } from "@/components/ui/page-header";

export default function NotFound() {
  return (
    <PageHeader
      title="This page does not exist"
      lead="Or it belongs to somebody else. Check the address, or choose a page from the navigation."
    />
  );
}
