// Answers as a table, as a graph, and to take away.

import { isDocument, isNode, isPredicate, learn } from "./data.js";
import { make, note } from "./dom.js";
import { makeGraph } from "./graph.js";
import { showTerm } from "./terms.js";

const MOST_ROWS = 500;

export async function showResult(answer, sparql) {
  if (answer.kind === "ask") return make("p", { className: "verdict" }, answer.answer ? "Yes" : "No");
  await learn(answer.rows.flat().filter((term) => term?.type === "uri").map((term) => term.value));
  const edges = findEdges(answer);
  const pane = make("div", { className: "pane" });
  const views = { Table: () => showTable(answer), Graph: () => showEdges(edges) };
  const tabs = Object.keys(views).map((name) => make("button", {
    type: "button", role: "tab", disabled: name === "Graph" && !edges.length, onclick: () => choose(name),
  }, name));
  const choose = (name) => {
    tabs.forEach((tab) => tab.setAttribute("aria-selected", String(tab.textContent === name)));
    pane.replaceChildren(views[name]());
  };
  choose("Table");
  const count = `${answer.rows.length.toLocaleString("en")} ${answer.kind === "triples" ? "triples" : answer.rows.length === 1 ? "row" : "rows"}`;
  const time = answer.seconds === undefined ? "" : ` in ${answer.seconds.toFixed(2)} s`;
  return make("section", { className: "result" },
    make("div", { className: "bar-of-tabs" }, make("div", { role: "tablist" }, tabs),
      make("span", { className: "quiet" }, count + time), takeAway(answer, sparql)), pane);
}

function takeAway(answer, sparql) {
  const kinds = answer.kind === "triples"
    ? { Turtle: ["text/turtle", "ttl"], "JSON-LD": ["application/ld+json", "jsonld"] }
    : { CSV: ["text/csv", "csv"], JSON: ["application/sparql-results+json", "json"] };
  return make("span", { className: "take" }, Object.entries(kinds).map(([name, [media, suffix]]) =>
    make("button", { type: "button", className: "chip", onclick: () => save(sparql, media, suffix) }, name)));
}

async function save(sparql, media, suffix) {
  const response = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: media }, body: sparql });
  const url = URL.createObjectURL(await response.blob());
  make("a", { href: url, download: `answer.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function showTable({ columns, rows }) {
  if (!rows.length) return note("Nothing found.");
  const head = make("tr", {}, columns.map((name) => make("th", { scope: "col" }, name)));
  const body = rows.slice(0, MOST_ROWS).map((row) => make("tr", {}, row.map((term, at) => {
    const cell = make("td", { className: /quote$/i.test(columns[at]) ? "words" : "" }, showTerm(term, columns[at]));
    cell.dataset.name = columns[at];
    return cell;
  })));
  const more = rows.length > MOST_ROWS ? note(`The first ${MOST_ROWS} rows. All of them are in the CSV.`) : "";
  return make("div", {}, make("div", { className: "scroll" }, make("table", {}, make("thead", {}, head), make("tbody", {}, body))), more);
}

// From each row, the things it relates: in a row of columns, a predicate between two things names their edge.
export function findEdges({ columns, rows }) {
  const at = (name) => columns.indexOf(name);
  const found = new Map();
  for (const row of rows) {
    let from = null, label = "";
    const standing = ["polarity", "modality"].map((name) => row[at(name)]?.value ?? "").join(" ");
    const odd = /negative|possible|planned|conditional|question|demanded/.test(standing);
    row.forEach((term, place) => {
      if (!term || ["speaker", "polarity", "modality"].includes(columns[place])) return;
      if (term.type === "uri" && isPredicate(term.value)) { label = term.value; return; }
      const literal = columns[place] === "object" && term.type === "literal";
      if (!literal && !(term.type === "uri" && isNode(term.value) && !isDocument(term.value))) return;
      const to = { id: literal ? `"${term.value}` : term.value, literal, text: term.value };
      if (from && from.id !== to.id) found.set(`${from.id} ${label} ${to.id} ${odd}`, { from, to, label, odd });
      from = to;
      label = "";
    });
  }
  return [...found.values()];
}

function showEdges(edges) {
  return makeGraph(edges);
}
