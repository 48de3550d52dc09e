#!/usr/bin/env node
/**
 * Holds what a site serves of the browser modules to what is written: `node scripts/check_modules.mjs TYPESCRIPT < modules.json`.
 * The input has for each module, by path, its source, its source without comments and what was read of its imports; and the served
 * files. Prints each difference; exit codes: 0 none, 1 some.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(import.meta.url)(process.argv[2]);
const { modules, served } = JSON.parse(readFileSync(0, "utf8"));
/** @type {string[]} */
const wrong = [];

/** @param {string} path @param {string} text */
function parsed(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  for (const { messageText, start } of file.parseDiagnostics) wrong.push(`${path}:${start}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  return file;
}

/** @param {any} file @returns {string[]} its tokens as they are written, comments and spaces apart */
function tokens(file) {
  /** @type {string[]} */
  const found = [];
  /** @param {any} node */
  const visit = (node) => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const parts = node.getChildren(file);
    if (parts.length) parts.forEach(visit);
    else if (node.getText(file)) found.push(node.getText(file));
  };
  visit(file);
  return found;
}

/** @param {any} file @returns {string[]} the modules that it imports or passes on, each once, in order */
function imports(file) {
  const found = file.statements.filter((/** @type {any} */ one) => one.moduleSpecifier).map((/** @type {any} */ one) => one.moduleSpecifier.text);
  return [...new Set(found)];
}

/** @param {any} file @returns {string[]} the names that it exports, sorted */
function exports(file) {
  /** @type {string[]} */
  const found = [];
  /** @param {any} name */
  const bound = (name) => (name.elements ? name.elements.forEach((/** @type {any} */ one) => bound(one.name)) : found.push(name.text));
  for (const one of file.statements) {
    if (ts.isExportDeclaration(one)) for (const { name } of one.exportClause?.elements ?? []) found.push(name.text);
    else if (one.modifiers?.some((/** @type {any} */ modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) found.push("default");
    else if (one.modifiers?.some((/** @type {any} */ modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
      for (const { name } of one.declarationList?.declarations ?? [one]) bound(name);
  }
  return found.sort();
}

/** @param {string} path @param {string} what @param {unknown} one @param {unknown} other */
function same(path, what, one, other) {
  if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push(`${path}: ${what}: ${JSON.stringify(one)} is written, ${JSON.stringify(other)} is read`);
}

for (const [path, { source, short, read }] of Object.entries(modules)) {
  const file = parsed(path, source);
  const written = tokens(file);
  const left = tokens(parsed(path, short));
  const at = written.findIndex((token, i) => token !== left[i]);
  if (at >= 0 || written.length !== left.length) wrong.push(`${path}: without comments ${written[at]} becomes ${left[at]}`);
  same(path, "imports", imports(file), read.imports);
}
for (const [path, text] of Object.entries(served)) {
  const file = parsed(path, text);
  same(path, "exports of the served file", exports(parsed(path, modules[path].source)), exports(file));
  for (const address of imports(file)) {
    const target = new URL(address, `https://x/${path}`).pathname.slice(1);
    if (!(target in served)) wrong.push(`${path}: imports ${target}, which is not served`);
  }
}
for (const line of wrong) console.error(line);
process.exit(wrong.length ? 1 : 0);
