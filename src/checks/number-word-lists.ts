/**
 * Words for numbers, by language: `value[/value…] word word*`, a star for any ending. They only
 * ever excuse a number that is not there as digits, so a generous stem costs little. Values of a
 * thousand and more also scale the number before them: '3.5 million'.
 */
export const numberWordLists: Readonly<Record<string, string>> = {
  en: `0 zero nil none; 0.5/50/30 half halv*; 0.25/25/15 quarter*; 1 one once first single a an;
    2 two twice second* double* both pair couple; 3 three third* triple* thrice; 4 four fourth*
    quadrupl*; 5 five fifth*; 6 six sixth*; 7 seven seventh*; 8 eight eighth*; 9 nine ninth*; 10
    ten tenth* decade*; 11 eleven*; 12 twelve twelfth* dozen*; 13 thirteen*; 14 fourteen*
    fortnight*; 15 fifteen*; 16 sixteen*; 17 seventeen*; 18 eighteen*; 19 nineteen*; 20 twenty
    twentieth* twenties score; 30 thirty thirtieth* thirties; 40 forty forties; 50 fifty
    fifties; 60 sixty sixties; 70 seventy seventies; 80 eighty eighties; 90 ninety nineties; 100
    hundred* century centuries all; 1e3 thousand*; 1e6 million* mln; 1e9 billion* bln; 1e12
    trillion*; 1e5 lakh*; 1e7 crore*`,
  es: `0 cero ningun*; 0.5/50/30 medi* mitad; 0.25/25/15 cuarto cuarta; 1 un uno una primer*; 2
    dos segund* dobl* ambos ambas doble par; 3 tres tercer* tripl* tercio; 4 cuatro cuart*
    cuádrupl*; 5 cinco quint*; 6 seis sext*; 7 siete séptim*; 8 ocho octav*; 9 nueve noven*; 10
    diez décim* década*; 11 once undécim*; 12 doce duodécim* docena*; 13 trece; 14 catorce; 15
    quince quincena; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte veint*;
    21 veintiún veintiun*; 22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26
    veintiséis; 27 veintisiete; 28 veintiocho; 29 veintinueve; 30 treint*; 40 cuarent*; 50
    cincuent*; 60 sesent*; 70 setent*; 80 ochent*; 90 novent*; 100 cien ciento* centenar* siglo*
    centenario; 200 doscient*; 300 trescient*; 400 cuatrocient*; 500 quinient*; 600 seiscient*;
    700 setecient*; 800 ochocient*; 900 novecient*; 1e3 mil miles millar*; 1e6 millon* millón
    mill; 1e12 billón billon*; 1e9 millardo*`,
  fr: `0 zéro aucun*; 0.5/50/30 demi* moitié mi; 0.25/25/15 quart; 1 un une premi*; 2 deux
    deuxième* second* double* couple; 3 trois troisième* tiers tripl*; 4 quatre quatrième*
    quart*; 5 cinq cinquième*; 6 six sixième*; 7 sept septième*; 8 huit huitième*; 9 neuf
    neuvième*; 10 dix dixième* dizaine* décennie*; 11 onze onzième*; 12 douze douzième*
    douzaine*; 13 treize*; 14 quatorze*; 15 quinze quinz*; 16 seize*; 17 dix-sept*; 18
    dix-huit*; 19 dix-neuf*; 20 vingt vingtième* vingtaine*; 30 trente* trentaine*; 40 quarant*;
    50 cinquant*; 60 soixant*; 70 soixante-dix septante; 80 quatre-vingt* huitante octante; 90
    quatre-vingt-dix nonante; 100 cent cents centaine* siècle* centenaire*; 1e3 mille millier*;
    1e6 million* mio; 1e9 milliard* mrd mds md; 1e12 billion* trillion*`,
  de: `0 null kein*; 0.5/50/30 halb* hälfte; 0.25/25/15 viertel*; 0.75/45 dreiviertel*; 1.5
    anderthalb* eineinhalb*; 2.5 zweieinhalb*; 1 ein eine* ein* erst*; 2 zwei* zwo doppel*
    beide* paar; 3 drei* dritt*; 4 vier*; 5 fünf*; 6 sechs*; 7 sieben* siebt*; 8 acht*; 9 neun*;
    10 zehn* jahrzehnt*; 11 elf*; 12 zwölf* dutzend*; 13 dreizehn*; 14 vierzehn*; 15 fünfzehn*;
    16 sechzehn*; 17 siebzehn*; 18 achtzehn*; 19 neunzehn*; 20 zwanzig*; 21 einundzwanzig*; 22
    zweiundzwanzig*; 24 vierundzwanzig*; 25 fünfundzwanzig*; 30 dreißig* dreissig*; 40 vierzig*;
    50 fünfzig*; 60 sechzig*; 70 siebzig*; 80 achtzig*; 90 neunzig*; 100 hundert* einhundert*
    jahrhundert*; 200 zweihundert*; 300 dreihundert*; 500 fünfhundert*; 1e3 tausend* tsd
    eintausend*; 2e3 zweitausend*; 1e6 million* mio; 1e9 milliard* mrd; 1e12 billion*`,
  pt: `0 zero nenhum*; 0.5/50/30 mei* metade; 0.25/25/15 quarto; 1 um uma primeir*; 2 dois duas
    segund* dobr* dupl* ambos ambas par; 3 três terceir* tripl* terço; 4 quatro quart*; 5 cinco
    quint*; 6 seis meia sext*; 7 sete sétim*; 8 oito oitav*; 9 nove non*; 10 dez décim* década*
    dezena*; 11 onze; 12 doze dúzia*; 13 treze; 14 quatorze catorze; 15 quinze quinzena; 16
    dezesseis dezasseis; 17 dezessete dezassete; 18 dezoito; 19 dezenove dezanove; 20 vinte
    vigésim*; 30 trinta; 40 quarenta; 50 cinquenta; 60 sessenta; 70 setenta; 80 oitenta; 90
    noventa; 100 cem cento* centena* século* centenár*; 200 duzent*; 300 trezent*; 400
    quatrocent*; 500 quinhent*; 600 seiscent*; 700 setecent*; 800 oitocent*; 900 novecent*; 1e3
    mil milhar*; 1e6 milhão milhões mi; 1e9 bilhão bilhões bi; 1e12 trilhão trilhões bilião
    biliões`,
  it: `0 zero nessun*; 0.5/50/30 mezz* metà; 0.25/25/15 quarto; 1 un uno una prim*; 2 due
    second* doppi* entramb* paio coppia; 3 tre terz* tripl*; 4 quattro quart*; 5 cinque quint*;
    6 sei sest*; 7 sette settim*; 8 otto ottav*; 9 nove non*; 10 dieci decim* decenni* decina;
    11 undici undicesim*; 12 dodici dodicesim* dozzin*; 13 tredic*; 14 quattordic*; 15 quindic*;
    16 sedic*; 17 diciassett*; 18 diciott*; 19 diciannov*; 20 venti vent*; 21 ventun*; 22
    ventidue; 24 ventiquattro; 25 venticinque; 30 trent*; 40 quarant*; 50 cinquant*; 60
    sessant*; 70 settant*; 80 ottant*; 90 novant*; 100 cent* secol*; 200 duecent*; 300 trecent*;
    500 cinquecent*; 1e3 mille mila migliai*; 2e3 duemila; 3e3 tremila; 5e3 cinquemila; 1e4
    diecimila; 1e6 milion* mln; 1e9 miliard* mld; 1e12 bilion*`,
  ca: `0 zero cap; 0.5/50/30 mig mitja meitat; 0.25/25/15 quart; 1 un una primer*; 2 dos dues
    segon* doble ambdós; 3 tres tercer* terç; 4 quatre quart*; 5 cinc cinqu*; 6 sis sis*; 7 set
    set*; 8 vuit vuit*; 9 nou nov*; 10 deu des* dècad* dècim*; 11 onze onz*; 12 dotze dotz*; 13
    tretze; 14 catorze; 15 quinze; 16 setze; 17 disset; 18 divuit; 19 dinou; 20 vint vint*; 30
    trent*; 40 quarant*; 50 cinquant*; 60 seixant*; 70 setant*; 80 vuitant*; 90 norant*; 100
    cent cents centen* segle*; 1e3 mil milers; 1e6 milió milion*; 1e9 miliard*; 1e12 bilió
    bilion*`,
  gl: `0 cero; 0.5/50/30 medi* metade; 0.25/25/15 cuarto; 1 un unha primeir*; 2 dous dúas
    segund* dobre; 3 tres terceir* terzo; 4 catro cuart*; 5 cinco quint*; 6 seis sext*; 7 sete
    sétim*; 8 oito oitav*; 9 nove noven*; 10 dez décim* década*; 11 once; 12 doce ducia*; 13
    trece; 14 catorce; 15 quince; 16 dezaseis; 17 dezasete; 18 dezaoito; 19 dezanove; 20 vinte;
    30 trinta; 40 corenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 oitenta; 90 noventa; 100 cen
    cento* centenar* século*; 1e3 mil milleiro* miles; 1e6 millón millóns; 1e12 billón billóns`,
  ro: `0 zero; 0.5/50/30 jumătat* jumate; 0.25/25/15 sfert; 1 un o una unul prim*; 2 doi două
    doua dubl* ambele; 3 trei treia treilea treime; 4 patru patra patrulea; 5 cinci*; 6 șase*
    sase*; 7 șapte* sapte*; 8 opt*; 9 nouă noua; 10 zece* deceni*; 11 unsprezece; 12 doisprezece
    douăsprezece; 15 cincisprezece; 20 douăzeci; 100 sută sute secol*; 1e3 mie mii; 1e6 milion*
    mil mln; 1e9 miliard* mld; 1e12 trilion*`,
  eo: `0 nul nulo*; 0.5/50/30 duon*; 0.25/25/15 kvaron*; 1 unu unu* unua; 2 du du* ambaŭ; 3 tri
    tri*; 4 kvar kvar*; 5 kvin kvin*; 6 ses ses*; 7 sep sep*; 8 ok ok*; 9 naŭ naŭ*; 10 dek dek*
    jardek*; 11 dekunu*; 12 dekdu*; 15 dekkvin*; 20 dudek*; 30 tridek*; 40 kvardek*; 50
    kvindek*; 60 sesdek*; 70 sepdek*; 80 okdek*; 90 naŭdek*; 100 cent* jarcent*; 200 ducent*;
    300 tricent*; 1e3 mil mil*; 1e6 milion*; 1e9 miliard*`,
  ru: `0 ноль нуля ни; 0.5/50/30 пол* половин*; 0.25/25/15 четверт*; 1.5 полтор*; 1 один одн*
    перв*; 2 два две двух* двум* двое двоих втор* дво* двойн* обе оба вдвое пара дважды; 3 три
    трех* трёх* трем* трое* трет* трой* втрое; 4 четыре* четырёх* четвер*; 5 пять пяти* пятер*
    пяты* пята* пято* пятью; 6 шест*; 7 семь семи* семер* седьм* семью; 8 восемь восьм*; 9
    девять девят*; 10 десять десят* десятилет*; 11 одиннадцат*; 12 двенадцат* дюжин*; 13
    тринадцат*; 14 четырнадцат*; 15 пятнадцат*; 16 шестнадцат*; 17 семнадцат*; 18 восемнадцат*;
    19 девятнадцат*; 20 двадцат*; 24 сутки суток сутками суткам; 30 тридцат*; 40 сорок*; 48
    двух-суток; 50 пятьдесят* пятидесят*; 60 шестьдесят* шестидесят*; 70 семьдесят* семидесят*;
    80 восемьдесят* восьмидесят*; 90 девяност*; 100 сто ста сотн* сотен столет* век*; 200 двести
    двухсот*; 300 триста трёхсот* трехсот*; 500 пятьсот* пятисот*; 1e3 тысяч* тыс; 1e6 миллион*
    млн; 1e9 миллиард* млрд; 1e12 триллион* трлн`,
  uk: `0 нуль нуля жодн*; 0.5/50/30 пів* половин*; 0.25/25/15 чверт*; 1.5 півтор*; 1 один одн*
    перш*; 2 два дві двох* двом* двоє друг* дво* обидв* пара вдвічі двічі; 3 три трьох* трьом*
    троє трет* втричі; 4 чотир* четвер*; 5 п'ять* п’ять* п'яти* п’яти* п'ят* п’ят*; 6 шіст*
    шест*; 7 сім* сьом* семи*; 8 вісім* вісьм* восьм*; 9 дев'ят* дев’ят*; 10 десят* десятиліт*;
    11 одинадцят*; 12 дванадцят* дюжин*; 13 тринадцят*; 14 чотирнадцят*; 15 п'ятнадцят*
    п’ятнадцят*; 16 шістнадцят*; 17 сімнадцят*; 18 вісімнадцят*; 19 дев'ятнадцят* дев’ятнадцят*;
    20 двадцят*; 24 доба добу доби; 30 тридцят*; 40 сорок*; 50 п'ятдесят* п’ятдесят*; 60
    шістдесят*; 70 сімдесят*; 80 вісімдесят*; 90 дев'яност* дев’яност*; 100 сто ста сотн* сотень
    столітт*; 200 двісті; 300 триста; 500 п'ятсот* п’ятсот*; 1e3 тисяч* тис; 1e6 мільйон* млн;
    1e9 мільярд* млрд; 1e12 трильйон* трлн`,
  bg: `0 нула; 0.5/50/30 полов*; 0.25/25/15 четвърт; 1 един една едно първ*; 2 два две двама
    втор* двойн*; 3 три трима трет*; 4 четири* четвърт*; 5 пет пет*; 6 шест*; 7 седем* седм*; 8
    осем* осм*; 9 девет*; 10 десет* десетилет*; 11 единадесет* единайсет*; 12 дванадесет*
    дванайсет*; 15 петнадесет* петнайсет*; 20 двадесет*; 30 тридесет*; 40 четиридесет*; 50
    петдесет*; 100 сто стотици век*; 1e3 хиляд* хил; 1e6 милион* млн; 1e9 милиард* млрд`,
  sr: `0 nula нула; 0.5/50/30 pol* пол*; 1 jedan jedn* prv* један једн* прв*; 2 dva dve dv*
    drug* два две дв* друг*; 3 tri tr* три тр*; 4 četir* četvr* четир* четвр*; 5 pet* пет*; 6
    šest* шест*; 7 sedam* sedm* седам* седм*; 8 osam* osm* осам* осм*; 9 devet* девет*; 10
    deset* десет* decenij* децениј*; 11 jedanaest* једанаест*; 12 dvanaest* дванаест*; 15
    petnaest* петнаест*; 20 dvadeset* двадесет*; 100 sto stotin* vek* сто стотин* век*; 1e3
    hiljad* хиљад*; 1e6 milion* милион*; 1e9 milijard* милијард*`,
  hr: `0 nula; 0.5/50/30 pol*; 1 jedan jedn* prv*; 2 dva dvije dv* drug*; 3 tri tr*; 4 četir*
    četvr*; 5 pet*; 6 šest*; 7 sedam* sedm*; 8 osam* osm*; 9 devet*; 10 deset* desetljeć*; 11
    jedanaest*; 12 dvanaest*; 15 petnaest*; 20 dvadeset*; 100 sto stotin* stoljeć*; 1e3 tisuć*;
    1e6 milijun* milijuna; 1e9 milijard*`,
  sl: `0 nič; 0.5/50/30 pol*; 1 en* prv*; 2 dva dve dv* drug*; 3 tri tr*; 4 štir* četrt*; 5
    pet*; 6 šest*; 7 sedem* sedm*; 8 osem* osm*; 9 devet*; 10 deset* desetletj*; 11 enajst*; 12
    dvanajst*; 15 petnajst*; 20 dvajset*; 100 sto stotin* stoletj*; 1e3 tisoč*; 1e6 milijon*;
    1e9 milijard*`,
  pl: `0 zero żaden; 0.5/50/30 pół* połow*; 0.25/25/15 ćwier* kwadrans; 1.5 półtor*; 1 jeden
    jedn* pierwsz*; 2 dwa dwie dwóch dwóm dwoj* dwu* drug* oba obie dwukrotn* para; 3 trzy
    trzech trzem troj* trzec* trzy*; 4 cztery czter* czwart* czworo; 5 pięć pięci* piąt*
    pięcio*; 6 sześć sześci* szóst*; 7 siedem siedmi* siódm*; 8 osiem ośmi* ósm*; 9 dziewięć
    dziewięci* dziewiąt*; 10 dziesięć dziesięci* dziesiąt* dekad*; 11 jedenast* jedenaśc*; 12
    dwanaśc* dwunast* tuzin*; 13 trzynast* trzynaśc*; 14 czternast* czternaśc*; 15 piętnast*
    piętnaśc*; 16 szesnast* szesnaśc*; 17 siedemnast* siedemnaśc*; 18 osiemnast* osiemnaśc*; 19
    dziewiętnast* dziewiętnaśc*; 20 dwadzieśc* dwudziest*; 24 doba dobę doby; 30 trzydzie*; 40
    czterdzie* czterdziest*; 50 pięćdziesi*; 60 sześćdziesi*; 70 siedemdziesi*; 80 osiemdziesi*;
    90 dziewięćdziesi*; 100 sto stu setn* setk* wiek* stulec*; 200 dwieście dwustu; 300 trzysta
    trzystu; 500 pięćset pięciuset; 1e3 tysiąc* tysięc* tys; 1e6 milion* mln; 1e9 miliard* mld;
    1e12 bilion*`,
  cs: `0 nula žádn*; 0.5/50/30 půl* polov*; 0.25/25/15 čtvrt*; 1.5 půldruh*; 1 jeden jedn*
    prvn*; 2 dva dvě dvou* dvěma druh* dvoj* oba obě; 3 tři tř* třet* troj*; 4 čtyř* čtvrt*
    čtver*; 5 pět* pát*; 6 šest*; 7 sedm*; 8 osm*; 9 devět* devít*; 10 deset* desít* desetilet*;
    11 jedenáct*; 12 dvanáct* tucet*; 13 třináct*; 14 čtrnáct*; 15 patnáct*; 16 šestnáct*; 17
    sedmnáct*; 18 osmnáct*; 19 devatenáct*; 20 dvacet* dvacát*; 30 třicet*; 40 čtyřicet*; 50
    padesát*; 100 sto sta set stovk* stolet*; 1e3 tisíc* tis; 1e6 milion* mil mln; 1e9 miliard*
    mld; 1e12 bilion*`,
  sk: `0 nula; 0.5/50/30 pol*; 1 jeden jedn* prv*; 2 dva dve dvoch* dvom* druh* dvoj* obe oba; 3
    tri tr* tret*; 4 štyri štyr* štvrt*; 5 päť* piat*; 6 šesť* šies*; 7 sedem* siedm* sedm*; 8
    osem* ôsm* osm*; 9 deväť* deviat*; 10 desať* desiat* desaťroč*; 11 jedenás*; 12 dvanás*
    tucet*; 15 pätnás*; 20 dvadsa*; 30 tridsa*; 50 päťdesiat*; 100 sto stov* storoč*; 1e3 tisíc*
    tis; 1e6 milión* mil mln; 1e9 miliard* mld`,
  nl: `0 nul geen; 0.5/50/30 half halve helft; 0.25/25/15 kwart*; 1.5 anderhalf anderhalve; 1
    een één eerste*; 2 twee* tweede* dubbel* beide* paar; 3 drie* derde*; 4 vier*; 5 vijf*; 6
    zes*; 7 zeven*; 8 acht*; 9 negen*; 10 tien* decenni*; 11 elf*; 12 twaalf* dozijn*; 13
    dertien*; 14 veertien*; 15 vijftien*; 16 zestien*; 17 zeventien*; 18 achttien*; 19
    negentien*; 20 twintig*; 24 etmaal; 30 dertig*; 40 veertig*; 50 vijftig*; 60 zestig*; 70
    zeventig*; 80 tachtig*; 90 negentig*; 100 honderd* eeuw*; 200 tweehonderd*; 300
    driehonderd*; 500 vijfhonderd*; 1e3 duizend*; 1e6 miljoen* mln; 1e9 miljard* mld; 1e12
    biljoen*`,
  af: `0 nul; 0.5/50/30 half helfte; 1 een eerste*; 2 twee*; 3 drie* derde*; 4 vier*; 5 vyf*; 6
    ses*; 7 sewe*; 8 ag agt*; 9 nege*; 10 tien* dekade*; 11 elf*; 12 twaalf* dosyn; 15 vyftien*;
    20 twintig*; 100 honderd* eeu*; 1e3 duisend*; 1e6 miljoen*; 1e9 miljard*; 1e12 biljoen*`,
  sv: `0 noll ingen; 0.5/50/30 halv* hälft*; 0.25/25/15 kvart*; 1.5 halvannan; 1 en ett först*;
    2 två tvåa andra* dubbel* båda par tvåårig* två*; 3 tre tredje* tre*; 4 fyra fjärde* fyr*; 5
    fem femte* fem*; 6 sex sjätte* sex*; 7 sju sjunde* sju*; 8 åtta åttonde* ått*; 9 nio nionde*
    nio*; 10 tio tionde* tio* decenni* årtionde*; 11 elva elfte*; 12 tolv tolfte* dussin*; 13
    tretton*; 14 fjorton*; 15 femton*; 16 sexton*; 17 sjutton*; 18 arton*; 19 nitton*; 20
    tjugo*; 24 dygn dygnet; 30 trettio*; 40 fyrtio*; 50 femtio*; 60 sextio*; 70 sjuttio*; 80
    åttio*; 90 nittio*; 100 hundra* sekel sekl* århundrade*; 200 tvåhundra*; 300 trehundra*; 1e3
    tusen*; 1e6 miljon* mn milj; 1e9 miljard* md mdr; 1e12 biljon*`,
  da: `0 nul ingen; 0.5/50/30 halv*; 0.25/25/15 kvart*; 1.5 halvanden halvandet; 1 en et én
    første*; 2 to anden* andet dobbel* begge par; 3 tre tredje* tre*; 4 fire fjerde* fire*; 5
    fem femte* fem*; 6 seks sjette* seks*; 7 syv syvende* syv*; 8 otte ottende* otte*; 9 ni
    niende*; 10 ti tiende* årti*; 11 elleve* ellevte*; 12 tolv* tolvte* dusin; 13 tretten*; 14
    fjorten*; 15 femten*; 16 seksten*; 17 sytten*; 18 atten*; 19 nitten*; 20 tyve*; 24 døgn*; 30
    tredive*; 40 fyrre*; 50 halvtreds*; 60 tres*; 70 halvfjerds*; 80 firs*; 90 halvfems*; 100
    hundrede* hundred* århundrede*; 1e3 tusind*; 1e6 million* mio; 1e9 milliard* mia; 1e12
    billion*`,
  nb: `0 null ingen; 0.5/50/30 halv*; 0.25/25/15 kvart*; 1.5 halvannen; 1 en ett et én først*; 2
    to andre* dobbel* begge par; 3 tre tredje* tre*; 4 fire fjerde* fire*; 5 fem femte* fem*; 6
    seks sjette* seks*; 7 sju syv sjuende* syvende*; 8 åtte åttende* åtte*; 9 ni niende*; 10 ti
    tiende* tiår*; 11 elleve* ellevte*; 12 tolv* dusin; 13 tretten*; 14 fjorten*; 15 femten*; 16
    seksten*; 17 sytten*; 18 atten*; 19 nitten*; 20 tjue* tyve*; 24 døgn*; 30 tretti* tredve*;
    40 førti*; 50 femti*; 60 seksti*; 70 sytti*; 80 åtti*; 90 nitti*; 100 hundre* århundre*; 1e3
    tusen*; 1e6 million* mill; 1e9 milliard* mrd; 1e12 billion*`,
  fi: `0 nolla; 0.5/50/30 puol*; 0.25/25/15 neljänne* vartti*; 1.5 puolitoista; 1 yksi yhde*
    yht* ensimmäi*; 2 kaksi kahde* kaht* toinen toise* molem* kaksi*; 3 kolme* kolma*; 4 neljä*
    neljä*; 5 viisi viide* viitt* viisi*; 6 kuusi kuude* kuutt* kuusi*; 7 seitsemä* seitsen*; 8
    kahdeksa*; 9 yhdeksä*; 10 kymmen* vuosikymmen*; 11 yksitoista yhdentoista yhtätoista; 12
    kaksitoista kahdentoista kahtatoista tusina*; 15 viisitoista viidentoista viittätoista; 20
    kaksikymmen* kahdenkymmen*; 24 vuorokau*; 100 sata* sada* vuosisa*; 1e3 tuhan* tuhat; 1e6
    miljoon* milj; 1e9 miljard* mrd; 1e12 biljoon*`,
  et: `0 null; 0.5/50/30 pool*; 1.5 poolteist; 1 üks ühe* esime*; 2 kaks kahe* teise* teine; 3
    kolm*; 4 neli nelja*; 5 viis viie*; 6 kuus kuue*; 7 seitse*; 8 kaheksa*; 9 üheksa*; 10
    kümme* kümnend*; 11 üksteist; 12 kaksteist; 15 viisteist; 20 kakskümmend; 24 ööpäev*; 100
    sada* saja* sajand*; 1e3 tuhat* tuhan*; 1e6 miljon* mln; 1e9 miljard* mld`,
  lv: `0 nulle; 0.5/50/30 pus*; 1.5 pusotr*; 1 vien* pirm*; 2 div* otr*; 3 trīs trij* treš*; 4
    četr* ceturt*; 5 piec* piekt*; 6 seš* sest*; 7 septiņ* septīt*; 8 astoņ* astot*; 9 deviņ*
    devīt*; 10 desmit* desmitgad*; 11 vienpadsmit*; 12 divpadsmit*; 20 divdesmit*; 24 diennakt*;
    100 simt* gadsimt*; 1e3 tūksto*; 1e6 miljon* milj; 1e9 miljard* mljrd`,
  lt: `0 nulis; 0.5/50/30 pus*; 1.5 pusantr*; 1 vien* pirm*; 2 du dvi dviej* antr* dvej*; 3 trys
    trij* treč* tris; 4 ketur* ketvirt*; 5 penk*; 6 šeš*; 7 septyn* septint*; 8 aštuon* aštunt*;
    9 devyn* devint*; 10 dešimt* dešimtmet*; 11 vienuolik*; 12 dvylik*; 20 dvidešimt*; 24 para
    parą paros; 100 šimt* šimtmet*; 1e3 tūkstan* tūkst; 1e6 milijon* mln; 1e9 milijard* mlrd`,
  hu: `0 nulla; 0.5/50/30 fél fele felé* fél*; 0.25/25/15 negyed*; 1.5 másfél*; 1 egy egy*
    első*; 2 két kett* két* második* mindkét* dupl*; 3 három* harmad* három*; 4 négy négy*
    negyed*; 5 öt öt*; 6 hat hat*; 7 hét het* hét*; 8 nyolc*; 9 kilenc*; 10 tíz tíz* tiz*
    évtized*; 11 tizenegy*; 12 tizenk* tucat*; 13 tizenhárom*; 14 tizennégy*; 15 tizenöt*; 20
    húsz* husz*; 30 harminc*; 40 negyven*; 50 ötven*; 100 száz* évszázad*; 1e3 ezer* ezr*; 1e6
    millió*; 1e9 milliárd*; 1e12 billió*`,
  el: `0 μηδέν; 0.5/50/30 μισ* ημι*; 0.25/25/15 τέταρτο; 1.5 ενάμισ* μιάμισ*; 1 ένα ένας μία μια
    πρώτ*; 2 δύο δυο δεύτερ* διπλ*; 3 τρεις τρία τριών τρίτ*; 4 τέσσερ* τεσσάρ* τέταρτ*; 5 πέντε
    πέμπτ* πεντ*; 6 έξι έκτ*; 7 επτά εφτά έβδομ*; 8 οκτώ οχτώ όγδο*; 9 εννέα εννιά ένατ*; 10
    δέκα δέκατ* δεκαετ*; 11 έντεκα ενδέκατ*; 12 δώδεκα δωδέκατ* ντουζίν*; 15 δεκαπέντε; 20
    είκοσι; 100 εκατό* αιών* αιώνα; 1e3 χίλι* χιλιάδ*; 1e6 εκατομμύρι* εκατ εκ; 1e9
    δισεκατομμύρι* δισ; 1e12 τρισεκατομμύρι* τρισ; 3 τρι*; 4 τετρα*;
    5 πεντα*; 6 εξα*; 7 επτα* εφτα*; 8 οκτα* οχτα*; 9 εννια* εννεα*; 10 δεκα*`,
  tr: `0 sıfır hiçbir; 0.5/50/30 yarı* yarım buçuk; 0.25/25/15 çeyre*; 1 bir ilk biri* birinci*;
    2 iki* çift* ikinci*; 3 üç üç*; 4 dört dördü* dörd*; 5 beş beş*; 6 altı altı*; 7 yedi yedi*;
    8 sekiz*; 9 dokuz*; 10 on onu* onun*; 11 onbir*; 12 oniki* düzine; 20 yirmi*; 30 otuz*; 40
    kırk*; 50 elli*; 60 altmış*; 70 yetmiş*; 80 seksen*; 90 doksan*; 100 yüz yüz* yüzyıl*; 1e3
    bin bin* binler*; 1e6 milyon*; 1e9 milyar*; 1e12 trilyon*`,
  az: `1 bir birinci*; 2 iki*; 3 üç*; 4 dörd*; 5 beş*; 6 altı*; 7 yeddi*; 8 səkkiz*; 9 doqquz*;
    10 on onu*; 11 onbir*; 12 oniki*; 20 iyirmi*; 100 yüz*; 1e3 min min*; 1e6 milyon*; 1e9
    milyard*`,
  id: `0 nol; 0.5/50/30 setengah separuh separo; 0.25/25/15 seperempat; 1 satu se* pertama
    tunggal; 2 dua kedua* ganda sepasang; 3 tiga ketiga*; 4 empat keempat*; 5 lima kelima*; 6
    enam keenam*; 7 tujuh ketujuh*; 8 delapan kedelapan*; 9 sembilan kesembilan*; 10 sepuluh
    kesepuluh dekade dasawarsa; 11 sebelas kesebelas; 12 dua-belas lusin selusin; 20 dua-puluh;
    100 seratus ratus* abad; 1e3 ribu seribu; 1e6 juta sejuta; 1e9 miliar semiliar; 1e12 triliun`,
  vi: `0 không; 0.5/50/30 nửa rưỡi; 1 một nhất đầu; 2 hai nhì đôi cả; 3 ba; 4 bốn tư; 5 năm lăm;
    6 sáu; 7 bảy; 8 tám; 9 chín; 10 mười thập; 12 tá; 100 trăm; 1e3 nghìn ngàn; 1e6 triệu; 1e9
    tỷ tỉ`,
  ar: `0 صفر; 0.5/50/30 نصف*; 0.25/25/15 ربع*; 1 واحد* احد* أحد* اول* أول* أولى; 2 اثن* إثن*
    اثنا* ثان* مزدوج* كلا كلتا زوج* ضعف*; 3 ثلاث* ثالث* ثلث*; 4 أربع* اربع* رابع*; 5 خمس* خامس*;
    6 ست* سادس* سدس*; 7 سبع* سابع*; 8 ثمان* ثامن* ثمن*; 9 تسع* تاسع*; 10 عشر عشرة عاشر* عقد*
    عشر*; 11 أحد-عشر إحدى-عشرة; 12 اثنا-عشر دزين*; 20 عشرون عشرين; 30 ثلاثون ثلاثين; 40 أربعون
    أربعين; 50 خمسون خمسين; 60 ستون ستين; 70 سبعون سبعين; 80 ثمانون ثمانين; 90 تسعون تسعين; 100
    مائة مئة مئات مئه قرن قرون; 200 مئتا مئتي مئتان مئتين مائتي مائتا مائتين; 300 ثلاثمئة
    ثلاثمائة; 500 خمسمئة خمسمائة; 1e3 ألف ألفا آلاف الاف الف ألوف; 2e3 ألفي ألفين ألفا ألفان;
    1e6 مليون* ملايين; 2e6 مليوني مليونا مليونين; 1e9 مليار* بليون* ملايير; 2e9 ملياري ملياريْ;
    1e12 تريليون*`,
  fa: `0 صفر; 0.5/50/30 نیم* نصف; 0.25/25/15 ربع; 1 یک* اول* نخست*; 2 دو دوم* دومین* دوبار هردو;
    3 سه سوم*; 4 چهار*; 5 پنج*; 6 شش*; 7 هفت هفتم*; 8 هشت*; 9 نه نهم*; 10 ده دهم* دهه*; 11
    یازده*; 12 دوازده*; 15 پانزده*; 20 بیست*; 30 سی; 40 چهل*; 50 پنجاه*; 100 صد* قرن سده; 1e3
    هزار*; 1e6 میلیون*; 1e9 میلیارد*; 1e12 تریلیون*`,
  ur: `0.5/50/30 نصف آدھ*; 1 ایک پہل*; 2 دو دوسر* دونوں; 3 تین تیسر*; 4 چار چوتھ*; 5 پانچ*; 6 چھ
    چھٹ*; 7 سات*; 8 آٹھ*; 9 نو نویں; 10 دس* دہائی*; 11 گیارہ*; 12 بارہ* درجن*; 15 پندرہ*; 20
    بیس*; 50 پچاس*; 100 سو صدی*; 1e3 ہزار*; 1e5 لاکھ*; 1e6 ملین*; 1e7 کروڑ*; 1e9 ارب* بلین*;
    1e11 کھرب*`,
  he: `0 אפס; 0.5/50/30 חצי מחצית; 0.25/25/15 רבע; 1 אחד אחת ראשון ראשונה; 2 שני שתי שניים שתיים
    שנייה שניה כפול* שנתיים יומיים חודשיים שבועיים; 3 שלוש* שליש*; 4 ארבע* רביעי*; 5 חמש* חמיש*;
    6 שש ששה שישה שישי*; 7 שבע* שביעי*; 8 שמונה שמיני*; 9 תשע* תשיעי*; 10 עשר עשרה עשור עשירי*;
    12 תריסר; 20 עשרים; 30 שלושים; 40 ארבעים; 50 חמישים; 100 מאה מאות; 200 מאתיים; 1e3 אלף אלפי
    אלפים; 2e3 אלפיים; 1e6 מיליון* מיליוני; 1e9 מיליארד*; 1e12 טריליון*`,
  hi: `0 शून्य; 0.5/50/30 आध* आधा आधे आधी; 0.25/25/15 चौथाई; 1.5 डेढ़; 2.5 ढाई; 1 एक* पहल*; 2 दो
    दोनों दूसर* दोगुन*; 3 तीन* तीसर*; 4 चार* चौथ*; 5 पांच* पाँच*; 6 छह छः छठ* छ; 7 सात*; 8 आठ*;
    9 नौ नौव*; 10 दस* दशक*; 11 ग्यारह*; 12 बारह* दर्जन*; 13 तेरह; 14 चौदह; 15 पंद्रह पन्द्रह; 16
    सोलह; 17 सत्रह; 18 अठारह; 19 उन्नीस; 20 बीस*; 25 पच्चीस; 30 तीस*; 40 चालीस; 50 पचास*; 60
    साठ; 70 सत्तर; 80 अस्सी; 90 नब्बे; 100 सौ सैकड़* सदी; 1e3 हज़ार* हजार*; 1e5 लाख*; 1e6
    मिलियन*; 1e7 करोड़*; 1e9 अरब* बिलियन*; 1e11 खरब*`,
  bn: `1.5 দেড়; 2.5 আড়াই; 0.5/50/30 অর্ধেক* আধা; 1 এক* প্রথম*; 2 দুই* দু* দ্বিতীয়*; 3 তিন* তৃতীয়*; 4 চার*
    চতুর্থ*; 5 পাঁচ* পঞ্চম*; 6 ছয়* ষষ্ঠ*; 7 সাত*; 8 আট*; 9 নয়* নবম*; 10 দশ*; 11 এগারো*; 12
    বারো*; 20 বিশ*; 100 শত* শ; 1e3 হাজার*; 1e5 লাখ* লক্ষ*; 1e7 কোটি*; 1e9 বিলিয়ন*; 1e6 মিলিয়ন*`,
  ko: `0.5/50/30 반 절반*; 1 한 하나* 첫 첫째* 일; 2 두 둘* 두번째 이틀* 양 이 쌍; 3 세 셋* 사흘* 석 삼; 4 네 넷* 나흘* 넉 사; 5
    다섯* 닷새* 오; 6 여섯* 육; 7 일곱* 칠; 8 여덟* 팔; 9 아홉* 구; 10 열 열흘* 십 십년; 11 열한*; 12 열두* 열둘* 십이; 15 열다섯*
    보름*; 20 스무* 스물*; 30 서른*; 100 백 백년 세기; 1e3 천; 1e4 만; 1e8 억; 1e12 조`,
  ja: `0.5/50/30 半; 1 ひとつ ひとり 初 最初 首; 2 ふたつ ふたり 両 双 倍; 3 みっつ; 4 よっつ; 5 いつつ; 100 世紀; 12 ダース`,
  zh: `0.5/50/30 半; 0.25/25/15 刻; 1 首 单 單 头 頭; 2 双 雙 倍; 100 世纪 世紀; 12 打; 24 昼夜`,
  th: `0.5/50/30 ครึ่ง; 1 หนึ่ง แรก เดียว; 2 สอง คู่; 3 สาม; 4 สี่; 5 ห้า; 6 หก; 7 เจ็ด; 8 แปด;
    9 เก้า; 10 สิบ ทศวรรษ; 12 โหล สิบสอง; 20 ยี่สิบ; 100 ร้อย ศตวรรษ; 1e3 พัน; 1e4 หมื่น; 1e5
    แสน; 1e6 ล้าน`,
  sw: `0.5/50/30 nusu; 1 moja kwanza; 2 mbili wawili pili; 3 tatu watatu; 4 nne wanne; 5 tano
    watano; 6 sita; 7 saba; 8 nane wanane; 9 tisa; 10 kumi muongo; 12 dazeni; 20 ishirini; 100
    mia karne; 1e3 elfu; 1e6 milioni; 1e9 bilioni`,
}
