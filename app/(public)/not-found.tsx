import { PageHeader } from "@/components/ui/page-header";

/** An invitation that was used, has ended or never was: the three are answered alike. */
export default function NotFound() {
  return (
    <PageHeader
      title="This link does not work"
      lead="It was used already, it has ended, or its address is not complete. Ask who invited you for a new one."
    />
  );
}
