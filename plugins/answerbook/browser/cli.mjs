#!/usr/bin/env node
/**
 * The twin in Node: `node cli.mjs ask|quote|search|parse --site DIR --lang nl --jsonl`.
 * Computes from nothing but the files of a built site. Exit codes: 0 done, 2 could not run.
 */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { isDay } from "./calendar.js";
import { dumps } from "./canonical.js";
import { open, SiteError } from "./client.js";
import { RequestError } from "./figures.js";
import { respond } from "./lines.js";
import { BrokenIndexError } from "./search/blocks.js";

const USAGE = "usage: node cli.mjs ask|quote|search|parse --site DIR [--lang CODE] [--as-of DATE] [--limit N] --jsonl";

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** @returns {{command: string, options: Record<string, any>}} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: "string" },
        lang: { type: "string" },
        "as-of": { type: "string" },
        limit: { type: "string", default: "10" },
        jsonl: { type: "boolean" },
      },
    });
    if (positionals.length !== 1 || !["ask", "quote", "search", "parse"].includes(positionals[0])) fail(USAGE);
    if (values["as-of"] !== undefined && !isDay(values["as-of"])) fail(`${values["as-of"]}: no existing day written as YYYY-MM-DD.`);
    if (!values.site || !values.jsonl || !/^[1-9][0-9]*$/.test(values.limit ?? "")) fail(USAGE);
    return { command: positionals[0], options: values };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** @returns {string} the real day: the command line's last resort, as in Python */
function realDay() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @returns {AsyncGenerator<Buffer>} the lines of standard input that are not blank, each as soon as it is there */
async function* lines() {
  let rest = Buffer.alloc(0);
  for await (const chunk of process.stdin) {
    const all = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, start)) {
      yield all.subarray(start, end);
      start = end + 1;
    }
    rest = all.subarray(start);
  }
  yield rest;
}

/** @param {Buffer} line @returns {boolean} */
const isBlank = (line) => !/[^ \t\r]/.test(line.toString("latin1"));

const { command, options } = readArguments();
process.stdout.on("error", () => process.exit()); // who reads the answers has read enough
const folder = resolve(options.site);
/** @param {string} path @returns {Promise<ArrayBuffer>} a file of the site's data folder */
const load = async (path) => {
  const bytes = await readFile(resolve(folder, "answerbook", path)).catch((error) => {
    throw new Error(["ENOENT", "ENOTDIR"].includes(error.code) ? "there is no such file" : "this file cannot be read");
  });
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
let opened = false;
try {
  const client = await open(`${pathToFileURL(folder).href}/`, options.lang ?? "", load);
  opened = true;
  if (options.lang && client.lang !== options.lang) fail(`${options.lang}: no such language on this site; it has ${Object.keys(client.manifest.languages).join(", ")}`);
  if (!client.book && command !== "search") fail(`${options.site}: this site has only the search (it was built without a pricing.yaml), so there is nothing to ${command} from.`);
  const day = options["as-of"] ?? realDay();
  client.clock = () => day;
  const clients = new Map([[client.lang, client]]);
  /** @param {any} lang @returns {Promise<typeof client>} the twin in the language a line names */
  const speaking = async (lang) => {
    if (typeof lang !== "string") throw new RequestError("wrong_type: lang");
    if (!Object.hasOwn(client.manifest.languages, lang)) throw new RequestError("unknown_language");
    const other = clients.get(lang) ?? (await open(client.root, lang, load));
    other.clock = client.clock;
    clients.set(lang, other);
    return other;
  };
  /** @type {Record<string, (request: Record<string, any>) => Promise<object>>} */
  const commands = {
    ask: async (request) => (await speaking(Object.hasOwn(request, "lang") ? request.lang : client.lang)).ask(request),
    quote: (request) => client.quote(request),
    parse: (request) => client.parse(request),
    search: (request) => client.search(request, Number(options.limit)),
  };
  for await (const line of lines()) {
    if (!isBlank(line)) process.stdout.write(`${dumps(await respond(line, commands[command]))}\n`);
  }
} catch (error) {
  if (error instanceof BrokenIndexError) fail(`${options.site}: ${error.message} Build the site again.`);
  const known = error instanceof SiteError;
  const said = known || opened ? (error instanceof Error ? error.message : error) : "What its files say does not fit together.";
  fail(known || !opened ? `${options.site}: this folder holds no complete answerbook site. ${said}` : `The twin stopped at a request, which is a mistake in it: report this. ${said}`);
}
