export { decodeBytes, type DecodedText } from './charset.ts'
export { FetchError, printableAddress } from './fetch-error.ts'
export { fetchPage, type Fetched, type FetchOptions, type Page } from './fetch-page.ts'
export { userAgent } from './user-agent.ts'
