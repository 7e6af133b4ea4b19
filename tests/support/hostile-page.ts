/** What a page may be made to ask for. */
export interface Targets {
  /** A server: `http://127.0.0.1:1234`. */
  readonly origin: string
  /** A port that hears UDP on this machine. */
  readonly udpPort?: number
  /** Addresses of files, `file:///...`: a text, a style sheet, a picture, a picture of SVG. */
  readonly files: { readonly text: string; readonly css: string; readonly png: string; readonly svg: string }
}

/** HTML with every way out of a page that we know of, in its head and its body. */
export function hostilePage({ origin, udpPort = 9, files }: Targets): { head: string; body: string } {
  const host = origin.replace(/^http:/, '')
  const socket = origin.replace(/^http:/, 'ws:')
  const head = `
    <base href="${origin}/based/" target="_top">
    <meta http-equiv="x-dns-prefetch-control" content="on">
    <meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline' 'unsafe-eval' data: blob: file:; report-uri ${origin}/report">
    <meta http-equiv="Link" content="<${origin}/linked.css>; rel=stylesheet">
    <meta http-equiv="Set-Cookie" content="a=b">
    <link rel="stylesheet" href="${origin}/style.css"><link rel="alternate stylesheet" href="${origin}/other.css" title="o">
    <link rel="stylesheet" href="${files.css}"><link rel="stylesheet" href="data:text/css,@import url(${origin}/in-data.css)">
    <link rel="icon" href="${origin}/icon.png"><link rel="apple-touch-icon" href="${origin}/touch.png">
    <link rel="preload" as="image" href="${origin}/preload.png"><link rel="preload" as="font" crossorigin href="${origin}/preload.woff2">
    <link rel="preload" as="fetch" crossorigin href="${origin}/preload.json"><link rel="prefetch" href="${origin}/prefetch">
    <link rel="prerender" href="${origin}/prerender"><link rel="next" href="${origin}/next">
    <link rel="preconnect" href="${origin}"><link rel="preconnect" href="${host}" crossorigin>
    <link rel="dns-prefetch" href="${origin}"><link rel="manifest" href="${origin}/manifest.json">
    <link rel="modulepreload" href="${origin}/module.js"><link rel="import" href="${origin}/import.html">
    <link rel="pingback" href="${origin}/pingback"><link rel="search" href="${origin}/search.xml">
    <link rel="compression-dictionary" href="${origin}/dictionary"><link rel="expect" href="#late" blocking="render">
    <script type="speculationrules">{"prefetch":[{"urls":["${origin}/speculated"],"eagerness":"immediate"}],
      "prerender":[{"urls":["${origin}/prerendered"],"eagerness":"immediate"}]}</script>
    <script type="importmap">{"imports":{"a":"${origin}/mapped.js"}}</script>
    <style>@import url(${origin}/import.css); @import "${origin}/import-string.css" layer(a) print;
      @import url(${files.css}); @namespace far url(${origin}/namespace);
      body { background: url(${origin}/background.png), url(${files.png}) }
      @font-face { font-family: Far; src: url(${origin}/far.woff2) } h2 { font-family: Far }
      @font-face { font-family: Margin; src: url(${origin}/margin.woff2) }
      ul { list-style-image: url(${origin}/bullet.png) } li { border-image: url(${origin}/border.png) 1 }
      li { filter: url(${origin}/filter.svg#f); clip-path: url(${origin}/clip.svg#c); mask: url(${origin}/mask.svg#m) }
      li { background-image: image-set("${origin}/set-1.png" 1x, url(${origin}/set-2.png) 2x); offset-path: url(${origin}/path.svg#p) }
      li { background: -webkit-cross-fade(url(${origin}/fade-1.png), url(${origin}/fade-2.png), 50%); shape-outside: url(${origin}/shape.png); float: left }
      li::before { content: url(${origin}/before.png) url(${files.png}) "x" }
      :root { --late: url(${origin}/variable.png) } ol { background: var(--late) }
      @property --p { syntax: "<image>"; inherits: false; initial-value: url(${origin}/property.png) }
      @media print { p { background: url(${origin}/media.png) } }
      @container (width > 1px) { p { background: url(${origin}/container.png) } }
      @page { background: url(${origin}/page.png); @top-center { content: url(${origin}/corner.png) "x"; font-family: Margin } }</style>
    <script>${scripts(origin, socket, udpPort)}</script><script src="${origin}/script.js"></script>
    <script type="module">import '${origin}/imported.js'</script>`
  const body = `<h1>Hostile</h1><h2>Far</h2><div background="${origin}/attribute.png"></div>
    <img src="${origin}/image.png" alt=""><img src="${host}/relative-scheme.png" alt=""><img lowsrc="${origin}/low.png" alt="">
    <img srcset="${origin}/set.png 2x" alt="" onerror="fetch('${origin}/error')"><img src="${files.png}" alt=""><img src="${files.svg}" alt="">
    <img loading="lazy" src="${origin}/lazy.png" alt=""><img attributionsrc="${origin}/attribution" src="x" alt="">
    <img usemap="#m" longdesc="${origin}/longdesc" dynsrc="${origin}/dyn" src="data:image/svg+xml,${encodeURIComponent(svg(origin, files.png))}" alt="">
    <picture><source srcset="${origin}/source.png"><source srcset="${files.png}"><img src="x" alt=""></picture>
    <iframe src="${origin}/frame"></iframe><iframe src="${files.text}"></iframe><iframe srcdoc="<img src='${origin}/srcdoc.png'><script>fetch('${origin}/srcdoc')</script>"></iframe>
    <iframe src="data:text/html,<img src='${origin}/data-frame.png'>"></iframe><iframe src="javascript:fetch('${origin}/js-frame')"></iframe>
    <iframe src="blob:${origin}/0"></iframe><fencedframe src="${origin}/fenced"></fencedframe><portal src="${origin}/portal"></portal>
    <object data="${origin}/object"></object><object data="${files.text}" type="text/html"></object><object data="${origin}/a.pdf" type="application/pdf"></object>
    <object type="image/svg+xml" data="${files.svg}"></object><embed src="${origin}/embed"><embed src="${files.svg}"><applet archive="${origin}/applet.jar" code="a"></applet>
    <video src="${origin}/video" poster="${origin}/poster.png" autoplay><track src="${origin}/track.vtt" default></video>
    <audio src="${origin}/audio" autoplay></audio><video autoplay><source src="${origin}/video-source"></video><bgsound src="${origin}/bgsound">
    <svg xmlns="http://www.w3.org/2000/svg"><image href="${origin}/svg.png"/><image href="${files.png}" width="40" height="40"/><use href="${origin}/use.svg#a"/><use xlink:href="${files.svg}#a"/>
      <feImage href="${origin}/fe.png"/><linearGradient href="${origin}/gradient.svg#g"/><script href="${origin}/svg.js"></script><a href="${origin}/a"><text>x</text></a>
      <foreignObject width="90" height="90"><iframe src="${origin}/foreign"></iframe><img src="${origin}/foreign.png"><img src="${files.png}"></foreignObject>
      <style>@import url(${origin}/svg-import.css); rect { fill: url(${origin}/fill.svg#f) }</style><rect width="9" height="9"/><set attributeName="href" to="${origin}/set"/></svg>
    <math xmlns="http://www.w3.org/1998/Math/MathML"><mglyph src="${origin}/glyph.png"/><maction actiontype="statusline#${origin}/action"><mi>x</mi></maction><mi href="${origin}/mi">y</mi></math>
    <div><template shadowrootmode="open"><link rel="stylesheet" href="${origin}/shadow.css"><img src="${origin}/shadow.png"></template></div>
    <input type="image" src="${origin}/input.png" alt=""><ul><li>Item</li></ul><ol><li>Item</li></ol><table background="${origin}/table.png"><tr><td background="${origin}/cell.png">x</td></tr></table>
    <form action="${origin}/form" method="post" id="f"><button autofocus formaction="${origin}/formaction">Send</button></form><isindex action="${origin}/isindex">
    <a href="${origin}/pinged" ping="${origin}/ping" attributionsrc="${origin}/registered">A link</a><a href="${origin}/download" download>Download</a>
    <p style="content: url(${origin}/content.png); cursor: url(${origin}/cursor.png), auto" id="late">Text</p>
    <details open ontoggle="fetch('${origin}/toggle')"><summary>Open</summary>x</details><marquee onstart="fetch('${origin}/marquee')">x</marquee>
    <body onload="fetch('${origin}/onload')"><style onload="fetch('${origin}/style-onload')"></style>
    <noscript><img src="${origin}/noscript.png" alt=""><link rel="stylesheet" href="${origin}/noscript.css"></noscript>`
  return { head, body }
}

const scripts = (origin: string, socket: string, udpPort: number) => `
  document.title = 'scripted'
  for (const go of [
    () => fetch('${origin}/fetch'), () => new WebSocket('${socket}/websocket'), () => new EventSource('${origin}/events'),
    () => navigator.sendBeacon('${origin}/beacon'), () => new Worker('${origin}/worker.js'), () => new Image().src = '${origin}/new-image.png',
    () => navigator.serviceWorker.register('${origin}/service.js'), () => new WebTransport('${origin.replace('http:', 'https:')}/transport'),
    () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }] }); c.createDataChannel('a'); c.createOffer().then(o => c.setLocalDescription(o)) },
    () => new FontFace('Scripted', 'url(${origin}/scripted.woff2)').load(), () => import('${origin}/dynamic.js'),
  ]) try { Promise.resolve(go()).catch(() => {}) } catch {}`

/** A picture of SVG that asks for more. */
export const svg = (origin: string, png: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="60">
  <?xml-stylesheet href="${origin}/in-svg.css"?><style>@import url(${origin}/svg-style.css);</style><script href="${origin}/in-svg.js"/><script>fetch('${origin}/svg-fetch')</script>
  <image href="${origin}/in-svg.png" width="60" height="60"/><image xlink:href="${png}" width="60" height="60"/><use href="${origin}/in-svg.svg#a"/>
  <foreignObject width="60" height="60"><img xmlns="http://www.w3.org/1999/xhtml" src="${origin}/in-foreign.png"/></foreignObject><rect id="a" width="9" height="9"/></svg>`
