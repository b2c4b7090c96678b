// Marks on the elements of a page that something was found in. They lie above the page, in a shadow of their own, so that
// nothing of the page moves. Each is a button that leads to its finding in the panel, and back.

// How far the frame of a mark stands off from its element, in CSS pixels.
const OFF = 4;
// What matters most comes first.
const LEVELS = ["error", "warning", "info"];

export class Marks {
  // `panel` is the shadow that holds the panel; `words` are the preview's; `open` opens the panel.
  constructor(panel, words, open) {
    this.panel = panel;
    this.words = words;
    this.open = open;
    this.marks = new Map();
    this.host = document.createElement("handbill-marks");
    const shadow = this.host.attachShadow({ mode: "open" });
    const sheet = panel.querySelector("link").cloneNode();
    this.layer = document.createElement("section");
    this.layer.className = "marks";
    const around = panel.querySelector(".preview");
    this.layer.lang = around.lang;
    this.layer.dir = around.dir;
    this.layer.setAttribute("aria-label", words.marks);
    shadow.append(sheet, this.layer);
    const place = () => this.placeSoon();
    const observer = new ResizeObserver(place);
    observer.observe(document.documentElement);
    observer.observe(document.body);
    addEventListener("resize", place);
    // Whatever moves an element without a change of the page's size: a table scrolled sideways, details, a late picture.
    for (const event of ["scroll", "toggle", "load", "transitionend"]) document.addEventListener(event, place, true);
    document.fonts.ready.then(place);
  }

  // Takes up what the page says now. An element that has its mark keeps it, and with it the focus.
  update() {
    const found = new Map();
    for (const element of document.querySelectorAll("[data-handbill]")) {
      const items = element.dataset.handbill.split(" ").map((number) => this.item(number)).filter(Boolean);
      if (items.length) found.set(element, items);
    }
    for (const [element, mark] of this.marks) {
      if (found.has(element)) continue;
      mark.remove();
      this.marks.delete(element);
    }
    for (const [element, items] of found) {
      const mark = this.marks.get(element) ?? this.added(element);
      // The worst gives the mark its look, and is what it leads to.
      const first = LEVELS.map((level) => items.find((item) => item.className === level)).find(Boolean) ?? items[0];
      // A label with a word would hide what stands round a link.
      const isInline = getComputedStyle(element).display.startsWith("inline");
      mark.className = `mark ${first.className}${isInline ? " inline" : ""}`;
      const [level, numbers, message] = mark.firstChild.children;
      level.textContent = `${first.dataset.level} `;
      level.className = isInline ? "unseen" : "";
      numbers.textContent = items.map((item) => Number(item.dataset.finding) + 1).join(", ");
      const messages = items.map((item) => item.querySelector(".message > span"));
      message.textContent = `: ${messages.map((message) => message.textContent).join(" ")}`;
      message.lang = messages[0].lang || this.layer.lang;
      mark.firstChild.onclick = () => this.lead(first);
      for (const item of items) this.offer(item, element);
    }
    // In the order of the page, which is the order of the keyboard.
    const order = [...found.keys()].map((element) => this.marks.get(element));
    if (order.some((mark, at) => this.layer.children[at] !== mark)) {
      const focused = this.host.shadowRoot.activeElement;
      this.layer.replaceChildren(...order);
      focused?.focus({ preventScroll: true });
    }
    if (order.length && !this.host.isConnected) document.documentElement.append(this.host);
    if (!order.length) this.host.remove();
    this.place();
  }

  item(number) {
    return this.panel.querySelector(`[data-finding="${CSS.escape(number)}"]`);
  }

  added(element) {
    const mark = document.createElement("div");
    const button = document.createElement("button");
    button.type = "button";
    const [level, numbers, message] = ["", "numbers", "unseen"].map((name) => {
      const part = document.createElement("span");
      part.className = name;
      return part;
    });
    button.append(level, numbers, message);
    mark.append(button);
    this.marks.set(element, mark);
    return mark;
  }

  // Leads from a mark to its finding in the panel.
  lead(item) {
    this.open();
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  // Offers the way from a finding to its element.
  offer(item, element) {
    let button = item.querySelector("button.show");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "show";
      button.textContent = this.words.show;
      button.lang = this.words.showLang ?? this.layer.lang;
      item.append(button);
    }
    button.onclick = () => {
      for (let around = element; around; around = around.parentElement) if (around.localName === "details") around.open = true;
      element.scrollIntoView({ block: "center" });
      this.place();
      this.marks.get(element)?.firstChild.focus({ preventScroll: true });
    };
  }

  placeSoon() {
    this.soon ??= requestAnimationFrame(() => this.place());
  }

  // Lays each mark over its element.
  place() {
    this.soon = undefined;
    if (!this.marks.size) return;
    const origin = this.host.getBoundingClientRect();
    const page = document.documentElement;
    const [right, bottom] = [page.clientWidth, page.scrollHeight - scrollY];
    for (const [element, mark] of this.marks) {
      const box = element.getBoundingClientRect();
      // An element in closed details is not there to be marked.
      mark.hidden = !element.getClientRects().length || !element.checkVisibility();
      const left = Math.max(box.left - OFF, 0);
      const top = Math.max(box.top - OFF, -scrollY);
      Object.assign(mark.style, {
        left: `${left - origin.left}px`,
        top: `${top - origin.top}px`,
        width: `${Math.max(Math.min(box.right + OFF, right) - left, 0)}px`,
        height: `${Math.max(Math.min(box.bottom + OFF, bottom) - top, 0)}px`,
      });
    }
  }
}
