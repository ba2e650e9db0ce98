/** News sentences with numbers, and how a careful translator renders them. */
export interface NumberSentence {
  readonly from: string
  readonly source: string
  readonly to: Readonly<Record<string, string>>
}

export const numberSentences: readonly NumberSentence[] = [
  {
    from: 'en',
    source: 'The ministry said 1,250 people had been evacuated from 14 villages.',
    to: {
      es: 'El ministerio informó de la evacuación de 1.250 personas de 14 localidades.',
      fr: 'Le ministère a indiqué que 1 250 personnes avaient été évacuées de quatorze villages.',
      de: 'Nach Angaben des Ministeriums wurden 1250 Menschen aus 14 Dörfern in Sicherheit gebracht.',
      ru: 'По данным министерства, из 14 деревень эвакуировали 1250 человек.',
      uk: 'За даними міністерства, з чотирнадцяти сіл евакуювали 1 250 людей.',
      ar: 'قالت الوزارة إن ١٬٢٥٠ شخصا أُجلوا من ١٤ قرية.',
      hi: 'मंत्रालय ने कहा कि 14 गांवों से 1,250 लोगों को निकाला गया।',
      zh: '该部表示，已从14个村庄疏散1250人。',
      ja: '同省によると、14の村から1250人が避難した。',
      ko: '당국은 14개 마을에서 1천250명이 대피했다고 밝혔다.',
      pl: 'Ministerstwo podało, że z 14 wsi ewakuowano 1250 osób.',
      'de-CH': "Laut Ministerium wurden 1'250 Personen aus 14 Dörfern evakuiert.",
    },
  },
  {
    from: 'en',
    source: 'The company will invest $3.5 billion over the next five years.',
    to: {
      es: 'La empresa invertirá 3.500 millones de dólares en los próximos cinco años.',
      'es-MX': 'La empresa invertirá 3,500 millones de dólares en los próximos cinco años.',
      fr: "L'entreprise investira 3,5 milliards de dollars au cours des cinq prochaines années.",
      de: 'Das Unternehmen will in den nächsten fünf Jahren 3,5 Milliarden Dollar investieren.',
      'pt-BR': 'A empresa investirá US$ 3,5 bilhões nos próximos cinco anos.',
      'pt-PT': 'A empresa vai investir 3,5 mil milhões de dólares nos próximos cinco anos.',
      it: "L'azienda investirà 3,5 miliardi di dollari nei prossimi cinque anni.",
      ru: 'Компания вложит 3,5 млрд долларов в ближайшие пять лет.',
      zh: '该公司将在未来五年投资35亿美元。',
      ja: '同社は今後5年間で35億ドルを投資する。',
      ko: '이 회사는 향후 5년간 35억 달러를 투자할 예정이다.',
      ar: 'ستستثمر الشركة 3.5 مليارات دولار خلال السنوات الخمس المقبلة.',
      hi: 'कंपनी अगले पांच वर्षों में 3.5 अरब डॉलर का निवेश करेगी।',
      tr: 'Şirket önümüzdeki beş yılda 3,5 milyar dolar yatırım yapacak.',
      nl: 'Het bedrijf investeert de komende vijf jaar 3,5 miljard dollar.',
    },
  },
  {
    from: 'en',
    source: 'Three people were killed and 27 wounded when the drone struck at 5:30 p.m. on Monday.',
    to: {
      es: 'Tres personas murieron y 27 resultaron heridas cuando el dron impactó a las 17.30 del lunes.',
      fr: 'Trois personnes ont été tuées et 27 blessées par le drone lundi à 17h30.',
      de: 'Drei Menschen starben und 27 wurden verletzt, als die Drohne am Montag um 17.30 Uhr einschlug.',
      ru: 'Три человека погибли и 27 получили ранения при ударе дрона в понедельник в 17:30.',
      uk: 'Троє людей загинули, ще 27 дістали поранення внаслідок удару дрона в понеділок о 17:30.',
      pl: 'Trzy osoby zginęły, a 27 zostało rannych, gdy dron uderzył w poniedziałek o godz. 17.30.',
      sv: 'Tre personer dödades och 27 skadades när drönaren slog ner klockan 17.30 på måndagen.',
      zh: '周一下午5点30分，无人机袭击造成3人死亡、27人受伤。',
      ja: '月曜日の午後5時半、無人機の攻撃で3人が死亡し、27人が負傷した。',
      ar: 'قُتل ثلاثة أشخاص وأصيب 27 آخرون في ضربة بطائرة مسيرة عند الساعة 5:30 من مساء الاثنين.',
    },
  },
  {
    from: 'en',
    source: 'Inflation slowed to 2.4% in March from 3.1% a month earlier.',
    to: {
      es: 'La inflación se moderó al 2,4 % en marzo, frente al 3,1 % del mes anterior.',
      fr: "L'inflation a ralenti à 2,4 % en mars, contre 3,1 % un mois plus tôt.",
      de: 'Die Inflation ging im März auf 2,4 Prozent zurück, nach 3,1 Prozent im Vormonat.',
      ru: 'Инфляция в марте замедлилась до 2,4% с 3,1% месяцем ранее.',
      zh: '3月通胀率从上月的3.1%放缓至2.4%。',
      ja: '3月のインフレ率は前月の3.1%から2.4%に鈍化した。',
      ar: 'تباطأ التضخم إلى ٢٫٤٪ في مارس من ٣٫١٪ قبل شهر.',
      tr: 'Enflasyon bir ay önceki yüzde 3,1 düzeyinden martta yüzde 2,4’e geriledi.',
      fa: 'تورم در ماه مارس از ۳٫۱ درصد در ماه پیش به ۲٫۴ درصد کاهش یافت.',
      nl: 'De inflatie vertraagde in maart tot 2,4 procent, van 3,1 procent een maand eerder.',
    },
  },
  {
    from: 'en',
    source: 'Some 350,000 homes were without power after the storm, the worst in 50 years.',
    to: {
      es: 'Unos 350.000 hogares quedaron sin luz tras el temporal, el peor en medio siglo.',
      ca: 'Unes 350.000 llars es van quedar sense llum després de la tempesta, la pitjor en 50 anys.',
      gl: 'Uns 350.000 fogares quedaron sen luz tras o temporal, o peor en 50 anos.',
      zh: '这场50年来最严重的风暴过后，约35万户家庭停电。',
      ja: '過去50年で最悪の嵐の後、約35万世帯が停電した。',
      ko: '50년 만에 최악의 폭풍으로 약 35만 가구가 정전됐다.',
      hi: '50 साल के सबसे भीषण तूफान के बाद करीब 3,50,000 घरों की बिजली गुल हो गई।',
      ru: 'Около 350 тысяч домов остались без света после самого сильного за 50 лет шторма.',
      vi: 'Khoảng 350.000 ngôi nhà mất điện sau cơn bão tồi tệ nhất trong 50 năm.',
      th: 'บ้านเรือนราว 3.5 แสนหลังไม่มีไฟฟ้าใช้หลังพายุที่รุนแรงที่สุดในรอบ 50 ปี',
      eo: 'Ĉirkaŭ 350 000 hejmoj restis sen elektro post la ŝtormo, la plej forta en 50 jaroj.',
    },
  },
  {
    from: 'en',
    source: 'The 45-year-old driver was arrested on September 11, 2001, police said.',
    to: {
      es: 'El conductor, de 45 años, fue detenido el 11 de septiembre de 2001, según la policía.',
      de: 'Der 45-jährige Fahrer wurde nach Polizeiangaben am 11. September 2001 festgenommen.',
      ru: '45-летний водитель был задержан 11 сентября 2001 года, сообщила полиция.',
      zh: '警方称，这名45岁的司机于2001年9月11日被捕。',
      ja: '警察によると、運転手（45）は2001年9月11日に逮捕された。',
      pt: 'O motorista, de 45 anos, foi preso em 11/9/2001, segundo a polícia.',
      hu: 'A 45 éves sofőrt 2001. szeptember 11-én tartóztatták le, közölte a rendőrség.',
      fi: 'Poliisin mukaan 45-vuotias kuljettaja pidätettiin 11. syyskuuta 2001.',
      th: 'ตำรวจเผยว่าคนขับวัย 45 ปีถูกจับเมื่อวันที่ 11 กันยายน 2544',
    },
  },
  {
    from: 'en',
    source: 'It was the 18th summit since the 1990s.',
    to: {
      es: 'Fue la decimoctava cumbre (XVIII) desde los años noventa.',
      fr: "C'était le 18e sommet depuis les années 1990.",
      de: 'Es war der 18. Gipfel seit den 90er-Jahren.',
      ru: 'Это был 18-й саммит с 90-х годов.',
      pl: 'Był to 18. szczyt od lat 90.',
      zh: '这是自20世纪90年代以来的第十八次峰会。',
      ja: '1990年代以降で18回目の首脳会議だった。',
      it: 'È stato il XVIII vertice dagli anni Novanta.',
    },
  },
  {
    from: 'en',
    source: 'Between 2 and 3 million people have fled, according to the UN.',
    to: {
      es: 'Entre dos y tres millones de personas han huido, según la ONU.',
      fr: "Selon l'ONU, de 2 à 3 millions de personnes ont fui.",
      de: 'Nach UN-Angaben sind zwischen zwei und drei Millionen Menschen geflohen.',
      ru: 'По данным ООН, бежали от 2 до 3 миллионов человек.',
      zh: '据联合国统计，已有200万至300万人逃离。',
      ko: '유엔에 따르면 200만~300만 명이 피란했다.',
      ar: 'فرّ ما بين مليونين وثلاثة ملايين شخص، بحسب الأمم المتحدة.',
    },
  },
  {
    from: 'en',
    source: 'The wildfire has burned 50,000 acres about 60 miles north of the city.',
    to: {
      es: 'El incendio ha arrasado unas 20.000 hectáreas a unos 100 kilómetros al norte de la ciudad.',
      de: 'Der Waldbrand hat rund 100 Kilometer nördlich der Stadt gut 20.000 Hektar vernichtet.',
      ru: 'Лесной пожар охватил 20 тысяч гектаров примерно в 95 км к северу от города.',
      fr: 'L’incendie a ravagé 50 000 acres à une centaine de kilomètres (60 miles) au nord de la ville.',
    },
  },
  {
    from: 'en',
    source: 'Ukraine shot down 12 of 15 Shahed drones and 2 missiles overnight.',
    to: {
      uk: 'Уночі Україна збила 12 із 15 «шахедів» та дві ракети.',
      ru: 'За ночь Украина сбила двенадцать из 15 «шахедов» и две ракеты.',
      ar: 'أسقطت أوكرانيا خلال الليل 12 من أصل 15 مسيّرة من طراز شاهد وصاروخين.',
      cs: 'Ukrajina v noci sestřelila dvanáct z 15 dronů Šáhed a dvě rakety.',
      ro: 'Ucraina a doborât în cursul nopții 12 din 15 drone Shahed și două rachete.',
      el: 'Η Ουκρανία κατέρριψε τη νύχτα 12 από τα 15 drones Shahed και δύο πυραύλους.',
      he: 'אוקראינה הפילה במהלך הלילה 12 מתוך 15 כטב"מי שאהד ושני טילים.',
      id: 'Ukraina menembak jatuh 12 dari 15 drone Shahed dan dua rudal semalam.',
      bg: 'През нощта Украйна свали 12 от 15 дрона „Шахед“ и две ракети.',
      da: 'Ukraine skød i nat 12 af 15 Shahed-droner og to missiler ned.',
    },
  },
  {
    from: 'en',
    source: 'Turnout was 50 percent in the first 24 hours of the 2023-24 election season.',
    to: {
      ru: 'Явка за первые сутки избирательного сезона 2023/2024 составила половину избирателей.',
      de: 'In den ersten 24 Stunden der Wahlsaison 2023/24 lag die Beteiligung bei 50 Prozent.',
      es: 'La mitad del censo votó en las primeras 24 horas de la temporada electoral 2023-2024.',
      fr: 'La participation a été de 50 % pendant les 24 premières heures de la saison électorale 2023-2024.',
    },
  },
  {
    from: 'en',
    source: 'The F-16 jets cost about $65m each, and 1.5 million rounds were promised.',
    to: {
      ru: 'Истребители F-16 стоят около 65 млн долларов каждый, обещано полтора миллиона снарядов.',
      uk: 'Винищувачі F-16 коштують близько 65 млн доларів кожен, обіцяно півтора мільйона снарядів.',
      de: 'Die F-16-Jets kosten je etwa 65 Millionen Dollar, zugesagt wurden 1,5 Millionen Schuss.',
      es: 'Los cazas F-16 cuestan unos 65 millones de dólares cada uno y se prometió un millón y medio de proyectiles (1,5 millones).',
      zh: 'F-16战机每架约6500万美元，另承诺提供150万发炮弹。',
      it: 'I caccia F-16 costano circa 65 milioni di dollari ciascuno; promessi 1,5 milioni di colpi.',
    },
  },
  {
    from: 'de',
    source: 'Rund 2.300 Beschäftigte streikten am 24.02.2022 ab 6 Uhr an 17 Standorten.',
    to: {
      en: 'About 2,300 employees went on strike at 17 sites from 6 a.m. on February 24, 2022.',
      fr: 'Environ 2 300 salariés ont fait grève sur 17 sites le 24 février 2022 à partir de 6 heures.',
      pl: 'Około 2300 pracowników strajkowało 24 lutego 2022 r. od godz. 6 w 17 zakładach.',
    },
  },
  {
    from: 'fr',
    source: 'Le tribunal a condamné l’ancien maire à 18 mois de prison et 45 000 euros d’amende.',
    to: {
      en: 'The court sentenced the former mayor to 18 months in prison and fined him €45,000.',
      de: 'Das Gericht verurteilte den früheren Bürgermeister zu 18 Monaten Haft und 45.000 Euro Strafe.',
      ar: 'حكمت المحكمة على رئيس البلدية السابق بالسجن 18 شهرا وغرامة قدرها 45 ألف يورو.',
      zh: '法院判处这位前市长18个月监禁，罚款4.5万欧元。',
    },
  },
  {
    from: 'es',
    source: 'El Gobierno destinará 12.400 millones de euros a 800.000 familias hasta 2027.',
    to: {
      en: 'The government will allocate €12.4 billion to 800,000 families by 2027.',
      de: 'Die Regierung stellt bis 2027 für 800.000 Familien 12,4 Milliarden Euro bereit.',
      ru: 'Правительство выделит 12,4 млрд евро 800 тысячам семей до 2027 года.',
      ca: 'El Govern destinarà 12.400 milions d’euros a 800.000 famílies fins al 2027.',
      ja: '政府は2027年までに80万世帯に124億ユーロを充てる。',
    },
  },
  {
    from: 'ru',
    source: 'В 2021 году в городе жили 1 млн 200 тыс. человек, из них 7,5% старше 75 лет.',
    to: {
      en: 'In 2021 the city had 1.2 million inhabitants, 7.5% of them over 75.',
      de: '2021 lebten 1,2 Millionen Menschen in der Stadt, 7,5 Prozent von ihnen waren über 75.',
      uk: '2021 року в місті мешкали 1,2 млн людей, із них 7,5% — старші за 75 років.',
    },
  },
  {
    from: 'ja',
    source: '3月11日午後2時46分、約3万5000人が参加し、犠牲者を追悼した。',
    to: {
      en: 'At 2:46 p.m. on March 11, about 35,000 people gathered to mourn the victims.',
      fr: 'Le 11 mars à 14h46, environ 35 000 personnes ont rendu hommage aux victimes.',
      zh: '3月11日下午2点46分，约3.5万人参加活动，悼念遇难者。',
    },
  },
  {
    from: 'zh',
    source: '今年前10个月出口额达1.2万亿美元，同比增长8.3%。',
    to: {
      en: 'Exports reached $1.2 trillion in the first 10 months of the year, up 8.3%.',
      es: 'Las exportaciones sumaron 1,2 billones de dólares en los diez primeros meses, un 8,3 % más.',
      ru: 'За первые 10 месяцев года экспорт достиг 1,2 трлн долларов, увеличившись на 8,3%.',
    },
  },
  {
    from: 'ar',
    source: 'أصيب ٣٢ شخصا في انهيار مبنى من ١٢ طابقا في ١٥ مايو ٢٠٢٣.',
    to: {
      en: 'Thirty-two people were hurt when a 12-story building collapsed on May 15, 2023.',
      fr: "L'effondrement d'un immeuble de douze étages a fait 32 blessés le 15 mai 2023.",
      fa: 'در پی ریزش ساختمانی ۱۲ طبقه در ۱۵ مه ۲۰۲۳ دست‌کم ۳۲ نفر زخمی شدند.',
    },
  },
  {
    from: 'hi',
    source: 'सरकार ने 25 लाख किसानों के लिए 1,200 करोड़ रुपये मंजूर किए।',
    to: {
      en: 'The government approved 12 billion rupees for 2.5 million farmers.',
      de: 'Die Regierung bewilligte 12 Milliarden Rupien für 2,5 Millionen Bauern.',
      bn: 'সরকার ২৫ লাখ কৃষকের জন্য ১,২০০ কোটি টাকা মঞ্জুর করেছে।',
    },
  },
  {
    from: 'en',
    source: 'He ran the 100 meters in 9.58 seconds in front of 60,000 fans and won 2-1 on points.',
    to: {
      es: 'Corrió los 100 metros en 9,58 segundos ante 60.000 aficionados y ganó 2-1 por puntos.',
      de: 'Er lief die 100 Meter vor 60.000 Fans in 9,58 Sekunden und gewann 2:1 nach Punkten.',
      fi: 'Hän juoksi 100 metriä aikaan 9,58 sekuntia 60 000 katsojan edessä ja voitti pistein 2–1.',
      ko: '그는 6만 관중 앞에서 100미터를 9초58에 달렸고 점수 2-1로 이겼다.',
      sr: 'Он је 100 метара истрчао за 9,58 секунди пред 60.000 навијача и победио 2:1 на поене.',
    },
  },
  {
    from: 'en',
    source: 'Article 5 was invoked after 22 of the 32 members agreed; oil fell 3 cents to $71.20.',
    to: {
      ru: 'Статью 5 применили после согласия 22 из 32 стран-членов; нефть подешевела на три цента, до 71,20 доллара.',
      fr: "L'article 5 a été invoqué après l'accord de 22 des 32 membres ; le pétrole a perdu 3 cents, à 71,20 dollars.",
      zh: '32个成员国中有22个同意后援引了第五条；油价下跌3美分，至71.20美元。',
      tr: '32 üyeden 22’sinin onayıyla 5. madde işletildi; petrol üç sent düşerek 71,20 dolara indi.',
    },
  },
]

/** The same, written after the check: renderings it was not built on. */
export const laterSentences: readonly NumberSentence[] = [
  {
    from: 'en',
    source: 'The earthquake, of magnitude 7.8, killed more than 53,000 people in Turkey.',
    to: { es: 'El terremoto, de magnitud 7,8, causó más de 53 mil muertos en Turquía.' },
  },
  {
    from: 'en',
    source: 'About 80% of voters backed the plan.',
    to: { fr: 'Environ huit électeurs sur dix (80 %) ont soutenu le plan.' },
  },
  {
    from: 'en',
    source: 'The 27-nation bloc will meet on Feb. 3 at 10 a.m. local time (0900 GMT).',
    to: {
      de: 'Der Block der 27 Staaten tagt am 3. Februar um 10 Uhr Ortszeit (0900 GMT).',
      ru: 'Блок из 27 стран соберётся 3 февраля в 10 утра по местному времени (09:00 по Гринвичу).',
    },
  },
  {
    from: 'en',
    source: 'Gold rose 0.5% to $2,031.50 an ounce.',
    to: { ja: '金は0.5%上昇し、1オンス＝2031.50ドルとなった。' },
  },
  {
    from: 'en',
    source: 'He was sentenced to 2 1/2 years in prison.',
    to: { zh: '他被判处两年半监禁。', es: 'Fue condenado a dos años y medio de prisión.' },
  },
  {
    from: 'en',
    source: 'He was sentenced to 25 years in a penal colony in 2016.',
    to: { de: '2016 wurde er zu 25 Jahren Straflager verurteilt.' },
  },
  {
    from: 'en',
    source: 'The match ended 3-0 after 90 minutes.',
    to: { ar: 'انتهت المباراة 3-0 بعد 90 دقيقة.' },
  },
  {
    from: 'en',
    source: 'The 2024 Games will cost €8.8bn, 15% more than planned.',
    to: { fr: 'Les Jeux de 2024 coûteront 8,8 milliards d’euros, soit 15 % de plus que prévu.' },
  },
  {
    from: 'en',
    source: 'A 6-year-old boy and his 2 sisters were rescued.',
    to: {
      it: 'Salvati un bambino di sei anni e le sue due sorelle.',
      pl: 'Uratowano sześciolatka i jego dwie siostry.',
      fi: 'Kuusivuotias poika ja hänen kaksi siskoaan pelastettiin.',
      hu: 'Megmentettek egy hatéves fiút és két nővérét.',
      tr: '6 yaşındaki bir çocuk ile iki kız kardeşi kurtarıldı.',
      nl: 'Een zesjarige jongen en zijn twee zussen zijn gered.',
      sv: 'En sexårig pojke och hans två systrar räddades.',
      uk: 'Врятували шестирічного хлопчика та його двох сестер.',
      ar: 'أُنقذ صبي في السادسة من عمره وشقيقتاه.',
      he: 'ילד בן שש ושתי אחיותיו חולצו.',
      ko: '6세 남아와 누나 2명이 구조됐다.',
      el: 'Ένα εξάχρονο αγόρι και οι δύο αδελφές του διασώθηκαν.',
      cs: 'Šestiletý chlapec a jeho dvě sestry byli zachráněni.',
      lt: 'Išgelbėtas šešerių metų berniukas ir dvi jo seserys.',
      et: 'Päästeti kuueaastane poiss ja tema kaks õde.',
      lv: 'Izglābts sešus gadus vecs zēns un viņa divas māsas.',
    },
  },
  {
    from: 'en',
    source: 'The plane fell 3,000 feet in 20 seconds at 500 mph.',
    to: { de: 'Die Maschine sackte in 20 Sekunden bei 800 km/h um 900 Meter ab.' },
  },
  {
    from: 'en',
    source: 'Temperatures hit 104 degrees Fahrenheit (40 degrees Celsius).',
    to: { ru: 'Температура достигла 40 градусов.' },
  },
  {
    from: 'en',
    source: 'Temperatures hit 104F in the city of 8.5 million.',
    to: { es: 'La temperatura alcanzó los 40 grados en la ciudad, de 8,5 millones de habitantes.' },
  },
  {
    from: 'en',
    source: 'The government announced 10,000 crore rupees on 15 August.',
    to: { hi: 'सरकार ने 15 अगस्त को 10 हजार करोड़ रुपये की घोषणा की।' },
  },
  {
    from: 'en',
    source: 'Exports rose 12.5% to 1.2 billion dollars in 2022.',
    to: {
      vi: 'Xuất khẩu tăng 12,5%, đạt 1,2 tỷ USD trong năm 2022.',
      id: 'Ekspor naik 12,5 persen menjadi 1,2 miliar dolar pada 2022.',
      fa: 'صادرات در سال ۲۰۲۲ با ۱۲/۵ درصد رشد به ۱٫۲ میلیارد دلار رسید.',
    },
  },
  {
    from: 'en',
    source: 'Some 1,500 police were deployed, 30 of them on horseback, from 9 p.m. to 5 a.m.',
    to: {
      'pt-BR': 'Cerca de 1,5 mil policiais foram mobilizados, 30 deles a cavalo, das 21h às 5h.',
      fr: 'Quelque 1500 policiers ont été déployés, dont une trentaine à cheval, de 21 heures à 5 heures.',
    },
  },
  {
    from: 'en',
    source: 'In the 19th century, 1 in 10 children died before age 5.',
    to: {
      de: 'Im 19. Jahrhundert starb jedes zehnte Kind vor dem fünften Geburtstag.',
      es: 'En el siglo XIX, uno de cada diez niños moría antes de los cinco años.',
      ru: 'В XIX веке каждый десятый ребёнок умирал, не дожив до пяти лет.',
      zh: '19世纪，每10个儿童中就有1个在5岁前夭折。',
    },
  },
  {
    from: 'en',
    source: 'North Korea fired 2 missiles that flew 1,100 km, its 7th test this year.',
    to: {
      ko: '북한이 1100km를 날아간 미사일 2발을 발사했다. 올해 들어 일곱 번째다.',
      ja: '北朝鮮はミサイル2発を発射し、1100キロ飛行した。今年7回目の実験となる。',
    },
  },
  {
    from: 'en',
    source: 'The law passed 217-213, with 5 abstentions.',
    to: {
      de: 'Das Gesetz wurde mit 217 zu 213 Stimmen bei fünf Enthaltungen angenommen.',
      ru: 'Закон принят 217 голосами против 213 при пяти воздержавшихся.',
    },
  },
  {
    from: 'en',
    source: 'COVID-19 killed 6.9 million; 13.5bn doses were given.',
    to: {
      fr: 'Le Covid-19 a fait 6,9 millions de morts ; 13,5 milliards de doses ont été administrées.',
      zh: '新冠疫情导致690万人死亡，接种疫苗135亿剂。',
      ar: 'أودى كوفيد-19 بحياة 6,9 ملايين شخص وأعطيت 13,5 مليار جرعة.',
    },
  },
  {
    from: 'en',
    source: 'Brent crude fell $1.05, or 1.3%, to $78.12 at 1040 GMT.',
    to: { es: 'El Brent bajaba 1,05 dólares, un 1,3 %, a 78,12 dólares a las 10.40 GMT.' },
  },
  {
    from: 'en',
    source: 'A third of the 650 seats, about 217, are in play.',
    to: { de: 'Ein Drittel der 650 Sitze, etwa 217, ist umkämpft.' },
  },
  {
    from: 'en',
    source: 'On Dec. 13, 1981, tanks rolled into Warsaw; 100 people died.',
    to: { pl: '13 grudnia 1981 roku do Warszawy wjechały czołgi; zginęło sto osób.' },
  },
  {
    from: 'en',
    source: 'It has been 1,000 days since Feb. 24, 2022.',
    to: { uk: 'Минула тисяча днів від 24 лютого 2022 року.' },
  },
  {
    from: 'en',
    source: 'The tsunami was up to 15 meters (50 feet) high.',
    to: { ja: '津波の高さは最大15メートルに達した。', de: 'Der Tsunami war bis zu 15 Meter hoch.' },
  },
  {
    from: 'en',
    source: 'Police seized 1.2 tons of cocaine worth $100 million on Dec 25.',
    to: {
      fr: 'La police a saisi 1,2 tonne de cocaïne d’une valeur de 100 millions de dollars le jour de Noël.',
    },
  },
  {
    from: 'en',
    source: 'Some 2,500 people were displaced in 2023.',
    to: {
      bn: '২০২৩ সালে প্রায় আড়াই হাজার মানুষ বাস্তুচ্যুত হন।',
      hi: '2023 में करीब ढाई हजार लोग विस्थापित हुए।',
      th: 'ประชาชนราว 2,500 คนต้องพลัดถิ่นในปี 2566',
      sw: 'Takriban watu 2,500 walikimbia makazi yao mwaka 2023.',
    },
  },
  {
    from: 'en',
    source: 'The 40-minute call began at 3 p.m. and covered 12 topics.',
    to: {
      ca: 'La trucada de 40 minuts va començar a les tres de la tarda i va abordar una dotzena de temes.',
      gl: 'A chamada, de 40 minutos, comezou ás 15:00 e abordou doce temas.',
      eo: 'La 40-minuta telefona parolo komenciĝis je la 15-a kaj temis pri dek du aferoj.',
      ro: 'Convorbirea de 40 de minute a început la ora 15.00 și a abordat douăsprezece teme.',
      bg: '40-минутният разговор започна в 15 часа и обхвана 12 теми.',
      da: 'Den 40 minutter lange samtale begyndte kl. 15 og handlede om 12 emner.',
      ta: '40 நிமிட அழைப்பு பிற்பகல் 3 மணிக்குத் தொடங்கி 12 தலைப்புகளை உள்ளடக்கியது.',
    },
  },
  {
    from: 'en',
    source: 'Two of 5 suspects, aged 19 and 23, were held.',
    to: { ka: '19 და 23 წლის ხუთი ეჭვმიტანილიდან ორი დააკავეს.' },
  },
]
