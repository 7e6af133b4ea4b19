/**
 * Trifold as a library. The parts that need much are loaded when they are used: an EPUB needs neither Chromium nor MJML.
 *
 * @module trifold
 */

export type { AddedElement, AddedElements, Override, Templates } from '../templates/overrides.js'
export type { Rendering } from '../templates/rendering.js'
export { defaultTokens, type Tokens } from '../templates/tokens.js'
export type * from './article.js'
export { type Format, formats } from './article.js'
export type { FontAsset, FormatAssets, ImageAsset } from './assets/assets.js'
export { ConfigError } from './config/config.js'
export { defineConfig } from './config/define.js'
export type { ConfigInput } from './config/schema.js'
export { type MarkdownWriting, toMarkdown } from './markdown/to-markdown.js'
export {
  createPress,
  type MetaInput,
  type Press,
  type PressOptions,
  type ReadIssue,
  type TextOptions,
} from './press.js'
export type { Rendition, RenditionFile } from './render/rendition.js'
export { vocabulary } from './vocabulary.js'
export { BrowserUnavailable, type World } from './world.js'
export { nodeWorld } from './world-node.js'
