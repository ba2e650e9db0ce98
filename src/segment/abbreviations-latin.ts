import type { Abbreviations } from './abbreviations.ts'

/** Titles that newsrooms of every language in Latin script print. */
export const internationalAbbreviations: Abbreviations = {
  never: 'Dr Mr Mrs Ms Prof prof St.-Petersburg vs Mme Mlle',
  seldom: 'Jr Sr St',
  number: 'No Nr nr N° n°',
}

const scandinavian: Abbreviations = {
  never:
    'adm ang bl.a bl.m ca cand cirka dir dvs eks el eng ev evt f.eks forts gen inkl ing insp jf ' +
    'jfr kap kapt kl kr.a mag mht n.nr o.l off ordf pga pr præs red ' +
    'repr s.k sekr sgt s.å skt sml stk tekn tlf t.d udg vedr vha 1.ste hr fr frk dr oberstl ' +
    'uds ds dipl pkt såk stud',
  seldom: 'pst a.s kgl Chr Th Aug Alb Fr Joh Kbh',
  number: 'maks min art kap nr s side jan feb mars apr jun jul aug sep sept okt nov des dec §',
}

const southSlavic: Abbreviations = {
  never:
    'akad arh čl dipl dr gđa gen gdin g.o gosp g gl ing inž itn.a izv kap kard kbr lat mag mr ' +
    'mons ' +
    'npr odn odv op o.p p prim prof pok pom pr sv sc spec sr st str tal tel tj tzv tzn ' +
    'ul usp vlč tj uč ud pril oz t.i g gdč',
  number: 'min br čl str sv t jan feb mar apr jun jul aug avg sep sept okt nov dec',
  seldom: 'god',
}

/** For each language in Latin script, what its newsrooms abbreviate. */
export const latinAbbreviations: Readonly<Record<string, Abbreviations>> = {
  en: {
    never:
      'Messrs Mmes Mx Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cpt Sgt Cpl Pvt Pfc Spc ' +
      'Brig Adm ' +
      'Cmdr Cdr Cmdt Comdr Rev Revd Hon Pres Amb Det Supt Insp Atty Asst Fr Msgr Bp Abp Ald Rt ' +
      'Dist Sec Sens Treas Mt Mts Pt Ft Pte Lt.Gen Maj.Gen Brig.Gen Lt.Col Lt.Cmdr Gen.Sec ' +
      'i.e e.g ca approx cf viz est incl resp Ref ref esp Fig Figs fig figs Eq eq Prop Assoc',
    seldom:
      'Ave Blvd Rd Ln Sq Hwy Pkwy Bros Assn Dept Univ Inst Natl Intl Gov Govt Esq Ph.D Ed Eds ' +
      'ft al',
    number:
      'Nos nos p pp Art Arts art Sec sec Ch ch vol Vol Vols ser par para Jan Feb Mar Apr Jun ' +
      'Jul Aug ' +
      'Sep Sept Oct Nov Dec Rte Hwy Apt Fl Rm Ste Bldg Rev Op op Pt pt',
  },
  de: {
    never:
      'Hr Hrn Fr Frl Abg Adj Adm Akad allg amtl Anm Bd Bde bes betr Bev bspw bzgl bzw ca d.h ' +
      'd.i Dipl Dir Dres ehem eigtl einschl entspr evtl exkl Fam Fa gem Gen geb gegr ' +
      'gest ggf Hbf Hg hrsg Hrsg Hl hl i.d.R i.H.v i.S.d inkl insb insbes Ing jew Jh Kap kath ' +
      'kgl Kfm ' +
      'Lt lt Mag med Med Mons Msgr nachm n.Chr od Präs Prof röm s.o s.u sog ' +
      'St stv Stellv tägl u.a u.U u.Ä urspr v.a v.Chr verh vgl Vgl vorm Vors z.B z.T z.Zt ' +
      'zzgl zw Mme Gebr Hptm Maj Uffz Kpt ev v',
    seldom: 'Std phil Str Mio Mrd Tsd Bhf Tel Abt Reg Abs Dez Okt Nov Sept Aug Jan Feb Febr',
    number:
      'max min Nr Nrn Art Abs Kap S Bd Ziff Zi Jg Abb Tab Fig Anm Jan Feb Febr Apr Aug Sep Sept ' +
      'Okt Nov Dez',
  },
  nl: {
    never:
      'bijv bv ca dhr mevr mw mr drs ds dr ing ir prof jhr jkvr kap kol gen lt maj sgt o.a ' +
      'o.l.v m.b.t ' +
      'm.n t.a.v t.o.v i.v.m i.p.v d.w.z nl vgl zgn zg zog resp st incl excl evt plm z.g Z.K.H ' +
      'H.M ' +
      'wnd burg',
    seldom: 'jl a.s Chr str mln',
    number: 'max min nr nrs art blz p pag jan feb mrt apr jun jul aug sep sept okt nov dec',
  },
  fr: {
    never:
      'M MM Mgr Mgrs Mr Me Mes Pr Dr Drs St Ste Sts Gal Col Cdt Cne Lt Sgt Adj Amb ' +
      'c.-à-d p.ex env av apr cf chap éd fig hab ndlr réf resp vs Vve Sr Gén gén prof',
    seldom: 'ex Cie boul bd janv févr avr juil sept oct nov déc J.-C tél',
    number: 'n no nos art p pp chap t vol janv févr avr juil sept oct nov déc art al',
  },
  es: {
    never:
      'Sr Sra Srta Sres Sras Srtas D Dña Dr Dra Dres Dras Lic Licda Ing Arq Prof Profa Gral ' +
      'Cnel Cap Cptn Tte Sgto Cdte Alm Mons Excmo Excma Ilmo Ilma Pdte Pdta Fr Rvdo Sor Sto Sta ' +
      'p.ej ej EE JJ FF CC RR SS aprox cf cfr vid Hno Hna Hnos Vda Av Avda Dpto Depto Ud Uds Vd ' +
      'Vds gral admón',
    seldom: 'Cía ene feb abr jun jul ago sept oct nov dic tel EE.UU JJ.OO UU OO AA HH MM',
    number:
      'n núm Núm nro Nro art arts Art pág págs p pp cap vol fig ene feb abr ago sept oct nov dic',
  },
  pt: {
    never:
      'Sr Sra Srs Sras Srta D Dr Dra Drs Dras Prof Profa Profª Eng Engª Arq Gen Cel Cap Maj Ten ' +
      'Sgt Alm ' +
      'Brig Exmo Exma Ilmo V.Exa Pe Fr Sto Sta Mons Dom p.ex aprox cf Av Min Dep Sen Pres Gov',
    seldom: 'ex Cia Ltda jan fev abr ago set out nov dez tel séc',
    number:
      'n nº núm art arts p pp pág págs cap vol jan fev mar abr mai jun jul ago set out nov dez séc',
  },
  it: {
    never:
      'sig sigg Sig Sigg sig.ra Sig.ra sig.na sig.a dott Dott dott.ssa Dott.ssa dr dr.ssa prof ' +
      'Prof ' +
      'prof.ssa avv ing geom arch rag on On sen Sen gen Gen col cap magg ten serg amm mons Mons ' +
      'S ' +
      'Ss SS p.es es ca cfr cd sen cav comm pres Pres segr vd ecc.mo',
    seldom: 'tel S.p.A F.lli gen feb mar apr mag giu lug ago sett ott nov dic',
    number:
      'max min n nn art artt pag pagg p pp cap vol fig gen feb mar apr giu lug ago set sett ott ' +
      'nov dic',
  },
  ro: {
    never:
      'dl dlui dna d-na d-lui dra d-ra dr prof ing av gen col lt cpt mr ec acad conf univ pr sf ' +
      'Sf pt ' +
      ' ex p.ex cca aprox str bd bdul jud com cf resp dep sen ',
    number: 'min nr art alin lit pag p pp cap vol ian feb mar apr iun iul aug sept oct nov dec',
  },
  ca: {
    never: 'Sr Sra Sres Srs Srta Dr Dra Drs Prof Il·lm Excm Mn Mons p.ex ex aprox cf Av pl c Gral',
    number: 'núm núms art pàg pàgs p pp cap vol gen febr abr jul ag set oct nov des',
  },
  gl: { never: 'Sr Sra Srta Dr Dra Prof D Dna p.ex ex aprox Av', number: 'núm art páx px p' },
  eu: { never: 'jn and dr prof adib', number: 'zk or art' },
  sv: {
    never:
      'bl.a ca dvs d.v.s f.d f.n fr.o.m t.ex t.o.m s.k st.f ev exkl inkl kapt kl jfr jr.a ' +
      'mag prof dr doc ang enl resp red tekn tel tf vard övers fil kand leg möjl näml obs s:t ' +
      'S:t f ',
    seldom: 'p.g.a Chr',
    number: 'max min nr s sid kap art jan febr feb mars apr juni juli aug sept okt nov dec',
  },
  da: scandinavian,
  nb: scandinavian,
  nn: scandinavian,
  is: {
    never: 'dr prof sr hr frú þ.e t.d m.a þ.á.m s.s u.þ.b kl bls nr séra',
  },
  fi: {
    never:
      'esim ent huom k.o mm ns n nro os prof puh tri toht kenr evl ltn kapt nk po s so synt tri ' +
      't.s vrt yht em klo dos ts ao',
    seldom: 'jaa eKr',
    number: 'nro n s klo art',
  },
  et: {
    never: 'dr prof hr pr lgp nt näit nn s.o st t.o u vt ca mag kol kpt ltn kindr',
    number: 'kell nr lk kell',
  },
  lv: {
    never: 'dr prof piem t.i t.s t.sk sal u.c.a apm ģen plkv kpt mag plkst Sv sv',
    number: 'nr Nr lpp plkst',
  },
  lt: {
    never:
      'dr prof pvz t.y plg vad vyr gen plk mjr kpt doc šv Šv p g pr al kun red žr A.a min mok ' +
      'akad past',
    number: 'Nr nr p psl str d',
  },
  pl: {
    never:
      'adm al ang bp bryg ccm chor cyt czyt dot dr dyr dyw dypl gen godz hab hr im inż jw kard ' +
      'kmdr kol kpr kpt ks lek łac m.in mec mgr mjr mar marsz mł m.st n.e.w nadinsp niem np nt ' +
      'o ob oddz ok ' +
      'opr org os p pkt pl płk por pos ppłk ppor ppoż prof prok prow przew pw r.m red rtm rys ' +
      'ros sgt sierż ' +
      'śp ś.p śr św Św szer szt tj tzn tzw tel tłum ub ul ur urz wg wicemin właśc woj wsch ' +
      'współ ws wyd wz zach ' +
      'zał zast zob zwł zw ż.p',
    seldom: 'min sen in tys proc gr hab mkw',
    number: 'nr Nr str s art ust poz pkt rozdz par ryc rys tab t tom godz pt',
  },
  cs: {
    never:
      'akad arch Bc BcA čl čp dr doc gen genmjr hl inž Ing ing JUDr kap kpt kupř MDr MgA ' +
      'Mgr mgr min mj mjr MUDr MVDr např nar nám nstržm odst plk PhDr PaedDr pí popř pplk pplk ' +
      'por ' +
      'pozn pprap prap prof ppor RNDr resp red roč srov st str sv Sv sv škpt tj tzn tzv t.č tř ' +
      'ThDr ul voj ' +
      'vl vs zvl zn zejm př př.n',
    seldom: 'hod s.r.o a.s spol tis mil',
    number: 'max č čís čl odst písm roč s str kap tab obr zák',
  },
  sk: {
    never:
      'akad arch Bc č.p čl doc dr gen hl inž Ing JUDr kap kpt mjr MUDr Mgr MVDr m.j napr nám ' +
      'npor nar odd ' +
      'PhDr PaedDr plk por pozn pplk ppor prof popr príp resp red RNDr sv Sv t.j t.č tzn tzv tj ' +
      'ul ThDr vs zv zast ' +
      'p ',
    seldom: 's.r.o a.s spol tis mil',
    number: 'max č čl ods písm roč s str kap tab obr',
  },
  sl: southSlavic,
  hr: southSlavic,
  bs: southSlavic,
  sr: southSlavic,
  hu: {
    never:
      'dr Dr ifj id özv prof Prof gr br Szt szt kb ill ún pl vö ld u.n tbk ezr alez őrgy szds ' +
      'fhdgy',
    seldom: 'kft Kft Zrt Nyrt bt',
    number: 'sz tc',
  },
  tr: {
    never:
      'Av Alb Alm Arş Asb Bnb Bçvş Bkz bkz Bşk Çvş Doç Dr Ecz Gen Gör Hz Kor Korg Krş krş Mah ' +
      'Mr Müh ' +
      'ör Ör Org Ord Op Öğr Prof Sn sn Tuğg Tümg Uzm Üçvş Üsteğm Yard Yrb Yrd Yzb Zf vb.g yak ' +
      'yy Sok sok Cad cad',
    seldom: 'Ltd Şti A.Ş vs Üniv',
    number: 'no No s sf md',
  },
  id: {
    never:
      'Bpk Sdr Sdri Drs Dra H Hj Ir Jend Letjen Mayjen Brigjen Kol Kompol AKBP Irjen Komjen Jl ' +
      'Kab Kec Kel Prop a.n d.a yg ttg tgl',
    seldom: 'Tbk',
    number: 'No no hlm',
  },
  vi: { never: 'TS ThS GS PGS BS KS LS Ts Ths Gs Tp TP Q P', number: 'tr' },
}
