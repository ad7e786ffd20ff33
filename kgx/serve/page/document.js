// One document: its text with what was read in it, or the sentences where the text is not at hand.

import { ask, askNamed, fetchText, learn } from "./data.js";
import { make, note, show } from "./dom.js";
import { encodeIri } from "./entity.js";
import { readClaims, showClaim } from "./terms.js";

export async function openDocument(iri) {
  const { rows } = await ask(`SELECT ?id ?title ?date ?url WHERE { <${encodeIri(iri)}> dcterms:identifier ?id
    OPTIONAL { <${encodeIri(iri)}> schema:headline ?title } OPTIONAL { <${encodeIri(iri)}> schema:datePublished ?date }
    OPTIONAL { <${encodeIri(iri)}> schema:url ?url } } LIMIT 1`);
  if (!rows.length) { show(note("There is no such document.", "bad")); return; }
  const [id, title, date, url] = rows[0].map((term) => term?.value ?? "");
  const [answer, text] = await Promise.all([askNamed("document", { id }), fetchText(iri)]);
  const claims = readClaims(answer);
  await learn(claims.flatMap((claim) => [claim.subject, claim.object, claim.speaker]).filter((term) => term?.type === "uri").map((term) => term.value));
  document.title = `${title || id} · kgx`;
  const side = make("aside", { className: "claims" }, make("h2", {}, "What it says"));
  const cards = claims.map((claim, at) => { const card = showClaim(claim, { source: false }); card.id = `claim-${at}`; return card; });
  side.append(...cards);
  const body = text === null ? showSentences(claims) : showText(text, claims, cards);
  show(make("div", { className: "entity" }, make("header", { className: "head" },
    make("h1", {}, title || id),
    make("p", { className: "quiet" }, [title ? id : "", date].filter(Boolean).join(" · "), " ",
      /^https?:\/\//.test(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, url) : "")),
  make("div", { className: "two reading" }, body, side)));
}

function showSentences(claims) {
  const seen = new Set(), list = make("div", { className: "text" });
  for (const claim of claims) {
    const sentence = (claim.before?.value ?? "") + claim.quote.value + (claim.after?.value ?? "");
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    list.append(make("p", {}, sentence));
  }
  list.append(note("The sentences that claims were read in. kgx serve --documents shows the whole text."));
  return list;
}

// The text in pieces, each with the claims whose quotes hold it. Offsets count code points.
function showText(text, claims, cards) {
  const points = [...text];
  const fits = claims.map((claim) => points.slice(Number(claim.start.value), Number(claim.end.value)).join("") === claim.quote.value);
  const cuts = [...new Set([0, points.length, ...claims.flatMap((claim, at) => (fits[at] ? [Number(claim.start.value), Number(claim.end.value)] : []))])].sort((a, b) => a - b);
  const body = make("div", { className: "text whole" });
  cuts.slice(0, -1).forEach((start, at) => {
    const piece = points.slice(start, cuts[at + 1]).join("");
    const here = claims.map((claim, number) => number).filter((number) => fits[number] && Number(claims[number].start.value) <= start && start < Number(claims[number].end.value));
    body.append(here.length ? markPiece(piece, here, cards) : piece);
  });
  return fits.every(Boolean) ? body : make("div", {}, note("Some quotes are not where they were: the text has changed.", "bad"), body);
}

function markPiece(piece, here, cards) {
  const light = (on) => here.forEach((number) => cards[number].classList.toggle("lit", on));
  return make("mark", {
    className: here.length > 1 ? "deep" : "", tabIndex: 0,
    onpointerenter: () => light(true), onpointerleave: () => light(false), onfocus: () => light(true), onblur: () => light(false),
    onclick: () => cards[here[0]].scrollIntoView({ behavior: "smooth", block: "center" }),
  }, piece);
}
