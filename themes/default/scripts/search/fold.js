// @ts-check
// Characters to what they are compared by, as in the index.

(function () {
  "use strict";
})();
