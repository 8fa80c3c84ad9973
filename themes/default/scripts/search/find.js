// @ts-check
// A query to the pages that hold it.

(function () {
  "use strict";
})();
