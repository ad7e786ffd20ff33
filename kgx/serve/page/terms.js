// Terms and claims as people read them.

import { address, compact, isDocument, isNode, isPredicate, nameOf, about } from "./data.js";
import { make } from "./dom.js";

const STANDING = {
  negative: "denied", possible: "possible", planned: "planned", conditional: "if", question: "asked", demanded: "demanded",
};

export function showIri(iri) {
  if (isPredicate(iri)) return make("span", { className: "predicate", title: compact(iri) }, nameOf(iri));
  if (isNode(iri) || isDocument(iri) || iri.startsWith(about.prefixes.ent)) {
    return make("a", { href: address(iri), title: compact(iri), className: isDocument(iri) ? "document" : "node" }, nameOf(iri));
  }
  if (iri.startsWith(about.prefixes.kgx)) return make("span", { title: compact(iri) }, nameOf(iri));
  if (/^https?:\/\//.test(iri)) return make("a", { href: iri, title: iri, rel: "noopener noreferrer", target: "_blank" }, compact(iri));
  return make("span", { title: iri }, compact(iri));
}

export function showTerm(term, column = "") {
  if (!term) return make("span", { className: "quiet" }, "–");
  const local = term.type === "uri" && term.value.startsWith(about.prefixes.kgx) ? term.value.slice(about.prefixes.kgx.length) : "";
  if (STANDING[local]) return make("span", { className: `badge ${local}` }, STANDING[local]);
  if (local === "positive" || local === "asserted") return make("span", { className: "quiet" }, local);
  if (term.type === "uri") return showIri(term.value);
  if (term.type === "triple") return make("span", {}, showTerm(term.value.subject), " ", showTerm(term.value.predicate), " ", showTerm(term.value.object));
  if (/confidence$/i.test(column)) return showConfidence(Number(term.value));
  if (/quote$/i.test(column)) return make("q", {}, term.value);
  return make("span", { title: term["xml:lang"] ?? (term.datatype ? compact(term.datatype) : "") }, term.value);
}

export function showConfidence(value) {
  const bar = make("span", { className: "bar", title: `confidence ${value}` }, make("span", {}));
  bar.firstChild.style.width = `${Math.round(100 * Math.min(1, Math.max(0, value)))}%`;
  return bar;
}

// Rows of the queries claims and document as objects.
export function readClaims({ columns, rows }) {
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
}

export function standing(claim) {
  if (claim.polarity.value.endsWith("negative")) return "denied";
  return claim.modality.value.endsWith("asserted") ? "asserted" : "open";
}

export function showClaim(claim, { source = true } = {}) {
  const badges = [claim.polarity, claim.modality].map((term) => showTerm(term)).filter((one) => one.className.startsWith("badge"));
  if (claim.speaker) badges.push(make("span", { className: "badge says" }, "says ", showIri(claim.speaker.value)));
  if (claim.time) badges.push(make("span", { className: "badge time" }, claim.time.value));
  const quote = make("blockquote", {},
    claim.before?.value ?? "", make("mark", {}, claim.quote.value), claim.after?.value ?? "");
  const from = source ? make("p", { className: "source" },
    showIri(claim.document.value), make("span", { className: "quiet" }, ` ${claim.start.value}–${claim.end.value}`)) : null;
  return make("article", { className: `claim ${standing(claim)}` },
    make("p", { className: "said" }, showTerm(claim.subject), " ", showTerm(claim.predicate), " ", showTerm(claim.object),
      " ", ...badges, showConfidence(Number(claim.confidence.value))),
    quote, from);
}
