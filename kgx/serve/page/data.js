// Asking the server, and naming what it answers.

export const about = await fetch("/about").then((response) => response.json());
export const queries = await fetch("/queries").then((response) => response.json());

const ROWS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const namespaces = Object.entries(about.prefixes).sort((a, b) => b[1].length - a[1].length);
const { kgx, rel, ent, concept } = about.prefixes;
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]*$/;

async function read(response) {
  if (!response.ok) throw new Error((await response.text()).trim() || `The server answers ${response.status}.`);
  return response;
}

// The answer to SPARQL: {columns, rows}, a row being a list of terms or nulls.
export async function ask(sparql) {
  const started = performance.now();
  const response = await read(await fetch("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: `${ROWS}, ${TRIPLES};q=0.9` },
    body: sparql,
  }));
  const text = await response.text();
  const answer = response.headers.get("Content-Type").startsWith(ROWS) ? readRows(JSON.parse(text)) : readTriples(text);
  return { ...answer, seconds: (performance.now() - started) / 1000 };
}

export async function askNamed(name, given) {
  const response = await read(await fetch(`/queries/${name}?${new URLSearchParams(given)}`, { headers: { Accept: ROWS } }));
  return readRows(await response.json());
}

export async function fillNamed(name, given) {
  const response = await read(await fetch(`/queries/${name}/sparql?${new URLSearchParams(given)}`));
  return response.text();
}

export async function fetchText(document) {
  const response = await fetch(`/text?${new URLSearchParams({ document })}`);
  return response.ok ? response.text() : null;
}

function readRows(answer) {
  if ("boolean" in answer) return { kind: "ask", answer: answer.boolean, columns: [], rows: [] };
  const columns = answer.head.vars;
  return { kind: "rows", columns, rows: answer.results.bindings.map((row) => columns.map((name) => row[name] ?? null)) };
}

const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;
const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function readTriples(text) {
  const rows = [];
  for (const line of text.split("\n")) {
    if (!line || line.includes("<<(")) continue;
    rows.push([...line.matchAll(TERM)].slice(0, 3).map((found) => {
      if (found[1] !== undefined) return { type: "uri", value: unescape(found[1]) };
      if (found[2] !== undefined) return { type: "bnode", value: found[2] };
      return { type: "literal", value: unescape(found[3]), "xml:lang": found[4], datatype: found[5] };
    }));
  }
  return { kind: "triples", columns: ["subject", "predicate", "object"], rows };
}

const unescape = (text) => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) =>
  one ? ESCAPES[one] ?? one : String.fromCodePoint(parseInt(four ?? eight, 16)));

export function compact(iri) {
  for (const [prefix, namespace] of namespaces) {
    const local = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && /^[\w.-]+$/.test(local)) return `${prefix}:${local}`;
  }
  return iri;
}

export const isPredicate = (iri) => iri.startsWith(rel) || (iri.startsWith(kgx) && /^[a-z]/.test(iri.slice(kgx.length)));
export const isDocument = (iri) => iri.startsWith(about.prefixes.doc);
export const isNode = (iri) => iri.startsWith(ent) && !["rel", "claim", "event", "evidence", "doc"].some((name) => iri.startsWith(about.prefixes[name]));

const known = new Map();

// What an IRI is called: from the data, else made from the IRI.
export function nameOf(iri) {
  const label = known.get(iri)?.label;
  if (label) return label;
  const local = iri.replace(/[/#]$/, "").replace(/^.*[/#]/, "");
  if (isPredicate(iri)) return local.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("-", " ").toLowerCase();
  return iri.startsWith(ent) || iri.startsWith(kgx) ? local.replaceAll("-", " ") : compact(iri);
}

export const typeOf = (iri) => known.get(iri)?.type ?? (iri.startsWith(concept) ? "Concept" : "");

// Learn the labels and types of IRIs, some hundred at once.
export async function learn(iris) {
  const wanted = [...new Set(iris)].filter((iri) => !known.has(iri) && IRI.test(iri) && (isNode(iri) || isDocument(iri)));
  for (let at = 0; at < Math.min(wanted.length, 1200); at += 300) {
    const values = wanted.slice(at, at + 300).map((iri) => `<${iri}>`).join(" ");
    const { rows } = await ask(`SELECT ?iri (MIN(?name) AS ?label) (MIN(?kind) AS ?type) WHERE {
      VALUES ?iri { ${values} }
      OPTIONAL { ?iri rdfs:label|skos:prefLabel ?one }
      OPTIONAL { ?iri schema:headline ?title }
      OPTIONAL { ?iri dcterms:identifier ?id }
      OPTIONAL { ?iri a ?class FILTER STRSTARTS(STR(?class), "${kgx}") }
      BIND (COALESCE(STR(?one), STR(?title), STR(?id)) AS ?name)
      BIND (SUBSTR(STR(?class), ${kgx.length + 1}) AS ?kind)
    } GROUP BY ?iri`);
    for (const [iri, label, type] of rows) known.set(iri.value, { label: label?.value, type: type?.value });
  }
}

export const address = (iri) => `/${isDocument(iri) ? "document" : "entity"}?${new URLSearchParams({ iri })}`;
