// The page to ask in.

import { about, ask, fillNamed, queries } from "./data.js";
import { make, note, show } from "./dom.js";
import { makeEditor, showPrefixes } from "./editor.js";
import { showResult } from "./results.js";
import { suggest } from "./suggest.js";

const FIRST = `# who and what is mentioned most
SELECT ?entity ?kind ?mentions WHERE {
  ?entity kgx:mentions ?mentions ; a ?kind .
  FILTER (STRSTARTS(STR(?kind), STR(kgx:)) && ?kind != kgx:Concept)
}
ORDER BY DESC(?mentions) ?entity
LIMIT 25`;

export function openAsk() {
  const out = make("div", { id: "out", "aria-live": "polite" });
  const editor = makeEditor(FIRST, () => run(editor, out));
  const form = make("div", { id: "form" });
  const chosen = new URLSearchParams(location.hash.slice(1));
  const code = make("details", { className: "code", open: true }, make("summary", {}, "SPARQL"), editor.element,
    make("div", { className: "actions" },
      make("button", { type: "button", className: "run", id: "run", onclick: () => run(editor, out) }, "Run"),
      make("span", { className: "quiet hint" }, `Ctrl + Enter. A query may take ${about.seconds} s.`),
      showPrefixes((piece) => editor.insert(piece))));
  code.addEventListener("toggle", () => editor.fit());
  const list = queries.map((query) => make("li", {}, make("button", {
    type: "button", title: query.summary, onclick: () => { choose(query, {}); },
  }, make("b", {}, query.name), make("span", {}, query.summary))));
  const choose = (query, given) => {
    list.forEach((item) => item.firstChild.setAttribute("aria-current", String(item.querySelector("b").textContent === query.name)));
    list.find((item) => item.firstChild.getAttribute("aria-current") === "true")?.scrollIntoView({ block: "nearest", inline: "center" });
    form.replaceChildren(showForm(query, given, editor, out));
    editor.text = query.sparql;
    code.open = false;
    out.replaceChildren();
  };
  show(make("div", { className: "ask" },
    make("nav", { className: "questions", "aria-label": "Questions" }, make("h2", {}, "Questions"), make("ul", {}, list)),
    make("div", { className: "work" }, form, code, out)));
  document.title = `${about.name} · kgx`;
  if (chosen.has("sparql")) { editor.text = chosen.get("sparql"); run(editor, out); }
  else if (chosen.has("ask")) {
    const query = queries.find((one) => one.name === chosen.get("ask"));
    if (query) choose(query, Object.fromEntries(chosen));
  } else run(editor, out, { note: false });
}

async function run(editor, out, { note: noted = true } = {}) {
  const sparql = editor.text;
  if (noted) history.replaceState(null, "", `#${new URLSearchParams({ sparql })}`);
  await attempt(out, editor, async () => showResult(await ask(sparql), sparql));
}

// What was asked last is shown, in whichever order the answers come.
async function attempt(out, editor, work) {
  const asking = make("p", { className: "note busy", role: "status" }, "Asking …");
  out.replaceChildren(asking);
  try {
    const answer = await work(() => asking.isConnected);
    if (asking.isConnected) out.replaceChildren(answer);
  } catch (error) {
    if (!asking.isConnected) return;
    const [, line, column] = error.message.match(/ at (\d+):(\d+)/) ?? [];
    const failed = note(error.message, "bad");
    if (line) failed.append(" ", make("button", { type: "button", className: "chip", onclick: () => editor.point(Number(line), Number(column)) }, "Show where"));
    out.replaceChildren(failed);
  }
}

function showForm(query, given, editor, out) {
  const fields = query.parameters.map((parameter) => {
    const input = make("input", {
      name: parameter.name, value: given[parameter.name] ?? "", required: parameter.required, autocomplete: "off",
      type: parameter.type === "date" ? "date" : "text", placeholder: query.example[parameter.name] ?? "any",
    });
    const field = make("label", {}, make("span", {}, parameter.name), input, make("small", {}, parameter.about));
    if (parameter.type === "entity") suggest(input, field, (row) => { input.value = row.label; });
    return field;
  });
  const submit = (event) => {
    event?.preventDefault();
    attempt(out, editor, async (isWanted) => {
      const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
      const sparql = await fillNamed(query.name, values);
      if (!isWanted()) return null;
      editor.text = sparql;
      history.replaceState(null, "", `#${new URLSearchParams({ ask: query.name, ...values })}`);
      return showResult(await ask(sparql), sparql);
    });
  };
  const form = make("form", { className: "fields", onsubmit: submit },
    make("div", { className: "what" }, make("h2", {}, query.name), make("p", {}, query.summary)), fields,
    make("button", { className: "run", id: "answer" }, "Ask"));
  if (query.parameters.every((parameter) => !parameter.required || given[parameter.name])) queueMicrotask(submit);
  return form;
}
