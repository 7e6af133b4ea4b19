// @ts-check
/**
 * An article as React Email's own components have it, for comparing times and sizes: the same elements, words, pictures
 * and colours as ours, written as its documentation shows. What it has no component for is an HTML element with a style,
 * as in the examples of its own.
 *
 * @typedef {{type: string, tagName?: string, value?: string, properties?: Record<string, any>, children?: Node[]}} Node
 * @typedef {{createElement: (...parts: any[]) => any, Fragment: any}} React
 */

/** @param {Node} node @returns {string} */
const wordsOf = node => node.value ?? (node.children ?? []).map(wordsOf).join('')

/**
 * @param {React} react
 * @param {Record<string, any>} parts React Email's components
 * @param {any} rendering what our own template is handed
 */
export function reactEmail(react, parts, rendering) {
  const { publication, issue, tokens, words, assets, links } = rendering
  const { light, screen } = tokens
  const [article] = issue.articles
  const { meta, tree } = article
  const h = react.createElement
  const body = tokens.fonts.body.fallback
  const heading = tokens.fonts.heading.fallback
  const mono = tokens.fonts.mono.fallback
  const small = { fontFamily: heading, fontSize: 14, lineHeight: '20px', color: light.muted }
  const prose = {
    fontFamily: body,
    fontSize: screen.body,
    lineHeight: `${screen.leading}px`,
    color: light.ink,
    margin: '0 0 18px',
  }
  const panel = { backgroundColor: light.panel, padding: '18px 20px', margin: '8px 0 26px' }
  const linkStyle = { color: light.accent, textDecoration: 'underline' }

  /** @param {Node[]} nodes @returns {any[]} */
  const all = nodes => nodes.map((node, index) => (node.type === 'text' ? node.value : element(node, index)))
  /** @param {Node} node */
  const inside = node => all(node.children ?? [])
  /** @param {string} src @param {string} alt @param {number} [room] */
  const image = (src, alt, room = screen.width - 2 * screen.gutter) => {
    const asset = assets.image(article, src)
    if (!asset) return `[${alt}]`
    const width = Math.round(Math.min(asset.shownWidth, room))
    const height = Math.round((asset.shownHeight * width) / asset.shownWidth)
    return h(parts.Img, {
      src: links.image(asset),
      alt,
      width,
      height,
      style: { maxWidth: '100%', height: 'auto' },
    })
  }
  /** @param {Node} node @param {boolean} display */
  const formula = ({ properties = {} }, display) => {
    const asset = assets.formula(properties.tex, display)
    if (!asset) return h('code', {}, properties.tex)
    const { shownWidth: width, shownHeight: height } = asset
    return h(parts.Img, {
      src: links.image(asset),
      alt: properties.tex,
      width,
      height,
      style: { display: display ? 'block' : 'inline' },
    })
  }

  /** @param {Node} node @param {number | string} key @returns {any} */
  function element(node, key) {
    const { tagName: name = '', properties = {} } = node
    const { lang, dir, id, align, scope, start, href, title } = properties
    switch (name) {
      case 'h2':
      case 'h3':
      case 'h4':
        return h(
          parts.Heading,
          {
            as: name,
            key,
            id,
            style: {
              fontFamily: heading,
              fontSize: screen[name],
              lineHeight: 1.2,
              color: light.ink,
              margin: '36px 0 12px',
            },
          },
          inside(node),
        )
      case 'p':
      case 'dt':
        return h(parts.Text, { key, style: prose }, inside(node))
      case 'attribution':
      case 'figcaption':
      case 'credit':
        return h(parts.Text, { key, style: { ...small, margin: '0 0 18px' } }, inside(node))
      case 'blockquote':
      case 'pullquote':
        return h(
          'blockquote',
          { key, style: { margin: '26px 0', paddingLeft: 20, borderLeft: `3px solid ${light.accent}` } },
          inside(node),
        )
      case 'ul':
      case 'ol':
        return h(name, { key, start, style: { ...prose, paddingLeft: 26 } }, inside(node))
      case 'notes':
        return h(
          react.Fragment,
          { key },
          h(parts.Heading, { as: 'h2', style: small }, words.notes),
          h('ol', { style: { ...small, paddingLeft: 26 } }, inside(node)),
        )
      case 'note':
        return h(
          'li',
          { key, id: properties.id, style: { margin: '0 0 8px' } },
          inside(node),
          properties.refs.map((/** @type {string} */ ref) =>
            h(parts.Link, { key: ref, href: `#${ref}`, style: linkStyle }, '↩'),
          ),
        )
      case 'noteref':
        return h(
          'sup',
          { key, id },
          h(parts.Link, { href: `#${properties.note}`, style: linkStyle }, `[${properties.number}]`),
        )
      case 'hr':
        return h(parts.Hr, { key, style: { borderColor: light.line, width: 96, margin: '20px auto 36px' } })
      case 'table':
        return h(
          'table',
          {
            key,
            width: '100%',
            cellPadding: 0,
            cellSpacing: 0,
            style: { ...small, color: light.ink, margin: '10px 0 28px' },
          },
          inside(node),
        )
      case 'th':
      case 'td':
        return h(
          name,
          {
            key,
            scope,
            colSpan: properties.colSpan,
            rowSpan: properties.rowSpan,
            align: align ?? 'left',
            style: { padding: '8px 6px', borderBottom: `1px solid ${light.line}` },
          },
          inside(node),
        )
      case 'pre':
        return h(
          'pre',
          {
            key,
            style: { ...panel, fontFamily: mono, fontSize: 14, lineHeight: '21px', whiteSpace: 'pre-wrap' },
          },
          (node.children ?? []).flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...inside(line)]),
        )
      case 'token':
        return h('span', { key, style: { color: light.code[properties.kind] ?? light.ink } }, inside(node))
      case 'code':
      case 'kbd':
        return h(
          name,
          { key, style: { fontFamily: mono, backgroundColor: light.panel, padding: '1px 4px' } },
          inside(node),
        )
      case 'mark':
        return h('mark', { key, style: { backgroundColor: light.highlight, color: light.ink } }, inside(node))
      case 'picture': {
        const shown = image(properties.src, properties.alt)
        return h(
          parts.Section,
          { key, style: { margin: '8px 0 18px' } },
          href ? h(parts.Link, { href }, shown) : shown,
        )
      }
      case 'img':
        return h(react.Fragment, { key }, image(properties.src, properties.alt))
      case 'math':
      case 'equation':
        return h(react.Fragment, { key }, formula(node, name === 'equation'))
      case 'callout':
        return h(
          parts.Section,
          {
            key,
            style: {
              ...panel,
              backgroundColor: light.callout[properties.kind].tint,
              borderLeft: `4px solid ${light.callout[properties.kind].bar}`,
            },
          },
          inside(node),
        )
      case 'label':
      case 'summary':
        return h(
          parts.Text,
          { key, style: { ...prose, fontFamily: heading, fontWeight: 'bold' } },
          inside(node),
        )
      case 'details':
        return h(parts.Section, { key, style: panel }, inside(node))
      case 'verse':
        return h('div', { key, style: prose }, inside(node))
      case 'button':
        return h(
          parts.Button,
          {
            key,
            href,
            style: {
              backgroundColor: light.accent,
              color: light.onAccent,
              padding: '13px 24px',
              borderRadius: screen.radius,
              fontWeight: 'bold',
            },
          },
          inside(node),
        )
      case 'embed':
        return h(
          parts.Section,
          { key, style: { ...panel, border: `1px solid ${light.line}` } },
          properties.image
            ? h(parts.Link, { href: properties.url }, image(properties.image, title ?? ''))
            : null,
          h(parts.Link, { href: properties.url, style: linkStyle }, title ?? properties.url),
          properties.description ? h(parts.Text, { style: prose }, properties.description) : null,
        )
      case 'a':
        return h(parts.Link, { key, href, style: linkStyle }, inside(node))
      case 'mergetag':
        return h('span', { key }, properties.default ?? `{{ ${properties.name} }}`)
      case 'figure':
        return h(react.Fragment, { key }, inside(node))
      case 'q':
        return h('span', { key }, '“', inside(node), '”')
      case 'br':
        return h('br', { key })
      default:
        return h(name, { key, lang, dir, title }, inside(node))
    }
  }

  const names = meta.authors.map((/** @type {{name: string}} */ author) => author.name).join(', ')
  const headings = (tree.children ?? []).filter((/** @type {Node} */ node) => node.tagName === 'h2')
  return h(
    parts.Html,
    { lang: issue.lang, dir: issue.dir },
    h(parts.Head, {}, h('title', {}, issue.title)),
    h(parts.Preview, {}, meta.preheader ?? meta.standfirst ?? ''),
    h(
      parts.Body,
      { style: { backgroundColor: light.ground } },
      h(
        parts.Container,
        {
          style: {
            backgroundColor: light.paper,
            borderTop: `4px solid ${light.accent}`,
            padding: `26px ${screen.gutter}px`,
            maxWidth: screen.width,
          },
        },
        h(
          parts.Text,
          { style: { ...small, borderBottom: `1px solid ${light.line}` } },
          h(parts.Link, { href: links.web }, publication.name),
        ),
        h(
          parts.Heading,
          {
            as: 'h1',
            style: { fontFamily: heading, fontSize: screen.title, lineHeight: 1.15, color: light.ink },
          },
          issue.title,
        ),
        meta.subtitle ? h(parts.Text, { style: prose }, meta.subtitle) : null,
        meta.standfirst ? h(parts.Text, { style: { ...prose, color: light.muted } }, meta.standfirst) : null,
        names ? h(parts.Text, { style: small }, `${words.by} ${names}`) : null,
        meta.cover
          ? h(
              parts.Section,
              {},
              image(meta.cover.src, meta.cover.alt),
              meta.cover.caption ? h(parts.Text, { style: small }, meta.cover.caption) : null,
            )
          : null,
        meta.toc
          ? h(
              parts.Section,
              { style: panel },
              headings.map((/** @type {Node} */ node, /** @type {number} */ index) =>
                h(
                  parts.Text,
                  { key: index, style: small },
                  h(parts.Link, { href: `#${node.properties?.id}`, style: linkStyle }, wordsOf(node)),
                ),
              ),
            )
          : null,
        all(tree.children),
        meta.authors.flatMap((/** @type {any} */ author, /** @type {number} */ index) =>
          author.disclosure ? [h(parts.Text, { key: index, style: small }, author.disclosure)] : [],
        ),
        meta.source
          ? h(
              parts.Section,
              { style: panel },
              h(
                parts.Text,
                { style: small },
                `${words.republishedFrom} `,
                meta.source.url
                  ? h(parts.Link, { href: meta.source.url, style: linkStyle }, meta.source.name)
                  : meta.source.name,
              ),
            )
          : null,
      ),
      h(
        parts.Container,
        { style: { padding: '20px 32px', maxWidth: screen.width } },
        publication.email.why ? h(parts.Text, { style: small }, publication.email.why) : null,
        h(
          parts.Text,
          { style: small },
          ['web', 'pdf', 'epub', 'unsubscribe'].flatMap(name =>
            links[name]
              ? [h(parts.Link, { key: name, href: links[name], style: { color: light.muted } }, name), ' · ']
              : [],
          ),
        ),
        publication.address ? h(parts.Text, { style: small }, publication.address) : null,
      ),
    ),
  )
}
