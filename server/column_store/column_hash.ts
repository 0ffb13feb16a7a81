// The hash that names the content of a stored column, as the database reckons it.

/** Of a `release.column_data`, what `encodeColumn` names it by: large columns are hashed where they lie, and need not travel. */
export const COLUMN_HASH_SQL = `
  encode(sha256(convert_to(case when denominator is null then 'sum' else 'ratio' end, 'UTF8')
                || numerator || coalesce(denominator, '') || value || status || covered), 'hex')`;
