// An editor for SPARQL: a text area over a coloured copy of its text.

import { about } from "./data.js";
import { make } from "./dom.js";

const TOKENS = new RegExp([
  "(?<comment>#[^\\n]*)",
  "(?<iri><[^<>\\s]*>)",
  "(?<string>\"\"\"[^]*?\"\"\"|'''[^]*?'''|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')",
  "(?<variable>[?$]\\w+)",
  "(?<prefixed>[\\w-]*:[\\w.-]*)",
  "(?<keyword>\\b(?:BASE|PREFIX|SELECT|DISTINCT|REDUCED|AS|CONSTRUCT|DESCRIBE|ASK|FROM|NAMED|WHERE|ORDER|BY|ASC|DESC|LIMIT|OFFSET|GROUP|HAVING|VALUES|UNDEF|OPTIONAL|GRAPH|SERVICE|SILENT|BIND|MINUS|UNION|FILTER|NOT|EXISTS|IN|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|a|true|false)\\b)",
].join("|"), "g");

export function makeEditor(text, run) {
  const area = make("textarea", { spellcheck: false, autocapitalize: "off", autocomplete: "off", value: text, rows: 3, "aria-label": "SPARQL", wrap: "off" });
  const copy = make("pre", { "aria-hidden": "true" });
  const colour = () => {
    copy.replaceChildren(...colourText(area.value), "\n");
    area.style.height = "auto";
    area.style.height = `${Math.min(Math.max(area.scrollHeight, 120), 520)}px`;
    copy.style.height = area.style.height;
  };
  area.addEventListener("input", colour);
  area.addEventListener("scroll", () => { copy.scrollTop = area.scrollTop; copy.scrollLeft = area.scrollLeft; });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  });
  requestAnimationFrame(colour);
  return {
    element: make("div", { className: "editor" }, copy, area),
    get text() { return area.value; },
    set text(value) { area.value = value; colour(); },
    fit: () => colour(),
    insert(piece) { area.focus(); area.setRangeText(piece, area.selectionStart, area.selectionEnd, "end"); colour(); },
    point(line, column) {
      const start = area.value.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(start, Math.min(start + 1, area.value.length));
    },
  };
}

function* colourText(text) {
  let at = 0;
  for (const found of text.matchAll(TOKENS)) {
    if (found.index > at) yield text.slice(at, found.index);
    const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    yield make("span", { className: `t-${kind}` }, found[0]);
    at = found.index + found[0].length;
  }
  if (at < text.length) yield text.slice(at);
}

export function showPrefixes(insert) {
  const chips = Object.entries(about.prefixes).map(([prefix, namespace]) =>
    make("button", { type: "button", className: "chip", title: namespace, onclick: () => insert(`${prefix}:`) }, `${prefix}:`));
  return make("details", { className: "prefixes" }, make("summary", {}, "Prefixes, all preset"), make("div", { className: "chips" }, chips));
}
