export type { ChooserIndex, ChooserManifest, ChooserOptions, Messages } from './chooser-data.ts'
export { renderChooser } from './render-chooser.ts'
