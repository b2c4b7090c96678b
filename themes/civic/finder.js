/* Finds pages in the index that was built with the site (src/search, src/render/web/search.rs). It is loaded by search.js once
   somebody is about to type. Nothing that is typed goes into a request: only whole files are asked for, by number, and no copy of
   them stays in the browser. */
window.finder = function (base, own) {
  "use strict";
  var LEAST = 3, FEW = 2;
  /* What a place weighs: in the text, there often, in the summary, ..., in a title, in a short title. */
  var WEIGHTS = [1, 1.5, 2.5, 3.5, 4.5, 8, 10, 12];
  /* English endings, for a word of which the site has only others with the same beginning. */
  var ENDING = /^(|e|s|es|ed|er|ers|or|ors|y|ies|ied|ing|ings|ly|al|ion|ions|ation|ment|ments|ness)$/;
  var ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g;
  var PLAIN = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ",
    "\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u0647": "\u06c1" };

  var contents = null, files = {}, again = null;

  /** Cuts text into words, as src/search/fold.rs does. */
  function words(text) {
    return text.normalize("NFD").replace(ACCENTS, "").toLowerCase().replace(ACCENTS, "")
      .replace(/['\u2019\u02bc\u00ad\u0640\u200c\u200d]/g, "")
      .replace(/(\p{Alphabetic})[-\u2011](?=[0-9])/gu, "$1")
      .replace(/[łøđðħıßæœþς\u064a\u0649\u0643\u0647]/g, function (letter) { return PLAIN[letter]; })
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (figure) { return figure.charCodeAt(0) & 15; })
      .match(/[\p{Alphabetic}\p{N}\u0900-\u0963\u0966-\u0dff]+/gu) || [];
  }

  /** Returns what is looked for; letters and figures apart are one code, as `rj 01`. */
  function wanted(text) {
    var all = words(text);
    for (var at = 0; at + 1 < all.length; at += 1) {
      if (/^\D{1,3}$/.test(all[at]) && /^\d+$/.test(all[at + 1])) all.splice(at, 2, all[at] + all[at + 1]);
    }
    return all.filter(function (word, at) { return Array.from(word).length >= LEAST && all.indexOf(word) === at; });
  }

  /** Fetches a file once. */
  function fetched(path) {
    var file = files[path];
    if (!file) {
      file = files[path] = {};
      file.coming = fetch(base + "/search/" + path, { cache: "no-store" }).then(function (answer) {
        if (!answer.ok) throw new Error(path);
        return answer.json();
      }).then(function (data) {
        if (contents && data.version !== contents.version) return anew(data.version);
        file.data = data;
      });
      file.coming.catch(function () { delete files[path]; });
    }
    return file;
  }

  /** Begins again, once, where the site was built anew since: files of two builds do not belong together. */
  function anew(version) {
    if (again === version) throw new Error(version);
    again = version;
    files = {};
    contents = null;
  }

  /** Returns the number of the file with a word's first letters. */
  function place(language, word) {
    var start = Array.from(word).slice(0, LEAST).join(""), found = -1;
    language.starts.forEach(function (first, at) { if (first && !after(first, start)) found = at; });
    return found;
  }

  /** Says whether one text comes after another as bytes are ordered. */
  function after(one, other) {
    var a = Array.from(one), b = Array.from(other);
    for (var at = 0; at < a.length; at += 1) {
      if (at >= b.length) return true;
      var less = a[at].codePointAt(0) - b[at].codePointAt(0);
      if (less) return less > 0;
    }
    return false;
  }

  /** Reads a line: words that share a beginning, whether they are on most pages, and the list of pages. */
  function family(line) {
    var space = line.indexOf(" "), names = line.slice(0, space), common = names.slice(-1) === "*";
    if (common) names = names.slice(0, -1);
    var parts = names.split(","), stem = parts[0];
    var forms = parts.length > 1 ? parts.slice(1).map(function (end) { return stem + end; }) : [stem];
    return { stem: stem, forms: forms, common: common, pages: line.slice(space + 1) };
  }

  /** Says whether two words differ by one slip: a letter more, less, other, or two exchanged. */
  function slipped(one, other) {
    var longer = one.length >= other.length ? one : other, shorter = longer === one ? other : one, at = 0;
    if (longer.length - shorter.length > 1) return false;
    while (at < shorter.length && longer[at] === shorter[at]) at += 1;
    if (longer.length > shorter.length) return longer.slice(at + 1) === shorter.slice(at);
    return longer.slice(at + 1) === shorter.slice(at + 1) ||
      (longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at] && longer.slice(at + 2) === shorter.slice(at + 2));
  }

  /** Returns the families that a word means, each with how well it fits: the word, one that begins so, else one that is near. */
  function meant(file, word) {
    var all = file.families || (file.families = file.data.words.map(family));
    var fits = [], near = [];
    all.forEach(function (one) {
      var fit = 0, close = 0;
      one.forms.forEach(function (form) {
        if (form === word) fit = 1;
        else if (form.indexOf(word) === 0) fit = Math.max(fit, 0.4 + 0.5 * word.length / form.length);
        else if (word.length > 4 && slipped(word, form.length > word.length + 1 ? form.slice(0, word.length) : form)) close = 0.3;
      });
      if (one.stem.length > 3 && word.indexOf(one.stem) === 0 && ENDING.test(word.slice(one.stem.length))) close = 0.6;
      if (fit) fits.push([one, fit]);
      else if (close) near.push([one, close]);
    });
    return fits.length ? fits : near;
  }

  /** Calls `each` with every page of a family and its weight. */
  function pages(text, each) {
    var weight = 0, page = 0, bits = 0, number = 0;
    for (var at = 0; at < text.length; at += 1) {
      var code = text.charCodeAt(at);
      if (code >= 112) { weight = code - 112; page = 0; continue; }
      code -= code > 92 ? 36 : 35;
      number |= (code & 31) << bits;
      bits += 5;
      if (code & 32) continue;
      page += number;
      each(page, weight);
      page += 1;
      number = bits = 0;
    }
  }

  /** Adds what a language has to `found`; returns the files that it lacks. */
  function look(language, all, found) {
    var lacks = [], size = language.pages, sum = new Float32Array(size), has = new Uint8Array(size), rare = 0;
    var of = all.map(function (word) {
      var number = place(language, word);
      if (number < 0) return null;
      var file = fetched(language.folder + "/words-" + number + ".json");
      if (!file.data) lacks.push(file.coming);
      return file;
    });
    if (lacks.length) return lacks;
    all.forEach(function (word, nth) {
      var best = new Map(), common = false;
      (of[nth] ? meant(of[nth], word) : []).forEach(function (one) {
        var list = [];
        common = common || one[0].common;
        pages(one[0].pages, function (page, weight) { list.push(page, weight); });
        var worth = one[1] * Math.log(1 + 2 * size / (1 + list.length));
        for (var at = 0; at < list.length; at += 2) {
          var score = worth * WEIGHTS[list[at + 1]];
          if (score > (best.get(list[at]) || 0)) best.set(list[at], score);
        }
      });
      if (!common) rare += 1;
      best.forEach(function (score, page) {
        sum[page] += score;
        if (!common) has[page] += 1;
      });
    });
    for (var page = 0; page < size; page += 1) {
      if (sum[page]) found.push({ language: language, page: page, all: has[page] >= rare, has: has[page], score: sum[page] });
    }
    return lacks;
  }

  /** Returns what is found, the best first; what has to be fetched before that, in `lacks`; nothing where too little is typed. */
  function find(text, shown) {
    var all = wanted(text), found = [], lacks = [];
    if (!all.length) return null;
    if (!contents) {
      var file = fetched("index.json");
      if (!file.data) return { lacks: [file.coming] };
      contents = file.data;
    }
    contents.languages.forEach(function (language) { lacks = lacks.concat(look(language, all, found)); });
    if (lacks.length) return { lacks: lacks };
    found.forEach(function (one) { if (one.language.lang !== own) one.score *= 0.7; });
    found.sort(function (a, b) {
      return b.all - a.all || b.has - a.has || b.score - a.score || (a.language === b.language ? a.page - b.page : 0);
    });
    var whole = found.filter(function (one) { return one.all; });
    if (whole.length) found = whole;
    found.slice(0, shown).forEach(function (one) {
      var file = fetched(one.language.folder + "/pages-" + Math.floor(one.page / one.language.each) + ".json");
      if (file.data) one.says = file.data.pages[one.page % one.language.each];
      else lacks.push(file.coming);
    });
    return { found: found, lacks: lacks };
  }

  /* What every search needs; of a small site all there is, so that the host does not even learn first letters. */
  fetched("index.json").coming.then(function () {
    files["index.json"].data.languages.forEach(function (language) {
      if (language.starts.length > FEW) return;
      language.starts.forEach(function (_, at) { fetched(language.folder + "/words-" + at + ".json"); });
      for (var at = 0; at * language.each < language.pages; at += 1) fetched(language.folder + "/pages-" + at + ".json");
    });
  }, function () { /* It is tried again with the first letters. */ });

  return find;
};
