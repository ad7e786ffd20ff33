// Which page is shown.

import { about, address } from "./data.js";
import { note, show } from "./dom.js";
import { openAsk } from "./ask.js";
import { openDocument } from "./document.js";
import { openEntity } from "./entity.js";
import { suggest } from "./suggest.js";

document.getElementById("store").textContent = about.name;
if (about.triples !== null) document.getElementById("count").textContent = `${about.triples.toLocaleString("en")} triples`;
const find = document.getElementById("find");
suggest(find, find.parentElement, (row) => location.assign(address(row.iri)), document.getElementById("found"));

const iri = new URLSearchParams(location.search).get("iri");
try {
  if (location.pathname === "/entity" && iri) await openEntity(iri);
  else if (location.pathname === "/document" && iri) await openDocument(iri);
  else openAsk();
} catch (error) {
  show(note(error.message, "bad"));
}
document.body.dataset.ready = "true";
