/** The first file of a thread that writes papers: a thread reads plain JavaScript alone until tsx is told to help. */
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
