"use strict";
// The page can be read without this script. It filters, sorts, copies and scrolls what is there, and keeps the
// view in the address: #verdict=conflict,update&words=drones&open=g3

const filter = document.getElementById("filter");
const table = document.querySelector("#facts table");
const facts = [...document.querySelectorAll("tbody.fact")];
const bar = document.getElementById("group");
const columns = document.querySelector(".columns");
const links = document.querySelector(".links");

// --- The view: what the form says, and which rows are open.

const LISTS = ["verdict", "kind", "outlet"];

function boxes(name) {
  return [...filter.querySelectorAll(`input[name="${name}"]`)];
}

function ticked(name) {
  return boxes(name).filter((box) => box.checked).map((box) => box.value);
}

function isDefault(name) {
  return boxes(name).every((box) => box.checked === box.defaultChecked);
}

function opened() {
  return facts.filter((fact) => disclosure(fact).open).map((fact) => fact.id);
}

function writeAddress(at) {
  const view = new URLSearchParams();
  for (const name of LISTS) if (!isDefault(name)) view.set(name, ticked(name).join(","));
  if (filter.words.value) view.set("words", filter.words.value);
  if (filter.order.value !== "worst") view.set("order", filter.order.value);
  if (opened().length) view.set("open", opened().join(","));
  if (at) view.set("at", at);
  const hash = view.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", location.href.split("#")[0] + (hash ? "#" + hash : ""));
}

function readAddress() {
  const hash = location.hash.slice(1);
  const view = new URLSearchParams(hash.includes("=") ? hash : "");
  filter.reset();
  for (const name of LISTS) {
    const chosen = view.get(name)?.split(",");
    if (chosen) for (const box of boxes(name)) box.checked = chosen.includes(box.value);
  }
  filter.words.value = view.get("words") ?? "";
  filter.order.value = view.get("order") ?? "worst";
  if (!filter.order.value) filter.order.value = "worst";
  for (const id of view.get("open")?.split(",") ?? []) {
    const fact = document.getElementById(id);
    if (facts.includes(fact)) disclosure(fact).open = true;
  }
  apply();
  const at = hash.includes("=") ? view.get("at") : hash;
  if (at) jump(at);
}

// --- The table.

function disclosure(fact) {
  return fact.querySelector("details");
}

function apply() {
  const outlets = new Set(ticked("outlet"));
  for (const cell of table.querySelectorAll("[data-outlet]")) cell.hidden = !outlets.has(cell.dataset.outlet);
  for (const report of columns.querySelectorAll(".report")) report.hidden = !outlets.has(report.dataset.outlet);
  const verdicts = new Set(ticked("verdict"));
  const kinds = new Set(ticked("kind"));
  const words = filter.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const fact of facts) {
    fact.hidden = !(verdicts.has(fact.dataset.verdict) && kinds.has(fact.dataset.kind)
      && speaks(fact) && holds(fact, words));
    shown += fact.hidden ? 0 : 1;
  }
  document.getElementById("shown").value = `${shown} of ${facts.length} facts shown`;
  sort();
  drawLinks();
}

// Whether one of the outlets shown says something.
function speaks(fact) {
  return fact.querySelector("td[data-place]:not([hidden])") !== null;
}

function holds(fact, words) {
  if (words.length === 0) return true;
  fact.text ??= fact.textContent.toLowerCase();
  return words.every((word) => fact.text.includes(word));
}

function sort() {
  const order = filter.order.value;
  if (table.dataset.order === order || (!table.dataset.order && order === "worst")) return;
  table.dataset.order = order;
  table.append(...[...facts].sort((a, b) => rank(a, b, order)));
}

function rank(a, b, order) {
  if (order === "worst") return facts.indexOf(a) - facts.indexOf(b);
  if (order === "fact") return question(a).localeCompare(question(b), "en");
  return place(a, order) - place(b, order);
}

function question(fact) {
  return fact.querySelector("summary").textContent;
}

function place(fact, outlet) {
  const cell = fact.querySelector(`td[data-outlet="${CSS.escape(outlet)}"][data-place]`);
  return cell ? Number(cell.dataset.place) : Infinity;
}

// --- One row as text.

function asText(fact) {
  const clean = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const lines = [`${clean(fact.querySelector("summary"))} (${fact.dataset.verdict})`];
  for (const cell of fact.querySelectorAll("td[data-label]")) {
    const source = cell.querySelector(".source");
    const others = cell.querySelector(".others");
    lines.push(`${cell.dataset.label}: ${clean(cell.querySelector(".word"))}`
      + (others ? `, ${clean(others)}` : "") + (source ? ` (${clean(source)})` : ""));
  }
  lines.push(clean(fact.querySelector("th p")));
  for (const one of fact.querySelectorAll(".evidence li")) {
    lines.push(`${clean(one.querySelector("a"))}: “${clean(one.querySelector("q"))}”`);
  }
  return lines.join("\n") + "\n";
}

async function copy(button) {
  const text = asText(button.closest(".fact"));
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    showToCopy(button, text);
  }
}

// Where the browser does not let the page copy, the text is there to be copied by hand.
function showToCopy(button, text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.rows = 6;
  area.setAttribute("aria-label", "The row as text");
  button.replaceWith(area);
  area.select();
}

// --- The reports: a claim and what the others say.

function activate(id, origin) {
  clear();
  const claims = [...columns.querySelectorAll(`.claim[data-facts~="${CSS.escape(id)}"]`)];
  for (const claim of claims) claim.classList.add("active");
  if (origin) align(claims, origin);
  fillBar(document.getElementById(id));
  drawLinks();
}

function clear() {
  for (const claim of columns.querySelectorAll(".claim.active")) claim.classList.remove("active");
  bar.hidden = true;
  drawLinks();
}

// Scrolls the reports until their first claims of the group stand beside `origin`, or above it where one of them
// stands too near the top of its report to come down so far.
function align(claims, origin) {
  const beside = [];
  for (const report of columns.querySelectorAll(".report:not([hidden])")) {
    const claim = report.contains(origin) ? origin : claims.find((one) => report.contains(one));
    if (!claim || getComputedStyle(report).overflowY !== "auto") continue;
    beside.push({ report, top: claim.getBoundingClientRect().top });
  }
  const lowest = beside.map((one) => one.top + one.report.scrollTop);
  const level = Math.min(origin.getBoundingClientRect().top, ...lowest);
  for (const one of beside) one.report.scrollTop += one.top - level;
}

function fillBar(fact) {
  const title = document.createElement("p");
  const name = document.createElement("strong");
  name.textContent = question(fact);
  title.append(fact.querySelector(".badge").cloneNode(true), " ", name);
  const values = document.createElement("dl");
  values.className = "values";
  for (const cell of fact.querySelectorAll("td[data-label]")) {
    const pair = document.createElement("div");
    const outlet = document.createElement("dt");
    const value = document.createElement("dd");
    outlet.textContent = cell.dataset.label;
    value.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    pair.append(outlet, value);
    values.append(pair);
  }
  const why = document.createElement("p");
  why.textContent = fact.querySelector("th p").textContent;
  const actions = document.createElement("p");
  const row = document.createElement("a");
  row.href = "#" + fact.id;
  row.textContent = "Show in the table";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "Close";
  actions.className = "line";
  actions.append(row, close);
  bar.replaceChildren(title, values, why, actions);
  bar.hidden = false;
}

// A line across each gap between two reports, from the level of the active claim on the left to that on the right.
function drawLinks() {
  links.replaceChildren();
  const frame = columns.getBoundingClientRect();
  const across = columns.scrollLeft - frame.left;
  let before = null;
  for (const report of columns.querySelectorAll(".report:not([hidden])")) {
    const view = report.getBoundingClientRect();
    const claim = [...report.querySelectorAll(".claim.active")]
      .map((one) => one.getClientRects()[0])
      .find((box) => box && box.top > view.top && box.bottom < view.bottom);
    const level = claim && claim.top + claim.height / 2 - frame.top;
    if (claim && before) drawLink(before.x, before.y, view.left + across, level);
    before = claim ? { x: view.right + across, y: level } : null;
  }
  links.style.width = `${columns.scrollWidth}px`;
}

function drawLink(left, from, right, to) {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const middle = (left + right) / 2;
  path.setAttribute("d", `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}`);
  links.append(path);
}

// --- Going to a place.

function jump(id) {
  const target = document.getElementById(id);
  if (!target) return;
  for (const fact of facts) fact.classList.toggle("here", fact === target);
  if (facts.includes(target)) showFact(target);
  if (target.matches(".claim")) {
    if (target.closest(".report").hidden) showAll();
    activate(target.dataset.facts.split(" ")[0], target);
  }
  target.scrollIntoView({ block: target.matches("section, .report") ? "start" : "center" });
  if (target.matches(".claim")) target.focus({ preventScroll: true });
}

function showFact(fact) {
  if (fact.hidden) showAll();
  disclosure(fact).open = true;
  fact.querySelector("summary").focus({ preventScroll: true });
}

function showAll() {
  for (const name of LISTS) for (const box of boxes(name)) box.checked = true;
  filter.words.value = "";
  apply();
}

function step(by) {
  const shown = facts.filter((fact) => !fact.hidden);
  const sorted = [...table.tBodies].filter((fact) => shown.includes(fact));
  const at = sorted.findIndex((fact) => fact.contains(document.activeElement));
  const next = sorted[at < 0 ? 0 : Math.min(Math.max(at + by, 0), sorted.length - 1)];
  next?.querySelector("summary").focus();
}

// --- What the reader does.

function onClick(event) {
  const target = event.target;
  if (target.closest(".copy")) return copy(target);
  if (target.closest("#group .close")) return clear();
  const claim = target.closest(".report .claim");
  const link = target.closest('a[href^="#"]');
  if (!claim && !link) return;
  event.preventDefault();
  if (claim) activate(claim.dataset.facts.split(" ")[0], claim);
  else jump(link.hash.slice(1));
  writeAddress(claim ? claim.id : link.hash.slice(1));
}

function onKey(event) {
  if (event.key === "Escape") {
    clear();
    writeAddress();
  }
  const typing = event.target.matches("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    filter.words.focus();
  }
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
}

function start() {
  filter.hidden = false;
  for (const button of document.querySelectorAll(".copy")) button.hidden = false;
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", () => { apply(); writeAddress(); });
  filter.addEventListener("reset", () => setTimeout(() => { apply(); writeAddress(); }));
  table.addEventListener("toggle", () => writeAddress(), true);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  columns.addEventListener("scroll", () => requestAnimationFrame(drawLinks), { capture: true, passive: true });
  addEventListener("resize", drawLinks);
  addEventListener("hashchange", readAddress);
  readAddress();
}

if (filter) start();
