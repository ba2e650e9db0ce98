import type { NameWords } from './name-words.ts'

const nothing = { links: '', ands: '', ranks: '' }

export const spanish: NameWords = {
  ...nothing,
  particles: 'de del la las los el da dos van der den von bin ibn al',
  ands: 'y e',
  heads:
    'ministerio consejo comisión comité tribunal banco universidad instituto organización unión asociación fondo agencia servicio oficina museo corte secretaría fiscalía federación partido consejería dirección academia real cámara cruz',
  titles: 'sr sra srta don doña dr dra d fray sor presidente presidenta ministro ministra',
  openers:
    'a además ahora al algo algún alguna algunas alguno algunos allí ante antes anoche aquel aquella aquí así aun aunque aún ayer bajo cada casi como cómo con contra cual cualquier cuando cuándo cuanto cuatro dado de debido del dentro desde después detrás dos donde dónde durante e el él ella ellas ellos en entonces entre era es esa esas ese eso esos esta está estaba están estas este esto estos fue fueron fuera ha había hace hacia han hasta hay hoy incluso junto la las le les lo los luego mañana más me mediante menos mi mientras mucha muchas mucho muchos muy nada nadie ni ningún ninguna no nos nosotros nuestra nuestro nunca o otra otras otro otros para pero pese poco por porque pronto pues que qué quien quién quienes quizá según ser será si sí sin sino sobre solo sólo son su sus tal también tampoco tan tanto te tiene toda todas todavía todo todos tras tres tu tú un una unas uno unos usted varias varios vecinos ya yo fuentes expertos testigos tropas soldados dijo cerca acerca gracias',
  others: 'pib tv ia adn ong pyme iva',
}

export const french: NameWords = {
  ...nothing,
  particles: 'de du des la le les d van der den von bin ibn al en sur sous aux et-',
  heads: 'ministère conseil commission comité tribunal banque université institut union',
  titles: 'm mm mme mlle dr pr me mgr',
  openers:
    "a à afin ailleurs ainsi alors après au aucun aucune aujourd'hui auprès aussi autour autre autres aux avant avec beaucoup bien car ce ceci cela celle celui ces cet cette ceux chaque chez comme comment contre dans de depuis derrière dès des deux devant donc du durant elle elles en encore enfin ensuite entre est et eux face faute grâce hier ici il ils jamais je jusque l la là le les leur leurs lors lorsque lui ma mais malgré même mes moins mon ne ni non nos notre nous on or ou où outre par parce parmi pas pendant peu plus plusieurs pour pourquoi pourtant près puis quand quant que quel quelle quelques qui quoi sa sans se selon ses si son sous souvent suite sur ta tandis tant tous tout toute toutes trois très trop tu un une vers voici voilà vos votre vous y",
  others: 'pib tv ia adn ong tva',
}

export const portuguese: NameWords = {
  ...nothing,
  particles: 'de do da dos das van der den von bin ibn al',
  ands: 'e',
  heads: 'ministério conselho comissão comitê tribunal banco universidade instituto união',
  titles: 'sr sra dr dra dom dona',
  openers:
    'a ainda além algumas alguns ali ante antes ao aos apesar após aquela aquele aqui as assim até cada com como contra da das de depois desde do dois dos durante e é ela elas ele eles em enquanto entre era essa esse esta este eu foi foram há hoje isso já lá mais mas mesmo muitas muitos na nas não nem nenhum no nos nós nunca o onde ontem os ou outra outras outro outros para pela pelo perto por porque quando quase que quem se segundo sem ser seu seus só sob sobre sua suas também tanto toda todas todo todos três um uma umas uns vários você',
  others: 'pib tv ia ong',
}

export const italian: NameWords = {
  ...nothing,
  particles: 'di del della dei degli delle da de van der den von bin ibn al',
  ands: 'e',
  heads: 'ministero consiglio commissione comitato tribunale banca università istituto unione',
  titles: 'sig sigra dott prof avv ing on don',
  openers:
    'a accanto ad adesso ai al alcune alcuni alla alle allora altri anche ancora appena aveva bene ci che chi ci circa col come con contro così cui da dal dalla davanti degli dei del della delle dentro di dietro dopo dove due durante e ecco ed egli era erano fra già gli grazie ha hanno i ieri il in infatti infine intanto invece io la lei le lo loro lui ma mai malgrado mentre molte molti nei nel nella nelle nemmeno nessuno no noi non nonostante nostra nostro o oggi ogni oltre ora per perché però più poco poi presso prima qualche quando quanto quasi quattro quella quelle quelli quello questa queste questi questo qui se secondo sei sempre senza si sì sia solo sono sopra sotto sta stato su sua sue sugli sui sul sulla suo tanto tra tre troppo tutta tutte tutti tutto un una uno verso vi voi',
  others: 'pil tv ia dna ong iva',
}
