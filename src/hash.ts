import { hash } from 'node:crypto'

/**
 * sha256 in hexadecimal over a tuple, written as JSON so that no two tuples share a spelling.
 * Give objects as arrays: the order of their keys would count.
 */
export function hashTuple(...tuple: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(tuple))
}

/** The first 16 digits of a hash: enough to tell the revisions of one article or file apart. */
export function shortHash(...tuple: readonly unknown[]): string {
  return hashTuple(...tuple).slice(0, 16)
}
