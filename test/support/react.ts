/** What the tests use of React, which has no types of its own and needs none here. */

/** A React element; the tests only pass it on. */
export interface ReactElement {
  readonly type: unknown
}

type Child = ReactElement | string | null | undefined | readonly Child[]

const react = (await import('react' as string)) as {
  createElement(type: unknown, props: object | null, ...children: readonly Child[]): ReactElement
}
const server = (await import('react-dom/server' as string)) as {
  renderToStaticMarkup(element: ReactElement | undefined): string
  renderToString(element: ReactElement): string
}

export const createElement: typeof react.createElement = react.createElement
export const renderToStaticMarkup: typeof server.renderToStaticMarkup = server.renderToStaticMarkup
export const renderToString: typeof server.renderToString = server.renderToString
