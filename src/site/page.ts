/** A page of the site. 404 and 410 pages have content too: they say what there is instead. */
export interface Page {
  readonly status: 200 | 404 | 410
  readonly html: string
}
