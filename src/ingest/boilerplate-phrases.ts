/**
 * Phrases of lines that are furniture of a page, by kind and language.
 *
 * Each pattern is tried on a whole line and is anchored at its start: a banner begins with its
 * phrase, while a paragraph that reports about cookies or licences begins with who did what.
 */
export interface Phrases {
  readonly reason: string
  /** Longer lines are text. A consent banner has a few sentences, all others are labels. */
  readonly mostWords: number
  readonly patterns: readonly RegExp[]
}

const cookies: Phrases = {
  reason: 'cookie or privacy notice',
  mostWords: 90,
  patterns: [
    /^by (?:continuing|using|clicking|browsing|visiting|accessing|closing)\b.*\byour?\b.*\b(?:cookies?|privacy|terms)\b/iu,
    /^(?:we|we and our (?:\d+ )?partners|this (?:web ?)?site|our (?:web ?)?site)(?: may)? (?:use|store|uses|stores)\b.*\bcookies?\b.*\b(?:site|website|experience|traffic|content|ads|analytics|browsing|consent|agree|accept|devices?|your)\b/iu,
    /^(?:this|our) (?:web ?)?site uses cookies\b/iu,
    /^(?:we (?:value|care about) your privacy|your privacy (?:matters|choices|settings))\b.{0,300}$/iu,
    /^you can (?:change|manage|update) your (?:cookie|privacy|consent)\b/iu,
    /^(?:accept|reject|decline|allow|manage)(?: all)?(?: cookies| preferences)?$/iu,
    /^(?:cookies?|privacy|consent) (?:settings|policy|preferences|notice|statement|choices)$/iu,
    /^(?:privacy(?: policy)?|terms(?: of (?:use|service))?)(?:\s*(?:and|&|\||·)\s*(?:privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: policy)?))*$/iu,
    /^(?:al (?:continuar|seguir|navegar)|si (?:continúa|continúas|sigue|sigues)|(?:utilizamos|usamos) cookies|(?:este|nuestro) sitio(?: web)? (?:utiliza|usa)).*\bcookies\b/iu,
    /^(?:aceptar(?: todo| todas)?(?: las)? ?(?:cookies)?|política de (?:cookies|privacidad))$/iu,
    /^(?:en (?:poursuivant|continuant)|avec votre accord|nous utilisons|ce site utilise|notre site utilise).*\bcookies\b/iu,
    /^(?:tout accepter|accepter(?: les cookies)?|politique de confidentialité|gérer (?:les|mes) cookies)$/iu,
    /^(?:wir (?:verwenden|nutzen|setzen)|diese (?:web)?(?:seite|site) (?:verwendet|nutzt)|durch die weitere nutzung|mit der (?:weiteren )?nutzung).*\bcookies\b/iu,
    /^(?:alle (?:cookies )?akzeptieren|datenschutz(?:erklärung)?|cookie-einstellungen)$/iu,
    /^(?:utilizziamo|questo sito (?:utilizza|usa)|continuando).*\bcookies?\b/iu,
    /^(?:utilizamos|usamos|este site (?:utiliza|usa)|ao continuar).*\bcookies\b/iu,
    /^(?:ta strona (?:używa|korzysta)|używamy|korzystając z).*\b(?:cookies|ciasteczek)\b/iu,
    /^(?:(?:ми|цей сайт|наш сайт|сайт) використову(?:ємо|є)|продовжуючи (?:перегляд|користуватися|користування|роботу)|користуючись (?:сайтом|цим сайтом)).*(?:cookies?|кукі|куки)/iu,
    /^(?:(?:мы|этот сайт|наш сайт|сайт) использу(?:ем|ет)|продолжая (?:просмотр|пользоваться|использовать|работу)).*(?:cookies?|куки)/iu,
    /^(?:прийняти(?: все| всі)?|принять(?: все)?|політика конфіденційності|политика конфиденциальности)$/iu,
    /^(?:如果您)?(?:继续(?:浏览|使用|访问)|我们使用|本网站使用|本站使用|我們使用|繼續瀏覽).{0,200}(?:cookies?|隐私|隱私)/iu,
    /^(?:隐私政策|隱私政策|用户协议|接受所有 ?cookies?)$/iu,
    /^(?:نستخدم|يستخدم (?:هذا )?(?:الموقع|موقعنا)|بمتابعة|باستمرارك?|من خلال الاستمرار).*(?:ملفات تعريف الارتباط|الكوكيز|cookies)/iu,
    /^(?:قبول الكل|سياسة الخصوصية|موافق)$/u,
  ],
}

const languageChooser: Phrases = {
  reason: 'language chooser',
  mostWords: 8,
  patterns: [
    /^(?:please )?(?:choose|select|change|pick)(?: your| a| the)? language[:.]?$/iu,
    /^(?:elig[ea]|seleccion[ea]|cambi[ea]r?|escoj[ea])(?: tu| su| el| un)? idioma:?$/iu,
    /^(?:choisir|choisissez|changer|sélectionne[rz])(?: de| votre| la| une)? langue\s?:?$/iu,
    /^(?:wählen sie )?(?:ihre |eine |die )?sprache(?: wählen| auswählen| ändern)?:?$/iu,
    /^(?:scegli|seleziona)(?: la| la tua)? lingua:?$/iu,
    /^(?:escolha|selecione)(?: o| o seu| seu)? idioma:?$/iu,
    /^(?:wybierz|zmień)(?: swój)? język:?$/iu,
    /^(?:обер(?:и|іть)|вибер(?:и|іть)|змінити) (?:свою |вашу )?мову:?$/iu,
    /^(?:выбер(?:и|ите)|сменить|выбрать) (?:свой |ваш )?язык:?$/iu,
    /^(?:请)?(?:选择|選擇|切换|切換)(?:您的|你的)?(?:语言|語言)[:：]?$/u,
    /^(?:اختر|اختاروا|تغيير)(?: اللغة| لغتك| لغة)?:?$/u,
  ],
}

const sharing: Phrases = {
  reason: 'sharing or subscription prompt',
  mostWords: 25,
  patterns: [
    /^share(?: (?:this|the))?(?: (?:article|story|post|page))?(?: (?:on|via|with) [\p{L}, ]{1,40})?[:.]?$/iu,
    /^(?:follow|like|find|join) us(?: on\b.{0,80}| here)?[:.!]?$/iu,
    /^(?:subscribe|sign up|register)(?: now| today| here)?[.!]?$/iu,
    /^(?:subscribe|sign up|register|join)(?: now| today)?,? (?:to|for) (?:our|the|your|free|daily|more)\b.*(?:newsletters?|channel|alerts?|updates?|podcast|inbox|briefing|access|reading|stories).{0,60}$/iu,
    /^(?:download|get) (?:our|the) (?:free )?app\b.{0,60}$/iu,
    /^(?:print|copy link|e-?mail this(?: article)?|save(?: article| for later)?|listen to this article|leave a comment|comments?(?: \(\d+\))?|\d+ comments?|\d+ min(?:ute)?s? read)[.:]?$/iu,
    /^(?:compart(?:ir|e)(?: en [\p{L} ]{1,30})?|síguenos(?: en\b.{0,60})?|suscríbe(?:te|se)(?: (?:a|al) (?:nuestr[oa]|boletín)\b.{0,80})?)[.:!]?$/iu,
    /^(?:partage[rz](?: (?:sur|l'article|cet article)\b.{0,40})?|suivez-nous(?: sur\b.{0,60})?|abonnez-vous(?: à (?:notre|la) \b.{0,80})?)\s?[.:!]?$/iu,
    /^(?:(?:artikel )?teilen|folgen sie uns(?: auf\b.{0,60})?|(?:jetzt )?(?:newsletter )?abonnieren|abonnieren sie unseren\b.{0,80})[.:!]?$/iu,
    /^(?:поділитися(?: .{0,40})?|підписуйтесь на (?:наш|нас|канал).{0,80}|стежте за нами.{0,60}|приєднуйтесь до (?:нашого|нас).{0,60})[.:!]?$/iu,
    /^(?:поделиться(?: .{0,40})?|подписывайтесь на (?:наш|нас|канал).{0,80}|следите за нами.{0,60})[.:!]?$/iu,
    /^(?:分享(?:到|至|本文|文章)?.{0,20}|关注我们.{0,20}|關注我們.{0,20}|订阅(?:我们|本报).{0,20}|扫码关注.{0,30})$/u,
    /^(?:شارك(?: المقال| هذا المقال| عبر .{0,30})?|تابعونا(?: على .{0,40})?|تابعنا(?: على .{0,40})?|اشترك في (?:نشرتنا|النشرة).{0,60})[.:!]?$/u,
  ],
}

const related: Phrases = {
  reason: 'related links',
  mostWords: 30,
  patterns: [
    /^(?:read (?:more|also|next|on)|see more|more on this(?: story| topic)?|see also|also read|related(?: (?:articles?|stor(?:y|ies)|topics?|links|news|content))?|most (?:read|popular|viewed)|recommended(?: for you)?|you may also like|don't miss|watch|latest news|trending(?: now)?|top stories)(?:\s*[:|>»→].*)?$/iu,
    /^(?:lea también|lee también|leer más|más información|noticias relacionadas|te puede interesar|le puede interesar|lo más leído)(?:\s*[:|>»→].*)?$/iu,
    /^(?:leia (?:também|mais)|veja também|saiba mais|mais lidas)(?:\s*[:|>»→].*)?$/iu,
    /^(?:lire aussi|à lire aussi|lire la suite|en savoir plus|articles liés|sur le même sujet|les plus lus)(?:\s*[:|>»→].*)?$/iu,
    /^(?:lesen sie auch|mehr zum thema|weiterlesen|mehr lesen|das könnte sie auch interessieren|meistgelesen)(?:\s*[:|>»→].*)?$/iu,
    /^(?:читайте також|читати далі|дивіться також|за темою|новини за темою|найпопулярніше)(?:\s*[:|>»→].*)?$/iu,
    /^(?:читайте также|читать далее|смотрите также|по теме|материалы по теме|самое читаемое)(?:\s*[:|>»→].*)?$/iu,
    /^(?:相关(?:阅读|新闻|报道|文章|链接)|延伸阅读|推荐阅读|阅读更多|相關新聞|延伸閱讀)(?:\s*[:：|>»→].*)?$/u,
    /^(?:اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة)(?:\s*[:|>»→].*)?$/u,
  ],
}

const advertisement: Phrases = {
  reason: 'advertisement',
  mostWords: 6,
  patterns: [
    /^(?:advertisements?|sponsored(?: content)?|promoted|skip (?:to content|advert(?:isement)?|ad)|publicidad|publicité|anzeige|werbung|pubblicità|reklama|реклама|广告|廣告|إعلان)(?: [-–—].*)?\.?$/iu,
    /^(?:story|article) continues (?:below|after)(?: (?:this )?advert(?:isement)?)?\.?$/iu,
  ],
}

const desk: Phrases = {
  reason: 'byline',
  mostWords: 20,
  patterns: [
    /^[【[（(]?(?:责任编辑|責任編輯|责编|编辑|編輯|来源|來源|作者|校对|审核)\s*[:：].{0,60}$/u,
    /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?.{0,30}(?:来源|來源|作者|编辑)\s*[:：].{0,60}$/u,
  ],
}

/** All kinds, in the order they are tried. */
export const phrases: readonly Phrases[] = [
  cookies,
  languageChooser,
  sharing,
  related,
  advertisement,
  desk,
]
