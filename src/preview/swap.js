// Changes an open page into a newer one, and touches only what differs between the two: so the place on the page, the
// focus, open details and what somebody has typed stay. Compared are the page as it was sent and the page as it is sent
// now, never what the reader or the site's own scripts made of it.

// The most pairs of children that are compared to find out which is which.
const MOST = 100000;
// How long new stylesheets may take before the page changes without them, in milliseconds.
const PATIENCE = 2000;

// The page as it was sent last, and for each of its nodes the one that is seen.
let sent = null;
const seen = new WeakMap();

// Remembers the page as it was sent. To be called before any other script changes it.
export function remember() {
  sent = document.documentElement.cloneNode(true);
  follow(sent, document.documentElement);
}

// Returns whether a page needs other scripts than this one: scripts cannot be taken back, so it must be loaded anew.
export function needsLoading(fresh) {
  const scripts = (root) => [...root.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")).join(" ");
  return scripts(sent) !== scripts(fresh.documentElement);
}

// Changes the page into a newer one, and returns whether anything that a reader could notice has changed.
export async function swap(fresh) {
  const drop = await addSheets(fresh);
  const focus = new Focus();
  const anchor = new Anchor();
  const before = changes;
  patch(sent, fresh.documentElement, isKept);
  sent = fresh.documentElement;
  drop();
  focus.restore();
  anchor.restore();
  return changes > before;
}

// Changes one tree into another, where `was` is what the tree was made from.
export function swapTree(was, now) {
  const focus = new Focus();
  patch(was, now, () => false);
  focus.restore();
}

// Notes for each node of a tree, and all below it, which node is seen in its place.
export function follow(node, there) {
  if (!there) return;
  seen.set(node, there);
  const [nodes, theres] = [node.childNodes, there.childNodes];
  for (let at = 0; at < nodes.length; at += 1) follow(nodes[at], theres[at]);
}

// How many nodes were changed so far.
let changes = 0;

// What has its own way to change: the preview's own parts, scripts, and stylesheets.
function isKept(node) {
  const name = node.localName ?? "";
  // What stands in `noscript` is text where scripts run, and elements where a page is only read.
  return name.startsWith("handbill-") || name === "script" || name === "noscript" || isSheet(node);
}

function isSheet(node) {
  return node.localName === "link" && node.relList.contains("stylesheet");
}

// Changes the element that is seen for `was` so that it is as `now`.
function patch(was, now, keeps) {
  const there = seen.get(was);
  seen.set(now, there);
  if (was.attributes) attributes(was, now, there);
  const [old, fresh] = [was, now].map((parent) => [...parent.childNodes].filter((node) => !keeps(node)));
  const pairs = matched(old, fresh);
  const found = new Set(pairs.values());
  for (const node of old.filter((node) => !found.has(node))) {
    seen.get(node)?.remove();
    changes += 1;
  }
  let next = null;
  for (const node of fresh.reverse()) {
    const partner = pairs.get(node);
    if (!partner) {
      const copy = document.importNode(node, true);
      follow(node, copy);
      there.insertBefore(copy, next);
      changes += 1;
    } else if (partner.isEqualNode(node)) {
      pass(partner, node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      patch(partner, node, keeps);
    } else {
      pass(partner, node);
      seen.get(node).data = node.data;
      changes += 1;
    }
    const shown = seen.get(node);
    // A script of the site may have put it elsewhere.
    if (shown?.parentNode === there) next = shown;
  }
}

function attributes(was, now, there) {
  const names = new Set([...was.getAttributeNames(), ...now.getAttributeNames()]);
  for (const name of names) {
    const value = now.getAttribute(name);
    if (value === was.getAttribute(name)) continue;
    if (value === null) there.removeAttribute(name);
    else there.setAttribute(name, value);
    // Which findings an element has is no change of the page.
    if (name !== "data-handbill") changes += 1;
  }
}

// Passes on which nodes are seen, between two trees that are the same.
function pass(was, now) {
  seen.set(now, seen.get(was));
  for (let at = 0; at < was.childNodes.length; at += 1) pass(was.childNodes[at], now.childNodes[at]);
}

// Returns for each of the new children the old one that it came from, in order: as many that are the same as can be, and
// between them those that have most words in common.
function matched(old, fresh) {
  const pairs = new Map();
  let [start, oldEnd, freshEnd] = [0, old.length, fresh.length];
  while (start < oldEnd && start < freshEnd && old[start].isEqualNode(fresh[start])) {
    pairs.set(fresh[start], old[start]);
    start += 1;
  }
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1].isEqualNode(fresh[freshEnd - 1])) {
    oldEnd -= 1;
    freshEnd -= 1;
    pairs.set(fresh[freshEnd], old[oldEnd]);
  }
  const [rows, columns] = [old.slice(start, oldEnd), fresh.slice(start, freshEnd)];
  const inOrder = rows.length * columns.length > MOST ? alikeInOrder(rows, columns) : best(rows, columns);
  for (const [row, column] of inOrder) pairs.set(column, row);
  return pairs;
}

// The pairs, in order, that are worth most together: the way through a table of all of them.
function best(rows, columns) {
  const wide = columns.length + 1;
  const sum = new Float64Array((rows.length + 1) * wide);
  const worths = rows.map((row) => columns.map((column) => worth(row, column)));
  for (let r = rows.length - 1; r >= 0; r -= 1) {
    for (let c = columns.length - 1; c >= 0; c -= 1) {
      const paired = worths[r][c] && worths[r][c] + sum[(r + 1) * wide + c + 1];
      sum[r * wide + c] = Math.max(paired, sum[(r + 1) * wide + c], sum[r * wide + c + 1]);
    }
  }
  const pairs = [];
  for (let [r, c] = [0, 0]; r < rows.length && c < columns.length; ) {
    const here = sum[r * wide + c];
    if (worths[r][c] && here === worths[r][c] + sum[(r + 1) * wide + c + 1]) pairs.push([rows[r++], columns[c++]]);
    else if (here === sum[(r + 1) * wide + c]) r += 1;
    else c += 1;
  }
  return pairs;
}

// The same for very many children: each with the next one of its kind.
function alikeInOrder(rows, columns) {
  const pairs = [];
  let at = 0;
  for (const column of columns) {
    const next = rows.findIndex((row, index) => index >= at && alike(row, column));
    if (next < 0) continue;
    pairs.push([rows[next], column]);
    at = next + 1;
  }
  return pairs;
}

function alike(one, other) {
  return one.nodeName === other.nodeName && one.namespaceURI === other.namespaceURI;
}

// What it is worth that two nodes are taken for the same: nothing where they cannot be.
function worth(one, other) {
  if (!alike(one, other)) return 0;
  if (one.isEqualNode(other)) return isSpace(one) ? 0.1 : 10;
  if (one.id && one.id === other.id) return 8;
  const [mine, theirs] = [words(one), words(other)];
  const common = [...mine].filter((word) => theirs.has(word)).length;
  return 1 + (6 * common) / Math.max(mine.size, theirs.size, 1);
}

function isSpace(node) {
  return node.nodeType === Node.TEXT_NODE && !node.data.trim();
}

const wordsOf = new WeakMap();

function words(node) {
  if (!wordsOf.has(node)) wordsOf.set(node, new Set(node.textContent.toLowerCase().split(/\s+/)));
  return wordsOf.get(node);
}

// Adds the stylesheets that are new and waits until they are there, so that the page is never seen without its style.
// Returns what takes the old ones away.
async function addSheets(fresh) {
  const sheets = (root) => [...root.querySelectorAll("head > link")].filter(isSheet);
  const [old, now] = [sheets(sent), sheets(fresh)];
  const key = (sheet) => sheet.outerHTML;
  const known = new Map(old.map((sheet) => [key(sheet), sheet]));
  const loading = [];
  let after = null;
  for (const sheet of now) {
    const before = known.get(key(sheet));
    known.delete(key(sheet));
    if (before) {
      pass(before, sheet);
    } else {
      const added = document.importNode(sheet);
      seen.set(sheet, added);
      changes += 1;
      loading.push(new Promise((done) => (added.onload = added.onerror = done)));
      if (after?.parentNode) after.after(added);
      else document.head.append(added);
    }
    after = seen.get(sheet);
  }
  if (loading.length) await Promise.race([Promise.all(loading), new Promise((done) => setTimeout(done, PATIENCE))]);
  return () => known.forEach((sheet) => seen.get(sheet)?.remove());
}

// Where the focus is, to bring it to the nearest equivalent where its element is taken out.
class Focus {
  constructor() {
    this.element = active();
    this.around = [];
    for (let node = this.element?.parentNode; node; node = node.parentNode) this.around.push(node);
    this.index = this.element ? peers(this.around[0], this.element).indexOf(this.element) : -1;
  }

  restore() {
    const lost = this.element;
    if (!lost || lost.isConnected || active()) return;
    const home = this.around.find((node) => node.isConnected);
    const near = peers(home, lost);
    const same = (value) => near.find((other) => value(lost) && value(other) === value(lost));
    const next =
      same((one) => one.id) ??
      same((one) => one.getAttribute("name")) ??
      same((one) => one.getAttribute("href")) ??
      same((one) => one.textContent.trim()) ??
      near[Math.min(Math.max(this.index, 0), near.length - 1)];
    if (next) {
      typed(lost, next);
      next.focus({ preventScroll: true });
    } else if (home instanceof HTMLElement && home !== document.body && home !== document.documentElement) {
      // Whoever reads on with the keyboard starts here; it is no stop of its own.
      home.tabIndex = -1;
      home.focus({ preventScroll: true });
      home.addEventListener("blur", () => home.removeAttribute("tabindex"), { once: true });
    }
  }
}

// The element that has the focus, also in a shadow; nothing where it is the page as a whole.
export function active() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body || element === document.documentElement ? null : element;
}

// Elements of the same kind in the same part of the page that can have the focus.
function peers(home, element) {
  const all = home?.querySelectorAll ? [...home.querySelectorAll(element.localName)] : [];
  return all.filter((one) => one.tabIndex >= 0 || one.hasAttribute("tabindex"));
}

// What somebody typed into a field that is replaced goes into the new one.
function typed(lost, next) {
  if (!("value" in lost) || !("defaultValue" in lost) || lost.value === lost.defaultValue) return;
  next.value = lost.value;
  if (lost.selectionStart !== null) next.setSelectionRange?.(lost.selectionStart, lost.selectionEnd);
}

// What the reader looks at stays where it is on the screen, whatever grows or shrinks above it.
class Anchor {
  constructor() {
    this.places = [];
    this.top = scrollY;
    if (this.top === 0) return;
    for (let y = 4; y < innerHeight; y += 24) {
      const element = document.elementFromPoint(innerWidth / 2, y);
      if (!element || isFixed(element)) continue;
      const { top, height } = element.getBoundingClientRect();
      // What is as high as the window says nothing of where the reader is.
      if (height < innerHeight) this.places.push([element, top]);
    }
    // The browser would do the same, and once is enough.
    document.documentElement.style.overflowAnchor = "none";
  }

  restore() {
    if (this.top === 0) return;
    const [element, top] = this.places.find(([element]) => element.isConnected && element.getClientRects().length) ?? [];
    const by = element ? element.getBoundingClientRect().top - top : this.top - scrollY;
    if (by) scrollBy({ top: by, behavior: "instant" });
    requestAnimationFrame(() => document.documentElement.style.removeProperty("overflow-anchor"));
  }
}

function isFixed(element) {
  for (let node = element; node; node = node.parentElement) {
    if (node.localName.startsWith("handbill-") || ["fixed", "sticky"].includes(getComputedStyle(node).position)) return true;
  }
  return false;
}
