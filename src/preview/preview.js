// Waits for the next build, then loads the page again at the same place. A page that nobody sees does not wait: a browser
// has six connections to one server, and seven open tabs would leave none to load a page with.
(function () {
  "use strict";
  var version = Number(document.currentScript.dataset.version);
  var waiting = false;
  function wait() {
    if (waiting || document.hidden) { return; }
    waiting = true;
    var start = Date.now();
    fetch("/_handbill/changed?since=" + version, { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (latest) { if (latest > version) { location.reload(); } })
      .catch(function () { start = Date.now(); })
      .then(function () {
        // Answered at once, the preview has too many pages that wait; it is asked again a little later.
        setTimeout(function () { waiting = false; wait(); }, Math.max(0, 1000 - (Date.now() - start)));
      });
  }
  document.addEventListener("visibilitychange", wait);
  wait();
})();
