/**
 * What a byline's words say that somebody did, as MARC relator codes (id.loc.gov/vocabulary/relators). Most of what
 * stands there is an office ("Editor", "Visiting Fellow") of somebody who wrote the article.
 */
const words: Readonly<Record<string, string>> = {
  aft: 'afterword, nachwort, postface, epílogo, خاتمة',
  aui: 'foreword, preface, introduction, vorwort, einleitung, préface, avant-propos, prólogo, introducción, تقديم, مقدمة',
  com: 'compiler, compilation, compiled by, zusammenstellung, compilateur, compilatrice, compilador, compiladora',
  ctg: 'cartographer, cartography, maps, kartografie, karten, cartographe, cartes, cartógrafo, cartógrafa, mapas, خرائط',
  edt: 'edited by, editing, herausgegeben von, lektorat, édité par, edición a cargo de, تحرير',
  ill: 'illustrator, illustration, illustrations, illustrated by, drawings, illustratorin, illustrationen, zeichnungen, illustrateur, illustratrice, dessins, ilustrador, ilustradora, ilustraciones, رسوم',
  ive: 'interviewee',
  ivr: 'interviewer, interview, interviewerin, intervieweur, intervieweuse, entrevistador, entrevistadora, حوار',
  nrt: 'narrator, narration, narrated by, sprecher, sprecherin, narrateur, narratrice, narrador, narradora',
  pht: 'photographer, photography, photograph, photographs, photos, photo, photographs by, fotograf, fotografin, fotos, fotografie, photographe, photographies, fotógrafo, fotógrafa, fotografías, تصوير',
  trl: 'translator, translation, translated by, übersetzer, übersetzerin, übersetzung, übersetzt von, traducteur, traductrice, traduction, traductor, traductora, traducción, مترجم, مترجمة, ترجمة',
}

const codes = new Map(
  Object.entries(words).flatMap(([code, said]) => said.split(', ').map(word => [word, code] as const)),
)

/** The MARC relator code of what a byline says of a person; an author where it says nothing of the kind. */
export function relatorOf(role: string | undefined): string {
  const parts = (role ?? '').toLowerCase().split(/[,;/]| and | und | et | y /)
  const found = parts.flatMap(part => codes.get(part.trim().replace(/[:.]$/, '')) ?? [])
  return found[0] ?? 'aut'
}
