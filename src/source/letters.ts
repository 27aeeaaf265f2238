/**
 * Letters and their marks as ranges for a character class: those of ASCII exactly, those of other scripts by block.
 * The `\p{L}` of a Unicode regular expression is exact, and building it takes longer than reading a short notice.
 */
export const letters = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2fef\u3041-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\ud7ff\uf900-\ufaff\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc`
