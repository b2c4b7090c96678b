// Waits for the next build, then loads the page again at the same place.
(function () {
  "use strict";
  var version = Number(document.currentScript.dataset.version);
  function wait() {
    fetch("/_handbill/changed?since=" + version, { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (latest) {
        if (latest > version) { location.reload(); } else { wait(); }
      })
      .catch(function () { setTimeout(wait, 1000); });
  }
  wait();
})();
