// Keeps an open page as the site is: waits for the next build, changes the page in place, and says so. Also what makes the
// panel of findings, and the list of all of them, handier than they are without a script.

import { Marks } from "./marks.js";
import { active, follow, needsLoading, remember, swap, swapTree } from "./swap.js";

const OWN = "/_handbill/";
const PANEL = "handbill:panel";
const STATE = `handbill:${location.pathname}`;
// How long a message stays that nobody has to act upon, in milliseconds.
const BRIEFLY = 4000;

remember();
const script = document.querySelector("script[data-version]");
let version = Number(script.dataset.version);
let isMissing = "missing" in script.dataset;
let waiting = false;
let timer;
let frame;

const host = document.querySelector("handbill-preview");
const words = host.dataset;
const root = host.shadowRoot ?? shadowOf(host);
let sentPanel = panelOf(root).cloneNode(true);
follow(sentPanel, panelOf(root));
const said = root.querySelector(".said");
const marks = new Marks(root, words, () => panel()?.setAttribute("open", ""));

recallPanel();
marks.update();
recallPage();
root.addEventListener("click", pressed);
for (const tree of [root, document]) tree.addEventListener("click", copied);
// The browser scrolls first.
document.addEventListener("focusin", () => requestAnimationFrame(uncover));
document.addEventListener("visibilitychange", wait);
addEventListener("pageshow", wait);
document.querySelector("form[data-filters]")?.addEventListener("change", filtered);
wait();

// Waits for the next build. A page that nobody sees does not wait: a browser has six connections to one server, and seven
// open tabs would leave none to load a page with.
async function wait() {
  if (waiting || document.hidden) return;
  waiting = true;
  const start = Date.now();
  try {
    const answer = await fetch(`${OWN}changed?since=${version}`, { cache: "no-store" });
    const latest = await answer.json();
    if (said.classList.contains("stopped")) hush();
    if (latest > version) await inTurn(() => update(latest));
    // Answered at once, the preview has too many pages that wait; it is asked again a little later.
    else await pause(1000 - (Date.now() - start));
  } catch {
    // When it runs again it counts from the start, and what it shows may be all new.
    version = 0;
    say("stopped", "stopped");
    await pause(1000);
  }
  waiting = false;
  wait();
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

let turn = Promise.resolve();

// Does one thing after another: two changes of the page at once would meet.
function inTurn(work) {
  turn = turn.then(work, work);
  return turn;
}

// Changes the page into what it is in a build, or a later one.
async function update(build) {
  const answer = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const mark = fresh.querySelector("script[data-version]");
  version = Number(mark?.dataset.version ?? build);
  // Something could not be made: the next build may.
  if (!mark) return;
  const hasNoPage = "missing" in mark.dataset;
  if (hasNoPage && !isMissing) return say("gone", "gone");
  isMissing = hasNoPage;
  if (needsLoading(fresh)) return load();
  const pageChanged = await swap(fresh);
  const findingsChanged = swapPanel(fresh);
  // How many findings there are is a part of some messages.
  Object.assign(words, fresh.querySelector("handbill-preview").dataset);
  marks.update();
  if (pageChanged) say(findingsChanged ? "updatedWithFindings" : "updated");
  else if (findingsChanged) say("findingsUpdated");
  else if (said.classList.contains("gone")) hush();
}

// Says one of the preview's messages. What is `kept` stays.
function say(name, kept = "") {
  if (kept && said.classList.contains(kept)) return;
  show(words[name], words[`${name}Lang`], kept);
}

// Takes away what was said.
function hush() {
  show("");
}

// Shows words to everybody, and has a screen reader say them when it has finished its sentence. Words without a language are
// in that of the panel.
function show(text, lang, kept = "") {
  clearTimeout(timer);
  cancelAnimationFrame(frame);
  said.className = `said ${kept}`.trim();
  said.textContent = "";
  said.lang = lang ?? said.parentElement.lang;
  // The same words again are only heard when they come anew.
  frame = text && requestAnimationFrame(() => (said.textContent = text));
  if (text && !kept) timer = setTimeout(() => (said.textContent = ""), BRIEFLY);
}

// The panel

function shadowOf(element) {
  const shadow = element.attachShadow({ mode: "open" });
  shadow.append(element.querySelector("template").content);
  return shadow;
}

function panelOf(tree) {
  return tree.querySelector(".preview");
}

function panel() {
  return root.querySelector("aside > details");
}

// Changes the panel, and returns whether the page's own findings have changed.
function swapPanel(fresh) {
  const now = panelOf(fresh.querySelector("handbill-preview > template").content);
  const [old, open] = [sentPanel, now].map((tree) => tree.querySelector("aside > details"));
  // Whether it is open is the reader's to say.
  if (old && open) open.open = old.open;
  // How many there are elsewhere is worth a look, and no word.
  const items = (tree) => tree.querySelector(".findings")?.textContent ?? "";
  const hasNews = items(sentPanel) !== items(now);
  swapTree(sentPanel, now);
  sentPanel = now;
  if (!old && open) recallPanel();
  return hasNews;
}

function recallPanel() {
  const choice = sessionStorage.getItem(PANEL);
  if (choice) panel()?.toggleAttribute("open", choice === "open");
}

// Brings what has the focus out from under the panel. Source: WCAG 2.2, 2.4.11.
function uncover() {
  const target = active();
  const isUnder = () => {
    const [box, cover] = [target, host].map((element) => element.getBoundingClientRect());
    return box.top >= cover.top && box.bottom <= cover.bottom && box.left >= cover.left && box.right <= cover.right;
  };
  const isPage = target && !root.contains(target);
  if (isPage && isUnder()) {
    scrollBy({ top: target.getBoundingClientRect().bottom - host.getBoundingClientRect().top + 8, behavior: "instant" });
  }
  // At the end of the page there is no more to scroll: the panel is not seen until the focus moves on.
  host.classList.toggle("yields", Boolean(isPage && isUnder()));
}

// Remembers for this tab whether the panel is open; it is opened and closed after the click.
function pressed(event) {
  const details = event.target.closest("summary")?.parentElement;
  if (details) sessionStorage.setItem(PANEL, details.open ? "closed" : "open");
}

async function copied(event) {
  const text = event.target.closest("[data-copy]")?.dataset.copy;
  if (text === undefined) return;
  try {
    await navigator.clipboard.writeText(text);
    say("copied");
  } catch {
    say("notCopied");
  }
}

// A page that must be loaded anew, because its scripts are other ones, is found again as it was left

function load() {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  const state = {
    scroll: [scrollX, scrollY],
    focus: document.activeElement && pathOf(document.activeElement),
    open: [...document.querySelectorAll("details")].map((details) => [pathOf(details), details.open]),
    fields: fields.map((field) => [pathOf(field), field.value, field.checked]),
  };
  sessionStorage.setItem(STATE, JSON.stringify(state));
  location.reload();
}

function recallPage() {
  const state = JSON.parse(sessionStorage.getItem(STATE) ?? "null");
  sessionStorage.removeItem(STATE);
  if (!state) return;
  for (const [path, open] of state.open) elementAt(path)?.toggleAttribute("open", open);
  for (const [path, value, checked] of state.fields) {
    const field = elementAt(path);
    if (!field || field.type === "file") continue;
    field.value = value;
    if (checked !== undefined) field.checked = checked;
  }
  if (state.focus) elementAt(state.focus)?.focus({ preventScroll: true });
  scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: "instant" });
  say("updated");
}

// The way to an element from the top: its name and its place among those of its name, at each step.
function pathOf(element) {
  const path = [];
  for (let node = element; node.parentElement; node = node.parentElement) {
    const peers = [...node.parentElement.children].filter((peer) => peer.localName === node.localName);
    path.unshift([node.localName, peers.indexOf(node)]);
  }
  return path;
}

function elementAt(path) {
  return path.reduce(
    (node, [name, at]) => node && [...node.children].filter((child) => child.localName === name)[at],
    document.documentElement,
  );
}

// The list of all findings

// Shows what the filters ask for, at an address that can be kept.
function filtered(event) {
  const form = event.currentTarget;
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `${form.action}?${query}` : form.action);
  inTurn(async () => {
    await update(version);
    const shown = document.querySelector(".shown");
    show(shown?.textContent ?? "", shown?.querySelector("[lang]")?.lang);
  });
}
