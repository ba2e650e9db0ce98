export { siteApp } from './app.ts'
export { buildSite, type BuildOptions, type Built } from './build.ts'
export { openMessages, type SiteMessages } from './messages.ts'
export { problemError, type SiteProblem } from './site-problem.ts'
