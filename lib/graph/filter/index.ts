/** The one filter language of canvas, table, API and command line. docs/reference/filters.md describes it for people. */
export { andFilters } from "./and-filters";
export { completions, type Completion, type Completions, type Vocabulary } from "./completions";
export { everything, longestFilter, type Filter, type FilterKey, type FilterOperator } from "./filter";
export { filterKeys } from "./fields";
export { lex, type Token } from "./lex";
export { isRelative, matches } from "./matches";
export { parseFilter } from "./parse-filter";
export { filterTerm, printFilter } from "./print-filter";
