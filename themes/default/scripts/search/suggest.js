// @ts-check
// What is typed to what may be meant.

(function () {
  "use strict";
})();
