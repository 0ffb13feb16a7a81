// The field of the search, which the key `/` looks for.

/** Id of the search field. */
export const SEARCH_ID = "search";
