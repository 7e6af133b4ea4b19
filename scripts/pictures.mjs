// @ts-check
/**
 * `npm run pictures [DIST]`: the pictures of the README and the documentation, made from what `npm start` built. Asks for `pdftoppm`
 * (poppler-utils) and `unzip`.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { argv, cwd, env, exit } from 'node:process'
import { previewPicture } from './pictures/preview.mjs'
import { openStudio } from './pictures/studio.mjs'
import { pdfPage, unpacked } from './pictures/tools.mjs'
import { root } from './setup/root.mjs'
import { setUp } from './setup.mjs'

const slug = 'forty-eight-minutes'
/** The bytes that a picture in a README may cost its reader. */
const most = 400_000

const dist = resolve(env.INIT_CWD ?? cwd(), argv[2] ?? join(root, 'dist'))
const issue = join(dist, slug)
if (!existsSync(join(issue, `${slug}.pdf`))) {
  console.error(`There is no ${slug}.pdf in ${issue}: run \`npm start\` first.`)
  exit(2)
}

/** @param {string} name @param {Uint8Array} bytes */
function write(name, bytes) {
  const target = join(root, 'docs', 'pictures', name)
  mkdirSync(join(target, '..'), { recursive: true })
  writeFileSync(target, bytes)
  const { size } = statSync(target)
  console.log(`${relative(cwd(), target)}  ${Math.round(size / 1024)} KB`)
  if (size > most) {
    console.error(`Expected at most ${most} bytes, found ${size}.`)
    exit(1)
  }
}

await setUp()
const folder = mkdtempSync(join(tmpdir(), 'trifold-pictures-'))
const studio = await openStudio({
  'https://slackwater.example.org': dist,
  'http://issue.invalid': issue,
  'http://book.invalid': unpacked(join(issue, `${slug}.epub`), join(folder, 'book')),
  'http://parts.invalid': folder,
  'http://pictures.invalid': join(root, 'scripts', 'pictures'),
  'http://packages.invalid': join(root, 'node_modules'),
})
try {
  const email = { width: 640, height: 1180, scale: 1.3 }
  const reader = { width: 384, height: 548, scale: 1.615 }
  writeFileSync(join(folder, 'email.png'), await studio.shoot('http://issue.invalid/email.html', email))
  writeFileSync(
    join(folder, 'reader.png'),
    await studio.shoot('http://book.invalid/OEBPS/ch-001.xhtml', {
      ...reader,
      style: 'http://pictures.invalid/e-reader.css',
    }),
  )
  for (const page of [1, 6]) {
    pdfPage(join(issue, `${slug}.pdf`), page, join(folder, `page-${page}`))
    await studio.narrow(join(folder, `page-${page}.png`), 796)
  }
  const whole = await studio.shoot('http://pictures.invalid/three-formats.html', {
    width: 1600,
    height: 900,
    scale: 1,
  })
  write('three-formats.png', await studio.reduced(whole))
  write('preview.png', await studio.reduced(await previewPicture(root)))
} finally {
  await studio.close()
  rmSync(folder, { recursive: true, force: true })
}
