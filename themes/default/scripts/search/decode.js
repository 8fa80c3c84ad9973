// @ts-check
// Files of the index to numbers and texts.

(function () {
  "use strict";
})();
