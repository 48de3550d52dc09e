/** All that finding and showing takes, fetched together when somebody is about to search. */

export { asksForMore, card } from "./card.js";
export { Filter } from "./filter.js";
export { begins, counted, readings, told, total } from "./notes.js";
export { recents } from "./recents.js";
export { results } from "./results.js";
export { searching } from "./searching.js";
export { ways } from "./ways.js";
// What those lead to, and what nobody would know of before they are read: named here, all comes at once.
import "../../figures.js";
import "../../language/stem.js";
import "../../search/requests.js";
