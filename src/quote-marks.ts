const doubles = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02]/g
const singles = /[\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u2032\uff07]/g

/** Quotation marks and apostrophes of one kind: typography, not meaning. Offsets stay. */
export function foldQuotes(text: string): string {
  return text.replace(doubles, '"').replace(singles, "'")
}
