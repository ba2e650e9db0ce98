/**
 * Words that begin a sentence far more often than they follow an abbreviation, per language.
 * "in the U.S. The president" is two sentences, "the U.S. President" is none.
 */
export const openers: Readonly<Record<string, string>> = {
  en:
    'the a an he she it we they you i his her its our their my your this that these those ' +
    'there here in on at by ' +
    'for from with after before during since until as but and or so if when while where who ' +
    'why what how which ' +
    'although though because however meanwhile also still yet then now today yesterday ' +
    'tomorrow not no yes ' +
    'according among both each some many most all more other another one two did does do is ' +
    'are was were has ' +
    'have had can could will would should may might let please nearly only even despite under ' +
    'over everyone everything nobody nothing someone',
  de:
    'der die das ein eine einer eines er sie es wir ihr ich man dieser diese dieses jener ' +
    'sein seine ihre unser ' +
    'und aber oder doch denn auch nur noch schon dann danach dort hier heute gestern morgen ' +
    'jetzt nun so wenn als ' +
    'weil während obwohl nachdem bevor da wie was wer wo warum in im am an auf aus bei beim ' +
    'mit nach seit um unter ' +
    'von vom vor zu zum zur über für gegen ohne laut nicht kein keine alle viele einige mehr ' +
    'beide trotz wegen',
  nl:
    'de het een hij zij ze wij we ik jij u dit dat deze die er hier daar in op aan bij met na ' +
    'naar om onder over tot uit van voor door als toen maar en of ook nog dus wat wie waar ' +
    'hoe waarom zijn haar hun ons niet geen volgens',
  fr:
    'le la les l un une des du il elle ils elles on nous vous je ce cet cette ces cela ça c d ' +
    'en dans sur sous à au aux par pour avec sans après avant depuis pendant selon mais et ou ' +
    'donc or ni car si quand lorsque comme qui que quoi où comment pourquoi son sa ses leur ' +
    'leurs notre nos y ne pas tous toutes plusieurs aujourd hier j s n qu',
  es:
    'el la los las un una unos unas lo él ella ellos ellas nosotros yo usted este esta esto ' +
    'estos estas ese esa eso aquel su sus nuestro en a al con de del desde hasta para por sin ' +
    'sobre tras según entre durante antes después y e o u pero sino si no cuando mientras ' +
    'como donde quien qué quién cómo cuándo dónde también además ahora hoy ayer se me nos hay ' +
    'es fue son ha han muchos todos aunque porque',
  pt:
    'o a os as um uma uns umas ele ela eles elas nós eu você este esta isto esse essa isso ' +
    'aquele seu sua seus suas em no na nos nas de do da dos das com para por pelo pela sem ' +
    'sobre após segundo entre durante antes depois e ou mas se não quando enquanto como onde ' +
    'quem que também além agora hoje ontem há é foi são embora porque',
  it:
    'il lo la i gli le l un uno una egli lui lei essi loro noi io questo questa questi queste ' +
    'quello quella suo sua suoi in nel nella nei a al alla con da dal dalla di del della dei ' +
    'per su sul sulla tra fra dopo prima durante secondo e ed o ma se non quando mentre come ' +
    'dove chi che cosa perché anche inoltre ora oggi ieri si ci è sono ha hanno',
  ro:
    'un o el ea ei ele noi eu acest această acești aceste acel în la cu de din pe pentru prin ' +
    'după înainte fără și sau dar iar dacă nu când unde cine ce cum de însă astfel potrivit ' +
    'se este sunt a au toți',
  ca:
    'el la els les un una uns unes ell ella ells elles nosaltres jo aquest aquesta aquests ' +
    'això en a al amb de del des per sense sobre segons entre durant abans després i o però ' +
    'si no quan mentre com on qui què també ara avui ahir es hi ha és',
  sv:
    'den det de en ett han hon vi jag ni du man detta denna dessa här där i på av för från ' +
    'med till efter innan under om när då men och eller så också nu inte ingen enligt hans ' +
    'hennes deras vår vad vem var hur varför som sedan alla många',
  da:
    'den det de en et han hun vi jeg du man dette denne disse her der i på af for fra med til ' +
    'efter inden under om når da men og eller så også nu ikke ingen ifølge hans hendes deres ' +
    'vores hvad hvem hvor hvordan hvorfor som siden alle mange ved',
  nb:
    'den det de en et ei han hun vi jeg du man dette denne disse her der i på av for fra med ' +
    'til etter før under om når da men og eller så også nå ikke ingen ifølge hans hennes ' +
    'deres vår hva hvem hvor hvordan hvorfor som siden alle mange ved',
  nn:
    'den det dei ein eit ei han ho vi eg du dette denne desse her der i på av for frå med til ' +
    'etter før under om når då men og eller så også no ikkje ingen ifølgje hans hennar deira ' +
    'vår kva kven kvar korleis kvifor som sidan alle mange ved',
  fi:
    'hän he se ne me minä sinä te tämä tuo nämä nuo siellä täällä mutta ja tai sekä myös kun ' +
    'jos vaikka koska että nyt tänään eilen ei eivät mukaan sen hänen heidän mitä kuka missä ' +
    'miten miksi kaikki moni',
  pl:
    'w we na z ze do od po za o u przy dla bez przez pod nad przed między według podczas i a ' +
    'ale lecz oraz lub albo więc jednak jeśli gdy kiedy że bo choć jak co kto gdzie dlaczego ' +
    'to ten ta te ci tego tej on ona ono oni one my ja jego jej ich nie tak też także już ' +
    'teraz dziś wczoraj potem tam tu są jest był była było były może wszyscy wielu',
  cs:
    'v ve na z ze do od po za o u při pro bez přes pod nad před mezi podle během i a ale nebo ' +
    'však proto pokud když že protože jak co kdo kde proč to ten ta ty tento tato toto on ona ' +
    'ono oni my já jeho její jejich ne také už teď dnes včera pak tam je jsou byl byla bylo ' +
    'byli může všichni mnoho',
  sk:
    'v vo na z zo do od po za o u pri pre bez cez pod nad pred medzi podľa počas i a ale ' +
    'alebo však preto ak keď že pretože ako čo kto kde prečo to ten tá tí tento táto toto on ' +
    'ona ono oni my ja jeho jej ich nie tiež už teraz dnes včera potom tam je sú bol bola ' +
    'bolo boli môže všetci mnoho',
  sl:
    'v na z s do od po za o pri brez pod nad pred med in a ampak ali vendar če ko da ker kako ' +
    'kaj kdo kje zakaj to ta ti on ona oni mi jaz njegov njen ne tudi že zdaj danes včeraj je ' +
    'so bil bila bilo bili',
  hr:
    'u na s sa iz do od po za o pri bez pod nad pred među i a ali ili no ako kad kada da jer ' +
    'kako što tko gdje zašto to taj ta ti ovaj ova ovo on ona ono oni mi ja njegov njezin ne ' +
    'također već sada danas jučer je su bio bila bilo bili prema',
  sr:
    'u na s sa iz do od po za o pri bez pod nad pred među i a ali ili no ako kad kada da jer ' +
    'kako šta ko gde zašto to taj ta ti ovaj ova ovo on ona ono oni mi ja njegov ne takođe ' +
    'već sada danas juče je su bio bila bilo bili prema у на с са из до од по за о при без ' +
    'под над пред међу и а али или но ако кад када да јер како шта ко где зашто то тај та ти ' +
    'овај ова ово он она оно они ми ја не такође већ сада данас јуче је су био била било били ' +
    'према',
  hu:
    'a az egy ez azt ezt ő ők mi én de és vagy hogy ha amikor mert mint is nem most ma tegnap ' +
    'akkor itt ott ki mi mit hol miért hogyan szerint után',
  tr:
    'bu şu o onlar biz ben bir ve ama ancak fakat ise de da çünkü eğer ne kim nerede neden ' +
    'nasıl şimdi bugün dün sonra önce daha burada orada her bazı',
  et:
    'see ta tema nad nemad me meie ma mina ja aga või kui et sest kuid siis nüüd täna eile ei ' +
    'ka kes mis kus miks kuidas',
  lv:
    'viņš viņa viņi tas tā mēs es un bet vai ja kad ka jo tad tagad šodien vakar ne nav arī ' +
    'kas kur kāpēc kā šis šī pēc',
  lt:
    'jis ji jie jos tai tas ta mes aš ir bet ar jei kai kad nes tada dabar šiandien vakar ne ' +
    'nėra taip kas kur kodėl kaip šis ši po',
  ru:
    'в во на с со из к ко по от до за о об у при для без через под над перед между после и а ' +
    'но или да же если когда что чтобы потому хотя как кто где почему это этот эта эти тот та ' +
    'те он она оно они мы я вы его её их наш не нет также уже теперь сейчас сегодня вчера ' +
    'потом затем там здесь все многие однако поэтому по',
  uk:
    'в у на з зі із до від за о об при для без через під над перед між після по і й та а але ' +
    'або чи якщо коли що щоб бо хоча як хто де чому це цей ця ці той він вона воно вони ми я ' +
    'ви його її їх наш не ні також уже вже тепер зараз сьогодні вчора потім тоді там тут усі ' +
    'всі багато однак тому',
  be:
    'у на з да ад за аб пры для без праз пад пасля па і й а але або калі што бо як хто дзе ' +
    'чаму гэта гэты гэтая ён яна яно яны мы я не таксама ўжо цяпер сёння ўчора',
  bg:
    'в във на с със от до за по при без през под над пред между след и а но или ако когато че ' +
    'защото как какво кой къде защо това този тази тези той тя то те ние аз не също вече сега ' +
    'днес вчера там тук е са беше бяха всички според',
  el:
    'ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό αυτοί σε στο στη στην στον ' +
    'στις από με για μετά πριν κατά και αλλά ή αν όταν που πως γιατί ποιος πού τι δεν μην ' +
    'επίσης τώρα σήμερα χθες είναι ήταν έχει θα όλοι',
  id:
    'dia ia mereka kami kita saya ini itu di ke dari pada untuk dengan setelah sebelum dan ' +
    'tetapi namun atau jika ketika karena apa siapa tidak juga sekarang hari menurut para',
  vi:
    'ông bà anh chị họ chúng tôi nó đây đó ở tại trong trên từ với sau trước và nhưng hoặc ' +
    'nếu khi vì theo không các những một',
}
