// All about one entity.

import { ask, askNamed, compact, isNode, learn, nameOf, typeOf } from "./data.js";
import { make, note, show } from "./dom.js";
import { makeGraph } from "./graph.js";
import { readClaims, showClaim, showIri, showTerm, standing } from "./terms.js";

const STEP = 40;

export async function openEntity(iri) {
  const [facts, answer] = await Promise.all([askNamed("about", { entity: iri }), askNamed("claims", { entity: iri })]);
  const claims = readClaims(answer);
  const named = claims.flatMap((claim) => [claim.subject, claim.object, claim.speaker, claim.document]);
  await learn([iri, ...named.filter((term) => term?.type === "uri").map((term) => term.value), ...facts.rows.map((row) => row[2].value)]);
  document.title = `${nameOf(iri)} · kgx`;
  const side = make("aside", {}, showFacts(iri, facts), showNeighbours(iri, claims));
  show(make("div", { className: "entity" }, showHead(iri, facts, claims), make("div", { className: "two" },
    make("section", {}, showClaims(claims)), side), showTriples(iri)));
}

const values = (facts, property) => facts.rows.filter((row) => compact(row[1].value) === property).map((row) => row[2]);

function showHead(iri, facts, claims) {
  const other = values(facts, "skos:altLabel").map((term) => term.value);
  const documents = new Set(claims.map((claim) => claim.document.value)).size;
  const type = typeOf(iri).toLowerCase();
  return make("header", { className: "head" },
    make("h1", {}, nameOf(iri), type ? make("span", { className: `type ${type}` }, type) : null),
    other.length ? make("p", { className: "also" }, `also ${other.join(", ")}`) : null,
    make("p", { className: "quiet" }, `${claims.length} ${claims.length === 1 ? "claim" : "claims"} in ${documents} ${documents === 1 ? "document" : "documents"}`));
}

function showFacts(iri, facts) {
  const rows = [["IRI", [make("code", {}, iri)]], ["kinds", values(facts, "rdf:type").map((term) => make("span", {}, compact(term.value)))],
    ["wider", values(facts, "skos:broader").map((term) => showIri(term.value))],
    ["the same as", values(facts, "owl:sameAs").map((term) => showIri(term.value))],
    ["mentioned in", values(facts, "kgx:mentionedIn").map((term) => showIri(term.value))]];
  return make("dl", { className: "facts" }, rows.filter(([, found]) => found.length).map(([name, found]) =>
    [make("dt", {}, name), make("dd", {}, found.map((one) => make("span", {}, one)))]).flat());
}

function showClaims(claims) {
  const kinds = { all: "All", asserted: "Asserted", denied: "Denied", open: "Planned or possible" };
  const list = make("div", { className: "claims" });
  const draw = (kind, most = STEP) => {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value === kind)));
    const chosen = claims.filter((claim) => kind === "all" || standing(claim) === kind);
    list.replaceChildren(...chosen.slice(0, most).map((claim) => showClaim(claim)));
    if (chosen.length > most) list.append(make("button", { type: "button", className: "chip", onclick: () => draw(kind, most * 4) }, `${chosen.length - most} more`));
    if (!chosen.length) list.append(note(claims.length ? "None of these." : "Nothing is claimed about it."));
  };
  const buttons = Object.entries(kinds).map(([kind, name]) => {
    const count = kind === "all" ? claims.length : claims.filter((claim) => standing(claim) === kind).length;
    return make("button", { type: "button", className: "chip", value: kind, onclick: () => draw(kind) }, `${name} ${count}`);
  });
  draw("all");
  return make("div", {}, make("h2", {}, "What is said"), make("div", { className: "chips" }, buttons), list);
}

function showNeighbours(iri, claims) {
  const end = (term) => ({ id: term.type === "uri" ? term.value : `"${term.value}`, literal: term.type !== "uri", text: term.value });
  const edges = claims.slice(0, 60).map((claim) => ({
    from: end(claim.subject), to: end(claim.object), label: claim.predicate.value, odd: standing(claim) !== "asserted",
  }));
  if (!edges.length) return null;
  const near = [...new Set(claims.flatMap((claim) => [claim.subject, claim.object]).filter((term) => term.type === "uri" && term.value !== iri && isNode(term.value)).map((term) => term.value))];
  return make("div", { className: "near" }, make("h2", {}, "Neighbours"), makeGraph(edges, iri),
    make("p", { className: "chips" }, near.slice(0, 40).map((one) => showIri(one))));
}

function showTriples(iri) {
  const holder = make("details", { className: "raw" }, make("summary", {}, "All its triples"));
  holder.addEventListener("toggle", async () => {
    if (holder.childElementCount > 1) return;
    const { rows } = await ask(`SELECT ?property ?value WHERE { <${encodeIri(iri)}> ?property ?value } ORDER BY ?property ?value LIMIT 300`);
    await learn(rows.map((row) => row[1].value));
    holder.append(make("div", { className: "scroll" }, make("table", {}, make("tbody", {}, rows.map((row) =>
      make("tr", {}, make("td", {}, compact(row[0].value)), make("td", {}, showTerm(row[1]))))))));
  });
  return holder;
}

// An IRI can hold none of these; without them it cannot end its brackets.
export const encodeIri = (iri) => iri.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (char) => encodeURIComponent(char));

