/** Spanish news sentences with their names in brackets. */
export const spanish: readonly string[] = `
El presidente [Pedro Sánchez] viajó el lunes a [Bruselas] para reunirse con [Ursula von der Leyen].
[Sánchez] dijo que [España] apoyará a [Ucrania].
La [Unión Europea] aprobó nuevas sanciones contra [Rusia].
El [Banco de España] elevó su previsión de crecimiento.
Según el [Ministerio de Sanidad], hay 200 casos en [Andalucía].
La ministra [Yolanda Díaz] se reunió con los sindicatos en [Madrid].
En [Buenos Aires], miles de personas protestaron contra [Javier Milei].
"No lo sabíamos", dijo [María José López], vecina de [Valencia].
El [Real Madrid] ganó al [Barcelona] por dos goles a uno.
Los bomberos de [Cataluña] controlaron el incendio.
[Repsol] y [Telefónica] cayeron en la bolsa.
La [OTAN] celebrará su cumbre en [La Haya].
El escritor [Gabriel García Márquez] nació en [Aracataca].
Ayer llovió en todo el norte de [Portugal].
También [Marruecos] cerró la frontera.
El [Consejo de Seguridad] de la [ONU] se reúne hoy en [Nueva York].
Vecinos de [Granada] pidieron ayuda al [Gobierno].
La policía detuvo a tres hombres en [Guadalajara].
El primer ministro francés llegó el martes.
[Lula da Silva] visitó [Angola] en agosto.
El volcán de [La Palma] entró en erupción.
La empresa [Iberdrola] construirá un parque eólico en [Escocia].
`
  .trim()
  .split('\n')

/** German news sentences with the names that can be told from nouns in brackets. */
export const german: readonly string[] = `
Bundeskanzler [Friedrich Merz] reist am Montag nach Paris.
Außenministerin [Annalena Baerbock] sprach mit ihrem Kollegen [Andrij Sybiha].
[Baerbock] forderte mehr Hilfe.
Die [Europäische Union] hat neue Sanktionen beschlossen.
US-Präsident [Donald Trump] kündigte Zölle an.
Der Kremlsprecher [Dmitri Peskow] wies den Bericht zurück.
Das [Rote Kreuz] versorgte 300 Menschen.
Die [NATO] trifft sich im Juni in [Den Haag].
Im Gefängnis saßen am Freitag noch vier Männer.
Nach Angaben der Polizei wurden zwei Kinder verletzt.
Die Hauptstadt [Kyjiw] wurde in der Nacht angegriffen.
Der Regisseur [Wim Wenders] erhielt den Preis.
Millionen Euro wurden Ende Mai ausgezahlt.
Die Sprecherin des Ministeriums sagte am Abend nichts dazu.
[Ursula von der Leyen] lobte die Ergebnisse.
Der Fußballverein [Bayern München] gewann das Spiel.
Die Nachrichtenagentur [Reuters] berichtete über den Unfall.
Am Morgen fiel in der Stadt [Odessa] der Strom aus.
Die [Deutsche Bank] erhöhte die Gebühren.
Laut [ARD] stieg die Beteiligung auf 70 Prozent.
Herr [Müller] wohnt seit zehn Jahren im Haus.
Präsident [Wolodymyr Selenskyj] dankte den Helfern, und [Selenskyj] sagte weitere Gespräche zu.
`
  .trim()
  .split('\n')
