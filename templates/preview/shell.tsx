import type { Root } from 'hast'

/** The page that the preview's program fills: it says what it is while that is loaded, and where it cannot be. */
export const shell = (publication: string): Root => ({
  type: 'root',
  children: [
    { type: 'doctype' },
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${publication} · Trifold`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="page/page.css" />
      </head>
      <body>
        <a className="skip" href="#shown">
          Skip to what is shown
        </a>
        <a className="skip" href="#panel">
          Skip to the panel
        </a>
        <div id="app">
          <p>{publication}</p>
        </div>
        <script type="module" src="page/main.js"></script>
      </body>
    </html>,
  ],
})
