/** What a dynamic page costs before it says anything: the measure the product's pages are held against. */
export const dynamic = "force-dynamic";

export default function Page() {
  return <p>Nothing</p>;
}
