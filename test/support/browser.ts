import { chromium as playwright, type Browser } from 'playwright-core'
import { chromium } from './parts.ts'

/** Without these Chromium opens connections of its own; a container's root has no sandbox. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium; whoever starts it closes it. */
export function startBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: chromium, args: flags })
}
