const sections =
  /^(?:[\d.]+\s+)?(?:abstract|introduction|background|overview|summary|conclusions?|discussion|methods?|results|references|notes|further reading|acknowledge?ments?|appendix|ingredients|instructions|directions|highlights|updates?|events|einleitung|fazit|zusammenfassung|zutaten|zubereitung|introducción|conclusi[óo]n|ingredientes|preparación|elaboración|conclusão|introduzione|conclusione|ingredienti|введение|заключение|выводы|結論|结论|总结|總結|简介|材料|做法|概要|まとめ|はじめに|おわりに|مقدمة|خاتمة|الخلاصة|المقادير|المكونات|निष्कर्ष|परिचय|सामग्री|विधि|(?:media|press) contacts?|pressekontakt|notes? to editors?)$/iu

/** Whether a line is a name that sections commonly have. */
export const isSectionName = (line: string): boolean => line.length <= 40 && sections.test(line)
