/** npm run measure: prints the size, documentation and typing of each room of `src/`, to watch how they develop. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const longest = 100;

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => measured(join(entry.parentPath, entry.name)));

/** What is counted in one file. */
function measured(path) {
  const text = readFileSync(path, 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const functions = [];
  const exported = [];
  const casts = { any: 0, as: 0, bang: 0 };

  const visit = (node) => {
    const named = nameOf(node);
    if (named !== undefined) functions.push({ name: named, lines: linesOf(source, node) });
    if (isExported(node))
      exported.push(...namesOf(node).map((name) => ({ name, documented: isDocumented(node) })));
    if (node.kind === ts.SyntaxKind.AnyKeyword) casts.any += 1;
    if (
      (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) ||
      ts.isTypeAssertionExpression(node)
    )
      casts.as += 1;
    if (ts.isNonNullExpression(node)) casts.bang += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);

  const name = relative(root, path).split(sep).join('/');
  return {
    name,
    room: roomOf(name),
    lines: lineCount(text),
    comments: commentLines(source),
    functions,
    exported,
    casts,
  };
}

/** `src/core/url/host.ts` → `core/url`, `src/ui/Icon.tsx` → `ui`. */
function roomOf(name) {
  const [, first, second] = name.split('/');
  return first === 'core' ? `core/${second}` : first;
}

function lineCount(text) {
  return text.endsWith('\n') ? text.split('\n').length - 1 : text.split('\n').length;
}

function linesOf(source, node) {
  const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.getEnd()) - lineAt(node.getStart()) + 1;
}

/** The name of a function that has one, its own or that of what holds it; a callback has none and is not counted. */
function nameOf(node) {
  if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return undefined;
  const holder =
    ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent : undefined;
  return (node.name ?? holder?.name)?.getText();
}

function isExported(node) {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** A default export is loaded lazily by a part of the same name, which is one meaning, not two. */
function namesOf(node) {
  if ((ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
    return ['default'];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((one) => one.name.getText());
  return [node.name?.getText() ?? 'default'];
}

function isDocumented(node) {
  return ts.getJSDocCommentsAndTags(node).length > 0;
}

/** How many lines hold a comment, alone or after code. */
function commentLines(source) {
  const lines = new Set();
  const add = (range) => {
    const first = source.getLineAndCharacterOfPosition(range.pos).line;
    const last = source.getLineAndCharacterOfPosition(range.end).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  const visit = (node) => {
    if (node.getChildCount() === 0 && node.kind !== ts.SyntaxKind.JsxText) {
      for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) add(range);
      for (const range of ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []) add(range);
    }
    for (const child of node.getChildren()) visit(child);
  };
  visit(source);
  return lines.size;
}

/** `median/p95/max`, by nearest rank; dashes where there is nothing to measure. */
function spread(numbers) {
  if (numbers.length === 0) return '–';
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return [at(0.5), at(0.95), at(1)].join('/');
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const percent = (part, whole) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);

function rowOf(room, members) {
  const functions = members.flatMap((file) => file.functions);
  const exported = members.flatMap((file) => file.exported);
  const lines = sum(members.map((file) => file.lines));
  const count = (cast) => sum(members.map((file) => file.casts[cast]));
  return [
    room,
    String(members.length),
    String(lines),
    spread(members.map((file) => file.lines)),
    spread(functions.map((one) => one.lines)),
    percent(exported.filter(({ documented }) => documented).length, exported.length),
    percent(sum(members.map((file) => file.comments)), lines),
    [count('any'), count('as'), count('bang')].join('/'),
  ];
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    );
}

const rooms = [...new Set(files.map((file) => file.room))].toSorted((one, other) => one.localeCompare(other));
print([
  ['room', 'files', 'lines', 'file lines', 'function lines', 'documented', 'comments', 'any/as/!'],
  ...rooms.map((room) =>
    rowOf(
      room,
      files.filter((file) => file.room === room),
    ),
  ),
  rowOf('all', files),
]);
console.log(
  '\nmedian/95th percentile/maximum; functions = those with a name; documented = exports with a doc comment',
);

const long = files.flatMap(({ name, functions }) =>
  functions.filter(({ lines }) => lines > longest).map((one) => `${one.lines}  ${name}  ${one.name}`),
);
console.log(`\nFunctions above ${longest} lines: ${long.length}`);
for (const line of long.toSorted()) console.log(line);

const homes = new Map();
for (const { name: file, exported } of files)
  for (const { name } of exported) homes.set(name, new Set([...(homes.get(name) ?? []), file]));
// Every command exports `run`: one shape, one meaning.
const shapes = new Set(['default', 'run']);
const shared = [...homes].filter(([name, places]) => !shapes.has(name) && places.size > 1);
console.log(`\nNames that two files export: ${shared.length}`);
for (const [name, places] of shared) console.log(`${name}  ${[...places].join(', ')}`);

const mostFiles = 25;
const folders = byFolder(namesBelow('src'));
const full = [...folders].filter(([, names]) => names.length > mostFiles);
console.log(`\nFolders with more than ${mostFiles} files: ${full.length}`);
for (const [folder, names] of full) console.log(`${names.length}  ${folder}`);

const mirrored = new Set(namesBelow('src').map(placeOf));
const tests = namesBelow('test').filter((name) => /\.test\.tsx?$/.test(name));
const others = tests.filter((name) => !mirrored.has(placeOf(name)));
console.log(
  `\nTests with the path of their file: ${tests.length - others.length} of ${tests.length}. The others test several:`,
);
for (const name of others) console.log(name);

function byFolder(names) {
  const folders = new Map();
  for (const name of names) {
    const folder = name.slice(0, name.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  return folders;
}

/** The paths of all files below a folder of the project. */
function namesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** `src/ui/dialog/SideSheet.tsx` and `test/ui/dialog/side-sheet.test.tsx` → `ui/dialog/side-sheet`. */
function placeOf(name) {
  return name
    .slice(name.indexOf('/') + 1)
    .replace(/(\.test)?\.(tsx?|mjs)$/, '')
    .replace(/(?<=[a-z0-9])[A-Z]/g, '-$&')
    .toLowerCase();
}
