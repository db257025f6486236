import { encode } from "uqr";

/** Modules of white around the code, without which scanners do not find it. */
const QUIET_ZONE = 4;

/** The path that fills the dark modules of a QR code for `text`, and its side in modules. Level Q survives a quarter of damage. */
export function drawQrCode(text: string): { side: number; path: string } {
  const { size, data } = encode(text, { ecc: "Q", border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { side: size, path };
}

/** A QR code as SVG, black on white in light, dark and print. `label` says where it leads. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { side, path } = drawQrCode(text);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={`chart-shape bg-[#fff] ${className ?? ""}`}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The same code as a file, for a document or a poster. */
export function qrCodeFile(text: string): string {
  const { side, path } = drawQrCode(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
