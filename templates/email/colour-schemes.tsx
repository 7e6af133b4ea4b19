import type { ElementContent } from 'hast'

/** Tells clients that the email has a look of its own for the dark, so that they need not invert it; MJML writes neither. */
export const colourSchemes = (): ElementContent[] => [
  <meta name="color-scheme" content="light dark" />,
  <meta name="supported-color-schemes" content="light dark" />,
]
