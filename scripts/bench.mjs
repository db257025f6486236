/**
 * `npm run bench`: how much the product costs over the least its tools can do, as ratios, so that the machine does not
 * matter. Both sides are measured in turns in one run. Figures go to bench-results.json and to the screen.
 */
import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureActs } from "../tests/bench/chained-acts.mjs";
import { layFiftyFindings } from "../tests/bench/fifty-findings.mjs";
import { fetchOnce, measureRate } from "../tests/bench/load.mjs";
import { weighScripts } from "../tests/bench/scripts-of-page.mjs";
import { freePort, startBareServer, startEmptyApp, startProduct } from "../tests/bench/servers.mjs";
import { signIn } from "../tests/bench/signed-in.mjs";
import { makeLargeFile, sendLargeFile, startReceiver, watchMemory } from "../tests/bench/upload.mjs";
import { clone } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { build, generate, install } from "./prepare.mjs";
import { runCommand, runProgram, step } from "./steps.mjs";
import { stopOnSignal } from "./stopping.mjs";

const ROUNDS = 7;
const SECONDS_A_TURN = 3;
const GATES = {
  B1: { what: "requests/s, empty page ÷ findings list of 50", gate: 1.6, aim: 1.15 },
  "B1 rows": { what: "requests/s, the same rows as fixed text ÷ findings list of 50", gate: 2.5, aim: 1.6 },
  B2: { what: "requests/s, bare http and pg ÷ findings list of 50", gate: 12, aim: 9 },
  B5a: { what: "milliseconds, 10,000 risks imported from xlsx ÷ COPY of their rows", gate: 6, aim: 3.5 },
  B6: { what: "milliseconds, ten reads of the store ÷ their statements by pg alone", gate: 2, aim: 1.15 },
  B7: {
    what: "requests/s, findings list without the policies of row level security ÷ with",
    gate: 1.25,
    aim: 1.1,
  },
  B8: { what: "milliseconds, act with a chained entry ÷ with a plain row", gate: 1.35, aim: 1.1 },
  B10: {
    what: "seconds, 200 MB sent to the product ÷ to Node's http, SHA-256 and a file",
    gate: 1.6,
    aim: 1.2,
  },
  "B10 memory": { what: "megabytes by which the web process grew meanwhile", gate: 64, aim: 64 },
  B11: { what: "gzip JavaScript, findings list ÷ empty page", gate: 1.25, aim: 1.25 },
  "B13 first": { what: "seconds from a first start to a signed-in page", gate: 8, aim: 8 },
  "B13 later": { what: "seconds from a later start to a signed-in page", gate: 3, aim: 3 },
};

await runCommand(async () => {
  const stopping = stopOnSignal();
  await install();
  await generate();
  await build();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-bench-")));
  stopping.add(async () => rmSync(folder, { recursive: true }));
  try {
    const { product, figures } = await measureStarts(folder, stopping.add);
    const asked = await measurePages(product, stopping.add);
    Object.assign(figures, asked.figures, await measureStore(product, asked, folder));
    Object.assign(figures, await measureUpload(product, asked, folder, stopping.add));
    report(figures);
  } finally {
    await stopping.stop();
  }
});

/** A first start on an empty data folder, a stop, and a start on what is there; the second goes on running. */
async function measureStarts(dataFolder, onOpen) {
  const figures = {};
  let product;
  for (const which of ["first", "later"]) {
    await product?.stop();
    await step(`${which} start`, async () => {
      const port = await freePort();
      const begun = performance.now();
      product = await startProduct(port, dataFolder);
      const [person] = product.signIns;
      product.cookie = await signIn(product.origin, person);
      const page = await fetch(`${product.origin}/`, { headers: { cookie: product.cookie } });
      if (!page.ok || page.url.includes("sign-in")) throw new Error(`${page.url} answered ${page.status}`);
      figures[`B13 ${which}`] = (performance.now() - begun) / 1000;
      return page.url;
    });
  }
  onOpen(product.stop);
  return { product, figures };
}

async function measurePages(product, onOpen) {
  const { project, client } = await layFiftyFindings(product.ownerUrl, product.signIns[0].email);
  const list = {
    url: `${product.origin}/${client}/projects/${project}/findings`,
    headers: { cookie: product.cookie },
  };
  const empty = { url: "", headers: {} };
  const rows = { url: "", headers: {} };
  const bare = { url: "", headers: {} };
  await step("empty page", async (progress) => {
    empty.url = await startEmptyApp(onOpen, progress);
    rows.url = new URL("rows", empty.url).href;
    bare.url = await startBareServer(product.ownerUrl, project, onOpen);
    const { body } = await fetchOnce(list.url, list.headers);
    if (!body.includes("NC-050")) throw new Error("The findings list does not show its fifty rows.");
  });
  const figures = {};
  await step("weigh", async () => {
    const [ours, least] = [await weighScripts(list), await weighScripts(empty)];
    figures.B11 = ours / least;
    return `${Math.round(ours / 1000)} kB and ${Math.round(least / 1000)} kB`;
  });
  await step("measure", async (progress) => {
    const rates = { list: [], empty: [], rows: [], bare: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { url, headers }] of Object.entries({ list, empty, rows, bare })) {
        progress(`round ${round + 1} of ${ROUNDS}: ${name}`);
        rates[name].push(await measureRate(url, headers, SECONDS_A_TURN));
      }
    }
    // The first round warms up.
    const ratio = (name) => median(rates[name].slice(1).map((rate, index) => rate / rates.list[index + 1]));
    figures.B1 = ratio("empty");
    figures["B1 rows"] = ratio("rows");
    figures.B2 = ratio("bare");
    const shown = Object.entries(rates).map(([name, all]) => `${name} ${Math.round(median(all.slice(1)))}/s`);
    return shown.join(", ");
  });
  return { figures, project, client, list };
}

/** What the guards of reach and of the trail cost: reads, pages with and without policies, acts. */
async function measureStore({ ownerUrl, signIns }, { project, list }, folder) {
  const figures = {};
  await step("reads", async (progress) => {
    const printed = await runOnStore(
      "store-reads.ts",
      ownerUrl,
      folder,
      [project, signIns[0].email],
      progress,
    );
    const reads = Object.entries(printed);
    const ratios = reads.map(([name, { store, bare }]) => [name, store / bare]);
    figures.B6 = Math.exp(ratios.reduce((sum, [, ratio]) => sum + Math.log(ratio), 0) / ratios.length);
    return ratios.map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`).join(", ");
  });
  await step("import", async (progress) => {
    const person = signIns[0].email;
    const times = await runOnStore("treatment-import.ts", ownerUrl, folder, [project, person], progress);
    // The first round warms up.
    const [imported, copied] = [times.imported.slice(1), times.copied.slice(1)].map(median);
    figures.B5a = imported / copied;
    return `${imported.toFixed(0)} ms imported, ${copied.toFixed(0)} ms copied`;
  });
  await step("policies", async (progress) => {
    const ratios = [];
    for (let round = 0; round < ROUNDS; round++) {
      const rates = {};
      for (const how of ["disable", "enable"]) {
        progress(`round ${round + 1} of ${ROUNDS}: ${how}d`);
        await withClient(ownerUrl, (client) => client.query(everyPolicy(how)));
        rates[how] = await measureRate(list.url, list.headers, SECONDS_A_TURN);
      }
      if (round > 0) ratios.push(rates.disable / rates.enable);
    }
    figures.B7 = median(ratios);
  });
  await step("acts", async () => {
    const { chained, plain } = await measureActs(ownerUrl, project);
    figures.B8 = chained / plain;
    return `${chained.toFixed(2)} ms chained, ${plain.toFixed(2)} ms plain`;
  });
  return figures;
}

/** Runs a script of tests/bench on the store; returns what its last line says, read as JSON. */
async function runOnStore(script, ownerUrl, folder, asked, progress) {
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    AUTH_SECRET: "a secret of the benchmark that is long enough",
    CERTTRAIL_ORIGIN: "http://localhost:3000",
    CERTTRAIL_DATA: folder,
  };
  const file = join("tests", "bench", script);
  const args = ["--conditions=react-server", "--import", "tsx", file, ...asked];
  const { printed } = await runProgram(args, { env, progress });
  return JSON.parse(printed.trim().split("\n").at(-1));
}

/** What taking a large file costs: the product looks who sends it, how much room there is, and keeps a row. */
async function measureUpload(product, { project, client, list }, folder, onOpen) {
  const figures = {};
  await step("upload", async (progress) => {
    const path = await makeLargeFile(folder);
    const { size } = statSync(path);
    const receiver = await startReceiver(folder, onOpen);
    const url = `${product.origin}/api/${client}/projects/${project}/files`;
    const headers = { ...list.headers, origin: product.origin, "x-file-name": "large.pdf" };
    const ratios = [];
    const grown = await watchMemory(product.webProcess, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        progress(`round ${round + 1} of ${ROUNDS}`);
        const ours = await sendLargeFile(url, path, size, headers);
        ratios.push(ours / (await sendLargeFile(receiver, path, size)));
      }
    });
    figures.B10 = median(ratios.slice(1));
    figures["B10 memory"] = grown;
  });
  return figures;
}

/** Switches row level security of every table that has policies. */
function everyPolicy(how) {
  return `do $$ declare guarded text; begin
    for guarded in select distinct tablename from pg_policies where schemaname = 'public' loop
      execute format('alter table %I ${how} row level security', guarded);
    end loop;
  end $$`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report(figures) {
  const results = Object.entries(GATES).map(([id, gate]) => ({
    id,
    ...gate,
    figure: Number(figures[id].toFixed(2)),
  }));
  writeFileSync(join(clone, "bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${"".padEnd(10)} ${"figure".padStart(7)} ${"gate".padStart(6)} ${"aim".padStart(6)}`);
  for (const { id, what, gate, aim, figure } of results) {
    const verdict = figure <= gate ? "" : "  misses its gate";
    console.log(
      `${id.padEnd(10)} ${String(figure).padStart(7)} ${String(gate).padStart(6)} ${String(aim).padStart(6)}  ${what}${verdict}`,
    );
  }
}
