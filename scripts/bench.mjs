/**
 * `npm run bench`: how much the product costs over the least its tools can do, as ratios, so that the machine does not
 * matter. Both sides are measured in turns in one run. Figures go to bench-results.json and to the screen.
 */
import { mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureActs } from "../tests/bench/chained-acts.mjs";
import { layFiftyFindings } from "../tests/bench/fifty-findings.mjs";
import { reportFigures } from "../tests/bench/gates.mjs";
import { fetchOnce, measureRate, measureSlowest } from "../tests/bench/load.mjs";
import { weighScripts } from "../tests/bench/scripts-of-page.mjs";
import { freePort, startBareServer, startEmptyApp, startProduct } from "../tests/bench/servers.mjs";
import { signIn } from "../tests/bench/signed-in.mjs";
import { makeLargeFile, sendLargeFile, startReceiver, watchMemory } from "../tests/bench/upload.mjs";
import { withClient } from "./database.mjs";
import { build, generate, install } from "./prepare.mjs";
import { runCommand, runProgram, step } from "./steps.mjs";
import { stopOnSignal } from "./stopping.mjs";

const ROUNDS = 7;
const SECONDS_A_TURN = 3;
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
    Object.assign(figures, await measurePapers(product, asked, folder));
    Object.assign(figures, await measureUpload(product, asked, folder, stopping.add));
    reportFigures(figures);
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

/** What a report of a thousand findings costs who asks for it, and who asks for something else meanwhile. */
async function measurePapers({ ownerUrl, origin }, { project, client, list }, folder) {
  const figures = {};
  let report = "";
  await step("paper", async (progress) => {
    const { written, bare, audit } = await runOnStore(
      "print-report.ts",
      ownerUrl,
      folder,
      [project],
      progress,
    );
    report = `${origin}/api/${client}/projects/${project}/audits/${audit}/report?version=1`;
    const [ours, least] = [written, bare].map((times) => median(times.slice(1)));
    figures.B9 = ours / least;
    return `${ours.toFixed(0)} ms written, ${least.toFixed(0)} ms drawn by pdfkit alone`;
  });
  await step("meanwhile", async (progress) => {
    const slowest = { alone: [], meanwhile: [] };
    for (let round = 0; round < ROUNDS; round++) {
      progress(`round ${round + 1} of ${ROUNDS}`);
      slowest.alone.push(await measureSlowest(list.url, list.headers, SECONDS_A_TURN));
      let isOver = false;
      const writing = (async () => {
        while (!isOver) {
          const { status } = await fetchOnce(report, list.headers);
          if (status !== 200) throw new Error(`${report} answered ${status}`);
        }
      })();
      slowest.meanwhile.push(await measureSlowest(list.url, list.headers, SECONDS_A_TURN));
      isOver = true;
      await writing;
    }
    const [alone, meanwhile] = [slowest.alone, slowest.meanwhile].map((times) => median(times.slice(1)));
    figures.B12 = meanwhile / alone;
    return `p95 ${alone.toFixed(1)} ms alone, ${meanwhile.toFixed(1)} ms meanwhile`;
  });
  return figures;
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
