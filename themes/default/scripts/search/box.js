// @ts-check
// The search field and the page of results.

(function () {
  "use strict";
})();
