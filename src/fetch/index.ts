export { decodeBytes, type DecodedText } from './charset.ts'
export { FetchError } from './fetch-error.ts'
export { fetchPage, type Fetched, type FetchOptions, type Page } from './fetch-page.ts'
export { userAgent } from './user-agent.ts'
