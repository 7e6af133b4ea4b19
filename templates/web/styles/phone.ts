import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** A narrow page: less around the words, so that more of them fit a line. */
export const phoneRules = ({ screen }: Tokens): CssRules => ({
  main: { paddingBlock: '2em 3em' },
  table: { fontSize: rem(screen.small) },
  'th, td': { paddingInline: '0.3em' },
  '.pullquote': { fontSize: rem(screen.h3) },
  '.embed .embed-image': { float: 'none', width: 'auto', margin: '0 0 0.6em' },
})
